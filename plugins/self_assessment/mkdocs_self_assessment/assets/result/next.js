// @ts-check
/**
 * What to read next: links in the result texts chosen by the reader's answers.
 */
/** @import { Score, Scores, Source, View } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { RESULTS } from "../kinds/results.js";

const MOST_LINKS = 3;

/** @param {View} view @param {Scores} scores @param {Score[]} dimensions those that differ from the whole */
export function showNext(view, scores, dimensions) {
  const sources = RESULTS[view.model.kind].sources(view, scores, dimensions);
  const entries = choose(sources).map(({ link, reason }) => {
    const entry = element("li", "", link.cloneNode(true));
    if (reason) entry.append(" ", element("span", "sa-next__reason", reason));
    return entry;
  });
  part(view.root, ".js-next").hidden = entries.length === 0;
  part(view.root, ".js-next-list").replaceChildren(...entries);
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
