/** Types of the scripts of levels. */

import type { Level } from "../../../assets/types/model.js";

declare module "../../../assets/types/types.js" {
  interface Scores {
    /** Levels of each dimension of a maturity model, in the order of the model. */
    ladders?: Ladder[];
    /** Levels of the whole; `null` with too few answers. */
    levels?: Levels | null;
  }

  /** One dimension. Levels are counted from 1. */
  interface Ladder {
    id: string;
    title: string;
    levels: Level[];
    today: number | null;
    /** Level wanted in a year; `null` where the reader has not decided. */
    target: number | null;
    /** Distance from today to the target, negative where the target is lower; `null` without either. */
    distance: number | null;
    /** Index of the dimension's text. */
    band: number | null;
  }

  /** All dimensions. */
  interface Levels {
    lowest: number;
    /** Mean of today's levels, unrounded. */
    mean: number;
    /** Number of dimensions in the mean. */
    answered: number;
    /** Index of the text for the whole. */
    band: number | null;
  }
}
