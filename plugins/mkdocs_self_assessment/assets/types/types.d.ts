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
  /** Id of the dimension that it counts in. */
  dimension: string;
  /** Id of the dimension under whose heading it stands. */
  section: string;
  /** Whether a high raw value means a low score. */
  reverse: boolean;
  weight: number;
  /** Raw values of the scale, lowest first. */
  values: number[];
  /** Whether "not relevant" is offered. */
  notRelevant: boolean;
}

export interface Dimension {
  id: string;
  title: string;
  bands: Band[];
}

/** A self-assessment, as the page gives it to the script. */
export interface Model {
  id: string;
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
  strings: Record<string, string>;
}

export interface Score {
  /** Of the dimension, or of the self-assessment for the whole. */
  id: string;
  /** 0 to 100, unrounded; `null` where no score can be given. */
  value: number | null;
  /** Why `value` is `null`. */
  reason: "too-few" | "not-relevant" | null;
  /** Items with a raw value. */
  answered: number;
  /** Items that are not marked "not relevant". */
  applicable: number;
  /** Items. */
  total: number;
  /** Index of the band that the value falls in. */
  band: number | null;
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
}

/** What a code or a file holds, or why it is refused. */
export type Decoded = { answers: Answers } | { problem: Problem };

/** "foreign": of another self-assessment; "version": of another version of this one. */
export type Problem = "damaged" | "foreign" | "version" | "large";

/** What makes the answers to an item comparable. */
export interface ItemShape {
  values: number[];
  /** Dimension, direction and weight. */
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

/** One line of a table or chart: the whole, or a dimension. */
export interface Figure {
  id: string;
  title: string;
  value: number | null;
}

/** A result that can be compared. */
export interface Candidate {
  /** Empty for the result on the page. */
  key: string;
  /** How the reader tells it from others. */
  label: string;
  answers: Answers;
  /** Whether it may be another person's. */
  others: boolean;
}

/** What the page offers to those who keep and share its results. */
export interface Visit {
  root: HTMLElement;
  form: HTMLFormElement;
  model: Model;
  words: Words;
  store: AnswerStore;
  /** The reader's own, saved or not. */
  own(): Answers;
  /** Shows answers that are not the reader's own and saves none of them; `null` goes back to the own ones. */
  borrow(answers: Answers | null): void;
  /** Puts answers in the place of the reader's own, and offers to undo it. */
  replace(answers: Answers): void;
}
