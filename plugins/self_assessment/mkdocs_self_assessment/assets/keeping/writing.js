// @ts-check
/**
 * A result in writing: as plain text, and as a table for a spreadsheet.
 */
/** @import { Answers, View } from "../types/types.js" */

import { part } from "../dom/dom.js";
import { labelOf, nameOf } from "../form/form.js";
import { askedItems } from "../scoring/asked.js";
import { isAnswered, pointsOf } from "../scoring/items.js";
import { rowsOf } from "./figures.js";

/**
 * @param {View} view of the page that shows the result: its sentences are copied from there
 * @param {Answers} answers
 * @param {boolean} shared whether the result came by a link, so that nobody knows its date
 * @returns {string}
 */
export function writtenOf({ root, model, words }, answers, shared) {
  const { t } = words;
  const said = (/** @type {string} */ selector) => part(root, selector).innerText.trim();
  // A point near a limit says so, in a sentence that only such a result has.
  const near = root.querySelector(".sa-overall__near")?.textContent?.trim() ?? "";
  return [
    `${model.title}\n${shared ? t("keep.shared") : words.date(new Date())}`,
    said(".sa-overall__sentence"),
    near,
    said(".sa-overall__band"),
    rowsOf(model, answers, words).map(({ title, shown }) => `${title}: ${shown}`).join("\n"),
    t("keep.scale"),
    said(".sa-method__limits"),
  ].filter(Boolean).join("\n\n");
}

/**
 * First what the result comes to, then each answer; the first column tells the two apart.
 *
 * @param {View} view
 * @param {Answers} answers
 * @returns {(string | number)[][]} the first row with the columns' names
 */
export function tableFor({ model, form, words }, answers) {
  const { t } = words;
  const { items, dimensions, styles = [] } = model;
  const groups = new Map(dimensions.map(({ id, title }) => [id, title]));
  const asked = new Set(askedItems(items, answers));
  const results = rowsOf(model, answers, words).map(({ id, title, value, points }) => [
    t("keep.csv-result"), id, title, "", "", points ?? "", value === null ? "" : Math.round(value),
  ]);
  const given = items.map((item) => {
    const answer = asked.has(item) && Object.hasOwn(answers, item.id) ? answers[item.id] : null;
    const label = answer === null ? "" : (labelOf(form, item, answer).textContent ?? "").trim();
    const action = isAnswered(item, answer) ? item.actions?.[item.values.indexOf(answer)] : undefined;
    const group = action ? styles[action.style].title : (groups.get(item.dimension) ?? "");
    const worth = isAnswered(item, answer) ? (action?.effect ?? item.weight * pointsOf(item, answer).points) : "";
    return [t("keep.csv-answer"), item.id, nameOf(form, item), group, label, worth, ""];
  });
  return [
    ["kind", "id", "text", "group", "answer", "points", "score"].map((column) => t(`keep.csv-${column}`)),
    ...results,
    ...given,
  ];
}
