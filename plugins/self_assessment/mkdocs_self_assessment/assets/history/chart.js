// @ts-check
/**
 * A score over time as a line: the scale is that of its own values, so that a change is seen, and the values are beside
 * the points. In percent of its box, so that it fits any width.
 */
/** @import { Row, Words } from "../types/types.js" */

import { shape, wordsAt } from "../charts/svg.js";
import { nth } from "../lists/lists.js";

/** The least that the height stands for: a small change is shown small. */
const LEAST = 20;
/** Up to so many points all have their value, of more the first and the last. */
const MOST_VALUES = 7;

/**
 * @param {Row[]} rows of one figure, oldest first
 * @param {string[]} dates
 * @param {Words} words
 * @param {(x: number) => number} across
 * @returns {SVGElement}
 */
export function lineOf(rows, dates, { counted }, across) {
  const values = rows.flatMap(({ value }) => value ?? []);
  const middle = (Math.min(...values) + Math.max(...values)) / 2;
  const span = Math.max(LEAST, Math.max(...values) - Math.min(...values));
  const last = rows.length - 1;
  const points = rows.flatMap(({ value, amount, tone }, index) => {
    if (value === null || amount === null) return [];
    const x = across(6 + (88 * index) / last);
    return [{ x, y: 62 - (52 * (value - middle)) / span, tone, index, text: counted(amount) }];
  });
  const svg = shape("svg", { class: "sa-line", width: "100%", height: "96", "aria-hidden": "true" });
  points.slice(1).forEach(({ x, y }, index) => {
    const from = nth(points, index);
    svg.append(shape("line", { class: "sa-line__line", x1: `${from.x}%`, y1: `${from.y}%`, x2: `${x}%`, y2: `${y}%` }));
  });
  for (const { x, y, tone, index, text } of points) {
    const title = shape("title", {});
    title.textContent = nth(dates, index);
    const point = shape(
      "circle",
      { class: "sa-line__point", cx: `${x}%`, cy: `${y}%`, r: 5, "data-tone": tone ?? "" },
      title,
    );
    svg.append(point);
    if (rows.length <= MOST_VALUES || index === 0 || index === last) svg.append(wordsAt(x, y - 12, text));
  }
  return svg;
}
