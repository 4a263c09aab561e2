// @ts-check
/**
 * One bar a score. The drawing is SVG, which prints without asking for background colours; the names are
 * HTML, which wraps at any width. Together they are one image with a text alternative.
 */
/** @import { Band } from "../types/types.js" */
/** @import { Tone } from "./tones.js" */

import { element } from "../dom/dom.js";
import { shape } from "./svg.js";

/**
 * @param {{name: string, figure: string, value: number | null, tone?: Tone | null, bands?: Band[], target?: number | null,
 *   note?: string}} bar `figure` is the score as the reader sees it, or why there is none
 * @returns {HTMLElement}
 */
export function barOf({ name, figure, value, tone = null, bands = [], target = null, note = "" }) {
  const row = element(
    "div",
    "sa-bars__row",
    element("span", "sa-bars__name", name),
    element("span", value === null ? "sa-bars__none" : "sa-bars__figure", figure),
    drawing(value, bands, target),
  );
  if (tone) row.dataset.tone = `${tone}`;
  if (note) row.append(element("span", "sa-bars__note", note));
  return row;
}

/**
 * @param {number | null} value
 * @param {Band[]} bands their edges are drawn as ticks
 * @param {number | null} target drawn as a diamond
 * @returns {SVGElement}
 */
export function drawing(value, bands = [], target = null) {
  const svg = shape("svg", { class: "sa-bars__drawing", width: "100%", height: 14 });
  svg.append(shape("rect", { class: "sa-bars__track", y: 1, width: "100%", height: 12, rx: 2 }));
  if (value !== null) {
    svg.append(shape("rect", { class: "sa-bars__value", y: 1, width: `${value}%`, height: 12, rx: 2 }));
  }
  for (const { low } of bands.slice(1)) {
    svg.append(shape("line", { class: "sa-bars__edge", x1: `${low}%`, x2: `${low}%`, y1: 0, y2: 14 }));
  }
  if (target !== null) {
    const diamond = shape("path", { class: "sa-bars__target", d: "M0 0 7 7 0 14 -7 7Z" });
    // A nested SVG: only its position is in percent.
    svg.append(shape("svg", { x: `${target}%`, overflow: "visible" }, diamond));
  }
  return svg;
}
