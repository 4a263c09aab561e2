/** What the scripts of two factors agree on. */

import type { Quadrant } from "../../../assets/types/model.js";

declare module "../../../assets/types/types.js" {
  interface Scores {
    /** Of two factors, where both have a score. */
    point?: Point | null;
  }

  /** Where two scores meet. */
  export interface Point {
    x: number;
    y: number;
    quadrant: Quadrant;
    /** Other squares that one answer, one step different, would have put it into; in the order of the model. */
    neighbours: Quadrant[];
  }
}
