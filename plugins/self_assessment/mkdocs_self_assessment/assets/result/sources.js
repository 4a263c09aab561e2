// @ts-check
/**
 * The texts that concern a reader with these scores, the most important first.
 */
/** @import { Score, Scores, Source, View } from "../types/types.js" */

import { sortScores } from "../scoring/scoring.js";
import { bandTextOf, dimensionOf, figureOf } from "./dimensions.js";

/** @param {View} view @param {Scores} scores @param {Score[]} dimensions @returns {Source[]} */
export function scoreSources(view, { overall, missing }, dimensions) {
  const { model, words } = view;
  const reasonFor = (/** @type {Score} */ score) => `${dimensionOf(view, score).title}: ${figureOf(view, score)}`;
  const lacking = dimensions.filter(({ id }) =>
    model.items.some((item) => item.dimensions.includes(id) && missing.includes(item.id)),
  );
  return [
    ...lacking.map((score) => ({
      text: bandTextOf(view, score),
      reason: words.t("next.must", { title: dimensionOf(view, score).title }),
    })),
    ...sortScores(dimensions, "lowest").map((score) => ({ text: bandTextOf(view, score), reason: reasonFor(score) })),
    { text: bandTextOf(view, overall), reason: "" },
  ];
}
