// @ts-check
/**
 * All scores on axes around a centre, with their names at the ends: HTML, which wraps at any width.
 */
/** @import { BarData } from "../../../assets/types/types.js" */

import { shape } from "../../../assets/charts/svg.js";
import { element } from "../../../assets/dom/dom.js";
import { nth } from "../../../assets/lists/lists.js";

/** Where names begin, in percent of the frame from its centre; the axes end at 26 (see the style). */
const NAMES = 29;
/** The frame's width by its height, as in the style. */
const SHAPE = 1.2;

/** @param {BarData[]} axes @returns {Element[]} the drawing, and the names around it */
export function radarOf(axes) {
  const angles = axes.map((_, index) => (2 * Math.PI * index) / axes.length - Math.PI / 2);
  const at = (/** @type {number} */ index, /** @type {number} */ share) => {
    const angle = nth(angles, index);
    return [share * Math.cos(angle), share * Math.sin(angle)].map((n) => n.toFixed(1)).join(" ");
  };
  const outline = (/** @type {(index: number) => number} */ share) =>
    axes.map((_, index) => at(index, share(index))).join(",");
  const svg = shape("svg", { class: "sa-radar__drawing", viewBox: "-100 -100 200 200" });
  for (const ring of [25, 50, 75, 100]) {
    svg.append(shape("polygon", { class: "sa-radar__ring", points: outline(() => ring) }));
  }
  axes.forEach((_, index) => void svg.append(shape("path", { class: "sa-radar__ring", d: `M0 0L${at(index, 100)}` })));
  // An area needs every corner: with a score missing, only the points are drawn.
  if (axes.every(({ value }) => value !== null)) {
    svg.append(shape("polygon", { class: "sa-radar__area", points: outline((index) => nth(axes, index).value ?? 0) }));
  }
  axes.forEach(({ value, target, tone }, index) => {
    const move = (/** @type {number} */ share) => ({ transform: `translate(${at(index, share)})` });
    if (target != null) svg.append(shape("path", { class: "sa-bars__mark", d: "M0-6 6 0 0 6-6 0Z", ...move(target) }));
    if (value !== null)
      svg.append(shape("circle", { class: "sa-radar__point", r: 5, "data-tone": tone ?? "", ...move(value) }));
  });
  return [svg, ...axes.map((axis, index) => nameOf(axis, nth(angles, index)))];
}

/** @param {BarData} axis @param {number} angle @returns {HTMLElement} outside the end of its axis, as wide as there is room */
function nameOf({ name, figure }, angle) {
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  const made = element("span", "sa-radar__name", name, " ", element("strong", "", figure));
  const room = (100 - 2 * NAMES * Math.abs(x)) / (1 + Math.abs(x));
  Object.assign(made.style, {
    left: `${50 + NAMES * x}%`,
    top: `${50 + NAMES * SHAPE * y}%`,
    maxWidth: `${Math.min(60, room)}%`,
    translate: `${50 * x - 50}% ${50 * y - 50}%`,
  });
  return made;
}
