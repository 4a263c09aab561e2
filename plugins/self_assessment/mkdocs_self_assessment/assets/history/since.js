// @ts-check
/**
 * What has changed since last time, in words. Pure.
 */
/** @import { Answers, Model, Since, Words } from "../types/types.js" */

import { RECORDS } from "../kinds/records.js";
import { nth } from "../lists/lists.js";
import { change, rowsOf } from "../result-tools/rows.js";
import { scoreAssessment } from "../scoring/scoring.js";

/**
 * @param {Model} model
 * @param {Words} words
 * @param {Answers} before
 * @param {Answers} now
 * @param {string} date of the former
 * @returns {Since | null} `null` where one of the two has too few answers for a result
 */
export function sinceOf(model, words, before, now, date) {
  const then = rowsOf(model, before, words);
  const moves = rowsOf(model, now, words).map((row, index) => {
    const former = nth(then, index);
    return { title: row.title, before: former.shown, now: row.shown, by: change(former, row) };
  });
  return RECORDS[model.kind].since(words, moves, scoreAssessment(model, before), scoreAssessment(model, now), date);
}
