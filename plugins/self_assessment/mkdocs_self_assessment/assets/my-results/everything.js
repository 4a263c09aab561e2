// @ts-check
/**
 * All that this browser keeps of a site's self-assessments, as one file to take to another browser; its form is in
 * `results-1.schema.json`. Pure.
 */
/** @import { StoredAnswers, StoredHistory } from "../types/types.js" */

import { parseHistory } from "../history/reading.js";
import { isRecord, parseRecord, parseStored } from "../storage/reading.js";

const FORMAT = 1;
/** Largest file in characters: a hundred self-assessments with fifty results each. */
export const LARGEST_OF_ALL = 4_000_000;

/** @typedef {{answers: StoredAnswers | null, history: StoredHistory | null}} Kept of one self-assessment */

/**
 * @param {Record<string, Kept>} all by id
 * @param {Date} now
 * @returns {string} JSON
 */
export function everythingOf(all, now) {
  const $schema = new URL("results-1.schema.json", import.meta.url).href;
  const file = { $schema, format: FORMAT, saved: now.toISOString(), selfAssessments: all };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * @param {string} text from anywhere
 * @returns {Record<string, Kept> | null} what can be read of it, by id; `null` where it is no such file
 */
export function readEverything(text) {
  const data = text.length > LARGEST_OF_ALL ? null : parseRecord(text);
  if (!data || data.format !== FORMAT || !isRecord(data.selfAssessments)) return null;
  return Object.fromEntries(
    Object.entries(data.selfAssessments).flatMap(([id, kept]) => {
      if (!isRecord(kept)) return [];
      const answers = parseStored(JSON.stringify(kept.answers ?? null))?.stored ?? null;
      const history = parseHistory(JSON.stringify(kept.history ?? null))?.stored ?? null;
      const own = {
        answers: answers?.id === id ? answers : null,
        history: history?.id === id ? history : null,
      };
      return own.answers || own.history ? [[id, own]] : [];
    }),
  );
}
