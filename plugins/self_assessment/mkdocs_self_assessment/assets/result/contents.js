// @ts-check
/**
 * The theme's table of contents while the result is shown: the entries of what is folded away are hidden, and those of
 * the result's sections, made in the theme's own form, take their place. A page without one stays as it is.
 */

import { AWAY, element, named, part } from "../dom/dom.js";

/** Headings of what is shown. */
const SECTIONS = ".js-result :is(h2, h3)[id]:not([hidden] *, details *)";

export class Contents {
  /** @param {HTMLElement} root the self-assessment @param {AbortSignal} signal restores the theme's own */
  constructor(root, signal) {
    this.root = root;
    /** @type {Element[]} */
    this.hidden = [];
    /** @type {Element[]} */
    this.added = [];
    signal.addEventListener("abort", () => this.restore(), { once: true });
  }

  show() {
    this.restore();
    const { root } = this;
    const sections = [...root.querySelectorAll(SECTIONS)];
    const folded = [part(root, ".js-introduction"), part(root, ".js-form")];
    for (const link of document.querySelectorAll('nav a[href^="#"]')) {
      const target = named(link.getAttribute("href") ?? "");
      const entry = link.closest("li");
      if (!entry || !folded.some((part) => part.contains(target))) continue;
      // The entries of one list are together; one within another goes with it.
      if (!this.hidden.some((other) => other.parentElement?.contains(entry))) {
        const entries = sections.map((section) => entryLike(entry, section));
        entry.before(...entries);
        this.added.push(...entries);
      }
      entry.classList.add(AWAY);
      this.hidden.push(entry);
    }
  }

  restore() {
    for (const entry of this.added) entry.remove();
    for (const entry of this.hidden) entry.classList.remove(AWAY);
    this.added = [];
    this.hidden = [];
  }
}

/** @param {Element} entry of the theme @param {Element} section @returns {Element} an entry of the same form */
function entryLike(entry, section) {
  const made = /** @type {Element} */ (entry.cloneNode(true));
  for (const nested of made.querySelectorAll("nav, ul, ol")) nested.remove();
  const link = part(made, "a");
  link.setAttribute("href", `#${section.id}`);
  link.removeAttribute("aria-current");
  // Themes wrap the text for their style.
  (link.firstElementChild ?? link).replaceChildren(element("span", "", section.textContent ?? ""));
  return made;
}
