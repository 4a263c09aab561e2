// @ts-check
/**
 * A team's picture to take along: a table without names, a text for the minutes, each drawing as an image, and a date.
 */
/** @import { Part, TeamView } from "./figures.js" */
/** @import { Round } from "./round.js" */

import { calendarOf, threeMonthsAfter } from "../calendar/calendar.js";
import { shape } from "../charts/svg.js";
import { csvOf } from "../exchange/writing.js";
import { nameOfItem } from "./figures.js";
import { sheetScores } from "./scores.js";
import { groupName } from "./words.js";

/** Properties of a drawing that come from the style sheet. */
const DRAWN = ["fill", "fill-opacity", "stroke", "stroke-width", "font-size", "font-family", "font-weight"];
const EDGE = 24;
/** Baseline of an image's title, and how far apart the names below it are. */
const TITLE = 40;
const LINE_OF_LEGEND = 22;

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
    const scores = new Map(sheetScores(model, answers).dimensions.map(({ id, value }) => [id, value]));
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
 * @param {HTMLElement[]} legend names in the colours of what they name
 * @returns {{svg: string, width: number, height: number}} the same below its title, naming nothing outside of itself
 */
export function imageFrom(drawing, title, legend) {
  const box = drawing.getBoundingClientRect();
  const page = getComputedStyle(document.body);
  const copy = withOwnStyles(drawing);
  const words = (
    /** @type {number} */ y,
    /** @type {number} */ size,
    /** @type {string} */ fill,
    /** @type {string} */ text,
  ) => {
    const attributes = { x: EDGE, y, "font-size": size, "font-family": page.fontFamily, fill };
    const made = shape("text", attributes);
    made.textContent = text;
    return made;
  };
  const names = legend.map((entry, index) =>
    words(
      TITLE + LINE_OF_LEGEND * (index + 1),
      14,
      getComputedStyle(entry, "::before").backgroundColor,
      `◆ ${entry.textContent}`,
    ),
  );
  const top = TITLE + LINE_OF_LEGEND * names.length + EDGE / 2;
  const [width, height] = [Math.ceil(box.width + 2 * EDGE), Math.ceil(box.height + top + EDGE)];
  for (const [name, value] of Object.entries({ x: EDGE, y: top, width: box.width, height: box.height }))
    copy.setAttribute(name, `${value}`);
  const name = document.createElementNS(copy.namespaceURI, "title");
  name.textContent = title;
  const whole = shape(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}` },
    name,
    shape("rect", { width, height, fill: page.backgroundColor }),
    words(TITLE, 20, page.color, title),
    ...names,
    copy,
  );
  return { svg: new XMLSerializer().serializeToString(whole), width, height };
}

/** @param {SVGElement} drawing @returns {SVGElement} a copy with what the style sheet says in its attributes */
function withOwnStyles(drawing) {
  const copy = /** @type {SVGElement} */ (drawing.cloneNode(true));
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, index) => {
    const style = originals[index] && getComputedStyle(originals[index]);
    for (const name of DRAWN) if (style) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute("class");
  });
  // HTML in a drawing is drawn by browsers only: its words become text.
  for (const foreign of copy.querySelectorAll("foreignObject")) {
    const place = { x: foreign.getAttribute("x") ?? 0, y: foreign.getAttribute("y") ?? 0, dx: 8, dy: 20 };
    const text = shape("text", { ...place, fill: getComputedStyle(document.body).color });
    text.textContent = foreign.textContent;
    foreign.replaceWith(text);
  }
  copy.removeAttribute("aria-hidden");
  return copy;
}

/** @param {TeamView} view @param {string} address of the page @returns {string} a calendar with the day of the next round */
export function nextRoundDay({ model, words }, address) {
  const now = new Date();
  const title = words.t("result.again", { title: model.title });
  const uid = [...crypto.getRandomValues(new Uint32Array(4))].join("-");
  return calendarOf([{ uid, day: threeMonthsAfter(now), title, text: address, address }], now);
}
