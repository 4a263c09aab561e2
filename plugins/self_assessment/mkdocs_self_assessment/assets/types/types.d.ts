/** Types shared by the modules. Read by the type checker and by people, never by a browser. */

import type { AnswerStore } from "../storage/storage.js";
import type { Band, Item, Model } from "./model.js";

export * from "./model.js";

/** A raw value of the item's scale, or that the item does not apply. */
export type Answer = number | "not-relevant";

/** Answers by item id; an item without an answer is absent. */
export type Answers = Record<string, Answer>;

export interface Score {
  /** Id of the dimension, or of the self-assessment for the whole. */
  id: string;
  /** 0 to 100, unrounded; `null` where no score can be given, and for the whole where there is none. */
  value: number | null;
  /** Reason why there is no score. */
  reason: "too-few" | "not-relevant" | null;
  /** Number of items with a raw value. */
  answered: number;
  /** Number of items that are not marked "not relevant". */
  applicable: number;
  /** Number of active items. */
  total: number;
  /** Index of the result text: that of the band that the value falls in, or of the first whose condition holds. */
  band: number | null;
  /** How far the value is above the target, negative below it; `null` without either. */
  gap: number | null;
}

/** All scores that a set of answers results in. */
export interface Scores {
  overall: Score;
  /** Scores of the dimensions, in the order of the model. */
  dimensions: Score[];
  /** Ids of the musts whose answers don't fulfil them. */
  missing: string[];
  /** Whether there are enough answers for a result. */
  found: boolean;
}

/** How a kind scores answers, instead of a score of the whole. Pure. */
export type KindScoring = (
  model: Model,
  answers: Answers,
  shared: {
    /** All items as one score. */
    whole: Score;
    /** The scores that the dimensions would have with other answers. */
    dimensionsOf(answers: Answers): Score[];
  },
) => Partial<Scores>;

/** How a kind shows a result. */
export interface KindResult {
  /** The result in a name, empty without one, and in one plain sentence; and the texts that belong to it. */
  verdict(view: View, scores: Scores): { name: string; sentence: string; texts: Node[] };
  /** What is strongest, where something is: an empty title where nothing is. The ids are those of its sources. */
  strongest?(view: View, scores: Scores, dimensions: Score[]): { ids: string[]; title: string; text: string } | null;
  /** Texts whose links are worth reading, the most important first; the dimensions are those that say more than the whole. */
  sources(view: View, scores: Scores, dimensions: Score[]): Source[];
  /** Fills in the parts of the result that only this kind has. */
  show?(view: View, scores: Scores, answers: Answers): void;
  /** An answer and the reason for its value. */
  explain?(view: View, item: Item, answers: Answers): Node[];
}

/** Prepares the form of a kind; what it returns is called after each answer. */
export type KindForm = (visit: Visit, signal: AbortSignal) => () => void;

/** Draws the charts. */
export type KindDrawing = (view: View, scores: Scores) => void;

/** A kind's result as rows for tables, files and comparisons. */
export interface KindRecord {
  /** Rows, the most important first; the same number for any answers. */
  rows(model: Model, scores: Scores, words: Words): Row[];
  /** Changes between two results; `null` where one of the two has too few answers for a result. */
  since(words: Words, moves: Move[], before: Scores, now: Scores, date: string): Since | null;
  /** What identifies a result that has no score of the whole; empty where there is nothing to identify it by. */
  headline?(model: Model, scores: Scores, words: Words): string;
  /** Where an answer counts, and with which points. */
  answer?(model: Model, item: Item, answer: number): { group: string; points: number };
}

/** What a kind adds to a result. */
export interface Kind {
  drawing?: KindDrawing;
  record: KindRecord;
  result: KindResult;
  scoring?: KindScoring;
}

/** A text, and why it concerns this reader. */
export interface Source {
  /** Id of what the text is of, empty for the whole; a first step has the same. */
  id: string;
  /** Title of what the text is of, empty for the whole. */
  title: string;
  text: Element | null;
  reason: string;
}

/** The change of one figure, as the reader sees it. */
export interface Move {
  title: string;
  /** The figures, in points without the word. */
  before: string;
  now: string;
  /** The figure of now, in points with the word. */
  shown: string;
  by: number | null;
  /** The difference with its sign, in points with the word. */
  change: string;
  /** The difference by which areas are compared: in percent also where the figures are in points. */
  share: number;
}

export interface Since {
  /** Change of the whole, where there is one figure for it. */
  change?: string;
  sentence: string;
  /** Whether the sentence only introduces the lines. */
  introduces?: boolean;
  lines: string[];
}

/** State that the parts of a page share. */
export interface View {
  /** The self-assessment. */
  root: HTMLElement;
  form: HTMLFormElement;
  model: Model;
  words: Words;
}

/** Answers as stored in the browser, as JSON. */
export interface StoredAnswers {
  format: 1;
  /** Id of the self-assessment. */
  id: string;
  /** Version of its scoring. */
  version: string;
  /** The scale that each answer was given on. */
  values: Record<string, number[]>;
  answers: Answers;
  /** Date of saving, in ISO format; only for people, since clocks are wrong. */
  saved: string;
  /** Place in the order of saving, among the versions of the self-assessment; 0 where an earlier release saved it. */
  order: number;
}

/** Answers read from the storage. */
export interface Loaded {
  answers: Answers;
  /** How many answers to another version fit. */
  carried: { kept: number; total: number } | null;
  /** Ids of items that had an answer which is no longer offered. */
  unfit: string[];
}

/** Texts and numbers in the page's language. */
export interface Words {
  /** The string with `{name}` filled in; where there are forms for numbers, `n` picks one. */
  t(key: string, values?: Record<string, string | number>): string;
  /** A score as the reader sees it. */
  number(value: number): string;
  /** A number with its sign. */
  signed(value: number): string;
  /** A number with the decimals that it has, two at most. */
  counted(value: number): string;
  /** A number with one decimal. */
  decimal(value: number): string;
  /** A difference with its sign and the decimals that it has, two at most. */
  change(value: number): string;
  /** A name in quotation marks. */
  quote(text: string): string;
  /** "a, b and c". */
  list(values: string[]): string;
  /** A day. */
  date(value: Date): string;
}

/** What a code or a file holds, with the ids of items whose answer is no longer offered; or why it is refused. */
export type Decoded = { answers: Answers; unfit?: string[] } | { problem: Problem };

/** "foreign": of another self-assessment; "version": of another version of this one; "newer": of a later release of ours. */
export type Problem = "damaged" | "foreign" | "version" | "large" | "newer";

/** What makes the answers to an item comparable. */
export interface ItemShape {
  values: number[];
  /** Everything else that the points depend on; only compared for equality. */
  scoring: string;
}

/** A result that was shown. */
export interface HistoryEntry {
  /** Place in the order of saving, unique among the entries. */
  number: number;
  version: string;
  /** Date of saving in ISO format, empty where unknown; only shown, since clocks are wrong. */
  saved: string;
  answers: Answers;
  /** Score of the whole as it was then; `null` where there was none, or where it can't be confirmed. */
  overall: number | null;
}

/** The history as stored in the browser, as JSON. */
export interface StoredHistory {
  format: 1;
  /** Id of the self-assessment. */
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
  /** What it is coloured by, as in `BarData`. */
  tone: number | string | null;
  /** What the value is calculated from, where that is worth showing. */
  points: number | null;
  /** The value as shown to the reader. */
  shown: string;
  /** The value without its unit, where some of the figures are in points. */
  plain?: string;
  /** The number that the value is compared by. */
  amount: number | null;
}

/** A bar of a chart. */
export interface BarData {
  id: string;
  name: string;
  /** The score as the reader sees it, or why there is none. */
  figure: string;
  value: number | null;
  /** What it is coloured by: 1 to 5 from the worst to the best, or the style; `null` where it means neither. */
  tone?: number | string | null;
  bands?: Band[];
  target?: number | null;
  /** Name of the band. */
  verdict?: string;
  note?: string;
}

/** A result that can be compared. */
export interface Candidate {
  /** Key of the result; empty for the one on the page. */
  key: string;
  /** Label by which the reader distinguishes it from others. */
  label: string;
  answers: Answers;
  /** Whether it may be another person's. Never that of a style profile, which compares a person with themself. */
  others: boolean;
}

/** Interface of the page for saving and sharing its results. */
export interface Visit extends View {
  store: AnswerStore;
  /** Tells the reader which answers of a source are no longer offered. */
  tellUnfit(items: string[], source: string): void;
  /** Reads again what is stored. */
  restore(): void;
  /** The reader's own answers, saved or not. */
  own(): Answers;
  /** Shows answers that are not the reader's own and saves none of them; `null` restores the reader's own. */
  borrow(answers: Answers | null, unfit?: string[]): void;
  /** Replaces the reader's own answers, and offers to undo it. */
  replace(answers: Answers): void;
}
