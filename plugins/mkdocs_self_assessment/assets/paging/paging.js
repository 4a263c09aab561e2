// @ts-check
/**
 * One section at a time, and the result as the last page. The place is in the address, so that the browser's own
 * Back and links to a heading work; on paper everything is there.
 */
/** @import { View } from "../types/types.js" */

import { part } from "../dom/dom.js";

/** Takes away on screen, never on paper. */
const AWAY = "sa-away";

export class Paging {
  /** @param {View} view @param {AbortSignal} signal */
  constructor({ root, form, words }, signal) {
    this.form = form;
    this.words = words;
    /** @type {HTMLElement[]} */
    this.sections = [...form.querySelectorAll(".sa-dimension")].filter((s) => s instanceof HTMLElement);
    this.introduction = part(root, ".sa-introduction");
    this.result = part(root, ".sa-result");
    this.end = part(form, ".sa-end");
    this.back = part(form, "[data-action=back]");
    this.next = part(form, "[data-action=next]");
    this.count = part(form, ".sa-pages__count");
    this.place = 0;

    part(form, ".sa-pages").hidden = false;
    part(root, "[data-action=answers]").hidden = false;
    const follow = () => this.#follow();
    addEventListener("popstate", follow, { signal });
    addEventListener("hashchange", follow, { signal });
    root.addEventListener("self-assessment:reveal", ({ target }) => this.#reveal(target), { signal });
    this.#turn(this.#placeInAddress() ?? 0);
  }

  /** Whether the reader has come to the last section, where the result is asked for. */
  get atEnd() {
    return this.place >= this.sections.length - 1;
  }

  forward() {
    this.#go(this.place + 1);
  }

  backward() {
    this.#go(this.place - 1);
  }

  /** Turns to the result, which takes focus by itself. */
  toResult() {
    this.#go(this.sections.length, false);
  }

  /**
   * After a result that came or went by itself: no step in the browser's history, and focus stays.
   *
   * @param {boolean} toResult
   */
  settle(toResult) {
    const last = this.sections.length - 1;
    if (toResult) this.#turn(last + 1);
    else if (this.place > last) this.#turn(last);
  }

  /** @param {number} place @param {boolean} focus */
  #go(place, focus = true) {
    if (place === this.place) return;
    const heading = this.#heading(place);
    if (heading?.id) history.pushState(null, "", `#${heading.id}`);
    this.#turn(place);
    if (focus) this.#focus();
  }

  #follow() {
    const place = this.#placeInAddress();
    if (place === null || place === this.place) return;
    this.#turn(place);
    this.#focus();
  }

  /** @param {EventTarget | null} target what is about to take focus */
  #reveal(target) {
    const place = this.sections.findIndex((section) => target instanceof Node && section.contains(target));
    if (place >= 0) this.#go(place, false);
  }

  /** @returns {number | null} `null` where the address names nothing of ours */
  #placeInAddress() {
    const id = location.hash.slice(1);
    if (!id) return 0;
    const named = document.getElementById(id) ?? document.getElementById(decoded(id));
    if (!named) return null;
    if (this.result.contains(named)) return this.sections.length - (this.result.hidden ? 1 : 0);
    const place = this.sections.findIndex((section) => section.contains(named));
    return place >= 0 ? place : null;
  }

  /** @param {number} place */
  #turn(place) {
    const last = this.sections.length - 1;
    this.place = place;
    this.sections.forEach((section, index) => section.classList.toggle(AWAY, index !== place));
    this.introduction.classList.toggle(AWAY, place > 0);
    this.form.classList.toggle(AWAY, place > last);
    this.result.classList.toggle(AWAY, place <= last);
    this.end.classList.toggle(AWAY, place < last);
    this.back.hidden = place === 0;
    this.next.hidden = place >= last;
    this.count.textContent = this.words.t("form.page", { page: Math.min(place, last) + 1, total: last + 1 });
  }

  #focus() {
    const heading = this.#heading(this.place);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  }

  /** @param {number} place @returns {HTMLElement | null} */
  #heading(place) {
    return (this.sections[place] ?? this.result).querySelector("h2, h3");
  }
}

/** @param {string} id as an address has it */
function decoded(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
