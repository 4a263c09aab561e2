// @ts-check
/**
 * The figures of a result, the most important first. Every table, chart, file and text of a result shows these.
 */
/** @import { Answers, Model, Row, Scores, Words } from "../types/types.js" */

import { RECORDS } from "../kinds/records.js";
import { scoreAssessment } from "../scoring/scoring.js";

/** @param {Model} model @param {Answers} answers @param {Words} words @returns {Row[]} as many for any answers */
export function rowsOf(model, answers, words) {
  return RECORDS[model.kind].rows(model, scoreAssessment(model, answers), words);
}

/** @param {Row} before @param {Row} now @returns {number | null} what a reader would work out from the figures shown */
export function change(before, now) {
  return before.amount === null || now.amount === null ? null : now.amount - before.amount;
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
  return RECORDS[model.kind].headline?.(model, scores, words) ?? "";
}
