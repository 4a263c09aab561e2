// @ts-check
/**
 * Reads a result from a file, and gives the reader files. Pure, but for the download.
 */
/** @import { Answers, Decoded, Model } from "../types/types.js" */

import { isAnswer, isLater, isMoment, isRecord, offers, parseRecord } from "../storage/reading.js";

export const FILE_FORMAT = 1;
const KEYS = ["$schema", "format", "id", "version", "title", "lang", "saved", "answers", "scores"];
/** Largest file in characters, ten times the largest of our own. */
export const LARGEST = 65536;

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
  if (isLater(format, FILE_FORMAT)) return { problem: "newer" };
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

/** @param {string} name @param {string} type @param {string | Blob} content */
export function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser holds the data once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
