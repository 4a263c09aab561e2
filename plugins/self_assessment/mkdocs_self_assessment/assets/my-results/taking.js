// @ts-check
/**
 * Adds what a file has to what this browser keeps: all of another browser, or a single result. What can't be read costs
 * itself only, and is named.
 */
/** @import { Words } from "../types/types.js" */
/** @import { Kept } from "./everything.js" */
/** @import { KeptAssessment } from "./kept.js" */

import { readFile } from "../exchange/exchange.js";
import { parseHistory } from "../history/reading.js";
import { isLater, isRecord, parseRecord, parseStored } from "../storage/reading.js";
import { FORMAT_OF_ALL, LARGEST_OF_ALL } from "./everything.js";

/** @typedef {Record<string, Kept & {damaged: boolean}>} Everything what can be read, and whether some can't, by id */

/**
 * @param {string} text from anywhere
 * @returns {Everything | "newer" | null} `null` where it is no such file
 */
export function readEverything(text) {
  const data = text.length > LARGEST_OF_ALL ? null : parseRecord(text);
  if (!data || !isRecord(data.selfAssessments)) return null;
  if (isLater(data.format, FORMAT_OF_ALL)) return "newer";
  if (data.format !== FORMAT_OF_ALL) return null;
  return Object.fromEntries(
    Object.entries(data.selfAssessments).map(([id, kept]) => {
      const { answers, history } = isRecord(kept) ? kept : { answers: kept, history: null };
      const own = parseStored(JSON.stringify(answers ?? null));
      const results = parseHistory(JSON.stringify(history ?? null));
      const read = {
        answers: own?.stored.id === id ? own.stored : null,
        history: results?.stored.id === id ? results.stored : null,
      };
      const isLost = (answers && !read.answers) || (history && !read.history);
      return [id, { ...read, damaged: Boolean(isLost || own?.damaged || results?.damaged) }];
    }),
  );
}

/**
 * @param {string} text of a file
 * @param {KeptAssessment[]} all of the site
 * @param {Words} words
 * @returns {string} what became of it, and what was left out
 */
export function take(text, all, words) {
  const found = readEverything(text);
  if (!found) return words.t(takeOne(text, all));
  return found === "newer" ? words.t("keep.refused-newer") : takeAll(found, all, words);
}

/** @param {Everything} everything @param {KeptAssessment[]} all @param {Words} words @returns {string} */
function takeAll(everything, all, { t, list, quote }) {
  /** @type {string[]} */
  const unread = [];
  /** @type {string[]} */
  const foreign = [];
  /** @type {boolean[]} */
  const saved = [];
  for (const [id, kept] of Object.entries(everything)) {
    const own = all.find(({ model }) => model.id === id);
    if (!own) foreign.push(quote(id));
    else if (kept.damaged) unread.push(quote(own.model.title));
    if (own && (kept.answers || kept.history)) saved.push(own.add(kept));
  }
  if (saved.length === 0)
    return t(foreign.length > 0 && unread.length === 0 ? "keep.refused-foreign" : "keep.refused-damaged");
  return [
    t(saved.every(Boolean) ? "mine.imported" : "keep.not-recorded"),
    ...(unread.length > 0 ? [t("mine.unread", { list: list(unread) })] : []),
    ...(foreign.length > 0 ? [t("mine.foreign", { list: list(foreign) })] : []),
  ].join(" ");
}

/** @param {string} text of a file with one result @param {KeptAssessment[]} all @returns {string} key of the sentence */
function takeOne(text, all) {
  const id = parseRecord(text)?.id;
  const own = all.find(({ model }) => model.id === id);
  if (!own) return typeof id === "string" ? "keep.refused-foreign" : "keep.refused-damaged";
  const found = readFile(text, own.model);
  if ("problem" in found) return `keep.refused-${found.problem}`;
  return own.addResult(found.answers, found.saved ?? "") ? "mine.imported" : "keep.not-recorded";
}
