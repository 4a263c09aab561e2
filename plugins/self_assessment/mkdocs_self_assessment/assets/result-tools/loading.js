// @ts-check
/**
 * What is fetched is used when there is a result: after the last answer, when a link or a file brings one, when a reader
 * answers for a team, or when something was set aside. A lost request is said and tried again: at the next use, and as soon as the browser is online.
 */
/** @import { LateResult } from "../result/loading.js" */
/** @import { ResultView } from "../result/result.js" */
/** @import { Answers, Scores, Visit } from "../types/types.js" */

import { arriveAt, element, part } from "../dom/dom.js";
import { notify } from "../notices/notices.js";

export class LateTools {
  /** @param {Visit & {late: LateResult, result: ResultView}} visit @param {AbortSignal} signal */
  constructor(visit, signal) {
    this.visit = visit;
    this.signal = signal;
    /** @type {import("./result-tools.js").ResultTools | null} */
    this.tools = null;
    /** Whether the address is still to be read. */
    this.unread = false;
    /** @type {{answers: Answers, scores: Scores} | null} the result that is still to be shown */
    this.result = null;
    /** @type {File | null} that the reader has chosen, still to be opened */
    this.file = null;

    const { root } = visit;
    const chosen = /** @type {HTMLInputElement} */ (part(root, ".js-open"));
    chosen.addEventListener(
      "change",
      () => {
        this.file = chosen.files?.[0] ?? null;
        this.catchUp();
      },
      { signal },
    );
    root.addEventListener(
      "self-assessment:result",
      (event) => {
        this.result = /** @type {CustomEvent} */ (event).detail;
        this.catchUp();
      },
      { signal },
    );
    root.addEventListener("self-assessment:set-aside", () => this.catchUp(), { signal });
    addEventListener("hashchange", () => this.#look(), { signal });
    addEventListener("storage", () => this.catchUp(), { signal });
    addEventListener("online", () => this.catchUp(), { signal });
    this.#look();
    this.catchUp();
  }

  #look() {
    this.unread ||= this.tools !== null || location.hash.startsWith("#r=");
    if (this.unread) this.catchUp();
  }

  /** Fetches what is needed, and does what has waited for it. */
  async catchUp() {
    const { visit, signal } = this;
    if (!this.#isNeeded()) {
      this.#tell(false);
      return void notify(visit.root, "set-aside", null);
    }
    const parts = await visit.late.get().catch(() => null);
    if (signal.aborted) return;
    this.#tell(parts === null);
    if (!parts) return;
    visit.result.catchUp();
    // What is below the verdict waits until that is shown.
    await new Promise((done) => setTimeout(done));
    if (signal.aborted) return;
    this.tools ??= parts.toolsFor(visit, signal);
    if (this.unread) this.tools.open();
    this.unread = false;
    if (this.result) this.tools.show(this.result);
    this.result = null;
    const isWhole = await this.tools.showSetAside();
    if (!isWhole) this.#tell(true);
    const { file } = this;
    this.file = null;
    if (!file) return;
    await this.tools.openFile(file);
    // The same file may be chosen again.
    /** @type {HTMLInputElement} */ (part(visit.root, ".js-open")).value = "";
  }

  #isNeeded() {
    const { result, store } = this.visit;
    const isAsked = result.awaited || this.unread || this.result || this.file || location.hash.startsWith("#t=");
    return isAsked || store.holds("round") || store.setAside().length > 0;
  }

  /** @param {boolean} lost whether a request was */
  #tell(lost) {
    const { root, words, result } = this.visit;
    if (lost) root.removeAttribute("data-waits");
    const note = lost ? element("p", "sa-note js-not-loaded", words.t("keep.not-loaded")) : null;
    const shown = notify(root, "not-loaded", note);
    // Who has asked for the result is far below, and for a file above.
    if (shown && (result.awaited || this.file)) arriveAt(shown);
  }
}
