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
  const { root, model, words } = view;
  const { overall } = scores;
  const figure = part(root, ".js-overall-number");
  figure.hidden = overall.value === null;
  const value = overall.value !== null && model.points ? pointsFor(overall.value, model.points) : overall.value;
  figure.textContent = value === null ? "" : words.number(value);
  const bar = part(root, ".js-overall-bar");
  bar.hidden = !model.hasWhole;
  bar.replaceChildren(drawing(overall.value, model.bands));
  const { sentence, texts } = RESULTS[model.kind].verdict(view, scores);
  part(root, ".js-overall-sentence").textContent = sentence;
  part(root, ".js-overall-band").replaceChildren(...texts);
}
