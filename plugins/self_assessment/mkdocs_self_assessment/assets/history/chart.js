// @ts-check
/**
 * A score over time as a line, 0 at the foot and 100 at the top. In percent of its box, so that it fits any width.
 */

import { shape } from "../charts/svg.js";
import { nth } from "../lists/lists.js";

/** @param {(number | null)[]} values oldest first @param {string} text what it shows, in words @returns {SVGElement} */
export function lineOf(values, text) {
  const svg = shape("svg", { class: "sa-line", role: "img", "aria-label": text, width: "100%", height: "40" });
  const step = 94 / Math.max(1, values.length - 1);
  const points = values.flatMap((value, index) =>
    value === null ? [] : [{ x: `${3 + index * step}%`, y: `${90 - 0.8 * value}%` }],
  );
  for (const y of ["10%", "90%"])
    svg.append(shape("line", { class: "sa-line__edge", x1: "0", x2: "100%", y1: y, y2: y }));
  points.slice(1).forEach(({ x, y }, index) => {
    const from = nth(points, index);
    svg.append(shape("line", { class: "sa-line__line", x1: from.x, y1: from.y, x2: x, y2: y }));
  });
  for (const { x, y } of points) svg.append(shape("circle", { class: "sa-line__point", cx: x, cy: y, r: "3.5" }));
  return svg;
}
