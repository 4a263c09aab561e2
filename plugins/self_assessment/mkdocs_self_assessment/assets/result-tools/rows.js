// @ts-check
/**
 * The figures of a result, the most important first. Every table, chart, file and text of a result shows these.
 */
/** @import { Answers, Model, Row, Scores, Words } from "../types/types.js" */

import { kindOf } from "../kinds/kinds.js";
import { scoreAssessment } from "../scoring/scoring.js";

/**
 * Beside figures in points, all others say what they are out of.
 *
 * @param {Model} model
 * @param {Answers} answers
 * @param {Words} words
 * @returns {Row[]} as many for any answers
 */
export function rowsOf(model, answers, words) {
  const rows = kindOf(model).record.rows(model, scoreAssessment(model, answers), words);
  if (!rows.some(isInPoints)) return rows;
  return rows.map((row) =>
    row.value === null || isInPoints(row)
      ? row
      : { ...row, shown: words.t("out-of", { score: row.value }), plain: row.shown },
  );
}

/** @param {Row} row @returns {boolean} whether its result texts are for points, so that its figure is in points too */
export function isInPoints({ plain, points }) {
  return plain !== undefined && points !== null;
}

/** @param {Row} before @param {Row} now @returns {number | null} what a reader would work out from the figures shown */
export function change(before, now) {
  if (before.amount === null || now.amount === null) return null;
  // Without the error of binary fractions.
  return Math.round(10_000 * (now.amount - before.amount)) / 10_000;
}

/**
 * What identifies a result that has no figure of the whole.
 *
 * @param {Model} model
 * @param {Scores} scores
 * @param {Words} words
 * @returns {string} empty where there is none
 */
export function headlineOf(model, scores, words) {
  return kindOf(model).record.headline?.(model, scores, words) ?? "";
}
