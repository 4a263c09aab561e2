/** Types of the scripts of two factors. */

import type { Quadrant } from "../../../assets/types/model.js";

declare module "../../../assets/types/types.js" {
  interface Scores {
    /** Point of two factors, where both have a score. */
    point?: Point | null;
  }

  /** The point of two scores, and its square. */
  export interface Point {
    x: number;
    y: number;
    quadrant: Quadrant;
    /** Other squares that one answer, one step different, would have put it into; in the order of the model. */
    neighbours: Quadrant[];
  }
}
