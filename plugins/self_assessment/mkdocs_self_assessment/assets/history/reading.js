// @ts-check
/**
 * Reads a stored history: what is wrong in one entry costs that entry only. The order is that of saving; dates are shown
 * and never trusted. Pure.
 */
/** @import { HistoryEntry, Item, ItemShape, Model, StoredHistory } from "../types/types.js" */

import { activeItems } from "../scoring/active-items.js";
import { scoreItems } from "../scoring/items.js";
import { scoreAssessment } from "../scoring/scoring.js";
import { isAnswer, isCount, isMoment, isRecord, isScale, parseRecord } from "../storage/reading.js";

export const HISTORY_FORMAT = 1;

/**
 * @param {string} text
 * @returns {{stored: StoredHistory, damaged: boolean} | null} what can be read and whether some can't; `null` where nothing can
 */
export function parseHistory(text) {
  const data = parseRecord(text);
  if (!data) return null;
  const { format, id, versions, entries } = data;
  if (format !== HISTORY_FORMAT || typeof id !== "string" || !Array.isArray(entries)) return null;
  const known = Object.fromEntries(
    Object.entries(isRecord(versions) ? versions : {}).flatMap(([version, items]) =>
      isShapes(items) ? [[version, items]] : [],
    ),
  );
  /** @type {HistoryEntry[]} */
  const read = [];
  for (const entry of entries) {
    const found = entryOf(entry, known, read.at(-1)?.number ?? 0);
    if (found) read.push(found);
  }
  return {
    stored: { format: HISTORY_FORMAT, id, versions: known, entries: read },
    damaged: read.length < entries.length,
  };
}

/**
 * @param {unknown} entry
 * @param {Record<string, Record<string, ItemShape>>} versions
 * @param {number} last number before it
 * @returns {HistoryEntry | null}
 */
function entryOf(entry, versions, last) {
  if (!isRecord(entry)) return null;
  const { version, saved, answers, overall, number } = entry;
  if (typeof version !== "string" || !isRecord(answers)) return null;
  const shapes = Object.hasOwn(versions, version) ? versions[version] : undefined;
  const given = Object.entries(answers);
  const readable = given.flatMap(([item, answer]) => {
    const shape = shapes && Object.hasOwn(shapes, item) ? shapes[item] : undefined;
    // Of a version whose items are unknown, any number may have been an answer.
    const values = shapes ? shape?.values : Number.isFinite(answer) ? [Number(answer)] : [];
    return values && isAnswer(answer, values) ? [{ item, answer }] : [];
  });
  if (readable.length < given.length) return null;
  return {
    number: isCount(number) && number > last ? number : last + 1,
    version,
    saved: isMoment(saved) ? saved : "",
    answers: Object.fromEntries(readable.map(({ item, answer }) => [item, answer])),
    overall: typeof overall === "number" && overall >= 0 && overall <= 100 ? overall : null,
  };
}

/** @param {unknown} items @returns {items is Record<string, ItemShape>} */
function isShapes(items) {
  return (
    isRecord(items) &&
    Object.values(items).every((item) => isRecord(item) && isScale(item.values) && typeof item.scoring === "string")
  );
}

/** @param {HistoryEntry} entry @param {Model} model @returns {boolean} whether it can be compared with a result of today */
export function isComparable({ version, answers }, { version: today, items }) {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (
    version === today &&
    Object.entries(answers).every(([id, answer]) => {
      const item = byId.get(id);
      // Where "not relevant" is no longer offered, such an answer counts as none: the others can still be compared.
      return item !== undefined && isAnswer(answer, item.values);
    })
  );
}

/**
 * The score of the whole, calculated again: what is stored may have been changed. Of an earlier version only a figure
 * that its items confirm is returned.
 *
 * @param {HistoryEntry} entry
 * @param {Model} model
 * @param {Record<string, ItemShape> | undefined} shapes of the items of the entry's version
 * @returns {number | null}
 */
export function overallOf(entry, model, shapes) {
  if (isComparable(entry, model)) return scoreAssessment(model, entry.answers).overall.value;
  if (entry.overall === null || !shapes) return null;
  const items = Object.entries(shapes).flatMap(([id, shape]) => formerItem(id, shape) ?? []);
  const { value } = scoreItems(activeItems(items, entry.answers), entry.answers, {
    id: model.id,
    bands: [],
    minimum: 0,
  });
  return value !== null && Math.abs(value - entry.overall) < 1e-6 ? entry.overall : null;
}

/** @param {string} id @param {ItemShape} shape @returns {Item | null} what a score needs of it; `null` where it is unknown */
function formerItem(id, { values, scoring }) {
  /** @type {unknown} */
  let parts = null;
  try {
    parts = JSON.parse(scoring);
  } catch {
    return null;
  }
  if (!Array.isArray(parts)) return null;
  const [, reverse, weight, condition] = parts;
  if (typeof reverse !== "boolean" || typeof weight !== "number" || (condition && !isRecord(condition))) return null;
  return /** @type {Item} */ ({ id, values, reverse, weight, condition: condition || null, notRelevant: true });
}
