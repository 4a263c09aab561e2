// @ts-check
/**
 * How far the reader has come, and whether the answers are safe. Not a live region: it would speak at each choice.
 */
/** @import { Words } from "../types/types.js" */

import { part } from "../dom/dom.js";

/** @param {HTMLElement} bar @param {Words} words @param {{chosen: number, total: number, saves: boolean}} state */
export function showProgress(bar, { t }, { chosen, total, saves }) {
  const progress = /** @type {HTMLProgressElement} */ (part(bar, "progress"));
  const count = part(bar, ".js-bar-count");
  const saved = part(bar, ".js-bar-saved");
  const minutes = Math.max(1, Math.round((Number(bar.dataset.minutes) * (total - chosen)) / total));
  progress.max = total;
  progress.value = chosen;
  count.textContent = t("progress", { answered: chosen, total });
  part(bar, ".js-bar-left").textContent = chosen < total ? t("left", { n: minutes }) : "";
  saved.textContent = saves ? (chosen > 0 ? t("saved") : "") : t("unsaved");
  bar.classList.toggle("sa-bar--unsaved", !saves);
}
