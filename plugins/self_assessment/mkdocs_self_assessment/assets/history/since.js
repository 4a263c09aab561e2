// @ts-check
/**
 * What has changed since last time, in words. Pure.
 */
/** @import { Answers, Model, Move, Row, Since, Words } from "../types/types.js" */

import { kindOf } from "../kinds/kinds.js";
import { nth } from "../lists/lists.js";
import { change, isInPoints, rowsOf } from "../result-tools/rows.js";
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
  const moves = rowsOf(model, now, words).map((row, index) => moveOf(words, nth(then, index), row));
  return kindOf(model).record.since(words, moves, scoreAssessment(model, before), scoreAssessment(model, now), date);
}

/** @param {Words} words @param {Row} former @param {Row} row @returns {Move} */
function moveOf(words, former, row) {
  const { title, shown } = row;
  const by = change(former, row);
  const same = { title, before: former.plain ?? former.shown, now: row.plain ?? shown, shown, by };
  if (by === null || !isInPoints(row)) return { ...same, change: words.signed(by ?? 0), share: by ?? 0 };
  // As the language writes it: from right to left with a mark of its direction.
  const sign = words.change(by).replace(/\p{Nd}.*/su, "");
  const points = words.t("points", { n: Math.abs(by) });
  // In a sentence numbers without their word need no case, so only the change has it.
  return { ...same, change: sign + points, share: (row.value ?? 0) - (former.value ?? 0) };
}
