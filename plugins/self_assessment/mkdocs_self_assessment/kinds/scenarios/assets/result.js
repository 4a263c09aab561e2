// @ts-check
/**
 * The result of situations: the styles that were chosen most.
 */
/** @import { KindResult, Scores, Source, StyleProfile, View } from "../../../assets/types/types.js" */

import { element } from "../../../assets/dom/dom.js";
import { nth } from "../../../assets/lists/lists.js";
import { reasonOf } from "../../../assets/result/dimensions.js";
import { bestOf } from "../../../assets/result/sources.js";
import { copiesOf, textOf } from "../../../assets/result/texts.js";
import { actionsOf } from "./explain.js";
import { showProfile } from "./show-profile.js";

/** Most texts shown side by side for styles chosen equally often. */
const MOST_TEXTS = 2;

/** @type {KindResult} */
export const scenariosResult = {
  sources: styleSources,
  explain: actionsOf,

  show(view, { styles = null }) {
    showProfile(view, styles);
  },

  verdict(view, { overall, styles }) {
    if (!styles) return { name: "", sentence: reasonOf(view, overall, "overall-"), texts: [] };
    const { root, model, words } = view;
    const { primary, counts } = styles;
    // All styles equally often: none of them is primary.
    const named = primary.length < counts.length ? primary : [];
    const name = words.list(named.map((index) => nth(model.styles ?? [], index).title));
    const shown = primary.length <= MOST_TEXTS ? primary.map((index) => nth(model.styles ?? [], index)) : [];
    const texts = shown.flatMap(({ id, title }) => [
      ...(shown.length > 1 ? [element("h3", "", title)] : []),
      ...copiesOf(textOf(root, "style", id)),
    ]);
    return { name, sentence: styleSentence(view, styles), texts };
  },

  strongest({ model, words }, { styles }) {
    const { t } = words;
    const figures = /** @type {const} */ (["flexibility", "effectiveness"]).flatMap((name) =>
      styles?.[name] ? [{ name, ...styles[name] }] : [],
    );
    const [best] = bestOf(figures, ({ value }) => value);
    if (!best) return null;
    const { name, value, band } = best;
    const text = model[name]?.[band ?? -1]?.name || t("out-of", { score: value ?? 0 });
    return { ids: [name], title: t(`keep.${name}`), text };
  },
};

/** @param {View} view @param {StyleProfile} profile */
function styleSentence({ model, words }, { primary, secondary, counts, answered }) {
  const { t, list, quote } = words;
  const titles = (/** @type {number[]} */ indices) =>
    list(indices.map((index) => quote(nth(model.styles ?? [], index).title)));
  const values = { styles: titles(primary), count: nth(counts, nth(primary, 0)), total: answered };
  if (primary.length === counts.length) return t("styles.even", values);
  if (primary.length > 1) return t("styles.joint", values);
  const first = t("styles.primary", values);
  if (secondary.length === 0) return `${first} ${t("styles.only")}`;
  const next = secondary.length > 1 ? "styles.secondary-joint" : "styles.secondary";
  return `${first} ${t(next, { styles: titles(secondary), count: nth(counts, nth(secondary, 0)) })}`;
}

/** @param {View} view @param {Scores} scores @returns {Source[]} */
function styleSources({ root, model, words }, { styles }) {
  if (!styles) return [];
  const { flexibility, effectiveness } = styles;
  // What holds for every style is no information about the reader.
  const of = (/** @type {number[]} */ indices, /** @type {string} */ key) =>
    (indices.length < styles.counts.length ? indices : []).map((index) => {
      const { id, title } = nth(model.styles ?? [], index);
      return { id, title, text: textOf(root, "style", id), reason: words.t(key, { style: title }) };
    });
  const [weaker, ...stronger] = [
    { name: "flexibility", ...flexibility },
    { name: "effectiveness", ...effectiveness },
  ]
    .flatMap(({ name, value, band }) => (value === null ? [] : [{ name, value, band }]))
    .sort((a, b) => a.value - b.value)
    .map(({ name, value, band }) => ({
      id: name,
      title: words.t(`keep.${name}`),
      text: band === null ? null : textOf(root, "band", `${name}:${band}`),
      reason: words.t(`next.${name}`, { score: value }),
    }));
  return [
    ...of(styles.primary, "next.primary"),
    ...(weaker ? [weaker] : []),
    ...of(styles.passedOver, "next.passed-over"),
    ...stronger,
    ...of(styles.secondary, "next.secondary"),
    { id: "", title: "", text: null, reason: "" },
  ];
}
