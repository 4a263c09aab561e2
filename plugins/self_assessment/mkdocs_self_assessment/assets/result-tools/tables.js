// @ts-check
/**
 * Elements that this folder's modules share: tables, buttons, and figures that may be missing.
 */
/** @import { Words } from "../types/types.js" */

import { element, headerCell } from "../dom/dom.js";

const NONE = "–";

/**
 * The figures of a chart, for those who don't see it.
 *
 * @param {string} caption
 * @param {string[]} columns
 * @param {[string, ...string[]][]} rows each begins with its name
 * @returns {HTMLElement}
 */
export function tableOf(caption, columns, rows) {
  const head = element("tr", "", ...columns.map((column) => headerCell(column, "col")));
  const body = rows.map(([name, ...cells]) =>
    element("tr", "", headerCell(name, "row"), ...cells.map((content) => element("td", "", content))),
  );
  const parts = [element("caption", "", caption), element("thead", "", head), element("tbody", "", ...body)];
  return element("div", "sa-unseen", element("table", "sa-table", ...parts));
}

/**
 * @param {string} text
 * @param {() => void} action
 * @returns {HTMLButtonElement}
 */
export function buttonOf(text, action) {
  const button = /** @type {HTMLButtonElement} */ (element("button", "sa-button", text));
  button.type = "button";
  button.addEventListener("click", action);
  return button;
}

/** @param {number | null} value @param {Words} words */
export function figure(value, { number }) {
  return value === null ? NONE : number(value);
}

/** @param {number | null} value @param {Words} words */
export function signed(value, words) {
  return value === null ? NONE : words.change(value);
}

/** @param {string} moment @param {string} lang @returns {string} day and time, which distinguish results of one day; a dash where unknown */
export function timeOf(moment, lang) {
  if (!moment) return NONE;
  return new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" }).format(new Date(moment));
}
