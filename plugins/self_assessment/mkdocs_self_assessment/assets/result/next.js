// @ts-check
/**
 * What to read next: links out of the texts that this reader's answers lead to, so never the same for everyone.
 */
/** @import { Score, Scores, View } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { sortScores } from "../scoring/scoring.js";
import { bandTextOf, dimensionOf, figureOf } from "./dimensions.js";
import { textOf } from "./texts.js";

const MOST_LINKS = 3;

/**
 * A text, and why it concerns this reader.
 *
 * @typedef {{text: Element | null, reason: string}} Source
 */

/** @param {View} view @param {Scores} scores @param {Score[]} dimensions those that say more than the whole */
export function showNext(view, scores, dimensions) {
  const sources = [...styleSources(view, scores), ...scoreSources(view, scores, dimensions)];
  const entries = choose(sources).map(({ link, reason }) => {
    const entry = element("li", "", link.cloneNode(true));
    if (reason) entry.append(" ", element("span", "sa-next__reason", reason));
    return entry;
  });
  part(view.root, ".sa-next").hidden = entries.length === 0;
  part(view.root, ".sa-next__list").replaceChildren(...entries);
}

/**
 * The first link of each source, then the second of each, until there are enough; no address twice.
 *
 * @param {Source[]} sources the most important first
 */
function choose(sources) {
  /** @type {Map<string, {link: Element, reason: string}>} */
  const chosen = new Map();
  const links = sources.map(({ text, reason }) =>
    [...(text?.querySelectorAll("a[href]") ?? [])].map((link) => ({ link, reason })),
  );
  for (let round = 0; links.some((found) => found.length > round); round += 1) {
    for (const { [round]: entry } of links) {
      const href = entry?.link.getAttribute("href") ?? "";
      if (entry && !chosen.has(href) && chosen.size < MOST_LINKS) chosen.set(href, entry);
    }
  }
  return [...chosen.values()];
}

/** @param {View} view @param {Scores} scores @param {Score[]} dimensions @returns {Source[]} */
function scoreSources(view, { overall, missing, point }, dimensions) {
  const { root, model, words } = view;
  const reasonFor = (/** @type {Score} */ score) => `${dimensionOf(view, score).title}: ${figureOf(view, score)}`;
  const lacking = dimensions.filter(({ id }) =>
    model.items.some((item) => item.dimension === id && missing.includes(item.id)),
  );
  return [
    ...(point
      ? [{ text: textOf(root, "quadrant", point.quadrant.id), reason: words.t("next.square", { title: point.quadrant.title }) }]
      : []),
    ...lacking.map((score) => ({
      text: bandTextOf(view, score),
      reason: words.t("next.must", { title: dimensionOf(view, score).title }),
    })),
    ...sortScores(dimensions, "lowest").map((score) => ({ text: bandTextOf(view, score), reason: reasonFor(score) })),
    { text: bandTextOf(view, overall), reason: "" },
  ];
}

/** @param {View} view @param {Scores} scores @returns {Source[]} */
function styleSources({ root, model, words }, { styles }) {
  if (!styles) return [];
  const { flexibility, effectiveness } = styles;
  // What holds for every style tells the reader nothing.
  const of = (/** @type {number[]} */ indices, /** @type {string} */ key) =>
    (indices.length < styles.counts.length ? indices : []).map((index) => {
      const { id, title } = (model.styles ?? [])[index];
      return { text: textOf(root, "style", id), reason: words.t(key, { style: title }) };
    });
  const [weaker, ...stronger] = [
    { name: "flexibility", ...flexibility },
    { name: "effectiveness", ...effectiveness },
  ]
    .flatMap(({ name, value, band }) => (value === null ? [] : [{ name, value, band }]))
    .sort((a, b) => a.value - b.value)
    .map(({ name, value, band }) => ({
      text: band === null ? null : textOf(root, "band", `${name}:${band}`),
      reason: words.t(`next.${name}`, { score: value }),
    }));
  return [
    ...of(styles.primary, "next.primary"),
    weaker,
    ...of(styles.passedOver, "next.passed-over"),
    ...stronger,
    ...of(styles.secondary, "next.secondary"),
  ];
}
