// @ts-check
/**
 * A strip plot: each answer sheet a dot on a line from 0 to 100, the median a line, the middle of a group that is held back
 * its mean alone. The drawing is hidden from screen readers: the table beside it says the same.
 */
/** @import { GroupFigures } from "./statistics.js" */

import { shape, wordsAt } from "../charts/svg.js";

const LINE = 34;
const DOT = 4;
const HIGHEST = 4;

/**
 * @param {{name: string, figures: GroupFigures}[]} lines one for each group
 * @param {(x: number) => number} across where something is, in percent, as the language is read
 * @returns {SVGElement}
 */
export function stripOf(lines, across) {
  const height = LINE * lines.length + 18;
  const svg = shape("svg", { class: "sa-strip", width: "100%", height, "aria-hidden": "true" });
  const at = (/** @type {number} */ x) => `${across(2 + 0.96 * x)}%`;
  lines.forEach(({ figures: { group, values, figures, held, shown } }, index) => {
    const y = LINE * index + LINE / 2;
    svg.append(shape("line", { class: "sa-strip__track", x1: at(0), x2: at(100), y1: y, y2: y }));
    if (!figures || !shown) return;
    if (!held) svg.append(...dotsOf(values).map(({ value, level }) => dotOf(group, at(value), y - level * DOT * 1.4)));
    svg.append(diamondAt(group, at(figures.mean), y));
    if (held) return;
    const median = { x1: at(figures.median), x2: at(figures.median), y1: y - 12, y2: y + 12 };
    svg.append(shape("line", { class: "sa-strip__median", ...median }));
  });
  for (const tick of [0, 50, 100]) {
    const words = wordsAt(across(2 + 0.96 * tick), 0, `${tick}`);
    words.setAttribute("y", `${height - 3}`);
    svg.append(words);
  }
  return svg;
}

/**
 * Dots of the same value stand above one another, as many as there is room for.
 *
 * @param {number[]} values
 * @returns {{value: number, level: number}[]}
 */
function dotsOf(values) {
  /** @type {Map<number, number>} */
  const heights = new Map();
  return values.flatMap((value) => {
    const place = Math.round(value);
    const level = heights.get(place) ?? 0;
    heights.set(place, level + 1);
    return level < HIGHEST ? [{ value, level }] : [];
  });
}

/** @param {number} group @param {string} x @param {number} y @returns {SVGElement} */
function dotOf(group, x, y) {
  return shape("circle", { class: "sa-strip__dot", "data-group": group, cx: x, cy: y, r: DOT });
}

/** @param {number} group @param {string} x @param {number} y @returns {SVGElement} a diamond at the mean */
function diamondAt(group, x, y) {
  const diamond = shape("path", { class: "sa-strip__mean", "data-group": group, d: "M0 -8 8 0 0 8 -8 0Z" });
  return shape("svg", { x, y, overflow: "visible" }, diamond);
}
