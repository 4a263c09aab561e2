// @ts-check
/**
 * Two results of the same version side by side: scores, bars over each other, and the answers that differ most. Pure but for
 * the elements it makes.
 */
/** @import { Answers, Candidate, Item, Visit } from "../types/types.js" */

import { shape } from "../charts/svg.js";
import { element } from "../dom/dom.js";
import { labelOf, nameOf } from "../form/form.js";
import { nth } from "../lists/lists.js";
import { change, rowsOf } from "../result-tools/rows.js";
import { signed, tableOf } from "../result-tools/tables.js";
import { activeItems } from "../scoring/active-items.js";
import { isAnswered, pointsOf } from "../scoring/items.js";

const MOST_ITEMS = 5;

/**
 * @param {Visit} visit
 * @param {[Candidate, Candidate]} pair with the labels that the reader chose
 * @returns {Node[]}
 */
export function comparisonOf(visit, [first, second]) {
  const { model, words } = visit;
  const { t } = words;
  const before = rowsOf(model, first.answers, words);
  const after = rowsOf(model, second.answers, words);
  const table = tableOf(
    t("keep.table"),
    [t("keep.area"), first.label, second.label, t("keep.difference")],
    before.map((row, index) => [
      row.title,
      row.shown,
      nth(after, index).shown,
      signed(change(row, nth(after, index)), words),
    ]),
  );
  const bars = element(
    "div",
    "sa-pair",
    legendOf(first.label, false),
    legendOf(second.label, true),
    ...before.map(({ title, value }, index) => comparedRow(title, value, nth(after, index).value)),
  );
  // The table has the same content in words and figures.
  bars.setAttribute("aria-hidden", "true");
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
    bars,
    table,
    element("h4", "", t("keep.items")),
    items.length > 0 ? element("ul", "sa-pair__items", ...list) : element("p", "", t("keep.same")),
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

/** @param {string} name @param {number | null} first @param {number | null} second */
function comparedRow(name, first, second) {
  const svg = shape("svg", { class: "sa-pair__drawing", width: "100%", height: "18" });
  svg.append(shape("rect", { class: "sa-bars__track", y: "1", width: "100%", height: "16", rx: "2" }));
  if (first !== null) svg.append(bar(`${first}%`, false));
  if (second !== null) svg.append(bar(`${second}%`, true));
  return element("div", "sa-pair__row", element("span", "", name), svg);
}

/** @param {string} label @param {boolean} second */
function legendOf(label, second) {
  const svg = shape("svg", { width: "28", height: "18" });
  svg.append(bar("28", second));
  return element("span", "sa-pair__legend", svg, label);
}

/** @param {string} width @param {boolean} second the thin one in front: distinguished by more than colour */
function bar(width, second) {
  const [name, y, height] = second ? ["sa-pair__second", "6", "6"] : ["sa-bars__value", "1", "16"];
  return shape("rect", { class: name, y, width, height });
}
