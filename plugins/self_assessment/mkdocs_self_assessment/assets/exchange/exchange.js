// @ts-check
/**
 * A result as a file to open here again, as a table for a spreadsheet, and as plain text. Pure, but for the download.
 */
/** @import { Answers, Decoded, Model, Row } from "../types/types.js" */

import { isAnswer, isMoment, isRecord, offers, parseRecord } from "../storage/reading.js";

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
  const data = parseRecord(text);
  if (!data) return { problem: "damaged" };
  const { format, id, version, saved, answers } = data;
  if (format !== FILE_FORMAT || !Object.keys(data).every((key) => KEYS.includes(key))) return { problem: "damaged" };
  if (typeof id !== "string" || typeof version !== "string") return { problem: "damaged" };
  if (!isRecord(answers)) return { problem: "damaged" };
  if (id !== model.id) return { problem: "foreign" };
  if (version !== model.version) return { problem: "version" };
  const known = model.items.filter(({ id: item }) => Object.hasOwn(answers, item));
  if (known.length === 0 || known.length < Object.keys(answers).length) return { problem: "damaged" };
  if (!known.every((item) => isAnswer(answers[item.id], item.values))) return { problem: "damaged" };
  const unfit = known.filter((item) => !offers(item, answers[item.id])).map(({ id: item }) => item);
  const fitting = known.filter(({ id: item }) => !unfit.includes(item));
  return {
    answers: /** @type {Answers} */ (Object.fromEntries(fitting.map(({ id: item }) => [item, answers[item]]))),
    ...(unfit.length > 0 && { unfit }),
    // A date is only shown: one that can't be read is no reason to refuse the answers.
    ...(isMoment(saved) && { saved }),
  };
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

/** @param {string} name @param {string} type @param {string | Blob} content */
export function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser holds the data once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
