// @ts-check
/**
 * What comes first in a result: one plain sentence, and the text that belongs to it.
 */
/** @import { Quadrant, Scores, StyleProfile, View } from "../types/types.js" */

import { drawing } from "../charts/bars.js";
import { element, part } from "../dom/dom.js";
import { axesOf, bandTextOf, dimensionOf, reasonOf } from "./dimensions.js";
import { copiesOf, textOf } from "./texts.js";

/** Styles that share the first place have their texts side by side; of more, none would say much. */
const MOST_TEXTS = 2;

/** @param {View} view @param {Scores} scores */
export function showOverall(view, scores) {
  const { root, model, words } = view;
  const { overall } = scores;
  const figure = part(root, ".sa-overall__number");
  figure.hidden = overall.value === null;
  figure.textContent = overall.value === null ? "" : words.number(overall.value);
  const bar = part(root, ".sa-overall__bar");
  bar.hidden = model.kind === "scenarios" || model.kind === "two-factor";
  bar.replaceChildren(drawing(overall.value, model.bands));
  const { sentence, texts } = OF_KIND[model.kind](view, scores);
  part(root, ".sa-overall__sentence").textContent = sentence;
  part(root, ".sa-overall__band").replaceChildren(...texts);
  // What is folded on the screen is printed beside the square.
  root.querySelector(".sa-squares__near")?.replaceChildren(
    ...(scores.point?.neighbours ?? []).flatMap(({ id, title }) => [
      element("h4", "", title),
      ...copiesOf(textOf(root, "quadrant", id)),
    ]),
  );
}

/** @type {Record<View["model"]["kind"], (view: View, scores: Scores) => {sentence: string, texts: Node[]}>} */
const OF_KIND = {
  statements(view, { overall }) {
    const { t } = view.words;
    const { value, answered, applicable } = overall;
    const sentence = value === null
      ? reasonOf(view, overall, "overall-")
      : `${t("overall", { score: value })} ${t("basis", { answered, total: applicable, n: applicable })}`;
    return { sentence, texts: copiesOf(bandTextOf(view, overall)) };
  },

  "two-factor"(view, { dimensions, point }) {
    const { t } = view.words;
    if (!point) {
      const without = dimensions.filter(({ value }) => value === null);
      const reasons = without.map((score) => `${dimensionOf(view, score).title}: ${reasonOf(view, score)}`);
      return { sentence: [t("square.none"), ...reasons].join(" "), texts: [] };
    }
    const { quadrant, neighbours, x, y } = point;
    const { quote, list } = view.words;
    const [along, up] = axesOf(view);
    const sentence = t("square.sentence", { title: quote(quadrant.title), along, x, up, y });
    const text = copiesOf(textOf(view.root, "quadrant", quadrant.id));
    if (neighbours.length === 0) return { sentence, texts: text };
    const titles = list([quadrant, ...neighbours].map(({ title }) => quote(title)));
    const near = element("p", "sa-overall__near", t("square.near", { n: neighbours.length, titles }));
    return { sentence, texts: [near, ...text, ...neighbours.map((neighbour) => foldOf(view, neighbour))] };
  },

  scenarios(view, { overall, styles }) {
    if (!styles) return { sentence: reasonOf(view, overall, "overall-"), texts: [] };
    const { root, model } = view;
    const { primary } = styles;
    const shown = primary.length <= MOST_TEXTS ? primary.map((index) => (model.styles ?? [])[index]) : [];
    const texts = shown.flatMap(({ id, title }) => [
      ...(shown.length > 1 ? [element("h3", "", title)] : []),
      ...copiesOf(textOf(root, "style", id)),
    ]);
    return { sentence: styleSentence(view, styles), texts };
  },
};

/** @param {View} view @param {Quadrant} quadrant @returns {HTMLElement} its text, on request */
function foldOf({ root, words }, { id, title }) {
  const summary = element("summary", "", words.t("square.neighbour", { title: words.quote(title) }));
  return element("details", "sa-fold", summary, ...copiesOf(textOf(root, "quadrant", id)));
}

/** @param {View} view @param {StyleProfile} profile */
function styleSentence({ model, words }, { primary, secondary, counts, answered }) {
  const { t, list, quote } = words;
  const titles = (/** @type {number[]} */ indices) => list(indices.map((index) => quote((model.styles ?? [])[index].title)));
  const values = { styles: titles(primary), count: counts[primary[0]], total: answered };
  if (primary.length === counts.length) return t("styles.even", values);
  if (primary.length > 1) return t("styles.joint", values);
  const first = t("styles.primary", values);
  if (secondary.length === 0) return `${first} ${t("styles.only")}`;
  const next = secondary.length > 1 ? "styles.secondary-joint" : "styles.secondary";
  return `${first} ${t(next, { styles: titles(secondary), count: counts[secondary[0]] })}`;
}
