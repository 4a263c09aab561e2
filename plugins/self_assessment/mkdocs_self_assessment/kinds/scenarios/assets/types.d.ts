/** What the scripts of situations agree on. */

import "../../../assets/types/types.js";

declare module "../../../assets/types/types.js" {
  interface Scores {
    /** Of scenarios, from enough answers on. */
    styles?: StyleProfile | null;
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

  /** Styles are given as their indices. */
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
    /** Choices that direct more than would fit. */
    over: number;
    /** Choices that direct less than would fit. */
    under: number;
    /** The style that was most often fitting and not chosen; several are equal, and there may be none. */
    passedOver: number[];
  }
}
