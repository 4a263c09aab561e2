// @ts-check
/**
 * Two results of the same version side by side: both scores on one line, and the answers that differ most. Pure but for the
 * elements it makes.
 */
/** @import { Answers, Candidate, Item, Row, Visit, Words } from "../types/types.js" */

import { acrossOf, shape, wordsAt } from "../charts/svg.js";
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
  const across = acrossOf(visit.root);
  const bars = element(
    "div",
    "sa-pair",
    legendOf(first.label, 0),
    legendOf(second.label, 1),
    element("div", "sa-bars", ...before.map((row, index) => pairOf([row, nth(after, index)], words, across))),
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

/**
 * @param {[Row, Row]} pair of one figure
 * @param {Words} words
 * @param {(x: number) => number} across
 */
function pairOf(pair, words, across) {
  const svg = shape("svg", { class: "sa-pair__drawing", width: "100%", height: "24" });
  // Room for the values, which stand outside
  const at = (/** @type {number} */ x) => across(14 + 0.72 * x);
  const values = pair.flatMap(({ value, amount, tone }, side) =>
    value === null || amount === null ? [] : [{ value, side, tone, text: words.counted(amount) }],
  );
  const ends = [...values].sort((a, b) => a.value - b.value);
  svg.append(line("track", at(0), at(100)));
  if (ends.length > 1) svg.append(line("between", ...ends.map(({ value }) => at(value))));
  for (const { value, side, tone } of values) svg.append(markOf(side, `${at(value)}%`, tone));
  // The lower value is before its mark, the higher one after it.
  ends.forEach(({ value, text }, index) => {
    svg.append(wordsAt(at(value), 68, text, (index === 0 ? -11 : 11) * (across(1) - across(0))));
  });
  const difference = element("span", "sa-bars__figure", signed(change(...pair), words));
  return element("div", "sa-bars__row", element("span", "sa-bars__name", pair[0].title), svg, difference);
}

/** @param {string} name @param {...number} ends */
function line(name, ...ends) {
  return shape("line", { class: `sa-pair__${name}`, x1: `${ends[0]}%`, x2: `${ends[1]}%`, y1: 12, y2: 12 });
}

/** @param {string} label @param {number} side */
function legendOf(label, side) {
  const svg = shape("svg", { width: 16, height: 24 }, markOf(side, "8", null));
  return element("span", "sa-pair__legend", svg, label);
}

/** @param {number} side a ring for the first, a filled circle for the second @param {string} x @param {Row["tone"]} tone */
function markOf(side, x, tone) {
  const name = side === 0 ? "sa-pair__first" : "sa-pair__second";
  return shape("circle", { class: name, cx: x, cy: 12, r: 6, "data-tone": tone ?? "" });
}
