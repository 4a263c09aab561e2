// Written by `make types` from the Python model: change that, not this file.

export type KindName = "statements" | "checklist" | "scenarios" | "two-factor" | "maturity";

/** When a result text is shown. */
export type ResultCondition = Comparison | AllOf | AnyOf;

/** A self-assessment as one author wrote it in one language. */
export interface Model {
  /** Id, the same in every language; saved answers depend on it. */
  id: string;
  /** Plain text of the title, without attributes. */
  title: string;
  /** Percent of the applicable items that must be answered for a score. */
  minimum: number;
  /** Whether one dimension or situation is shown at a time. */
  paging: boolean;
  /** End of the score that is good, "high" or "low". */
  good: "high" | "low";
  /** Dimensions in the order of the page. The only one has the self-assessment's own id where the author made none. */
  dimensions: Dimension[];
  /** Items in the order of the page. */
  items: Item[];
  /** Result texts for ranges of the whole score, possibly none. */
  bands: Band[];
  /** Result texts for the whole with conditions, instead of ranges; `null` for "otherwise". */
  conditions: (ResultCondition | null)[];
  /** Name of the self-assessment's kind. */
  kind: KindName;
  /** Version, the fingerprint of the scoring. */
  version: string;
  /** Locale of the page. */
  lang: string;
  /** Locale that dates are written as: that of the page, with a country where its language needs one. */
  dates: string;
  /** Whether all answers add up to one score. */
  hasWhole: boolean;
  /** Whether a result may be compared with another person's. */
  comparesPeople: boolean;
  /** Points in which the score of the whole is shown; `null` where it is shown in percent. */
  points: PointsData | null;
  /** Plain names of the result texts with conditions; "" without one. */
  conditionNames: string[];
  /** Plain titles of the pages that result texts link to, by their address relative to the page. */
  articles: Record<string, string>;
  /** Texts that the scripts use, by key; those that only a result shows are added when they are fetched. */
  strings: Record<string, string>;
  /** Address of the texts that only a result shows, relative to the page; "" where the page has them. */
  late: string;
  /** Styles, from the most directing to the least. */
  styles?: Style[];
  /** Result texts in percent of the greatest flexibility. */
  flexibility?: Band[];
  /** Result texts in percent of the range from the least to the greatest effectiveness that its actions allow. */
  effectiveness?: Band[];
  /** Axes. */
  square?: Square | null;
}

/** A group of items that share a score. */
export interface Dimension {
  /** Id, unique within the questionnaire and the same in every language. */
  id: string;
  /** Plain text of the heading, without attributes. */
  title: string;
  /** Percent of its items to be answered before it is scored. */
  minimum: number;
  /** Score that the author aims for, if any. */
  target: number | null;
  /** End of the score that is good, "high" or "low". */
  good: "high" | "low";
  /** Result texts for ranges of this dimension's score, possibly none. */
  bands: Band[];
  /** Result texts with conditions, instead of ranges; `null` for "otherwise". */
  conditions: (ResultCondition | null)[];
  /** Points in which the score is shown; `null` where it is shown in percent. */
  points: PointsData | null;
  /** Plain names of the result texts with conditions; "" without one. */
  conditionNames: string[];
  /** What the dimension's result texts are chosen by: the level today, or the distance from there to the target. */
  by?: "level" | "distance";
  /** Levels of the dimension, from the lowest to the highest. */
  levels?: Level[];
}

/** One statement with its answer scale. */
export interface Item {
  /** Id, unique within the questionnaire and the same in every language. */
  id: string;
  /** Id of the dimension under whose heading it is shown, or of the part. */
  section: string;
  /** Ids of the dimensions that the item is scored in. */
  dimensions: string[];
  /** Whether a high raw value means a low score. */
  reverse: boolean;
  /** Weight of the answer, 0.1 to 10. */
  weight: number;
  /** Whether "not relevant" is offered. */
  notRelevant: boolean;
  /** Whether the item is a must: reported if not fulfilled, whatever the score. */
  must: boolean;
  /** Condition on other answers under which the item is active; without one it is always active. */
  condition: ResultCondition | null;
  /** Raw values of the scale, lowest first. */
  values: number[];
  /** Index of the style that fits the situation. */
  fittingStyle?: number;
  /** Actions of the situation, one for each value. */
  actions?: Action[];
  /** Whether a result is complete without an answer to the item. */
  optional?: boolean;
}

/** The text for a range of scores; half-open, except that the one ending at 100 includes 100.

    A range in points includes both its ends; `in_percent` converts it for scripts. */
export interface Band {
  /** Lowest score that belongs to it. */
  low: number;
  /** Lowest score above the band; the last band includes its end, 100. */
  high: number;
  /** Plain text of the name, such as "Something to build on"; "" without one. */
  name: string;
}

/** The points that a score is shown in. */
export interface PointsData {
  /** Lowest sum. */
  low: number;
  /** Highest sum. */
  high: number;
  /** Distance of neighbouring sums. */
  step: number;
}

/** The number of a dimension or statement, compared with another number. */
export interface Comparison {
  /** Id of a dimension or a statement. */
  id: string;
  /** Operator of the comparison. */
  test: "=" | "!=" | "<" | "<=" | ">" | ">=";
  /** The value as a number. */
  value: number;
  /** What the subject's number is. */
  measure: "score" | "answer" | "level";
}

/** True if every part is. */
export interface AllOf {
  /** Two or more conditions. */
  all: ResultCondition[];
}

/** True if at least one part is. */
export interface AnyOf {
  /** Two or more conditions. */
  any: ResultCondition[];
}

/** One action of a situation, as scripts get it. */
export interface Action {
  /** Index of the action's style. */
  style: number;
  /** How well the action fits the situation, -2 to 2. */
  effect: number;
}

/** A result that has a name and a text of its own, such as a style or a square. */
export interface Style {
  /** Id, unique within the questionnaire and the same in every language. */
  id: string;
  /** Plain text of the heading, without attributes. */
  title: string;
}

/** Two dimensions as axes, and the border between low and high. */
export interface Square {
  /** Id of the dimension on the horizontal axis. */
  x: string;
  /** Id of the dimension on the vertical axis. */
  y: string;
  /** Lowest score that counts as high, on both axes. */
  cut: number;
  /** The four squares in the order of the page. */
  quadrants: Quadrant[];
}

/** One of the four squares. */
export interface Quadrant {
  /** Id, unique within the questionnaire and the same in every language. */
  id: string;
  /** Plain text of the heading, without attributes. */
  title: string;
  /** Side of the x axis that the square is on. */
  x: "low" | "high";
  /** Side of the y axis that the square is on. */
  y: "low" | "high";
}

/** One level of a dimension. */
export interface Level {
  /** Name of the level as plain text. */
  title: string;
}
