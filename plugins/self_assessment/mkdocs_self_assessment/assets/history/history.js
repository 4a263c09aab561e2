// @ts-check
/**
 * Results that were shown, kept in this browser beside the answers. No page, no words.
 */
/** @import { Answers, HistoryEntry, ItemShape, Model, ResultCondition, StoredHistory } from "../types/types.js" */

import { encodeAnswers } from "../codec/codec.js";
import { attempt, isMoment, isRecord } from "../storage/storage.js";

const HISTORY_FORMAT = 1;
const MOST = 50;

export class ResultHistory {
  /** @param {Model} model @param {string} prefix of everything kept for the self-assessment, so that it is erased with it */
  constructor(model, prefix) {
    this.model = model;
    this.key = `${prefix}history`;
    /** @type {string | null} date of the entry that is updated while answers change */
    this.current = null;
    /** @type {Set<string>} codes of results that the reader has removed: they stay away while the page is open */
    this.removed = new Set();
  }

  /** @returns {HistoryEntry[]} oldest first */
  entries() {
    return this.#read().entries;
  }

  /** @returns {HistoryEntry[]} those that can be compared with today's */
  comparable() {
    return this.entries().filter(({ version }) => version === this.model.version);
  }

  /** @returns {HistoryEntry | undefined} the latest of those from before this sitting */
  previous() {
    return this.comparable().findLast(({ saved }) => saved !== this.current);
  }

  /**
   * Adds a result, unless it is the latest. While the reader changes answers, the entry changes with them: one sitting
   * is one entry.
   *
   * @param {Answers} answers
   * @param {number | null} overall
   * @param {Date} now
   */
  record(answers, overall, now = new Date()) {
    const code = encodeAnswers(this.model, answers);
    const { version } = this.model;
    const stored = this.#read();
    const latest = stored.entries.findLast((entry) => entry.version === version);
    if (latest && encodeAnswers(this.model, latest.answers) === code) this.current = latest.saved;
    else if (!this.removed.has(code)) {
      const saved = now.toISOString();
      // A sitting ends at midnight: tomorrow's result is kept beside today's.
      const replaced = this.current && sameDay(new Date(this.current), now) ? this.current : null;
      const others = stored.entries.filter((entry) => entry.saved !== replaced);
      stored.entries = [...others, { version, saved, answers, overall }];
      stored.versions[version] = shapeOf(this.model);
      this.#write(stored);
      this.current = saved;
    }
  }

  /** Ends the sitting: the next result is a new entry. */
  begin() {
    this.current = null;
  }

  /** Everything is erased. */
  forget() {
    this.current = null;
    this.removed.clear();
  }

  /** @param {HistoryEntry} entry */
  remove({ saved, version, answers }) {
    const stored = this.#read();
    stored.entries = stored.entries.filter((entry) => entry.saved !== saved);
    this.#write(stored);
    if (version === this.model.version) this.removed.add(encodeAnswers(this.model, answers));
  }

  /** @param {string} version @returns {Changes | null} how the self-assessment differs today, `null` where unknown */
  changesSince(version) {
    const before = this.#read().versions[version];
    return before ? changesBetween(before, shapeOf(this.model)) : null;
  }

  /** @returns {StoredHistory} */
  #read() {
    /** @type {StoredHistory} */
    let stored = { format: HISTORY_FORMAT, id: this.model.id, versions: {}, entries: [] };
    attempt(() => {
      const text = localStorage.getItem(this.key);
      if (text === null) return;
      const found = parseHistory(text);
      if (found && found.id === this.model.id && fits(found, this.model)) stored = found;
      else {
        localStorage.setItem(`${this.key}:damaged`, text);
        localStorage.removeItem(this.key);
      }
    });
    return stored;
  }

  /** @param {StoredHistory} stored */
  #write(stored) {
    const entries = stored.entries.slice(-MOST);
    const used = new Set(entries.map(({ version }) => version));
    const versions = Object.fromEntries(Object.entries(stored.versions).filter(([version]) => used.has(version)));
    attempt(() => {
      if (entries.length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify({ ...stored, versions, entries }));
    });
  }
}

/** @typedef {{added: number, removed: number, scale: number, scoring: number}} Changes numbers of items */

/**
 * @param {Record<string, ItemShape>} before
 * @param {Record<string, ItemShape>} after
 * @returns {Changes}
 */
export function changesBetween(before, after) {
  const both = Object.entries(after).flatMap(([id, now]) => {
    const then = Object.hasOwn(before, id) ? before[id] : undefined;
    return then ? [{ then, now, sameScale: String(then.values) === String(now.values) }] : [];
  });
  return {
    added: Object.keys(after).length - both.length,
    removed: Object.keys(before).length - both.length,
    scale: both.filter(({ sameScale }) => !sameScale).length,
    scoring: both.filter(({ then, now, sameScale }) => sameScale && then.scoring !== now.scoring).length,
  };
}

/** @param {string} text @returns {StoredHistory | null} `null` unless every part has the right shape */
export function parseHistory(text) {
  /** @type {unknown} */
  let data;
  if (!attempt(() => (data = JSON.parse(text))) || !isRecord(data)) return null;
  const { format, id, versions, entries } = data;
  if (format !== HISTORY_FORMAT || typeof id !== "string" || !isRecord(versions) || !Array.isArray(entries))
    return null;
  const shapes = Object.values(versions);
  if (entries.length > MOST || !shapes.every((shape) => isRecord(shape) && Object.values(shape).every(isShape)))
    return null;
  const known = /** @type {Record<string, Record<string, ItemShape>>} */ (versions);
  if (!entries.every((entry) => isEntry(entry, known))) return null;
  const sorted = /** @type {HistoryEntry[]} */ (entries).sort((a, b) => (a.saved < b.saved ? -1 : 1));
  return { format: HISTORY_FORMAT, id, versions: known, entries: sorted };
}

/** @param {unknown} shape @returns {shape is ItemShape} */
function isShape(shape) {
  return (
    isRecord(shape) &&
    Array.isArray(shape.values) &&
    shape.values.every(Number.isFinite) &&
    typeof shape.scoring === "string"
  );
}

/** @param {unknown} entry @param {Record<string, Record<string, ItemShape>>} versions @returns {entry is HistoryEntry} */
function isEntry(entry, versions) {
  if (!isRecord(entry)) return false;
  const { version, saved, answers, overall } = entry;
  if (typeof version !== "string" || !Object.hasOwn(versions, version)) return false;
  if (!isMoment(saved) || !isRecord(answers)) return false;
  if (overall !== null && !(typeof overall === "number" && overall >= 0 && overall <= 100)) return false;
  const shapes = versions[version] ?? {};
  return Object.entries(answers).every(([id, answer]) => {
    const shape = Object.hasOwn(shapes, id) ? shapes[id] : undefined;
    return shape && (answer === "not-relevant" || (typeof answer === "number" && shape.values.includes(answer)));
  });
}

/** @param {StoredHistory} stored @param {Model} model @returns {boolean} whether what claims to be of today's version is */
function fits({ versions }, model) {
  const shapes = Object.hasOwn(versions, model.version) ? versions[model.version] : undefined;
  if (!shapes) return true;
  const { added, removed, scale } = changesBetween(shapes, shapeOf(model));
  return added + removed + scale === 0;
}

/** @param {Pick<Model, "items">} model @returns {Record<string, ItemShape>} what makes results comparable, by item */
function shapeOf({ items }) {
  return Object.fromEntries(
    items.map(({ id, values, dimensions, reverse, weight, condition, fittingStyle, actions }) => [
      id,
      {
        values,
        scoring: JSON.stringify([dimensions.join(" "), reverse, weight, formOf(condition), fittingStyle, actions]),
      },
    ]),
  );
}

/** @param {ResultCondition | null} condition @returns {unknown} a single comparison in the form that is stored already */
function formOf(condition) {
  return condition && "test" in condition
    ? { item: condition.id, test: condition.test, value: condition.value }
    : condition;
}

/** @param {Date} a @param {Date} b */
export function sameDay(a, b) {
  return a.toDateString() === b.toDateString();
}
