// @ts-check
/**
 * What the parts of this room share: tables, signed figures, dates, and the words that stand in the form.
 */
/** @import { Answer, Item, Words } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { fieldsetOf } from "../form/form.js";

/**
 * @param {string} caption
 * @param {string[]} columns
 * @param {[string | Node, ...(string | Node)[]][]} rows each begins with its name
 * @returns {HTMLElement}
 */
export function tableOf(caption, columns, rows) {
  const cellOf = (/** @type {string} */ name, /** @type {string} */ scope, /** @type {string | Node} */ content) => {
    const cell = element(name, "", content);
    if (scope) cell.setAttribute("scope", scope);
    return cell;
  };
  const head = element("tr", "", ...columns.map((column) => cellOf("th", "col", column)));
  const body = rows.map(([name, ...cells]) =>
    element("tr", "", cellOf("th", "row", name), ...cells.map((content) => cellOf("td", "", content))),
  );
  return element(
    "table",
    "sa-table sa-keep__table",
    element("caption", "", caption),
    element("thead", "", head),
    element("tbody", "", ...body),
  );
}

/**
 * @param {string} text
 * @param {() => void} action
 * @param {string} [name] where the text alone does not say enough
 * @returns {HTMLElement}
 */
export function buttonOf(text, action, name) {
  const button = element("button", "sa-button", text);
  button.setAttribute("type", "button");
  if (name) button.setAttribute("aria-label", name);
  button.addEventListener("click", action);
  return button;
}

/** @param {number | null} value @param {Words} words @returns {string} a score as the reader sees it */
export function figure(value, { number }) {
  return value === null ? "–" : number(value);
}

/** @param {number | null} value @param {string} lang @returns {string} */
export function signed(value, lang) {
  return value === null ? "–" : new Intl.NumberFormat(lang, { signDisplay: "exceptZero" }).format(value);
}

/** @param {string | Date} when @param {string} lang @param {boolean} [time] with the time of day @returns {string} */
export function dateOf(when, lang, time = false) {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: time ? "short" : undefined });
  return format.format(new Date(when));
}

/** @param {HTMLFormElement} form @param {Item} item @returns {string} */
export function statementOf(form, item) {
  const legend = /** @type {Element} */ (part(fieldsetOf(form, item), "legend").cloneNode(true));
  legend.querySelector(".sa-item__number")?.remove();
  return plain(legend);
}

/** @param {HTMLFormElement} form @param {Item} item @param {Answer | undefined} answer @returns {string} */
export function labelOf(form, item, answer) {
  const radio = fieldsetOf(form, item).querySelector(`[value="${answer}"]`);
  return radio ? plain(part(/** @type {Element} */ (radio.closest("label")), "span")) : "";
}

/** @param {Element} element */
function plain({ textContent }) {
  return (textContent ?? "").trim().replace(/\s+/g, " ");
}
