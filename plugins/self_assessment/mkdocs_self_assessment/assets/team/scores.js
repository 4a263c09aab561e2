// @ts-check
/** Scores of answer sheets, each worked out once: sheets are frozen, and a team's page draws them again at each step. */
/** @import { Answers, Model, Scores } from "../types/types.js" */

import { scoreAssessment } from "../scoring/scoring.js";

/** @type {WeakMap<Model, WeakMap<Answers, Scores>>} */
const KNOWN = new WeakMap();

/** @param {Model} model @param {Answers} answers that are never changed @returns {Scores} */
export function sheetScores(model, answers) {
  const known = KNOWN.get(model) ?? new WeakMap();
  KNOWN.set(model, known);
  const scores = known.get(answers) ?? scoreAssessment(model, answers);
  known.set(answers, scores);
  return scores;
}
