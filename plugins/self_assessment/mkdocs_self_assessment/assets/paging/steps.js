// @ts-check
/**
 * The steps of a form: all of it, a section, or a statement with what belongs to it.
 */

import { AWAY } from "../dom/dom.js";

/** @typedef {"all" | "section" | "item"} Size how much of the form a step has */

/**
 * @typedef {object} Step what is shown at once
 * @property {HTMLElement[]} sections
 * @property {HTMLElement[] | null} items the fieldsets of the only section that are shown; `null` for all
 */

/** @param {HTMLElement[]} sections @param {Size} size @returns {Step[]} at least one; follow-ups that are not active have none */
export function stepsOf(sections, size) {
  if (size === "all") return [{ sections, items: null }];
  if (size === "section") return sections.map((section) => ({ sections: [section], items: null }));
  return sections.flatMap((section) => {
    /** @type {Step[]} */
    const steps = [];
    for (const item of itemsOf(section)) {
      if (item.hidden) continue;
      const last = steps.at(-1);
      if (last?.items && "together" in item.dataset) last.items.push(item);
      else steps.push({ sections: [section], items: [item] });
    }
    return steps.length > 0 ? steps : [{ sections: [section], items: null }];
  });
}

/** @param {Step[]} steps @param {EventTarget | null} target @returns {number} index of the step that shows it, -1 without one */
export function stepWith(steps, target) {
  if (!(target instanceof Node)) return -1;
  const shown = steps.findIndex(({ items }) => items?.some((item) => item.contains(target)));
  return shown >= 0 ? shown : steps.findIndex(({ sections }) => sections.some((section) => section.contains(target)));
}

/**
 * Hides on screen what the step doesn't have. The introduction of a section is shown with its first statement, and a
 * heading within it with each of the statements below.
 *
 * @param {HTMLElement[]} sections all of them
 * @param {Step} step
 */
export function showStep(sections, step) {
  for (const section of sections) {
    section.classList.toggle(AWAY, !step.sections.includes(section));
    const [first] = step.items ?? [];
    const all = itemsOf(section);
    section.classList.toggle("sa-dimension--further", Boolean(first) && first !== all.find((item) => !item.hidden));
    for (const item of all) item.classList.toggle(AWAY, step.items !== null && !step.items.includes(item));
    for (const lead of section.querySelectorAll(".js-lead")) {
      lead.classList.toggle(AWAY, first !== undefined && lead !== leadOf(first));
    }
  }
}

/** @param {HTMLElement} item @returns {Element | null} the heading within the section that it is below */
function leadOf(item) {
  /** @type {Element | null} */
  let before = item;
  while (before && !before.matches(".js-lead")) before = before.previousElementSibling;
  return before;
}

/** @param {HTMLElement} section @returns {HTMLElement[]} */
function itemsOf(section) {
  return [...section.querySelectorAll("[data-item]")].filter((item) => item instanceof HTMLElement);
}
