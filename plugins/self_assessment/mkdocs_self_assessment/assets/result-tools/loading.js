// @ts-check
/**
 * ResultTools and sharing are fetched only when there is a result: after the first, when a link or a file brings one, or when
 * something was set aside. A lost request is said and tried again: at the next use, and as soon as the browser is online.
 */
/** @import { Answers, Scores, Visit } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { LateScript } from "../fetching/fetching.js";
import { notify } from "../notices/notices.js";

const TOOLS = new LateScript(() => import("./result-tools.js"), new URL("./result-tools.js", import.meta.url));

export class LateTools {
  /** @param {Visit} visit @param {AbortSignal} signal */
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
        this.#catchUp();
      },
      { signal },
    );
    root.addEventListener(
      "self-assessment:result",
      (event) => {
        this.result = /** @type {CustomEvent} */ (event).detail;
        this.#catchUp();
      },
      { signal },
    );
    root.addEventListener("self-assessment:set-aside", () => this.#catchUp(), { signal });
    addEventListener("hashchange", () => this.#look(), { signal });
    addEventListener("storage", () => this.#catchUp(), { signal });
    addEventListener("online", () => this.#catchUp(), { signal });
    this.#look();
    this.#catchUp();
  }

  #look() {
    this.unread ||= this.tools !== null || location.hash.startsWith("#r=");
    if (this.unread) this.#catchUp();
  }

  async #catchUp() {
    const { visit, signal } = this;
    if (!this.unread && !this.result && !this.file && visit.store.setAside().length === 0)
      return void notify(visit.root, "set-aside", null);
    try {
      await TOOLS.get();
    } catch {
      return this.#tell(true);
    }
    const { ResultTools } = await TOOLS.get();
    if (signal.aborted) return;
    this.#tell(false);
    this.tools ??= new ResultTools(visit, signal);
    if (this.unread) this.tools.open();
    this.unread = false;
    if (this.result) this.tools.show(this.result);
    this.result = null;
    this.tools.showSetAside();
    const { file } = this;
    this.file = null;
    if (!file) return;
    await this.tools.openFile(file);
    // The same file may be chosen again.
    /** @type {HTMLInputElement} */ (part(visit.root, ".js-open")).value = "";
  }

  /** @param {boolean} lost whether a request was */
  #tell(lost) {
    const { root, words } = this.visit;
    const shown = root.querySelector(".js-not-loaded");
    if (!lost) return shown?.remove();
    if (shown) return;
    const note = element("p", "sa-note js-not-loaded", words.t("keep.not-loaded"));
    note.setAttribute("role", "status");
    if (part(root, ".js-result").hidden) notify(root, "not-loaded", note);
    else part(root, ".js-keep").before(note);
  }
}
