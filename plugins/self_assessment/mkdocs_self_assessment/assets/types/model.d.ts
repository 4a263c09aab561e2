// Written by `make types` from the Python model: change that, not this file.

export type KindName = "statements" | "checklist" | "scenarios" | "two-factor" | "maturity";

/** When a result text is shown. */
export type ResultCondition = Comparison | AllOf | AnyOf;

/** A self-assessment as one author wrote it in one language. */
export interface Model {
  /** The same in every language; saved answers hang on it. */
  id: string;
  /** Plain text. */
  title: string;
  /** Percent of the applicable items that must be answered for a score. */
  minimum: number;
  /** Whether one dimension or situation is shown at a time. */
  paging: boolean;
  /** In the order of the page. The only one has the self-assessment's own id where the author made none. */
  dimensions: Dimension[];
  /** In the order of the page. */
  items: Item[];
  /** Result texts for ranges of the whole score, possibly none. */
  bands: Band[];
  /** Result texts for the whole with conditions, in the place of ranges; `null` for "otherwise". */
  conditions: (ResultCondition | null)[];
  /** Name of its kind. */
  kind: KindName;
  /** Fingerprint of the scoring. */
  version: string;
  /** Of the page. */
  lang: string;
  /** Whether all answers add up to one score. */
  hasWhole: boolean;
  /** Whether a result may be beside another person's. */
  comparesPeople: boolean;
  /** The words of the scripts. */
  strings: Record<string, string>;
  /** From the most directing to the least. */
  styles?: Style[];
  /** Result texts in percent of the greatest flexibility. */
  flexibility?: Band[];
  /** Result texts in percent of the range from the least to the greatest effectiveness that its actions allow. */
  effectiveness?: Band[];
  /** Its axes. */
  square?: Square | null;
}

/** A group of items that share a score. */
export interface Dimension {
  /** Unique within the questionnaire and the same in every language. */
  id: string;
  /** Plain text. */
  title: string;
  /** Percent of its items to be answered before it is scored. */
  minimum: number;
  /** Score that the author aims for, if any. */
  target: number | null;
  /** Result texts for ranges of this dimension's score, possibly none. */
  bands: Band[];
  /** Result texts with conditions, in the place of ranges; `null` for "otherwise". */
  conditions: (ResultCondition | null)[];
  /** What its result texts are chosen by: the level today, or the distance from there to the target. */
  by?: "level" | "distance";
  /** Of a maturity model: from the lowest to the highest. */
  levels?: Level[];
}

/** One statement with its answer scale. */
export interface Item {
  /** Unique within the questionnaire and the same in every language. */
  id: string;
  /** Id of the dimension under whose heading it is shown. */
  section: string;
  /** Id of the dimension that it is scored in. */
  dimension: string;
  /** Whether a high raw value means a low score. */
  reverse: boolean;
  /** Weight of the answer, 1 to 10. */
  weight: number;
  /** Whether "not relevant" is offered. */
  notRelevant: boolean;
  /** Whether it must be in place whatever the score. */
  must: boolean;
  /** The answer that it is asked after; without one it is always asked. */
  condition: AnswerCondition | null;
  /** Raw values of the scale, lowest first. */
  values: number[];
  /** Of a situation: index of the style that fits. */
  fittingStyle?: number;
  /** Of a situation: what can be done, one for each value. */
  actions?: Action[];
  /** Whether a result lacks nothing without an answer. */
  optional?: boolean;
}

/** The answer to another item after which an item is asked. */
export interface AnswerCondition {
  /** Id of the other item. */
  item: string;
  /** How its raw value is compared. */
  test: "<=" | ">=" | "=";
  /** With what. */
  value: number;
}

/** The text for a range of scores; half-open, except that the one ending at 100 includes 100. */
export interface Band {
  /** Lowest score that belongs to it. */
  low: number;
  /** Lowest score that no longer does; the last band includes its own, 100. */
  high: number;
}

/** The number behind a name, compared with another number. */
export interface Comparison {
  /** Id of a dimension or a statement. */
  id: string;
  /** How the two are compared. */
  test: "=" | "!=" | "<" | "<=" | ">" | ">=";
  /** The value as a number. */
  value: number;
  /** What the subject's number is. */
  measure: "score" | "answer" | "level";
}

/** True while every part is. */
export interface AllOf {
  /** Two or more. */
  all: ResultCondition[];
}

/** True while at least one part is. */
export interface AnyOf {
  /** Two or more. */
  any: ResultCondition[];
}

/** One thing to do in a situation. */
export interface Action {
  /** Index of its style. */
  style: number;
  /** How well it fits the situation, -2 to 2. */
  effect: number;
}

/** A result that has a name and a text of its own, such as a style or a square. */
export interface Style {
  /** Unique within the questionnaire and the same in every language. */
  id: string;
  /** Plain text. */
  title: string;
}

/** Two dimensions as axes, and the names of what lies between them. */
export interface Square {
  /** Id of the dimension along the foot. */
  x: string;
  /** Id of the dimension up the side. */
  y: string;
  /** Lowest score that is high, on both. */
  cut: number;
  /** In the order of the page. */
  quadrants: Quadrant[];
}

/** One of the four squares. */
export interface Quadrant {
  /** Unique within the questionnaire and the same in every language. */
  id: string;
  /** Plain text. */
  title: string;
  /** Side on the x axis. */
  x: "low" | "high";
  /** Side on the y axis. */
  y: "low" | "high";
}

/** One level of a dimension. */
export interface Level {
  /** Plain text. */
  title: string;
}
