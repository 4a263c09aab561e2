// @ts-check
/**
 * The result as a state of the page that has an address, so that it is there after a reload, in the browser's history,
 * in another language and from a link. While it is shown, the form is folded away.
 */

import { addressed, part } from "../dom/dom.js";
import { keepFragment, MARK, plainAddress } from "../dom/fragment.js";

/** The fragment that names the result, unless something else on the page has it as its id. */
const RESULT = "result";

export class ResultState {
  /** @param {HTMLElement} root the self-assessment @param {AbortSignal} signal */
  constructor(root, signal) {
    this.root = root;
    this.section = part(root, ".js-result");
    const title = part(root, ".js-result-title");
    // Browsers move focus to what a link names; an author's heading may be called that too, and keeps its id.
    if (!document.getElementById(RESULT)) {
      title.id = RESULT;
      this.section.setAttribute("aria-labelledby", RESULT);
    }
    this.fragment = `#${title.id}`;
    keepFragment(() => (this.#isKept() ? this.fragment : null), signal);
    /** Whether the last step was one in the browser's history, where browsers tell. */
    this.traversed = false;
    if (!("navigation" in window)) return;
    const step = (/** @type {Event} */ event) => {
      this.traversed = "navigationType" in event && event.navigationType === "traverse";
    };
    /** @type {EventTarget} */ (window.navigation).addEventListener("navigate", step, { signal });
  }

  /** Whether the result is shown. */
  get entered() {
    return !this.section.hidden;
  }

  /** Whether the address names the result or a part of it. */
  get addressed() {
    return this.section.contains(addressed());
  }

  /** Shows the result in place of the form, at the address that the page has. */
  enter() {
    this.#show(true);
  }

  /** A step in the browser's history, unless the page is there. */
  push() {
    if (!this.addressed) history.pushState(null, "", this.fragment);
  }

  /** Shows the form again, at the address that the page has. */
  leave() {
    this.#show(false);
  }

  /** The address is that of the result no longer; without a step in the browser's history. */
  withdraw() {
    if (this.addressed) history.replaceState(history.state, "", plainAddress());
  }

  /** @returns {boolean} whether the result stays for a reader who has followed a link out of it, such as "skip to content" */
  keep() {
    const kept = this.#isKept() && !this.traversed;
    if (kept) history.replaceState(history.state, "", this.fragment);
    return kept;
  }

  /** @param {boolean} isShown */
  #show(isShown) {
    this.section.hidden = !isShown;
    this.root.toggleAttribute("data-result", isShown);
    this.root.removeAttribute("data-waits");
  }

  #isKept() {
    return this.entered && !this.addressed && !location.hash.startsWith(MARK);
  }
}
