// @ts-check
/**
 * The answers as they stand in the form's radio buttons, which are the only place where the page keeps them.
 */
/** @import { Answers, Item } from "../types/types.js" */

import { element, part } from "../dom/dom.js";

/** @param {HTMLFormElement} form @returns {Answers} */
export function readAnswers(form) {
  return Object.fromEntries(
    [...radios(form)]
      .filter((radio) => radio.checked)
      .map(({ name, value }) => [name, value === "not-relevant" ? value : Number(value)]),
  );
}

/** @param {HTMLFormElement} form @param {Answers} answers */
export function writeAnswers(form, answers) {
  for (const radio of radios(form)) {
    radio.checked = Object.hasOwn(answers, radio.name) && String(answers[radio.name]) === radio.value;
  }
}

/**
 * The fieldset of an item.
 *
 * @param {HTMLFormElement} form
 * @param {Item} item
 * @returns {HTMLElement}
 */
export function fieldsetOf(form, item) {
  return part(form, `[data-item="${CSS.escape(item.id)}"]`);
}

/**
 * A list entry whose link leads to the item and moves focus to its first answer.
 *
 * @param {HTMLFormElement} form
 * @param {Item} item
 * @returns {HTMLElement}
 */
export function linkToItem(form, item) {
  const fieldset = fieldsetOf(form, item);
  const link = document.createElement("a");
  link.href = `#${fieldset.id}`;
  link.textContent = fieldset.querySelector("legend")?.textContent.trim().replace(/\s+/g, " ") ?? item.id;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    fieldset.scrollIntoView();
    fieldset.querySelector("input")?.focus({ preventScroll: true });
  });
  return element("li", "", link);
}

/** @param {HTMLFormElement} form @returns {NodeListOf<HTMLInputElement>} */
function radios(form) {
  return form.querySelectorAll("input[type=radio]");
}
