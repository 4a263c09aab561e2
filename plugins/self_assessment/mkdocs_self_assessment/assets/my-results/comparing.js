// @ts-check
/**
 * Two results of one self-assessment, which the reader chooses by their dates.
 */
/** @import { HistoryEntry, View } from "../types/types.js" */

import { figuresOf } from "../comparison/pair.js";
import { element, part } from "../dom/dom.js";
import { nth } from "../lists/lists.js";
import { timeOf } from "../result-tools/tables.js";

/**
 * @param {HTMLElement} fold
 * @param {Pick<View, "root" | "model" | "words">} view
 * @param {HistoryEntry[]} entries that can be compared, oldest first
 */
export function offerComparison(fold, view, entries) {
  fold.hidden = entries.length < 2;
  if (fold.hidden) return;
  const results = entries.map(({ saved, answers }) => ({ label: timeOf(saved, view.model.dates), answers }));
  const selects = [...fold.querySelectorAll("select")];
  selects.forEach((select, side) => {
    select.replaceChildren(...results.map(({ label }, index) => new Option(label, `${index}`)));
    select.value = `${results.length - 2 + side}`;
  });
  const show = () => {
    const chosen = (/** @type {number} */ side) => nth(results, Number(nth(selects, side).value));
    const [first, second] = [chosen(0), chosen(1)];
    part(fold, ".js-mine-pair").replaceChildren(
      ...(first === second ? [element("p", "", view.words.t("keep.choose"))] : figuresOf(view, [first, second])),
    );
  };
  fold.addEventListener("toggle", show);
  fold.addEventListener("input", show);
}
