// @ts-check
/**
 * The beginning of a result: its name, or else one plain sentence; the score on its scale; and the text that belongs to it.
 */
/** @import { Scores, View } from "../types/types.js" */

import { scaleOf } from "../charts/scale.js";
import { toneOf } from "../charts/tones.js";
import { part } from "../dom/dom.js";
import { kindOf } from "../kinds/kinds.js";
import { pointsFor } from "../scoring/points.js";

/** @param {View} view @param {Scores} scores */
export function showVerdict(view, scores) {
  const { root, model, words } = view;
  const { value } = scores.overall;
  const { name, sentence, texts } = kindOf(model).result.verdict(view, scores);
  part(root, ".js-overall").dataset.tone = `${toneOf(model.bands, value, model.good) ?? ""}`;
  const title = part(root, ".js-overall-name");
  title.hidden = !name;
  title.textContent = name;
  // Without a name the sentence is the headline, and has the figure.
  const figure = part(root, ".js-overall-number");
  figure.hidden = !name || value === null;
  figure.textContent = value === null ? "" : figureIn(view, value);
  part(root, ".js-overall-sentence").textContent = sentence;
  part(root, ".js-overall-since").hidden = value === null;
  part(root, ".js-overall-low").hidden = model.good !== "low" || value === null;
  const scale = part(root, ".js-overall-scale");
  scale.hidden = value === null;
  const { low, high } = model.points ?? { low: 0, high: 100 };
  const best = model.good === "low" ? low : high;
  const isRated = [model, ...model.dimensions].some(({ bands }) => bands.length > 1);
  const ends = [low, high].map((end) => {
    const figure = words.counted(end);
    return isRated && end === best ? words.t("result.best-end", { figure }) : figure;
  });
  scale.replaceChildren(...(value === null ? [] : scaleOf(value, model.bands, model.good, ends)));
  part(root, ".js-overall-band").replaceChildren(...texts);
}

/** @param {View} view @param {number} value @returns {string} in points where the result texts are for points, without their word */
function figureIn({ model: { points }, words }, value) {
  return points ? words.counted(pointsFor(value, points)) : words.number(value);
}
