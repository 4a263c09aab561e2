// @ts-check
/**
 * Two rounds of one team, before and after.
 */
/** @import { Part, TeamView } from "./figures.js" */
/** @import { Round } from "./round.js" */

import { acrossOf, shape } from "../charts/svg.js";
import { element } from "../dom/dom.js";
import { ownChanges } from "./kind-figures.js";
import { dimensionFigures, visibility } from "./statistics.js";
import { tableFrom } from "./tables.js";

/** @param {TeamView} view @param {Round} before @param {Round} now @returns {Part} the means of both, the greatest change first */
export function changesPart(view, before, now) {
  const { model, words } = view;
  const { t, counted, change, date } = words;
  const rows = rowsFor(view, before, now)
    .map(([title, then, today]) => ({
      title,
      then,
      today,
      by: then === null || today === null ? null : rounded(today - then),
    }))
    .sort((a, b) => Math.abs(b.by ?? 0) - Math.abs(a.by ?? 0));
  const label = (/** @type {Round} */ round) => [round.name, date(new Date(round.begun))].filter(Boolean).join(", ");
  const figure = (/** @type {number | null} */ value) => (value === null ? "–" : counted(value));
  const across = acrossOf(view.root);
  const most =
    model.kind === "maturity" ? Math.max(1, ...model.dimensions.map(({ levels = [] }) => levels.length)) : 100;
  const drawings = rows.map(({ title, then, today }) => {
    const at = (/** @type {number} */ value) => `${across(2 + (96 * value) / most)}%`;
    const svg = shape("svg", { class: "sa-team__change", width: "100%", height: 24, "aria-hidden": "true" });
    svg.append(shape("line", { class: "sa-strip__track", x1: at(0), x2: at(most), y1: 12, y2: 12 }));
    if (then !== null && today !== null)
      svg.append(shape("line", { class: "sa-team__way", x1: at(then), x2: at(today), y1: 12, y2: 12 }));
    if (then !== null) svg.append(shape("circle", { class: "sa-team__then", cx: at(then), cy: 12, r: 6 }));
    if (today !== null) svg.append(shape("circle", { class: "sa-team__now", cx: at(today), cy: 12, r: 6 }));
    return element("div", "sa-team__row", element("span", "", title), svg);
  });
  const columns = ["", label(before), label(now), t("keep.change")];
  const cells = rows.map(({ title, then, today, by }) => [
    title,
    figure(then),
    figure(today),
    by === null ? "–" : change(by),
  ]);
  return { title: t("team.second-round"), content: [...drawings, tableFrom(t("team.second-round"), columns, cells)] };
}

/** @param {TeamView} view @param {Round} before @param {Round} now @returns {[string, number | null, number | null][]} rounded as they are shown */
function rowsFor(view, before, now) {
  const means = (/** @type {Round} */ round) =>
    dimensionFigures(view.model, round).map(({ title, whole: { figures, values } }) => ({
      title,
      mean: figures && visibility(round, 0, values.length).shown ? Math.round(figures.mean) : null,
    }));
  const after = means(now);
  const rows = means(before).map(
    ({ title, mean }, index) =>
      /** @type {[string, number | null, number | null]} */ ([title, mean, after[index]?.mean ?? null]),
  );
  const scored = rows.filter(([, then, today]) => then !== null || today !== null);
  if (scored.length > 0) return scored;
  const tenth = view.model.kind === "maturity" ? 10 : 1;
  return ownChanges(view.model, before, now).map(([title, ...values]) => {
    const [then = null, today = null] = values.map((value) =>
      value === null ? null : Math.round(tenth * value) / tenth,
    );
    return [title, then, today];
  });
}

/** @param {number} value @returns {number} without the error of binary fractions */
function rounded(value) {
  return Math.round(100 * value) / 100;
}
