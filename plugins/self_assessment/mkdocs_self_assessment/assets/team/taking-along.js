// @ts-check
/**
 * A team's picture to take along: a table without names, a text for the minutes, each drawing as an image, and a date.
 */
/** @import { Part, TeamView } from "./figures.js" */
/** @import { Round } from "./round.js" */

import { calendarOf, threeMonthsAfter } from "../calendar/calendar.js";
import { csvOf } from "../exchange/writing.js";
import { scoreAssessment } from "../scoring/scoring.js";
import { nameOfItem } from "./figures.js";
import { groupName } from "./words.js";

/** Properties of a drawing that come from the style sheet. */
const DRAWN = ["fill", "fill-opacity", "stroke", "stroke-width", "font-size", "font-family", "font-weight"];

/**
 * One row a sheet, in no order that tells when it came: answers and scores, neither name nor time.
 *
 * @param {TeamView} view
 * @param {Round} round
 * @returns {string} CSV
 */
export function roundTable({ model, words, items }, round) {
  const { t } = words;
  const dimensions = model.dimensions;
  const head = [
    t("keep.csv-group"),
    ...dimensions.map(({ title }) => title),
    ...model.items.map((item) => nameOfItem(items, item)),
  ];
  const rows = round.sheets.map(({ group, answers }) => {
    const scores = new Map(scoreAssessment(model, answers).dimensions.map(({ id, value }) => [id, value]));
    const ofDimensions = dimensions.map(({ id }) => {
      const value = scores.get(id) ?? null;
      return value === null ? "" : Math.round(value);
    });
    const given = model.items.map(({ id }) => (Object.hasOwn(answers, id) ? (answers[id] ?? "") : ""));
    return [group === 0 ? "" : groupName(words, round, group), ...ofDimensions, ...given];
  });
  const sorted = rows.map((row) => ({ row, key: JSON.stringify(row) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  return csvOf([head, ...sorted.map(({ row }) => row)], t("keep.csv-separator"));
}

/** @param {TeamView} view @param {Round} round @param {Part[]} parts @returns {string} for the minutes */
export function summaryOf({ model, words }, round, parts) {
  const head = [
    model.title,
    round.name,
    words.date(new Date(round.begun)),
    words.t("team.sheets", { n: round.sheets.length }),
  ];
  const told = parts.map(({ title, content }) => {
    const lines = content.flatMap((node) => linesIn(node));
    return [title, ...lines].join("\n");
  });
  return [head.filter(Boolean).join("\n"), ...told].join("\n\n");
}

/** @param {Node} node @returns {string[]} sentences, rows of a table, entries of a list */
function linesIn(node) {
  if (!(node instanceof HTMLElement) || node.getAttribute("aria-hidden")) return [];
  const columns = [...node.querySelectorAll("thead :is(th, td)")].slice(1).map((cell) => cell.textContent);
  const rows = [...node.querySelectorAll("tbody tr")].map((row) => {
    const [name = "", ...cells] = [...row.children].map((cell) => cell.textContent ?? "");
    const told = cells.map((cell, index) => [columns[index], cell].join(" ")).join(", ");
    return `- ${name}: ${told}`;
  });
  if (rows.length > 0) return rows;
  const entries = [...node.querySelectorAll("li")].map((entry) => `- ${entry.textContent?.trim()}`);
  return entries.length > 0 ? entries : [node.textContent?.trim() ?? ""].filter(Boolean);
}

/**
 * @param {SVGElement} drawing on the page
 * @param {string} title
 * @returns {{svg: string, width: number, height: number}} the same, which names nothing outside of itself
 */
export function imageFrom(drawing, title) {
  const { width, height } = drawing.getBoundingClientRect();
  const copy = /** @type {SVGElement} */ (drawing.cloneNode(true));
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, index) => {
    const original = originals[index];
    if (!original || !(element instanceof Element)) return;
    const style = getComputedStyle(original);
    for (const name of DRAWN) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute("class");
  });
  // HTML in a drawing is drawn by browsers only: its words become text.
  for (const foreign of copy.querySelectorAll("foreignObject")) {
    const text = document.createElementNS(copy.namespaceURI, "text");
    for (const name of ["x", "y"]) text.setAttribute(name, foreign.getAttribute(name) ?? "0");
    text.setAttribute("dx", "8");
    text.setAttribute("dy", "20");
    text.setAttribute("fill", foreign.getAttribute("fill") ?? "currentColor");
    text.textContent = foreign.textContent;
    foreign.replaceWith(text);
  }
  const page = document.createElementNS(copy.namespaceURI, "rect");
  const colour = getComputedStyle(document.body).backgroundColor;
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: colour }))
    page.setAttribute(name, value);
  const name = document.createElementNS(copy.namespaceURI, "title");
  name.textContent = title;
  copy.prepend(name, page);
  copy.setAttribute("width", `${width}`);
  copy.setAttribute("height", `${height}`);
  copy.removeAttribute("aria-hidden");
  return { svg: new XMLSerializer().serializeToString(copy), width: Math.ceil(width), height: Math.ceil(height) };
}

/** @param {TeamView} view @param {string} address of the page @returns {string} a calendar with the day of the next round */
export function nextRoundDay({ model, words }, address) {
  const now = new Date();
  const title = words.t("result.again", { title: model.title });
  const uid = [...crypto.getRandomValues(new Uint32Array(4))].join("-");
  return calendarOf([{ uid, day: threeMonthsAfter(now), title, text: address, address }], now);
}
