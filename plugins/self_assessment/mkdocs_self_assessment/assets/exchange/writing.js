// @ts-check
/**
 * A result as a file to open here again, and as a table for a spreadsheet. Pure.
 */
/** @import { Answers, Model, Row } from "../types/types.js" */

import { FILE_FORMAT } from "./exchange.js";

/** @param {Model} model @param {Answers} answers @param {Row[]} rows @param {Date} now @returns {string} JSON */
export function fileOf(model, answers, rows, now) {
  const { id, version, title, lang } = model;
  const rounded = (/** @type {number | null} */ value) => (value === null ? null : Math.round(100 * value) / 100);
  const file = {
    $schema: new URL("result-1.schema.json", import.meta.url).href,
    format: FILE_FORMAT,
    id,
    version,
    title,
    lang,
    saved: now.toISOString(),
    answers,
    scores: Object.fromEntries(rows.map((row) => [row.id, rounded(row.value)])),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * A table in RFC 4180 format, with a byte order mark so that spreadsheets detect UTF-8.
 *
 * @param {(string | number)[][]} rows the first with the columns' names
 * @param {string} separator what the spreadsheets of the language part columns by
 * @returns {string}
 */
export function csvOf(rows, separator) {
  return `\uFEFF${rows.map((row) => row.map((value) => cell(value, separator)).join(separator)).join("\r\n")}\r\n`;
}

/** @param {string | number} value @param {string} separator @returns {string} */
function cell(value, separator) {
  // Languages with a decimal comma separate columns by another character.
  if (typeof value === "number") return separator === "," ? String(value) : String(value).replace(".", ",");
  // A spreadsheet would take such text for a formula, and run it.
  const text = /^\s*[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  // Both separators: a spreadsheet of another language must not cut a text in two, where the rest may be a formula.
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
