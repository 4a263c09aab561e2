// @ts-check
/**
 * A result in writing: as a file, as a table for a spreadsheet, and as plain text. Fetched when it is asked for.
 */
/** @import { Answers, Item, View } from "../types/types.js" */

import { part } from "../dom/dom.js";
import { csvOf, fileOf } from "../exchange/writing.js";
import { labelOf, nameOf } from "../form/form.js";
import { kindOf } from "../kinds/kinds.js";
import { bandNameOf } from "../result/dimensions.js";
import { activeItems } from "../scoring/active-items.js";
import { isAnswered, pointsOf } from "../scoring/items.js";
import { scoreAssessment } from "../scoring/scoring.js";
import { isInPoints, rowsOf } from "./rows.js";

/** @param {View} view @param {Answers} answers @returns {Blob} to open here again */
export function jsonFor({ model, words }, answers) {
  const text = fileOf(model, answers, rowsOf(model, answers, words), new Date());
  return new Blob([text], { type: "application/json" });
}

/** @param {View} view @param {Answers} answers @returns {Blob} for a spreadsheet */
export function csvFor(view, answers) {
  const text = csvOf(tableFor(view, answers), view.words.t("keep.csv-separator"));
  return new Blob([text], { type: "text/csv" });
}

/**
 * @param {View} view of the page that shows the result: its sentences are copied from there
 * @param {Answers} answers
 * @param {boolean} shared whether the result came by a link, so that its date is unknown
 * @returns {string}
 */
export function writtenOf(view, answers, shared) {
  const { root, model, words } = view;
  const { t } = words;
  const textOf = (/** @type {string} */ selector) => part(root, selector).innerText.trim();
  // Only the result of a point near a limit has this sentence.
  const near = root.querySelector(".js-overall-near")?.textContent?.trim() ?? "";
  const rows = rowsOf(model, answers, words);
  const names = namesOf(view, answers);
  return [
    `${model.title}\n${shared ? t("keep.shared") : words.date(new Date())}`,
    textOf(".js-overall-sentence"),
    near,
    textOf(".js-overall-band"),
    rows.map(({ id, title, shown }) => [`${title}: ${shown}`, names.get(id)].filter(Boolean).join(" · ")).join("\n"),
    rows.some(isInPoints) ? "" : t("keep.scale"),
    textOf(".js-method-limits"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** @param {View} view @param {Answers} answers @returns {Map<string, string>} the name of each result, by its id */
function namesOf(view, answers) {
  const { overall, dimensions } = scoreAssessment(view.model, answers);
  // Last, since a dimension may have the id of the whole.
  return new Map([...dimensions, overall].map((score) => [score.id, bandNameOf(view, score)]));
}

/** @param {Item} item @param {number} answer @returns {number} points with their weight, without the error of binary fractions */
function worthOf(item, answer) {
  return Math.round(10_000 * item.weight * pointsOf(item, answer).points) / 10_000;
}

/**
 * First the figures of the result, then each answer; the first column distinguishes them.
 *
 * @param {View} view
 * @param {Answers} answers
 * @returns {(string | number)[][]} the first row with the columns' names
 */
function tableFor(view, answers) {
  const { model, form, words } = view;
  const { t } = words;
  const names = namesOf(view, answers);
  const { items, dimensions } = model;
  const groups = new Map(dimensions.map(({ id, title }) => [id, title]));
  const active = new Set(activeItems(items, answers));
  const results = rowsOf(model, answers, words).map(({ id, title, value, points }) => [
    t("keep.csv-result"),
    id,
    title,
    "",
    names.get(id) ?? "",
    points ?? "",
    value === null ? "" : Math.round(value),
  ]);
  const given = items.map((item) => {
    const answer = active.has(item) && Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    const label = answer === undefined ? "" : (labelOf(form, item, answer).textContent ?? "").trim();
    const own = isAnswered(item, answer) ? kindOf(model).record.answer?.(model, item, answer) : undefined;
    const areas = item.dimensions.flatMap((id) => groups.get(id) ?? []);
    const group = own?.group ?? areas.join(", ");
    const points = isAnswered(item, answer) ? (own?.points ?? worthOf(item, answer)) : "";
    return [t("keep.csv-answer"), item.id, nameOf(form, item), group, label, points, ""];
  });
  return [
    ["kind", "id", "text", "group", "answer", "points", "score"].map((column) => t(`keep.csv-${column}`)),
    ...results,
    ...given,
  ];
}
