// @ts-check
/**
 * The previous result as a mark on each bar of the one that is shown.
 */
/** @import { Row } from "../types/types.js" */

import { markAt } from "../charts/bars.js";
import { shape } from "../charts/svg.js";
import { element } from "../dom/dom.js";

const LINE = "M-2-3h4v20h-4Z";

/**
 * @param {HTMLElement} root
 * @param {Row[]} rows of the previous result; none where there is none
 * @param {string} text what the mark is
 */
export function markLast(root, rows, text) {
  for (const mark of root.querySelectorAll(".js-last")) mark.remove();
  const marked = rows.filter(({ id, value }) => {
    const bar = root.querySelector(`[data-bar="${id}"] svg`);
    if (!bar || value === null) return false;
    const mark = markAt(value, LINE, "sa-bars__mark--last");
    mark.classList.add("js-last");
    bar.append(mark);
    return true;
  });
  if (marked.length === 0) return;
  const key = shape(
    "svg",
    { class: "sa-bars__key", viewBox: "-9 -2 18 18", "aria-hidden": "true" },
    markAt(0, LINE, "sa-bars__mark--last"),
  );
  const line = element("p", "js-last", key, " ", text);
  for (const legend of root.querySelectorAll(".js-bars-legend")) legend.append(line.cloneNode(true));
}
