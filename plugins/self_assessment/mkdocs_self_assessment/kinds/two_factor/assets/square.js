// @ts-check
/**
 * Two scores as a point in a square of four named fields, each in the colour of a style. The reader's own has a frame and a
 * word; names are HTML, which wraps.
 */
/** @import { Point, Square } from "../../../assets/types/types.js" */

import { shape } from "../../../assets/charts/svg.js";
import { styleTone } from "../../../assets/charts/tones.js";
import { element } from "../../../assets/dom/dom.js";

/** @param {Square} square @param {Point | null} point @param {string} own what marks the reader's field @returns {SVGElement} */
export function squareOf({ cut, quadrants }, point, own) {
  const svg = shape("svg", { class: "sa-square__drawing" });
  const fields = quadrants.map((quadrant, index) => {
    const high = { x: quadrant.x === "high", y: quadrant.y === "high" };
    const box = {
      x: high.x ? `${cut}%` : "0%",
      y: high.y ? "0%" : `${100 - cut}%`,
      width: `${high.x ? 100 - cut : cut}%`,
      height: `${high.y ? 100 - cut : cut}%`,
    };
    const isOwn = quadrant.id === point?.quadrant.id;
    // Names keep to the outer edge, unless the point is there.
    const hidden = isOwn && Math.abs((high.y ? 100 : 0) - (point?.y ?? 0)) < (high.y ? 100 - cut : cut) / 2;
    const side = high.y === hidden ? "low" : "high";
    const name = element("div", `sa-square__name sa-square__name--${side}`, element("span", "", quadrant.title));
    if (isOwn) name.append(element("strong", "sa-square__own", own));
    return { box, isOwn, name, tone: styleTone(index) };
  });
  // The reader's field is drawn last, so that its frame is above those of its neighbours.
  for (const { box, isOwn, tone } of [...fields].sort((a, b) => Number(a.isOwn) - Number(b.isOwn))) {
    const name = isOwn ? "sa-square__field sa-square__field--own" : "sa-square__field";
    svg.append(shape("rect", { class: name, "data-tone": tone, ...box }));
  }
  for (const { box, name } of fields) svg.append(shape("foreignObject", box, name));
  if (point) {
    const place = { cx: `${point.x}%`, cy: `${100 - point.y}%` };
    svg.append(shape("circle", { class: "sa-square__ring", r: 11, ...place }));
    svg.append(shape("circle", { class: "sa-square__point", r: 8, ...place }));
  }
  return svg;
}
