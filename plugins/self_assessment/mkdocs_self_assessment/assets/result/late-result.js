// @ts-check
/**
 * All that a result takes beyond the form. Fetched with the first answer, so that it is there before the last; the
 * script of the self-assessment's kind follows it.
 */
/** @import { Answers, Model, Scores, View, Visit } from "../types/types.js" */

import { part } from "../dom/dom.js";
import { kindOf, provideKind } from "../kinds/kinds.js";
import { LATE_KINDS } from "../kinds/late.js";
import { unfoldOnPaper } from "../print/print.js";
import { ResultTools } from "../result-tools/result-tools.js";
import { scoreAssessment, weakestFirst } from "../scoring/scoring.js";
import { showAnswers } from "./answers.js";
import { showCards } from "./cards.js";
import { showCompleteness, showMissing } from "./completeness.js";
import { Contents } from "./contents.js";
import { showDimensions } from "./dimensions.js";
import { showVerdict } from "./verdict.js";

/** @param {Model} model @returns {Promise<void>} rejected where the request for its kind is lost */
export async function fetchKind({ kind }) {
  provideKind(kind, await LATE_KINDS[kind].get());
}

/** @param {View} view @param {Answers} answers @returns {Scores} fills the frame of the result, part by part */
export function showResult(view, answers) {
  const { root, model, words } = view;
  const scores = scoreAssessment(model, answers);
  // A dimension that is the whole would only repeat it.
  const isDivided = model.dimensions.some((dimension) => dimension.id !== model.id);
  const dimensions = isDivided ? scores.dimensions : [];
  const { result, drawing } = kindOf(model);
  showVerdict(view, scores);
  showDimensions(view, weakestFirst(model, dimensions));
  showCards(view, scores, dimensions);
  showMissing(view, scores, answers);
  showCompleteness(view, scores, answers);
  result.show?.(view, scores, answers);
  showDetails(view, answers);
  if (root.querySelector("[data-drawing]")) drawing?.(view, scores);
  part(root, ".js-method-date").textContent = words.t("result.date", { date: words.date(new Date()) });
  return scores;
}

/** @param {View} view @param {Answers} answers each of them, where the reader has opened their list */
export function showDetails(view, answers) {
  const list = /** @type {HTMLDetailsElement} */ (part(view.root, ".js-answers"));
  if (list.open) showAnswers(view, answers);
}

/** @param {HTMLElement} root @param {AbortSignal} signal @returns {Contents} the table of contents of the result */
export function frameOf(root, signal) {
  unfoldOnPaper(root, signal);
  return new Contents(root, signal);
}

/** @param {Visit} visit @param {AbortSignal} signal */
export function toolsFor(visit, signal) {
  return new ResultTools(visit, signal);
}
