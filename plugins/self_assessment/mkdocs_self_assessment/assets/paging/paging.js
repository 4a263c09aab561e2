// @ts-check
/**
 * One step of the form at a time, after which comes the result. The current step is in the address, so that the
 * browser's Back and links to a heading work; everything is printed.
 */
/** @import { Item, View } from "../types/types.js" */
/** @import { Step } from "./steps.js" */

import { AWAY, addressed, arriveAt, part } from "../dom/dom.js";
import { plainAddress } from "../dom/fragment.js";
import { fieldsetOf } from "../form/form.js";
import { Display } from "./display.js";
import { MovingOn } from "./moving-on.js";
import { showStep, stepsOf, stepWith } from "./steps.js";

export class Paging {
  /** @param {View} view @param {string} site begins the names of what is kept @param {AbortSignal} signal */
  constructor({ root, form, words, model }, site, signal) {
    this.form = form;
    this.words = words;
    /** @type {HTMLElement[]} */
    this.sections = [...form.querySelectorAll(".js-dimension")].filter((s) => s instanceof HTMLElement);
    this.introduction = part(root, ".js-introduction");
    this.end = part(form, ".js-end");
    this.back = part(form, "[data-action=back]");
    this.next = part(form, "[data-action=next]");
    this.submit = part(form, ".js-submit");
    this.count = part(form, ".js-pages-count");
    this.resumed = part(root, ".js-resumed");
    this.moved = part(form, ".js-moved");
    /** For each section, the links to it in the page's table of contents. */
    this.contents = this.sections.map((section) => {
      const { id } = headingOf(section) ?? {};
      return id ? [...document.querySelectorAll(`nav a[href="#${CSS.escape(id)}"]`)] : [];
    });
    /** Index of the step that is shown; their number while it is the result. */
    this.position = 0;
    /** Index of the step for an address that names none. */
    this.start = 0;
    /** Whether the button for the result is on every page, not only on the last one. */
    this.offered = false;

    const options = { site, inSections: model.paging, changed: () => this.#divide() };
    this.display = new Display(form, options, signal);
    this.movingOn = new MovingOn(form, () => this.#moveOn(), signal);
    /** @type {Step[]} */
    this.steps = stepsOf(this.sections, this.display.size);
    root.addEventListener("self-assessment:reveal", ({ target }) => this.#reveal(target), { signal });
    this.#turn(this.#positionInAddress() ?? 0);
  }

  /** Whether all of the form is shown at once. */
  get isWhole() {
    return this.steps.length === 1;
  }

  /** Whether the button for the result is shown. */
  get atEnd() {
    return this.offered || this.position >= this.steps.length - 1;
  }

  /**
   * Continues at the first missing answer, unless the address names a step.
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

  /** Answers have changed: follow-ups may have appeared or disappeared, and what was undone before is past. */
  update() {
    this.moved.hidden = true;
    const items = (/** @type {Step[]} */ steps) => steps.flatMap((step) => step.items ?? []);
    const now = items(stepsOf(this.sections, this.display.size));
    const before = items(this.steps);
    if (now.length !== before.length || now.some((item, index) => item !== before[index])) this.#divide();
  }

  /** The reader has given an answer. */
  answered() {
    const { items } = this.steps[this.position] ?? {};
    const isWhole = items?.every((item) => item.querySelector(":checked:not([value=''])"));
    if (this.display.movesOn && isWhole && this.position < this.steps.length - 1) this.movingOn.answered();
  }

  /** Turns to the next step, and says which answer was given, since it is out of sight. */
  #moveOn() {
    const items = this.steps[this.position]?.items ?? [];
    const [number] = items[0]?.dataset.name?.split(" ") ?? [];
    const labels = items.map((item) => part(item, ":checked ~ :last-child").textContent?.trim() ?? "");
    this.forward();
    part(this.moved, "span").textContent = `${number} ${this.words.list(labels)}`;
    this.moved.hidden = false;
  }

  /** @param {boolean} offered whether the button for the result is on every page */
  offerResult(offered) {
    this.offered = offered;
    this.#showButtons();
  }

  forward() {
    if (this.position < this.steps.length - 1) this.#go(this.position + 1);
  }

  backward() {
    if (this.position > 0) this.#go(this.position - 1);
  }

  /** Turns to the result, which takes focus by itself and has an address of its own. */
  toResult() {
    this.#turn(this.steps.length);
  }

  /** Turns to the last step. */
  toEnd() {
    this.#go(this.steps.length - 1);
  }

  /** Turns to the first step; the caller moves focus to the reason. */
  toStart() {
    this.#go(0, false);
  }

  /** @param {Item[]} open turns to the first of these, or to the last step where there are none */
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
    if (this.position >= this.steps.length) this.#turn(this.#firstOf(open));
  }

  /**
   * Turns to the step that the address names.
   *
   * @param {Item[]} open
   */
  follow(open) {
    const position = this.#positionInAddress();
    if (position === null) return this.settle(open);
    if (position === this.position) return;
    this.#turn(position);
    // A browser goes itself to what is not hidden.
    if (!this.isWhole) this.#focus();
  }

  /** Makes other steps, and stays at what is shown. */
  #divide() {
    const shown = this.steps[this.position];
    this.steps = stepsOf(this.sections, this.display.size);
    const target = shown?.items?.[0] ?? shown?.sections[0];
    this.#turn(shown ? Math.max(0, stepWith(this.steps, target ?? null)) : this.steps.length);
  }

  /** @param {number} position @param {boolean} focus */
  #go(position, focus = true) {
    if (position === this.position) return;
    this.#write(position);
    this.#turn(position);
    if (focus) this.#focus();
  }

  /** @param {number} position of the step that the address is to name: one in the browser's history for each section */
  #write(position) {
    const step = this.steps[position];
    if (!step) return;
    const section = step.sections[0];
    const [item] = step.items ?? [];
    const id = item?.id ?? headingOf(section)?.id;
    const isSame = step.items !== null && this.steps[this.position]?.sections[0] === section;
    if (this.isWhole) history.pushState(null, "", plainAddress());
    else if (id && isSame) history.replaceState(history.state, "", `#${id}`);
    else if (id) history.pushState(null, "", `#${id}`);
  }

  /** @param {EventTarget | null} target what is about to take focus */
  #reveal(target) {
    const position = stepWith(this.steps, target);
    if (position >= 0) this.#go(position, false);
  }

  /** @param {Item[]} open @returns {number} index of the step of the first of them; the last where there are none */
  #firstOf([first]) {
    return first ? stepWith(this.steps, fieldsetOf(this.form, first)) : this.steps.length - 1;
  }

  /** @returns {number | null} `null` where the address names no step */
  #positionInAddress() {
    if (!location.hash) return this.start;
    const position = stepWith(this.steps, addressed());
    return position >= 0 ? position : null;
  }

  /** @param {number} position */
  #turn(position) {
    const last = this.steps.length - 1;
    const step = this.steps[Math.min(position, last)];
    this.movingOn.stop();
    this.position = position;
    this.resumed.hidden = true;
    this.moved.hidden = true;
    if (step) showStep(this.sections, step);
    this.contents.forEach((links, index) => {
      const section = this.sections[index];
      const isCurrent = !this.isWhole && position <= last && section && step?.sections.includes(section);
      for (const link of links) {
        if (isCurrent) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      }
    });
    this.introduction.classList.toggle(AWAY, !this.isWhole && position > 0);
    this.form.classList.toggle("sa-form--paged", !this.isWhole);
    this.form.classList.toggle("sa-form--single", this.display.size === "item");
    const page = { page: Math.min(position, last) + 1, total: last + 1 };
    this.count.textContent = this.isWhole || step?.items ? "" : this.words.t("form.page", page);
    this.#showButtons();
  }

  #showButtons() {
    this.back.hidden = this.position === 0 || this.isWhole;
    this.next.hidden = this.position >= this.steps.length - 1;
    this.submit.hidden = !this.atEnd;
    // Only one of the two buttons is the primary one.
    this.next.classList.toggle("sa-button--primary", !this.atEnd);
    this.end.classList.toggle(AWAY, !this.atEnd);
  }

  #focus() {
    const step = this.steps[this.position];
    const [section] = step?.sections ?? [];
    if (!step || !section) return;
    const [item] = step.items ?? [];
    const isFurther = item && section.classList.contains("sa-dimension--further");
    const target = (isFurther ? item : headingOf(section)) ?? item ?? part(section, "legend");
    // Screen readers announce the page number with the heading.
    if (!isFurther) target.setAttribute("aria-describedby", this.count.id);
    arriveAt(target);
    if (isFurther) section.scrollIntoView();
  }
}

/** @param {HTMLElement | undefined} section @returns {HTMLElement | null} */
function headingOf(section) {
  return section?.querySelector("h2, h3") ?? null;
}
