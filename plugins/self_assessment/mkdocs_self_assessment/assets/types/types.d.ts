/** What the modules agree on. Read by the type checker and by people, never by a browser. */

import type { AnswerStore } from "../storage/storage.js";

/** A raw value of the item's scale, or that the item does not apply. */
export type Answer = number | "not-relevant";

/** By item id; an item that is not in it has no answer. */
export type Answers = Record<string, Answer>;

export interface Band {
  /** Lowest score that belongs to it. */
  low: number;
  /** Lowest score that no longer does; the last band includes its own, 100. */
  high: number;
}

export interface Item {
  id: string;
  /** Id of the dimension that it counts in; empty for a situation. */
  dimension: string;
  /** Id of the heading that it stands under. */
  section: string;
  /** Whether a high raw value means a low score. */
  reverse: boolean;
  weight: number;
  /** Raw values of the scale, lowest first. */
  values: number[];
  /** Whether "not relevant" is offered. */
  notRelevant: boolean;
  /** Whether it has to be in place whatever the score. */
  must?: boolean;
  /** The answer that it is asked after; without one it is always asked. */
  follows?: Condition | null;
  /** Of a situation: index of the style that it asks for. */
  asked?: number;
  /** Of a situation: what can be done, one for each value. */
  actions?: Action[];
}

/** Passes while the raw answer to the other item does. */
export interface Condition {
  item: string;
  test: "<=" | ">=" | "=";
  value: number;
}

/** One thing to do in a situation. */
export interface Action {
  /** Index of its style. */
  style: number;
  /** How well it fits the situation, -2 to 2. */
  effect: number;
}

export interface Dimension {
  id: string;
  title: string;
  bands: Band[];
  /** Percent of its items that must be answered; that of the whole where left out. */
  minimum?: number;
  /** Score to aim for. */
  target?: number | null;
}

export interface Style {
  id: string;
  title: string;
}

/** Two dimensions as axes, and the names of what lies between them. */
export interface Square {
  /** Id of the dimension along the foot. */
  x: string;
  /** Id of the dimension up the side. */
  y: string;
  /** Lowest score that is high. */
  cut: number;
  quadrants: Quadrant[];
}

export interface Quadrant {
  id: string;
  title: string;
  x: "low" | "high";
  y: "low" | "high";
}

/** A self-assessment, as the page gives it to the script. */
export interface Model {
  id: string;
  kind: "statements" | "scenarios" | "two-factor";
  /** Whether one section is shown at a time. */
  paging?: boolean;
  /** Fingerprint of the scoring. */
  version: string;
  lang: string;
  /** Percent of the applicable items that must be answered for a score. */
  minimum: number;
  title: string;
  /** The only one has the self-assessment's own id where the author made none. */
  dimensions: Dimension[];
  items: Item[];
  /** Of the whole. */
  bands: Band[];
  /** Of scenarios: from the most directing to the least. */
  styles?: Style[];
  /** Of scenarios: bands in percent of the greatest flexibility. */
  flexibility?: Band[];
  /** Of scenarios: bands in percent of the range from the least to the greatest effectiveness that its actions allow. */
  effectiveness?: Band[];
  /** Of two factors. */
  square?: Square;
  strings: Record<string, string>;
}

export interface Score {
  /** Of the dimension, or of the self-assessment for the whole. */
  id: string;
  /** 0 to 100, unrounded; `null` where no score can be given, and for the whole of scenarios and of two factors. */
  value: number | null;
  /** Why there are too few answers to go on. */
  reason: "too-few" | "not-relevant" | null;
  /** Items with a raw value. */
  answered: number;
  /** Items that are not marked "not relevant". */
  applicable: number;
  /** Items that are asked. */
  total: number;
  /** Index of the band that the value falls in. */
  band: number | null;
  /** How far the value is above the target, negative below it; `null` without either. */
  gap: number | null;
}

/** Everything that a set of answers amounts to. */
export interface Scores {
  overall: Score;
  /** In the order of the model. */
  dimensions: Score[];
  /** Ids of the items that must be in place and by their answer are not. */
  missing: string[];
  /** Of scenarios, from enough answers on. */
  styles: StyleProfile | null;
  /** Of two factors, where both have a score. */
  point: Point | null;
}

/** A figure with its range, and where in the range it lies. */
export interface Figure {
  points: number;
  low: number;
  high: number;
  /** Percent of the range, unrounded; `null` where every choice would have given the same points. */
  value: number | null;
  band: number | null;
}

/** Styles stand for their indices. */
export interface StyleProfile {
  /** Situations that are answered. */
  answered: number;
  /** How often each style was chosen. */
  counts: number[];
  /** Most often chosen; several are joint. */
  primary: number[];
  /** Next after a single primary one; several are joint, and there may be none. */
  secondary: number[];
  flexibility: Figure;
  effectiveness: Figure;
  /** Situations by the style that they ask for, then by the style that was chosen. */
  table: number[][];
  /** Choices that direct more than was asked for. */
  over: number;
  /** Choices that direct less than was asked for. */
  under: number;
  /** The style that was most often asked for and not chosen; several are equal, and there may be none. */
  passedOver: number[];
}

/** Where two scores meet. */
export interface Point {
  x: number;
  y: number;
  quadrant: Quadrant;
  /** Other squares that one answer, one step different, would have put it into; in the order of the model. */
  neighbours: Quadrant[];
}

/** What the parts of a page share. */
export interface View {
  /** The self-assessment. */
  root: HTMLElement;
  form: HTMLFormElement;
  model: Model;
  words: Words;
}

/** Answers as they stand in the browser's storage, as JSON. */
export interface StoredAnswers {
  format: 1;
  /** Of the self-assessment. */
  id: string;
  /** Of its scoring. */
  version: string;
  /** The scale that each answer was given on. */
  values: Record<string, number[]>;
  answers: Answers;
  /** When, as an ISO date. */
  saved: string;
}

/** What was found in the storage. */
export interface Loaded {
  answers: Answers;
  /** Whether what was stored could not be read and was set aside. */
  damaged: boolean;
  /** How many answers to an earlier version still fit. */
  carried: { kept: number; total: number } | null;
}

/** What the page's words are asked for. */
export interface Words {
  /** The string with `{name}` filled in; where there are forms for numbers, `n` picks one. */
  t(key: string, values?: Record<string, string | number>): string;
  /** A score as the reader sees it. */
  number(value: number): string;
  /** A number with its sign. */
  signed(value: number): string;
  /** A name in quotation marks. */
  quote(text: string): string;
  /** "a, b and c". */
  list(values: string[]): string;
  /** A day. */
  date(value: Date): string;
}

/** What a code or a file holds, or why it is refused. */
export type Decoded = { answers: Answers } | { problem: Problem };

/** "foreign": of another self-assessment; "version": of another version of this one. */
export type Problem = "damaged" | "foreign" | "version" | "large";

/** What makes the answers to an item comparable. */
export interface ItemShape {
  values: number[];
  /** All else that its points depend on: two are compared, never read. */
  scoring: string;
}

/** A result that was shown. */
export interface HistoryEntry {
  version: string;
  /** When, as an ISO date; no two entries share it. */
  saved: string;
  answers: Answers;
  /** Score of the whole as it was then. */
  overall: number | null;
}

/** The history as it stands in the browser's storage, as JSON. */
export interface StoredHistory {
  format: 1;
  /** Of the self-assessment. */
  id: string;
  /** Items of each version that has an entry. */
  versions: Record<string, Record<string, ItemShape>>;
  entries: HistoryEntry[];
}

/** One line of a table or chart of results. */
export interface Row {
  id: string;
  title: string;
  /** 0 to 100, for drawings; of a style, its share of the choices. */
  value: number | null;
  /** What the value is worked out from, where that says something of its own. */
  points: number | null;
  /** As the reader sees it. */
  shown: string;
  /** The number in it, by which it is compared. */
  amount: number | null;
}

/** A result that can be compared. */
export interface Candidate {
  /** Empty for the result on the page. */
  key: string;
  /** How the reader tells it from others. */
  label: string;
  answers: Answers;
  /** Whether it may be another person's. Never that of a style profile, which compares a person with themself. */
  others: boolean;
}

/** What the page offers to those who keep and share its results. */
export interface Visit extends View {
  store: AnswerStore;
  /** The reader's own, saved or not. */
  own(): Answers;
  /** Shows answers that are not the reader's own and saves none of them; `null` goes back to the own ones. */
  borrow(answers: Answers | null): void;
  /** Puts answers in the place of the reader's own, and offers to undo it. */
  replace(answers: Answers): void;
}
