/** Types of the scripts of situations. */

import "../../../assets/types/types.js";

declare module "../../../assets/types/types.js" {
  interface Scores {
    /** Style profile of scenarios; absent with too few answers. */
    styles?: StyleProfile | null;
  }

  /** A figure with its range, and its position in the range. */
  export interface Figure {
    points: number;
    low: number;
    high: number;
    /** Percent of the range, unrounded; `null` where every choice would have given the same points. */
    value: number | null;
    band: number | null;
  }

  /** Styles are given as their indices. */
  export interface StyleProfile {
    /** Number of answered situations. */
    answered: number;
    /** How often each style was chosen. */
    counts: number[];
    /** Styles chosen most often; several if equal. */
    primary: number[];
    /** Styles chosen second most often, after a single primary one; several if equal, possibly none. */
    secondary: number[];
    flexibility: Figure;
    effectiveness: Figure;
    /** Number of situations by fitting style, then by chosen style. */
    table: number[][];
    /** Number of choices that direct more than would fit. */
    over: number;
    /** Number of choices that direct less than would fit. */
    under: number;
    /** Styles that most often fitted and were not chosen; several if equal, possibly none. */
    passedOver: number[];
  }
}
