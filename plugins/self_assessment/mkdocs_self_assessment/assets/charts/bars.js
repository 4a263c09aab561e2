// @ts-check
/**
 * One bar a score, in the tone of its band. The drawing is SVG, which prints without asking for background colours; the
 * words are HTML, which wraps at any width. Together they are one image with a text alternative.
 */
/** @import { Band, BarData } from "../types/types.js" */

import { element } from "../dom/dom.js";
import { shape } from "./svg.js";

/** @param {BarData} bar @returns {HTMLElement} */
export function barOf({ id, name, figure, value, tone, bands, target, verdict = "", note = "" }) {
  // Why there is no score takes the place of a note, where there is room for it.
  const words = value === null ? figure : note;
  const row = element(
    "div",
    "sa-bars__row",
    element("span", "sa-bars__name", name),
    drawing(value, bands, target),
    element("span", "sa-bars__figure", value === null ? "" : figure),
  );
  if (verdict || words) {
    const strong = verdict ? [element("strong", "sa-bars__verdict", verdict)] : [];
    row.append(element("span", "sa-bars__note", ...strong, words));
  }
  row.dataset.bar = id;
  if (tone) row.dataset.tone = `${tone}`;
  return row;
}

/**
 * @param {number | null} value
 * @param {Band[]} [bands] their edges are drawn as ticks
 * @param {number | null} [target]
 * @returns {SVGElement}
 */
export function drawing(value, bands = [], target = null) {
  const svg = shape("svg", { class: "sa-bars__drawing", width: "100%", height: 14, "aria-hidden": "true" });
  svg.append(shape("rect", { class: "sa-bars__track", y: 1, width: "100%", height: 12, rx: 2 }));
  if (value !== null) {
    svg.append(shape("rect", { class: "sa-bars__value", y: 1, width: `${value}%`, height: 12, rx: 2 }));
  }
  for (const { low } of bands.slice(1)) {
    svg.append(shape("line", { class: "sa-bars__edge", x1: `${low}%`, x2: `${low}%`, y1: 0, y2: 14 }));
  }
  if (target !== null) svg.append(markAt(target, "M0 0 7 7 0 14 -7 7Z"));
  return svg;
}

/**
 * @param {number} value
 * @param {string} path of the mark, around 0
 * @param {string} [name] of its style
 * @returns {SVGElement}
 */
export function markAt(value, path, name = "") {
  // A nested SVG: only its position is in percent.
  return shape(
    "svg",
    { x: `${value}%`, overflow: "visible" },
    shape("path", { class: `sa-bars__mark ${name}`, d: path }),
  );
}
