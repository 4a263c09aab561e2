// @ts-check
/**
 * The picture of a team on a projector: one part after the other in large type, with a clock. Arrows turn, Escape leaves.
 */
/** @import { Words } from "../types/types.js" */
/** @import { Part } from "./figures.js" */

import { element, part } from "../dom/dom.js";

export class Projector {
  /** @param {HTMLElement} root @param {Words} words @param {AbortSignal} signal */
  constructor(root, words, signal) {
    this.words = words;
    this.dialog = /** @type {HTMLDialogElement} */ (part(root, ".js-team-dialog"));
    /** @type {Part[]} */
    this.parts = [];
    this.index = 0;
    /** When the clock ends, in ms since the page was opened; 0 where it is not running. */
    this.end = 0;
    this.dialog.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.dialog.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    const ticking = setInterval(() => this.#tick(), 500);
    signal.addEventListener("abort", () => clearInterval(ticking), { once: true });
  }

  /** @param {Part[]} parts at least one */
  open(parts) {
    this.parts = parts;
    this.index = 0;
    this.dialog.showModal();
    this.#show();
    this.dialog.requestFullscreen?.().catch(() => {});
  }

  #show() {
    const { title, content } = this.parts[this.index] ?? { title: "", content: [] };
    const heading = part(this.dialog, ".js-team-large-title");
    heading.textContent = title;
    part(this.dialog, ".js-team-large-content").replaceChildren(...content);
    for (const [name, isThere] of /** @type {const} */ ([
      ["back", this.index > 0],
      ["next", this.index + 1 < this.parts.length],
    ])) {
      /** @type {HTMLButtonElement} */ (part(this.dialog, `[data-large=${name}]`)).disabled = !isThere;
    }
    const count = this.words.t("form.page", { page: this.index + 1, total: this.parts.length });
    heading.append(" ", element("small", "", count));
    heading.focus();
  }

  /** @param {number} by */
  #turn(by) {
    const next = this.index + by;
    if (next < 0 || next >= this.parts.length) return;
    this.index = next;
    this.#show();
  }

  /** @param {Event} event */
  #clicked({ target }) {
    const button = target instanceof Element ? target.closest("[data-large]") : null;
    switch (button?.getAttribute("data-large")) {
      case "back":
        return this.#turn(-1);
      case "next":
        return this.#turn(1);
      case "leave":
        return this.#leave();
      case "clock":
        return this.#start();
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.target instanceof HTMLInputElement) return;
    const forward = getComputedStyle(this.dialog).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const by = { [forward]: 1, PageDown: 1, [backward]: -1, PageUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.#turn(by);
  }

  #leave() {
    this.dialog.close();
    if (document.fullscreenElement === this.dialog) document.exitFullscreen().catch(() => {});
  }

  #start() {
    const minutes = Number(/** @type {HTMLInputElement} */ (part(this.dialog, ".js-team-minutes")).value);
    this.end = Number.isFinite(minutes) && minutes > 0 ? performance.now() + 60_000 * Math.min(minutes, 180) : 0;
    this.#tick();
  }

  #tick() {
    const clock = part(this.dialog, ".js-team-clock");
    const left = this.end ? Math.max(0, Math.ceil((this.end - performance.now()) / 1000)) : null;
    const text = left === null ? "" : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (clock.textContent !== text) clock.textContent = text;
    clock.toggleAttribute("data-over", left === 0);
  }
}
