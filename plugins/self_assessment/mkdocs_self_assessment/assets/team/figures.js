// @ts-check
/**
 * The picture of a team as parts, each with a heading: all below one another on the page, one at a time on a projector.
 */
/** @import { Item, Model, Words } from "../types/types.js" */
/** @import { Round } from "./round.js" */
/** @import { DimensionFigures, GroupFigures, StatementFigures } from "./statistics.js" */

import { acrossOf } from "../charts/svg.js";
import { element } from "../dom/dom.js";
import { ownParts } from "./kind-figures.js";
import { questionsOf } from "./questions.js";
import { dimensionFigures, isHeld, standouts, statementFigures, widestFirst } from "./statistics.js";
import { stripOf } from "./strips.js";
import { tableFrom } from "./tables.js";
import { gapInWords, groupName } from "./words.js";

/** In a list. */
const MOST_STATEMENTS = 5;
const FEWEST_SHEETS = 2;

/** @typedef {{root: HTMLElement, model: Model, words: Words, items: Record<string, string>}} TeamView with the number and text of each item */
/** @typedef {{title: string, content: Node[]}} Part */

/** @param {TeamView} view @param {Round} round @returns {Part[]} none with too few sheets */
export function partsFor(view, round) {
  if (round.sheets.length < FEWEST_SHEETS) return [];
  const all = dimensionFigures(view.model, round).filter(({ whole }) => whole.figures);
  const whole = all.filter(({ id }) => !id);
  const dimensions = widestFirst(all.filter(({ id }) => id));
  const [widest] = dimensions;
  const parts = dimensions.map((one) => dimensionPart(view, round, one, one === widest));
  return [
    ...ownParts(view, round),
    ...whole.map((one) => dimensionPart(view, round, one, !widest)),
    ...parts,
    ...statementParts(view, round),
  ];
}

/**
 * @param {TeamView} view
 * @param {Round} round
 * @param {DimensionFigures} dimension
 * @param {boolean} asks whether the author's questions follow
 * @returns {Part}
 */
function dimensionPart(view, round, { id, title, groups, rest, whole, gap }, asks) {
  const { root, words } = view;
  const lines = groups.map((figures) => ({ name: nameOfLine(words, round, figures), figures }));
  if (groups.length === 0) lines.push({ name: words.t("team.sheets", { n: whole.values.length }), figures: whole });
  else if (rest.figures) lines.push({ name: nameOfLine(words, round, rest), figures: rest });
  const questions = asks ? questionsOf(view, id) : [];
  return {
    title,
    content: [
      ...(gap ? [element("p", "sa-team__gap", gapInWords(words, round, gap))] : []),
      legendOf(lines.map(({ name, figures }) => ({ name, group: figures.group }))),
      stripOf(lines, acrossOf(root)),
      figuresTable(words, title, lines),
      ...questions,
    ],
  };
}

/** @param {Words} words @param {Round} round @param {GroupFigures} figures @returns {string} */
function nameOfLine(words, round, { group, values }) {
  return `${groupName(words, round, group)} (${words.number(values.length)})`;
}

/** @param {{name: string, group: number}[]} lines @returns {HTMLElement} hidden from screen readers: the table names them too */
function legendOf(lines) {
  const entries = lines.map(({ name, group }) => {
    const entry = element("span", "sa-strip__name js-strip-name", name);
    entry.dataset.group = `${group}`;
    return entry;
  });
  const legend = element("p", "sa-strip__legend", ...entries);
  legend.setAttribute("aria-hidden", "true");
  return legend;
}

/**
 * @param {Words} words
 * @param {string} caption
 * @param {{name: string, figures: GroupFigures}[]} lines
 * @returns {HTMLElement}
 */
export function figuresTable({ t, number }, caption, lines) {
  const columns = [
    "",
    ...["team.mean", "team.median", "team.lowest", "team.highest", "team.spread"].map((key) => t(key)),
  ];
  const rows = lines.map(({ name, figures: { figures, held, shown } }) => {
    const more =
      figures && !held ? [figures.median, figures.low, figures.high, figures.spread] : [null, null, null, null];
    const values = [figures && shown ? figures.mean : null, ...more];
    return [name, ...values.map((value) => (value === null ? "–" : number(value)))];
  });
  return tableFrom(caption, columns, rows);
}

/** @param {TeamView} view @param {Round} round @returns {Part[]} */
function statementParts({ model, words, items }, round) {
  if (isHeld(round) || !["statements", "checklist", "two-factor"].includes(model.kind)) return [];
  const found = standouts(statementFigures(model, round), MOST_STATEMENTS);
  return /** @type {const} */ ([
    ["team.divided", found.divided],
    ["team.weak", found.weak],
    ["team.strong", found.strong],
  ]).map(([key, statements]) => ({
    title: words.t(key),
    content: [statementTable(words, words.t(key), statements, items)],
  }));
}

/**
 * @param {Words} words
 * @param {string} caption
 * @param {StatementFigures[]} statements
 * @param {Record<string, string>} items
 * @returns {HTMLElement}
 */
function statementTable({ t, number }, caption, statements, items) {
  if (statements.length === 0) return element("p", "", t("team.nobody"));
  const rows = statements.map(({ item, whole }) => [nameOfItem(items, item), number(whole.mean), number(whole.spread)]);
  return tableFrom(caption, ["", t("team.mean"), t("team.spread")], rows);
}

/** @param {Record<string, string>} items @param {Item} item @returns {string} its number and text */
export function nameOfItem(items, { id }) {
  return (Object.hasOwn(items, id) ? items[id] : undefined) ?? id;
}
