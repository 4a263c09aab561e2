// @ts-check
/** Tables that everybody sees, beside the drawings of the same figures. */

import { element, headerCell } from "../dom/dom.js";

/** @param {string} caption @param {string[]} columns @param {string[][]} rows each begins with its name @returns {HTMLElement} */
export function tableFrom(caption, columns, rows) {
  const head = element("tr", "", ...columns.map((column) => (column ? headerCell(column, "col") : element("td", ""))));
  const body = rows.map(([name = "", ...cells]) =>
    element("tr", "", headerCell(name, "row"), ...cells.map((cell) => element("td", "", cell))),
  );
  const title = element("caption", "sa-unseen", caption);
  const table = element("table", "sa-table", title, element("thead", "", head), element("tbody", "", ...body));
  return element("div", "sa-team__table", table);
}
