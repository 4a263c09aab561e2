/** What the scripts of levels agree on. */

import type { Level } from "../../../assets/types/model.js";

declare module "../../../assets/types/types.js" {
  interface Scores {
    /** Of a maturity model: one for each dimension, in the order of the model. */
    ladders?: Ladder[];
    /** What they amount to, from enough answers on. */
    levels?: Levels | null;
  }

  /** One dimension. Levels are counted from 1. */
  interface Ladder {
    id: string;
    title: string;
    levels: Level[];
    today: number | null;
    /** In a year; `null` where the reader has not decided. */
    target: number | null;
    /** From today to the target, negative where the target is lower; `null` without either. */
    distance: number | null;
    /** Index of the dimension's text. */
    band: number | null;
  }

  /** All dimensions. */
  interface Levels {
    lowest: number;
    /** Unrounded. */
    mean: number;
    /** Dimensions that it is the mean of. */
    answered: number;
    /** Index of the text for the whole. */
    band: number | null;
  }
}
