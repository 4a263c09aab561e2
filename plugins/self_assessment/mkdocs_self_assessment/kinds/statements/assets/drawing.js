// @ts-check
/**
 * All dimensions as one shape, and the same figures in words.
 */
/** @import { KindDrawing } from "../../../assets/types/types.js" */

import { element, part } from "../../../assets/dom/dom.js";
import { dimensionOf, figureOf } from "../../../assets/result/dimensions.js";
import { radarOf } from "./radar.js";

/** @type {KindDrawing} */
export function statementsDrawing(view, { dimensions }) {
  const { root, words } = view;
  const details = part(root, ".js-radar");
  const axes = dimensions.map((score) => {
    const { title, target = null } = dimensionOf(view, score);
    return { value: score.value, target, name: `${title}: ${figureOf(view, score)}` };
  });
  const numbers = axes.map((_, index) => words.number(index + 1));
  const drawing = part(details, ".js-radar-frame");
  drawing.replaceChildren(radarOf(axes, numbers));
  drawing.setAttribute("aria-label", words.t("result.radar", { list: axes.map(({ name }) => name).join("; ") }));
  part(details, ".js-radar-list").replaceChildren(...axes.map(({ name }) => element("li", "", name)));
}
