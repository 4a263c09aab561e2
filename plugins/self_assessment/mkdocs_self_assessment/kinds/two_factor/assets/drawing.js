// @ts-check
/**
 * The square, and in words what it shows.
 */
/** @import { KindDrawing } from "../../../assets/types/types.js" */

import { part } from "../../../assets/dom/dom.js";
import { axesOf } from "./axes.js";
import { squareOf } from "./square.js";

/** @type {KindDrawing} */
export function twoFactorDrawing(view, { point = null }) {
  const { root, model, words } = view;
  const { square } = model;
  const drawing = part(root, ".js-square-frame");
  if (!square) return;
  const [along, up] = axesOf(view);
  drawing.replaceChildren(squareOf(square, point, words.t("square.own")));
  part(root, ".js-square-along").textContent = words.t("square.axis", { axis: along });
  part(root, ".js-square-up").textContent = words.t("square.axis", { axis: up });
  const names = words.list(square.quadrants.map(({ title }) => words.quote(title)));
  const place = point
    ? words.t("square.point", { title: words.quote(point.quadrant.title), along, x: point.x, up, y: point.y })
    : words.t("square.none");
  part(root, ".js-square").setAttribute("aria-label", words.t("square.chart", { names, along, up, place }));
}
