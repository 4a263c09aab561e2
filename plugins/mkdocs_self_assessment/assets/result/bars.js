// @ts-check
/**
 * One bar a score. The drawing is SVG, which prints without asking for background colours; the names are
 * HTML, which wraps at any width. Together they are one image with a text alternative.
 */
/** @import { Band } from "../types/types.js" */

import { element } from "../dom/dom.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} name
 * @param {string} figure the score as the reader sees it, or why there is none
 * @param {number | null} value
 * @param {Band[]} bands
 * @returns {HTMLElement}
 */
export function barOf(name, figure, value, bands) {
  return element(
    "div",
    "sa-bars__row",
    element("span", "sa-bars__name", name),
    element("span", value === null ? "sa-bars__none" : "sa-bars__figure", figure),
    drawing(value, bands),
  );
}

/** @param {number | null} value @param {Band[]} bands their edges are drawn as ticks @returns {SVGElement} */
export function drawing(value, bands) {
  const svg = shape("svg", { class: "sa-bars__drawing", width: "100%", height: "14" });
  svg.append(shape("rect", { class: "sa-bars__track", y: "1", width: "100%", height: "12", rx: "2" }));
  if (value !== null) {
    svg.append(shape("rect", { class: "sa-bars__value", y: "1", width: `${value}%`, height: "12", rx: "2" }));
  }
  for (const { low } of bands.slice(1)) {
    svg.append(shape("line", { class: "sa-bars__edge", x1: `${low}%`, x2: `${low}%`, y1: "0", y2: "14" }));
  }
  return svg;
}

/** @param {string} name @param {Record<string, string>} attributes @returns {SVGElement} */
export function shape(name, attributes) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
