// @ts-check
/**
 * All that this browser keeps of a site's self-assessments, as one file to take to another browser; its form is in
 * `results-1.schema.json`. Pure.
 */
/** @import { StoredAnswers, StoredHistory } from "../types/types.js" */

export const FORMAT_OF_ALL = 1;
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
  const file = { $schema, format: FORMAT_OF_ALL, saved: now.toISOString(), selfAssessments: all };
  return `${JSON.stringify(file, null, 1)}\n`;
}
