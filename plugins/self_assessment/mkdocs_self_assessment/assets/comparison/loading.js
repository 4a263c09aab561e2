// @ts-check
/**
 * The fold in which two results are compared. What fills it is fetched when it is opened; a lost request is said there, and
 * tried again as soon as the browser is online.
 */
/** @import { ResultHistory } from "../history/history.js" */
/** @import { Answers, Visit } from "../types/types.js" */
/** @import { ComparisonView } from "./view.js" */

import { part } from "../dom/dom.js";
import { LateScript } from "../fetching/fetching.js";

const VIEW = new LateScript(() => import("./view.js"), new URL("./view.js", import.meta.url));

export class LateComparison {
  /**
   * @param {Visit} visit
   * @param {ResultHistory} history
   * @param {{use: (answers: Answers) => void, open: (answers: Answers) => void}} actions
   * @param {AbortSignal} signal
   */
  constructor(visit, history, actions, signal) {
    this.visit = visit;
    this.history = history;
    this.actions = actions;
    this.details = /** @type {HTMLDetailsElement} */ (part(visit.root, ".js-compare"));
    /** @type {ComparisonView | null} */
    this.view = null;
    /** @type {Answers} of the result on the page */
    this.answers = {};
    /** Whether it came by a link. */
    this.borrowed = false;
    this.details.addEventListener("toggle", () => this.#show(), { signal });
    addEventListener("online", () => this.#show(), { signal });
  }

  /** @param {Answers} answers the result on the page @param {boolean} borrowed whether it came by a link */
  render(answers, borrowed) {
    this.answers = answers;
    this.borrowed = borrowed;
    // What a style profile compares is never beside another's.
    this.details.hidden = !this.visit.model.comparesPeople && borrowed;
    if (this.view) this.view.render(answers, borrowed);
    else this.#show();
  }

  /** Everything is erased: what was brought in too. */
  forget() {
    this.view?.forget();
  }

  async #show() {
    if (!this.details.open || this.view) return;
    const script = await VIEW.get().catch(() => null);
    const status = part(this.details, ".js-compare-status");
    status.textContent = script ? "" : this.visit.words.t("keep.not-loaded");
    if (!script || this.view) return;
    this.view = new script.ComparisonView(this.visit, this.history, this.actions);
    this.view.render(this.answers, this.borrowed);
  }
}
