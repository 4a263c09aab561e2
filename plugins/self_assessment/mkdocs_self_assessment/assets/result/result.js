// @ts-check
/**
 * Whether the result is shown, and of which answers. What fills its frame is fetched, and shown as soon as it is there.
 */
/** @import { Answers, Scores, View } from "../types/types.js" */
/** @import { Contents } from "./contents.js" */
/** @import { LateResult } from "./loading.js" */

import { arriveAt, part } from "../dom/dom.js";
import { ResultState } from "./state.js";

export class ResultView {
  /**
   * @param {View} view
   * @param {LateResult} late
   * @param {{lacking: () => void, entering: () => void, rendered: (answers: Answers, scores: Scores) => void}} tell that
   *   the result waits for what is to be fetched; that it is about to be shown; and each result
   * @param {AbortSignal} signal
   */
  constructor(view, late, tell, signal) {
    this.view = view;
    this.late = late;
    this.tell = tell;
    this.signal = signal;
    this.state = new ResultState(view.root, signal);
    /** @type {Contents | null} as soon as there is a result */
    this.contents = null;
    /** @type {Answers} those that the result is of, or will be */
    this.answers = {};
    /** Whether it is to be shown as soon as it can be. */
    this.awaited = false;
    /** Timer of a result that is filled in and about to be shown; 0 without one. */
    this.coming = 0;
    signal.addEventListener("abort", () => clearTimeout(this.coming), { once: true });
    const details = () => this.shown && this.late.parts?.showDetails(view, this.answers);
    part(view.root, ".js-answers").addEventListener("toggle", details, { signal });
  }

  /** Whether it is shown, or about to be. */
  get shown() {
    return this.state.entered || this.coming !== 0;
  }

  hide() {
    this.awaited = false;
    clearTimeout(this.coming);
    this.coming = 0;
    this.state.leave();
    this.contents?.restore();
  }

  /** @param {Answers} answers */
  show(answers) {
    this.answers = answers;
    this.awaited = true;
    this.catchUp();
    if (this.awaited) this.tell.lacking();
  }

  /** Shows a result that is awaited, if all is there. */
  catchUp() {
    if (!this.awaited || !this.late.parts) return;
    this.awaited = false;
    this.render(this.answers);
    clearTimeout(this.coming);
    // Filling it in and laying it out are two tasks: a slow phone that is busy with both doesn't answer a touch.
    this.coming = setTimeout(() => {
      this.#enter();
      arriveAt(part(this.view.root, ".js-result-title"));
    });
  }

  /** @param {Answers} answers shown without moving focus, by what was fetched */
  reveal(answers) {
    this.render(answers);
    this.#enter();
  }

  #enter() {
    this.coming = 0;
    this.tell.entering();
    this.state.enter();
    this.contents ??= this.late.parts?.frameOf(this.view.root, this.signal) ?? null;
    this.contents?.show();
  }

  /** @param {Answers} answers that have changed while it is shown or awaited */
  render(answers) {
    this.answers = answers;
    const scores = this.late.parts?.showResult(this.view, answers);
    if (scores) this.tell.rendered(answers, scores);
  }
}
