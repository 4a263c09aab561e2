// @ts-check
/**
 * One section at a time, and the result as the last page. The place is in the address, so that the browser's own
 * Back and links to a heading work; on paper everything is there.
 */
/** @import { Item, View } from "../types/types.js" */

import { addressed, arriveAt, part } from "../dom/dom.js";
import { fieldsetOf } from "../form/form.js";

/** Takes away on screen, never on paper. */
const AWAY = "sa-away";

export class Paging {
  /** @param {View} view @param {AbortSignal} signal */
  constructor({ root, form, words }, signal) {
    this.form = form;
    this.words = words;
    /** @type {HTMLElement[]} */
    this.sections = [...form.querySelectorAll(".js-dimension")].filter((s) => s instanceof HTMLElement);
    this.introduction = part(root, ".js-introduction");
    this.result = part(root, ".js-result");
    this.end = part(form, ".js-end");
    this.back = part(form, "[data-action=back]");
    this.next = part(form, "[data-action=next]");
    this.count = part(form, ".js-pages-count");
    this.resumed = part(root, ".js-resumed");
    /** For each section, the links to it in the page's table of contents. */
    this.contents = this.sections.map((_, place) => {
      const { id } = this.#heading(place) ?? {};
      return id ? [...document.querySelectorAll(`nav a[href="#${CSS.escape(id)}"]`)] : [];
    });
    this.place = 0;
    /** Where an address leads that names no section. */
    this.start = 0;
    /** Whether the result can be asked for on every page, not only on the last one. */
    this.offered = false;

    form.classList.add("sa-form--paged");
    part(form, ".js-pages").hidden = false;
    part(root, "[data-action=answers]").hidden = false;
    const follow = () => this.#follow();
    addEventListener("popstate", follow, { signal });
    addEventListener("hashchange", follow, { signal });
    root.addEventListener("self-assessment:reveal", ({ target }) => this.#reveal(target), { signal });
    this.#turn(this.#placeInAddress() ?? 0);
  }

  /** Whether the page asks whether to show the result. */
  get atEnd() {
    return this.offered || this.place >= this.sections.length - 1;
  }

  /**
   * A visit whose address names no section goes on where answers are missing.
   *
   * @param {Item[]} open
   */
  resume(open) {
    const place = this.#firstOf(open);
    if (place === 0 || location.hash) return;
    this.start = place;
    this.#turn(place);
    const { t } = this.words;
    part(this.resumed, "span").textContent = open.length > 0 ? t("form.resumed") : t("complete");
    part(this.resumed, "[data-action=result]").hidden = open.length > 0;
    this.resumed.hidden = false;
  }

  /** @param {boolean} offered whether the result can be asked for on every page */
  offerResult(offered) {
    this.offered = offered;
    this.#showButtons();
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

  /** Turns to the first section; what says why takes focus. */
  toStart() {
    this.#go(0, false);
  }

  /** @param {Item[]} open turns to the first of these, or to the last section where there are none */
  goOn(open) {
    this.#go(this.#firstOf(open), false);
    this.#focus();
  }

  /**
   * After a result that came or went by itself: no step in the browser's history, and focus stays.
   *
   * @param {boolean} toResult
   * @param {Item[]} open
   */
  settle(toResult, open) {
    if (toResult) this.#turn(this.sections.length);
    else if (this.place >= this.sections.length) this.#turn(this.#firstOf(open));
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
    const place = this.#placeOf(target);
    if (place >= 0) this.#go(place, false);
  }

  /** @param {EventTarget | null} target @returns {number} -1 outside the sections */
  #placeOf(target) {
    return this.sections.findIndex((section) => target instanceof Node && section.contains(target));
  }

  /** @param {Item[]} open @returns {number} where the first of them is asked; the last section where there are none */
  #firstOf([first]) {
    return first ? this.#placeOf(fieldsetOf(this.form, first)) : this.sections.length - 1;
  }

  /** @returns {number | null} `null` where the address names nothing of ours */
  #placeInAddress() {
    if (!location.hash) return this.start;
    const named = addressed();
    if (!named) return null;
    if (this.result.contains(named)) return this.sections.length - (this.result.hidden ? 1 : 0);
    const place = this.#placeOf(named);
    return place >= 0 ? place : null;
  }

  /** @param {number} place */
  #turn(place) {
    const last = this.sections.length - 1;
    this.place = place;
    this.resumed.hidden = true;
    this.sections.forEach((section, index) => {
      section.classList.toggle(AWAY, index !== place);
    });
    this.contents.forEach((links, index) => {
      for (const link of links) {
        if (index === place) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      }
    });
    this.introduction.classList.toggle(AWAY, place > 0);
    this.form.classList.toggle(AWAY, place > last);
    this.result.classList.toggle(AWAY, place <= last);
    this.count.textContent = this.words.t("form.page", { page: Math.min(place, last) + 1, total: last + 1 });
    this.#showButtons();
  }

  #showButtons() {
    this.back.hidden = this.place === 0;
    this.next.hidden = this.place >= this.sections.length - 1;
    // Of two buttons side by side, one is the first choice.
    this.next.classList.toggle("sa-button--primary", !this.atEnd);
    this.end.classList.toggle(AWAY, !this.atEnd);
  }

  #focus() {
    const heading = this.#heading(this.place);
    if (!heading) return;
    // Who hears the heading also hears which page it is.
    if (this.place < this.sections.length) heading.setAttribute("aria-describedby", this.count.id);
    arriveAt(heading);
  }

  /** @param {number} place @returns {HTMLElement | null} */
  #heading(place) {
    return (this.sections[place] ?? this.result).querySelector("h2, h3");
  }
}
