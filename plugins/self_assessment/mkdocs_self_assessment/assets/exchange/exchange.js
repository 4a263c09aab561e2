// @ts-check
/**
 * A result as a file to open here again, as a table for a spreadsheet, and as plain text. Pure, but for the download.
 */
/** @import { Answers, Decoded, Model, Row } from "../types/types.js" */

import { attempt, isMoment, isRecord } from "../storage/storage.js";

const FILE_FORMAT = 1;
const KEYS = ["$schema", "format", "id", "version", "title", "lang", "saved", "answers", "scores"];
/** Largest file in characters, ten times the largest of our own. */
export const LARGEST = 65536;

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
 * @param {string} text from anywhere
 * @param {Pick<Model, "id" | "version" | "items">} model
 * @returns {Decoded & {saved?: string}} only answers that the model offers, or why there are none
 */
export function readFile(text, model) {
  if (text.length > LARGEST) return { problem: "large" };
  /** @type {unknown} */
  let data;
  if (!attempt(() => (data = JSON.parse(text))) || !isRecord(data)) return { problem: "damaged" };
  const { format, id, version, saved, answers } = data;
  if (format !== FILE_FORMAT || !Object.keys(data).every((key) => KEYS.includes(key))) return { problem: "damaged" };
  if (typeof id !== "string" || typeof version !== "string") return { problem: "damaged" };
  if (!isMoment(saved) || !isRecord(answers)) return { problem: "damaged" };
  if (id !== model.id) return { problem: "foreign" };
  if (version !== model.version) return { problem: "version" };
  /** @type {Answers} */
  const read = {};
  for (const { id: item, values, notRelevant } of model.items) {
    if (!Object.hasOwn(answers, item)) continue;
    const answer = answers[item];
    if (typeof answer === "number" ? !values.includes(answer) : !(notRelevant && answer === "not-relevant")) {
      return { problem: "damaged" };
    }
    read[item] = /** @type {number | "not-relevant"} */ (answer);
  }
  const known = Object.keys(read).length;
  return known > 0 && known === Object.keys(answers).length ? { answers: read, saved } : { problem: "damaged" };
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

/** @param {string} name @param {string} type @param {string} text */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser holds the data once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
