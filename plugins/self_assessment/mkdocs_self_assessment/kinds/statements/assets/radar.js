// @ts-check
/**
 * All scores on axes around a centre. The axes have numbers, since names would not fit; a list beside it has both.
 */

import { shape } from "../../../assets/charts/svg.js";
import { nth } from "../../../assets/lists/lists.js";

const RADIUS = 100;

/** @param {{value: number | null, target: number | null}[]} axes @param {string[]} numbers @returns {SVGElement} */
export function radarOf(axes, numbers) {
  const at = (/** @type {number} */ index, /** @type {number} */ share) => {
    const angle = (2 * Math.PI * index) / axes.length - Math.PI / 2;
    const reach = (RADIUS * share) / 100;
    return { x: (reach * Math.cos(angle)).toFixed(1), y: (reach * Math.sin(angle)).toFixed(1) };
  };
  const outline = (/** @type {(index: number) => number} */ share) =>
    axes.map((_, index) => Object.values(at(index, share(index))).join(",")).join(" ");

  const svg = shape("svg", { class: "sa-radar__drawing", viewBox: "-125 -125 250 250" });
  for (const ring of [25, 50, 75, 100]) {
    svg.append(shape("polygon", { class: "sa-radar__ring", points: outline(() => ring) }));
  }
  axes.forEach((_, index) => {
    const { x, y } = at(index, 100);
    svg.append(shape("line", { class: "sa-radar__ring", x1: 0, y1: 0, x2: x, y2: y }));
  });
  // An area needs every corner: with a score missing, only the points are drawn.
  if (axes.every(({ value }) => value !== null)) {
    svg.append(shape("polygon", { class: "sa-radar__area", points: outline((index) => nth(axes, index).value ?? 0) }));
  }
  axes.forEach(({ value, target }, index) => {
    const end = at(index, 113);
    const number = shape("text", { class: "sa-radar__number", x: end.x, y: end.y });
    number.textContent = nth(numbers, index);
    svg.append(number);
    if (target !== null) {
      const { x, y } = at(index, target);
      svg.append(
        shape("path", { class: "sa-bars__mark", d: "M0 -6 6 0 0 6 -6 0Z", transform: `translate(${x} ${y})` }),
      );
    }
    if (value !== null) {
      const { x, y } = at(index, value);
      svg.append(shape("circle", { class: "sa-radar__point", cx: x, cy: y, r: 4 }));
    }
  });
  return svg;
}
