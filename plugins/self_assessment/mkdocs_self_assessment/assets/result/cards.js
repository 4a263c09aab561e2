// @ts-check
/**
 * Three cards below the verdict: what is strongest, the first step, and what to read next.
 */
/** @import { Score, Scores, Source, View } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { kindOf } from "../kinds/kinds.js";
import { copiesOf, isForOthers, textOf } from "./texts.js";

/** Matches the end of a sentence; bold words within one are no step. */
const SENTENCE = /[.!?\u2026\u3002\uff01\uff1f\u061f]\S?$/;

/** @param {View} view @param {Scores} scores @param {Score[]} dimensions those that differ from the whole */
export function showCards(view, scores, dimensions) {
  const { sources, strongest } = kindOf(view.model).result;
  const all = sources(view, scores, dimensions);
  const step = all
    .map(({ id, title, text }) => ({ id, title, nodes: stepOf(view, id, text) }))
    .find(({ nodes }) => nodes);
  const next = choose(all);
  const best = strongest?.(view, scores, dimensions);
  // What is to be worked on isn't praised beside it, even where it is ahead of the rest.
  const isPraised = best?.title && ![step, next].some((card) => card && best.ids.includes(card.id));
  fill(view, "strongest", best?.title ?? "", isPraised ? [best.text] : []);
  fill(view, "step", step?.title ?? "", step?.nodes ?? []);
  fill(view, "next", "", next ? linkOf(view, next) : []);
  // Where the author has written no step, what the weakest area means is one.
  if (!step && scores.found) view.root.querySelector(".js-areas details")?.setAttribute("open", "");
}

/** @param {View} view @param {string} name @param {string} title @param {(Node | string)[]} content a card without any is hidden */
function fill({ root }, name, title, content) {
  const card = part(root, `.js-${name}`);
  card.hidden = content.length === 0;
  const heading = card.querySelector(`.js-${name}-title`);
  if (heading) heading.textContent = title;
  part(card, `.js-${name}-text`).replaceChildren(...content);
}

/**
 * @param {View} view
 * @param {string} id whose step it is
 * @param {Element | null} text
 * @returns {Node[] | null} the step that the author has written, or else the first bold sentence of the text
 */
function stepOf({ root }, id, text) {
  const written = textOf(root, "first-step", id);
  if (written) return copiesOf(written);
  const bold = [...(text?.querySelectorAll("strong") ?? [])].find(
    (words) => !isForOthers(words) && SENTENCE.test(words.textContent.trim()),
  );
  return bold ? [element("p", "", ...copiesOf(bold))] : null;
}

/** @param {View} view @param {{link: Element, reason: string}} entry @returns {Node[]} below the title of its page, where that differs */
function linkOf({ model }, { link, reason }) {
  const page = model.articles[link.getAttribute("href")?.replace(/#.*/, "") ?? ""];
  const title = element("p", "sa-takeaway__title", link.cloneNode(true));
  const above = page && page !== link.textContent ? [element("p", "sa-next__page", page)] : [];
  return [...above, title, ...(reason ? [element("p", "sa-next__reason", reason)] : [])];
}

/** @param {Source[]} sources the most important first @returns {{id: string, link: Element, reason: string} | undefined} the first link */
function choose(sources) {
  return sources
    .flatMap(({ id, text, reason }) =>
      [...(text?.querySelectorAll("a[href]") ?? [])].map((link) => ({ id, link, reason })),
    )
    .find(({ link }) => !isForOthers(link));
}
