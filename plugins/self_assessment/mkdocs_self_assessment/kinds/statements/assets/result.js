// @ts-check
/**
 * The result of statements: the score of the whole.
 */
/** @import { KindResult, View } from "../../../assets/types/types.js" */

import { bandNameOf, bandTextOf, reasonOf } from "../../../assets/result/dimensions.js";
import { scoreSources, strongestOf } from "../../../assets/result/sources.js";
import { copiesOf } from "../../../assets/result/texts.js";
import { pointsFor } from "../../../assets/scoring/points.js";

/** @param {View} view @param {number} value @returns {string} the score of the whole as a sentence */
function overallOf({ model: { points }, words: { t } }, value) {
  if (!points) return t("overall", { score: value });
  const inWords = (/** @type {number} */ n) => t("points", { n });
  const [low, high] = [inWords(points.low), inWords(points.high)];
  return t("overall-points", { points: inWords(pointsFor(value, points)), low, high });
}

/** @type {KindResult} */
export const statementsResult = {
  sources: scoreSources,
  strongest: strongestOf,

  verdict(view, { overall }) {
    const { t } = view.words;
    const { value, answered, applicable } = overall;
    const sentence =
      value === null
        ? reasonOf(view, overall, "overall-")
        : `${overallOf(view, value)} ${t("basis", { answered, total: applicable, n: applicable })}`;
    return { name: bandNameOf(view, overall), sentence, texts: copiesOf(bandTextOf(view, overall)) };
  },
};
