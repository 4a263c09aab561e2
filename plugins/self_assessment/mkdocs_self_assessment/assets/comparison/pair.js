// @ts-check
/**
 * The figures of two results: both on one line, and the same as a table.
 */
/** @import { Candidate, Row, View, Words } from "../types/types.js" */

import { acrossOf, shape, wordsAt } from "../charts/svg.js";
import { element } from "../dom/dom.js";
import { nth } from "../lists/lists.js";
import { change, rowsOf } from "../result-tools/rows.js";
import { signed, tableOf } from "../result-tools/tables.js";

/** @typedef {Pick<Candidate, "label" | "answers">} Shown */

/**
 * @param {Pick<View, "root" | "model" | "words">} view
 * @param {[Shown, Shown]} pair with the labels that the reader knows them by
 * @returns {Node[]}
 */
export function figuresOf(view, [first, second]) {
  const { model, words } = view;
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
  const across = acrossOf(view.root);
  const bars = element(
    "div",
    "sa-pair",
    legendOf(first.label, 0),
    legendOf(second.label, 1),
    element("div", "sa-bars", ...before.map((row, index) => pairOf([row, nth(after, index)], words, across))),
  );
  // The table has the same content in words and figures.
  bars.setAttribute("aria-hidden", "true");
  return [bars, table];
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
