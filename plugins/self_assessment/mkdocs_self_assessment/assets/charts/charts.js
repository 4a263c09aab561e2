// @ts-check
/**
 * The drawings that are second to the figures, loaded with the first result.
 */
/** @import { Scores, View } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { axesOf, dimensionOf, figureOf } from "../result/dimensions.js";
import { radarOf } from "./radar.js";
import { squareOf } from "./square.js";

/** @param {View} view @param {Scores} scores */
export function showCharts(view, scores) {
  if (view.model.square) showSquare(view, scores);
  else showRadar(view, scores);
}

/** @param {View} view @param {Scores} scores */
function showSquare(view, { point }) {
  const { root, model, words } = view;
  const { square } = model;
  const drawing = part(root, ".sa-square__frame");
  if (!square) return;
  const [along, up] = axesOf(view);
  drawing.replaceChildren(squareOf(square, point, words.t("square.own")));
  part(root, ".sa-square__along").textContent = words.t("square.axis", { axis: along });
  part(root, ".sa-square__up").textContent = words.t("square.axis", { axis: up });
  const names = words.list(square.quadrants.map(({ title }) => words.quote(title)));
  const place = point
    ? words.t("square.point", { title: words.quote(point.quadrant.title), along, x: point.x, up, y: point.y })
    : words.t("square.none");
  part(root, ".sa-square").setAttribute("aria-label", words.t("square.chart", { names, along, up, place }));
}

/** @param {View} view @param {Scores} scores */
function showRadar(view, { dimensions }) {
  const { root, words } = view;
  const details = part(root, ".sa-radar");
  const axes = dimensions.map((score) => {
    const { title, target = null } = dimensionOf(view, score);
    return { value: score.value, target, name: `${title}: ${figureOf(view, score)}` };
  });
  const numbers = axes.map((_, index) => words.number(index + 1));
  const drawing = part(details, ".sa-radar__frame");
  drawing.replaceChildren(radarOf(axes, numbers));
  drawing.setAttribute("aria-label", words.t("result.radar", { list: axes.map(({ name }) => name).join("; ") }));
  part(details, ".sa-radar__list").replaceChildren(...axes.map(({ name }) => element("li", "", name)));
}
