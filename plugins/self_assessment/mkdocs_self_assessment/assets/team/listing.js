// @ts-check
/**
 * The list of answer sheets, and of what is set apart: each with its group and time, to be moved, removed or counted.
 */
/** @import { Words } from "../types/types.js" */
/** @import { Apart, Round, Sheet } from "./round.js" */

import { element } from "../dom/dom.js";
import { buttonOf, timeOf } from "../result-tools/tables.js";
import { groupName, reasonFor } from "./words.js";

/**
 * Rows that are shown, by what they are of: most stay the same from one step to the next.
 *
 * @type {WeakMap<Sheet, {groups: number[], row: HTMLElement}>}
 */
const MADE = new WeakMap();

/** @typedef {{move: (number: number, group: number) => unknown, remove: (number: number) => unknown, count: (number: number) => unknown}} Actions */

/**
 * @param {Words} words
 * @param {string} dates locale of dates
 * @param {Round} round
 * @param {Actions} actions
 * @returns {HTMLElement[]} the latest first
 */
export function sheetRows(words, dates, round, actions) {
  return [...round.sheets].reverse().map((sheet) => {
    const made = MADE.get(sheet);
    if (made?.groups === round.groups) return made.row;
    const row = sheetRow(words, dates, round, sheet, actions);
    MADE.set(sheet, { groups: round.groups, row });
    return row;
  });
}

/** @param {Words} words @param {string} dates @param {Round} round @param {Sheet} sheet @param {Actions} actions */
function sheetRow(words, dates, round, { number, group, added }, { move, remove }) {
  const { t } = words;
  const name = element("span", "sa-team__name", t("team.sheet", { number }));
  const time = element("span", "sa-team__time", timeOf(added, dates));
  const row = element("li", "sa-team__sheet", name, time);
  row.dataset.number = `${number}`;
  if (round.groups.length > 0) {
    const select = /** @type {HTMLSelectElement} */ (element("select", "sa-keep__field"));
    select.append(...[0, ...round.groups].map((one) => new Option(groupName(words, round, one), `${one}`)));
    select.value = `${group}`;
    select.setAttribute("aria-label", t("team.group-of", { number }));
    select.addEventListener("change", () => move(number, Number(select.value)));
    row.append(select);
  }
  row.append(removing(words, number, t("team.sheet", { number }), remove));
  return row;
}

/** @param {Words} words @param {Round} round @param {Actions} actions @returns {HTMLElement[]} the latest first */
export function apartRows(words, round, { count, remove }) {
  return [...round.apart].reverse().map((/** @type {Apart} */ { number, refused, sheet }) => {
    const reason = element("span", "sa-team__reason", reasonFor(words, refused));
    const parts = refused.excerpt ? [element("bdi", "sa-team__excerpt", refused.excerpt), reason] : [reason];
    const row = element("li", "sa-team__sheet", ...parts);
    if (sheet) row.append(buttonOf(words.t("team.count"), () => count(number)));
    row.append(removing(words, number, refused.excerpt, remove));
    return row;
  });
}

/** @param {Words} words @param {number} number @param {string} name @param {(number: number) => void} remove */
function removing({ t }, number, name, remove) {
  const button = buttonOf(t("team.remove"), () => remove(number));
  button.setAttribute("aria-label", `${t("team.remove")}: ${name}`);
  return button;
}
