// @ts-check
/**
 * Fills the frame of the result, part by part. Charts follow as soon as their module is loaded.
 */
/** @import { Answers, Scores, View } from "../types/types.js" */

import { arriveAt, part } from "../dom/dom.js";
import { LateScript } from "../fetching/fetching.js";
import { RESULTS } from "../kinds/results.js";
import { scoreAssessment, weakestFirst } from "../scoring/scoring.js";
import { showAnswers } from "./answers.js";
import { showCards } from "./cards.js";
import { showCompleteness, showMissing } from "./completeness.js";
import { showDimensions } from "./dimensions.js";
import { ResultState } from "./state.js";
import { showVerdict } from "./verdict.js";

const CHARTS = new LateScript(() => import("../charts/charts.js"), new URL("../charts/charts.js", import.meta.url));

export class ResultView {
  /** @param {View} view @param {(answers: Answers, scores: Scores) => void} rendered gets each result @param {AbortSignal} signal */
  constructor(view, rendered, signal) {
    this.view = view;
    this.rendered = rendered;
    this.state = new ResultState(view.root, signal);
    this.answers = /** @type {HTMLDetailsElement} */ (part(view.root, ".js-answers"));
    /** Whether there are dimensions beside the whole. */
    this.divided = view.model.dimensions.some((dimension) => dimension.id !== view.model.id);
    /** @type {Answers} those that the result is of */
    this.shownAnswers = {};
    this.answers.addEventListener("toggle", () => this.#details(), { signal });
    addEventListener("online", () => this.shown && this.#draw(), { signal });
  }

  get shown() {
    return this.state.entered;
  }

  hide() {
    this.state.leave();
  }

  /** @param {Answers} answers */
  show(answers) {
    this.reveal(answers);
    arriveAt(part(this.view.root, ".js-result-title"));
  }

  /** @param {Answers} answers shown without moving focus */
  reveal(answers) {
    this.render(answers);
    this.state.enter();
  }

  /** @param {Answers} answers */
  render(answers) {
    const { view } = this;
    const scores = scoreAssessment(view.model, answers);
    const dimensions = this.divided ? scores.dimensions : [];
    this.shownAnswers = answers;
    showVerdict(view, scores);
    showDimensions(view, weakestFirst(view.model, dimensions));
    showCards(view, scores, dimensions);
    showMissing(view, scores, answers);
    showCompleteness(view, scores, answers);
    RESULTS[view.model.kind].show?.(view, scores, answers);
    this.#details();
    this.#draw();
    part(view.root, ".js-method-date").textContent = view.words.t("result.date", { date: view.words.date(new Date()) });
    this.rendered(answers, scores);
  }

  #details() {
    if (this.answers.open) showAnswers(this.view, this.shownAnswers);
  }

  /** A lost request leaves the result without charts, which repeat its figures, until the next try. */
  async #draw() {
    const { view } = this;
    if (!view.root.querySelector("[data-drawing]")) return;
    const charts = await CHARTS.get().catch(() => null);
    charts?.showCharts(view, scoreAssessment(view.model, this.shownAnswers));
  }
}
