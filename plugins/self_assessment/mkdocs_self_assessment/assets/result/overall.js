// @ts-check
/**
 * The beginning of a result: one plain sentence, and the text that belongs to it.
 */
/** @import { Scores, View } from "../types/types.js" */

import { drawing } from "../charts/bars.js";
import { part } from "../dom/dom.js";
import { RESULTS } from "../kinds/results.js";
import { pointsFor } from "../scoring/points.js";

/** @param {View} view @param {Scores} scores */
export function showOverall(view, scores) {
  const { root, model } = view;
  const { overall } = scores;
  const figure = part(root, ".js-overall-number");
  figure.hidden = overall.value === null;
  figure.textContent = overall.value === null ? "" : numberOf(view, overall.value);
  const bar = part(root, ".js-overall-bar");
  bar.hidden = !model.hasWhole;
  bar.replaceChildren(drawing(overall.value, model.bands));
  const { sentence, texts } = RESULTS[model.kind].verdict(view, scores);
  part(root, ".js-overall-sentence").textContent = sentence;
  part(root, ".js-overall-band").replaceChildren(...texts);
}

/** @param {View} view @param {number} value @returns {string} in points where the result texts are for points, without their word */
function numberOf({ model: { points }, words }, value) {
  return points ? words.counted(pointsFor(value, points)) : words.number(value);
}
