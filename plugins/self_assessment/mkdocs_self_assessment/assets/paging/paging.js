// @ts-check
/**
 * One section at a time, after which comes the result. The current section is in the address, so that the browser's Back
 * and links to a heading work; everything is printed.
 */
/** @import { Item, View } from "../types/types.js" */

import { AWAY, addressed, arriveAt, part } from "../dom/dom.js";
import { fieldsetOf } from "../form/form.js";

export class Paging {
  /** @param {View} view @param {AbortSignal} signal */
  constructor({ root, form, words }, signal) {
    this.form = form;
    this.words = words;
    /** @type {HTMLElement[]} */
    this.sections = [...form.querySelectorAll(".js-dimension")].filter((s) => s instanceof HTMLElement);
    this.introduction = part(root, ".js-introduction");
    this.end = part(form, ".js-end");
    this.back = part(form, "[data-action=back]");
    this.next = part(form, "[data-action=next]");
    this.count = part(form, ".js-pages-count");
    this.resumed = part(root, ".js-resumed");
    /** For each section, the links to it in the page's table of contents. */
    this.contents = this.sections.map((_, position) => {
      const { id } = this.#heading(position) ?? {};
      return id ? [...document.querySelectorAll(`nav a[href="#${CSS.escape(id)}"]`)] : [];
    });
    /** Index of the section that is shown; their number while it is the result. */
    this.position = 0;
    /** Index of the page for an address that names no section. */
    this.start = 0;
    /** Whether the button for the result is on every page, not only on the last one. */
    this.offered = false;

    form.classList.add("sa-form--paged");
    part(form, ".js-pages").hidden = false;
    root.addEventListener("self-assessment:reveal", ({ target }) => this.#reveal(target), { signal });
    this.#turn(this.#positionInAddress() ?? 0);
  }

  /** Whether the button for the result is shown. */
  get atEnd() {
    return this.offered || this.position >= this.sections.length - 1;
  }

  /**
   * Continues at the first missing answer, unless the address names a section.
   *
   * @param {Item[]} open
   */
  resume(open) {
    const position = this.#firstOf(open);
    if (position === 0 || location.hash) return;
    this.start = position;
    this.#turn(position);
    const { t } = this.words;
    part(this.resumed, "span").textContent = open.length > 0 ? t("form.resumed") : t("complete");
    part(this.resumed, "[data-action=result]").hidden = open.length > 0;
    this.resumed.hidden = false;
  }

  /** @param {boolean} offered whether the button for the result is on every page */
  offerResult(offered) {
    this.offered = offered;
    this.#showButtons();
  }

  forward() {
    this.#go(this.position + 1);
  }

  backward() {
    this.#go(this.position - 1);
  }

  /** Turns to the result, which takes focus by itself and has an address of its own. */
  toResult() {
    this.#turn(this.sections.length);
  }

  /** Turns to the last section. */
  toEnd() {
    this.#go(this.sections.length - 1);
  }

  /** Turns to the first section; the caller moves focus to the reason. */
  toStart() {
    this.#go(0, false);
  }

  /** @param {Item[]} open turns to the first of these, or to the last section where there are none */
  goOn(open) {
    this.#go(this.#firstOf(open), false);
    this.#focus();
  }

  /**
   * After a result that disappeared by itself: no step in the browser's history, and focus stays.
   *
   * @param {Item[]} open
   */
  settle(open) {
    if (this.position >= this.sections.length) this.#turn(this.#firstOf(open));
  }

  /**
   * Turns to the section that the address names.
   *
   * @param {Item[]} open
   */
  follow(open) {
    const position = this.#positionInAddress();
    if (position === null) return this.settle(open);
    if (position === this.position) return;
    this.#turn(position);
    this.#focus();
  }

  /** @param {number} position @param {boolean} focus */
  #go(position, focus = true) {
    if (position === this.position) return;
    const heading = this.#heading(position);
    if (heading?.id) history.pushState(null, "", `#${heading.id}`);
    this.#turn(position);
    if (focus) this.#focus();
  }

  /** @param {EventTarget | null} target what is about to take focus */
  #reveal(target) {
    const position = this.#positionOf(target);
    if (position >= 0) this.#go(position, false);
  }

  /** @param {EventTarget | null} target @returns {number} -1 outside the sections */
  #positionOf(target) {
    return this.sections.findIndex((section) => target instanceof Node && section.contains(target));
  }

  /** @param {Item[]} open @returns {number} index of the section of the first of them; the last section where there are none */
  #firstOf([first]) {
    return first ? this.#positionOf(fieldsetOf(this.form, first)) : this.sections.length - 1;
  }

  /** @returns {number | null} `null` where the address names no section */
  #positionInAddress() {
    if (!location.hash) return this.start;
    const named = addressed();
    if (!named) return null;
    const position = this.#positionOf(named);
    return position >= 0 ? position : null;
  }

  /** @param {number} position */
  #turn(position) {
    const last = this.sections.length - 1;
    this.position = position;
    this.resumed.hidden = true;
    this.sections.forEach((section, index) => {
      section.classList.toggle(AWAY, index !== position);
    });
    this.contents.forEach((links, index) => {
      for (const link of links) {
        if (index === position) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      }
    });
    this.introduction.classList.toggle(AWAY, position > 0);
    this.count.textContent = this.words.t("form.page", { page: Math.min(position, last) + 1, total: last + 1 });
    this.#showButtons();
  }

  #showButtons() {
    this.back.hidden = this.position === 0;
    this.next.hidden = this.position >= this.sections.length - 1;
    // Only one of the two buttons is the primary one.
    this.next.classList.toggle("sa-button--primary", !this.atEnd);
    this.end.classList.toggle(AWAY, !this.atEnd);
  }

  #focus() {
    const heading = this.#heading(this.position);
    if (!heading) return;
    // Screen readers announce the page number with the heading.
    heading.setAttribute("aria-describedby", this.count.id);
    arriveAt(heading);
  }

  /** @param {number} position @returns {HTMLElement | null} */
  #heading(position) {
    return this.sections[position]?.querySelector("h2, h3") ?? null;
  }
}
