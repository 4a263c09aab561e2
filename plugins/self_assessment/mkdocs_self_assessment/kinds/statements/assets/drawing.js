// @ts-check
/**
 * All dimensions as one shape, and the same figures in words.
 */
/** @import { KindDrawing } from "../../../assets/types/types.js" */

import { part } from "../../../assets/dom/dom.js";
import { barsOf } from "../../../assets/result/dimensions.js";
import { radarOf } from "./radar.js";

/** @type {KindDrawing} */
export function statementsDrawing(view, { dimensions }) {
  const { data, list } = barsOf(view, dimensions);
  const drawing = part(view.root, ".js-radar-frame");
  drawing.replaceChildren(...radarOf(data));
  drawing.ariaLabel = view.words.t("result.radar", { list });
}
