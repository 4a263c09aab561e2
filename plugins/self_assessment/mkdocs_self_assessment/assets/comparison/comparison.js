// @ts-check
/**
 * Two results of the same version side by side: their figures, and the answers that differ most. Pure but for the elements it
 * makes.
 */
/** @import { Answers, Candidate, Item, Visit } from "../types/types.js" */

import { element } from "../dom/dom.js";
import { labelOf, nameOf } from "../form/form.js";
import { activeItems } from "../scoring/active-items.js";
import { isAnswered, pointsOf } from "../scoring/items.js";
import { figuresOf } from "./pair.js";

const MOST_ITEMS = 5;

/**
 * @param {Visit} visit
 * @param {[Candidate, Candidate]} pair with the labels that the reader chose
 * @returns {Node[]}
 */
export function comparisonOf(visit, [first, second]) {
  const { model, words } = visit;
  const items = differences(model.items, first.answers, second.answers).slice(0, MOST_ITEMS);
  const list = items.map((item) =>
    element(
      "li",
      "",
      element("strong", "", nameOf(visit.form, item)),
      ...[first, second].map(({ label, answers }) =>
        element(
          "span",
          "sa-pair__answer",
          `${label}: ${labelOf(visit.form, item, answers[item.id]).textContent?.trim()}`,
        ),
      ),
    ),
  );
  return [
    ...figuresOf(visit, [first, second]),
    element("h4", "", words.t("keep.items")),
    items.length > 0 ? element("ul", "sa-pair__items", ...list) : element("p", "", words.t("keep.same")),
  ];
}

/**
 * The items that both have answered, and differently; the largest difference first, measured by the item's scale.
 *
 * @param {Item[]} items
 * @param {Answers} first
 * @param {Answers} second
 * @returns {Item[]}
 */
export function differences(items, first, second) {
  const inBoth = new Set(activeItems(items, second));
  return activeItems(items, first)
    .filter((item) => inBoth.has(item))
    .map((item) => ({ item, size: distance(item, first, second) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .map(({ item }) => item);
}

/** @param {Item} item @param {Answers} first @param {Answers} second @returns {number} as a part of its scale */
function distance(item, { [item.id]: a }, { [item.id]: b }) {
  if (!isAnswered(item, a) || !isAnswered(item, b)) return 0;
  const { low, high } = pointsOf(item, a);
  return Math.abs(a - b) / (high - low);
}
