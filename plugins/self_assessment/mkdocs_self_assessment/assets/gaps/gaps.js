// @ts-check
/**
 * Statements without an answer: a mark at each, and a summary that takes focus and links to them.
 */
/** @import { Item, Words } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { fieldsetOf, linkTo } from "../form/form.js";

export class Gaps {
  /** @param {HTMLFormElement} form @param {Words} words */
  constructor(form, words) {
    this.form = form;
    this.words = words;
    this.summary = part(form, ".js-gaps");
    this.title = part(form, ".js-gaps-title");
    this.list = part(form, ".js-gaps-list");
    /** @type {Map<string, HTMLElement>} the marks that are set, by item id */
    this.marks = new Map();
  }

  /** @param {Item[]} gaps to mark, and to list in the summary */
  show(gaps) {
    for (const item of gaps) this.#mark(item);
    this.summary.hidden = false;
    this.#list(gaps);
    this.summary.focus();
  }

  /**
   * Removes items that have been answered since; adds none, so as not to disturb the reader while filling in.
   *
   * @param {Item[]} gaps
   */
  update(gaps) {
    const open = new Set(gaps.map((item) => item.id));
    for (const [id, mark] of this.marks) {
      if (open.has(id)) continue;
      mark.closest("fieldset")?.removeAttribute("aria-describedby");
      mark.remove();
      this.marks.delete(id);
    }
    if (gaps.length === 0) this.close();
    else if (this.shown) this.#list(gaps);
  }

  /** Whether the summary is shown. */
  get shown() {
    return !this.summary.hidden;
  }

  close() {
    this.summary.hidden = true;
  }

  /** @param {Item[]} gaps */
  #list(gaps) {
    this.title.textContent = this.words.t("gaps", { n: gaps.length });
    this.list.replaceChildren(...gaps.map((item) => element("li", "", linkTo(this.form, item))));
  }

  /** @param {Item} item */
  #mark(item) {
    if (this.marks.has(item.id)) return;
    const fieldset = fieldsetOf(this.form, item);
    const mark = element("p", "sa-item__gap", this.words.t("gap"));
    mark.id = `sa-gap-${item.id}`;
    fieldset.querySelector("legend")?.after(mark);
    fieldset.setAttribute("aria-describedby", mark.id);
    this.marks.set(item.id, mark);
  }
}
