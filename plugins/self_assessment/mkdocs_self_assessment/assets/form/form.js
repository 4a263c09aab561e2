// @ts-check
/**
 * The answers in the form's radio buttons, which are the only copy on the page.
 * A radio without a value means no answer. Their names are not the ids: a control named "closest" or "submit" would hide
 * what the form itself has under that name.
 */
/** @import { Answer, Answers, Item } from "../types/types.js" */

import { arriveAt, element, part } from "../dom/dom.js";

/** @param {HTMLFormElement} form @returns {Answers} */
export function readAnswers(form) {
  return Object.fromEntries(
    [...radios(form)]
      .filter((radio) => radio.checked && radio.value)
      .map((radio) => [itemOf(radio), radio.value === "not-relevant" ? radio.value : Number(radio.value)]),
  );
}

/** @param {HTMLFormElement} form @param {Answers} answers */
export function writeAnswers(form, answers) {
  for (const radio of radios(form)) {
    const id = itemOf(radio);
    radio.checked = radio.value === (Object.hasOwn(answers, id) ? String(answers[id]) : "");
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

/** @param {HTMLFormElement} form @param {Item} item @returns {string} its number and text */
export function nameOf(form, item) {
  return fieldsetOf(form, item).dataset.name ?? item.id;
}

/** @param {HTMLFormElement} form @param {Item} item @param {Answer | undefined} answer that the item offers @returns {HTMLElement} its words */
export function labelOf(form, item, answer) {
  return part(fieldsetOf(form, item), `[value="${answer}"] ~ :last-child`);
}

/**
 * A link to the item that moves focus to its answer, or to the first one. A situation can't be answered
 * without its story, so there the link goes to the heading above it, as its template sets.
 *
 * @param {HTMLFormElement} form
 * @param {Item} item
 * @returns {HTMLElement}
 */
export function linkTo(form, item) {
  // The result of a link is shown alone: there is no form to link to.
  if (form.closest("[data-shared]")) return element("span", "", nameOf(form, item));
  const fieldset = fieldsetOf(form, item);
  const link = document.createElement("a");
  link.href = `#${fieldset.id}`;
  link.textContent = nameOf(form, item);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    fieldset.dispatchEvent(new CustomEvent("self-assessment:reveal", { bubbles: true }));
    const heading = "readFirst" in fieldset.dataset && fieldset.closest("section")?.querySelector("h2, h3");
    if (heading instanceof HTMLElement) return arriveAt(heading);
    fieldset.scrollIntoView();
    const inputs = [...fieldset.querySelectorAll("input")];
    (inputs.find((input) => input.checked) ?? inputs[0])?.focus({ preventScroll: true });
  });
  return link;
}

/** @param {HTMLFormElement} form @returns {NodeListOf<HTMLInputElement>} */
function radios(form) {
  return form.querySelectorAll("input[type=radio]");
}

/** @param {HTMLInputElement} radio @returns {string} the id of its item */
function itemOf(radio) {
  return /** @type {HTMLElement | null} */ (radio.closest("[data-item]"))?.dataset.item ?? "";
}
