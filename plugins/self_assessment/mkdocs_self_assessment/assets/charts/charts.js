// @ts-check
/**
 * The charts, loaded with the first result.
 */
/** @import { Scores, View } from "../types/types.js" */

import { DRAWINGS } from "../kinds/drawings.js";

/** @param {View} view @param {Scores} scores */
export function showCharts(view, scores) {
  DRAWINGS[view.model.kind]?.(view, scores);
}
