// @ts-check
/**
 * The dimensions of a result: bars that open what they mean, and the same figures in a table.
 */
/** @import { BarData, Dimension, PointsData, Score, View } from "../types/types.js" */

import { barOf } from "../charts/bars.js";
import { toneOf } from "../charts/tones.js";
import { element, headerCell, part } from "../dom/dom.js";
import { pointsFor } from "../scoring/points.js";
import { copiesOf, textOf } from "./texts.js";

/** @param {View} view @param {Score[]} scores the weakest first; none where they would only repeat the whole */
export function showDimensions(view, scores) {
  part(view.root, ".js-profile").hidden = scores.length === 0;
  part(view.root, ".js-areas").replaceChildren(...scores.map((score) => foldOf(view, score)));
  const figures = part(view.root, ".js-figures");
  figures.hidden = scores.length === 0;
  part(figures, "tbody").replaceChildren(
    ...[...scores]
      .sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
      .map((score) => {
        const { title } = dimensionOf(view, score);
        const of = view.words.t("answered", { answered: score.answered, total: score.applicable });
        return element(
          "tr",
          "",
          headerCell(title, "row"),
          element("td", "", figureWithTarget(view, score)),
          element("td", "", of),
        );
      }),
  );
}

/** @param {View} view @param {Score[]} scores @returns {{data: BarData[], list: string}} what is drawn, and the same in words */
export function barsOf(view, scores) {
  const data = scores.map((score) => barFor(view, score));
  const lines = data.map(({ name, figure, verdict, note }) => {
    const more = [verdict, note].filter(Boolean).join(", ");
    return more ? `${name}: ${figure} (${more})` : `${name}: ${figure}`;
  });
  return { data, list: lines.join("; ") };
}

/** @param {View} view @param {Score} score @returns {BarData} */
function barFor(view, score) {
  const { id, value } = score;
  const { title: name, bands, target, good } = dimensionOf(view, score);
  const said = { figure: figureOf(view, score), verdict: bandNameOf(view, score), note: gapOf(view, score) };
  return { id, name, value, tone: toneOf(bands, value, good), bands, target, ...said };
}

/** @param {View} view @param {Score} score @returns {HTMLElement} its bar, which opens what it means */
function foldOf(view, score) {
  const { root, words } = view;
  const { id, value } = score;
  return foldFor(
    "sa-area",
    [barOf(barFor(view, score))],
    ...copiesOf(textOf(root, "about", id)),
    ...(value === null ? [element("p", "", reasonOf(view, score))] : copiesOf(bandTextOf(view, score))),
    ...(dimensionOf(view, score).good === "low" ? [element("p", "", words.t("result.low-is-good"))] : []),
    ...stepFor(view, id),
  );
}

/** @param {View} view @param {string} id of a dimension @returns {Node[]} its first step, where the author has written one */
export function stepFor({ root, words }, id) {
  const step = textOf(root, "first-step", id);
  const title = element("p", "sa-step__title", words.t("result.first-step"));
  return step ? [element("div", "sa-step", title, ...copiesOf(step))] : [];
}

/**
 * @param {string} className
 * @param {(Node | string)[]} summary
 * @param {...Node} content
 * @returns {HTMLElement} folded on screen, open on paper
 */
export function foldFor(className, summary, ...content) {
  const fold = element("details", `sa-fold ${className}`, element("summary", "", ...summary), ...content);
  fold.dataset.paper = "";
  return fold;
}

/** @param {View} view @param {Score} score @returns {string} as short as it can be */
export function figureOf(view, score) {
  const { words } = view;
  if (score.value === null) return words.t(score.reason === "too-few" ? "few" : "none");
  // Beside figures in points, all others say what they are out of.
  const among = [view.model, ...view.model.dimensions].some(({ points }) => points);
  return among ? outOf(view, score) : words.number(score.value);
}

/** @param {View} view @param {Score} score that has a value @returns {string} in full: a figure by itself says little */
export function outOf(view, score) {
  return pointsShown(view, score) ?? view.words.t("out-of", { score: score.value ?? 0 });
}

/** @param {View} view @param {Score} score @returns {string | null} the score in points, where its texts are for points */
function pointsShown(view, score) {
  const points = pointsIn(view, score);
  return points && score.value !== null ? view.words.t("points", { n: pointsFor(score.value, points) }) : null;
}

/** @param {View} view @param {Score} score @returns {PointsData | null} the points that it is shown in */
function pointsIn({ model }, { id }) {
  return (id === model.id ? model : model.dimensions.find((dimension) => dimension.id === id))?.points ?? null;
}

/** @param {View} view @param {Score} score */
function figureWithTarget(view, score) {
  const gap = gapOf(view, score);
  return gap ? `${figureOf(view, score)} (${gap})` : figureOf(view, score);
}

/** @param {View} view @param {Score} score @returns {string} how far it is to the target, empty without one */
function gapOf(view, score) {
  const { target, good } = dimensionOf(view, score);
  const { t } = view.words;
  if (target == null) return "";
  const points = pointsIn(view, score);
  const goal = points ? pointsFor(target, points) : target;
  const inWords = (/** @type {number} */ n) => (points ? t("points", { n }) : n);
  if (score.gap === null || score.value === null) return t("target.only", { target: inWords(goal) });
  // Rounded as the reader sees it: a gap that rounds to 0 is none.
  const above = points ? pointsFor(score.value, points) - goal : Math.round(score.gap);
  const gap = good === "low" ? -above : above;
  return t(gap < 0 ? "target.below" : "target.reached", { target: inWords(goal), gap: inWords(-gap) });
}

/** @param {View} view @param {Score} score @param {string} prefix of the string's key @returns {string} why there is no score */
export function reasonOf(view, { id, reason, answered, applicable }, prefix = "") {
  const { dimensions, minimum } = view.model;
  const percent = dimensions.find((dimension) => dimension.id === id && id !== view.model.id)?.minimum ?? minimum;
  const needed = Math.max(1, Math.ceil((percent * applicable) / 100));
  return view.words.t(`${prefix}${reason}`, { answered, total: applicable, needed, n: applicable });
}

/** @param {View} view @param {Score} score @returns {Dimension} */
export function dimensionOf({ model }, { id }) {
  const dimension = model.dimensions.find((d) => d.id === id);
  if (!dimension) throw new Error(`No dimension "${id}"`);
  return dimension;
}

/** @param {View} view @param {Score} score @returns {Element | null} the text of the band that a score has reached */
export function bandTextOf({ root, model }, { id, band }) {
  return band === null ? null : textOf(root, "band", `${id === model.id ? "" : id}:${band}`);
}

/** @param {Pick<View, "model">} view @param {Pick<Score, "id" | "band">} score @returns {string} the name of the text that it has reached, empty without one */
export function bandNameOf({ model }, { id, band }) {
  const own = id === model.id ? null : model.dimensions.find((dimension) => dimension.id === id);
  const owner = own ?? model;
  const names = owner.conditions.length > 0 ? owner.conditionNames : owner.bands.map(({ name }) => name);
  return names[band ?? -1] ?? "";
}
