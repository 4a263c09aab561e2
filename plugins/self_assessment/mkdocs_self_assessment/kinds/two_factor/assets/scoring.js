// @ts-check
/**
 * Two scores are a point in a square. Pure.
 */
/** @import { KindScoring } from "../../../assets/types/types.js" */

import { placePoint } from "./point.js";

/** @type {KindScoring} */
export function twoFactorScoring(model, answers, { dimensionsOf }) {
  const { square } = model;
  const point = square ? placePoint({ ...model, square }, answers, dimensionsOf) : null;
  return { point, found: point !== null };
}
