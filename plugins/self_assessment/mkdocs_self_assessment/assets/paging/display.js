// @ts-check
/**
 * How the reader wants the form: one thing at a time or as a list, and whether it moves on by itself. Kept for all
 * self-assessments of the site.
 */
/** @import { Size } from "./steps.js" */

import { part } from "../dom/dom.js";
import { attempt } from "../storage/keys.js";

/** The width up to which a statement is shown alone: that of a phone. */
const PHONE = matchMedia("(max-width: 37.4375em)");
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

export class Display {
  /**
   * @param {HTMLElement} form
   * @param {{site: string, inSections: boolean, changed: () => void}} options `site` begins the names of what is kept;
   *   `inSections` whether the author wants one section at a time
   * @param {AbortSignal} signal
   */
  constructor(form, { site, inSections, changed }, signal) {
    this.site = site;
    this.inSections = inSections;
    this.row = part(form, ".js-display");
    this.list = part(form, "[data-display=list]");
    this.single = part(form, "[data-display=single]");
    this.itself = part(form, "[data-display=by-itself]");
    this.isList = this.#read("list");
    this.waits = this.#read("wait");
    const choose = (/** @type {boolean} */ isList) => {
      this.isList = isList;
      this.#write("list", isList);
      this.#show();
      changed();
      (isList ? this.single : this.list).focus();
    };
    this.list.addEventListener("click", () => choose(true), { signal });
    this.single.addEventListener("click", () => choose(false), { signal });
    this.itself.addEventListener("click", () => this.#switch(), { signal });
    const resized = () => {
      this.#show();
      changed();
    };
    PHONE.addEventListener("change", resized, { signal });
    this.#show();
  }

  /** @returns {Size} */
  get size() {
    if (this.isList) return "all";
    return PHONE.matches ? "item" : this.inSections ? "section" : "all";
  }

  /** Whether the form moves on after an answer. */
  get movesOn() {
    return this.size === "item" && !this.waits && !STILL.matches;
  }

  #switch() {
    this.waits = !this.waits;
    this.#write("wait", this.waits);
    this.#show();
  }

  #show() {
    this.row.hidden = !PHONE.matches && !this.inSections;
    this.list.hidden = this.isList;
    this.single.hidden = !this.isList;
    this.itself.hidden = this.size !== "item" || STILL.matches;
    this.itself.setAttribute("aria-checked", String(!this.waits));
  }

  /** @param {string} name @returns {boolean} */
  #read(name) {
    let kept = false;
    attempt(() => {
      kept = localStorage.getItem(`${this.site}${name}`) === "1";
    });
    return kept;
  }

  /** @param {string} name @param {boolean} value */
  #write(name, value) {
    attempt(() => {
      if (value) localStorage.setItem(`${this.site}${name}`, "1");
      else localStorage.removeItem(`${this.site}${name}`);
    });
  }
}
