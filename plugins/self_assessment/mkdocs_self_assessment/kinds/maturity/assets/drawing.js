// @ts-check
/**
 * A staircase for each dimension: filled up to today in the tone of that level, outlined up to the target, which has a
 * diamond. Its place is there already, with what it says in words.
 */
/** @import { KindDrawing, Ladder } from "../../../assets/types/types.js" */

import { shape } from "../../../assets/charts/svg.js";
import { nth } from "../../../assets/lists/lists.js";
import { sortLadders } from "./levels.js";

/** @type {KindDrawing} */
export function maturityDrawing({ root }, { ladders = [] }) {
  const sorted = sortLadders(ladders);
  root.querySelectorAll(".js-stairs > div > div").forEach((place, index) => {
    place.replaceChildren(staircaseOf(nth(sorted, index)));
  });
}

/** @param {Ladder} ladder @returns {SVGElement} */
function staircaseOf({ levels, today, target }) {
  const svg = shape("svg", { width: "100%" });
  const width = 100 / levels.length;
  levels.forEach((_, index) => {
    const level = index + 1;
    // In percent of the drawing, which is lower on paper.
    const height = (80 * level) / levels.length;
    const y = `${98 - height}%`;
    const state = today !== null && level <= today ? "today" : target !== null && level <= target ? "target" : "open";
    const box = { x: `${index * width + 0.5}%`, y, width: `${width - 1}%`, height: `${height}%`, rx: 2 };
    svg.append(shape("rect", { class: `sa-stairs__step sa-stairs__step--${state}`, ...box }));
    if (level === target) {
      const diamond = shape("path", { class: "sa-bars__mark", d: "M0 -6 6 0 0 6 -6 0Z" });
      svg.append(shape("svg", { x: `${(index + 0.5) * width}%`, y, overflow: "visible" }, diamond));
    }
  });
  return svg;
}
