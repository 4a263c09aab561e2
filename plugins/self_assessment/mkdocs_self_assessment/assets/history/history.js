// @ts-check
/**
 * Results that were shown, kept in this browser beside the answers. No page, no words.
 */
/** @import { Answers, HistoryEntry, ItemShape, Model, ResultCondition, StoredHistory } from "../types/types.js" */

import { encodeAnswers } from "../codec/codec.js";
import { attempt, setAside } from "../storage/keys.js";
import { HISTORY_FORMAT, isComparable, overallOf, parseHistory } from "./reading.js";

/** So many results are kept of what is in the list; earlier ones go first. */
const MOST = 50;

export class ResultHistory {
  /** @param {Model} model @param {string} prefix of everything kept for the self-assessment, so that it is erased with it */
  constructor(model, prefix) {
    this.model = model;
    this.key = `${prefix}history`;
    /** @type {number | null} of the entry that is updated while answers change */
    this.current = null;
    /** Whether the last attempt to write worked. */
    this.works = true;
    /** @type {Set<string>} codes of results that the reader has removed: they stay away while the page is open */
    this.removed = new Set();
  }

  /** @returns {HistoryEntry[]} in the order of saving, with a score only where it can be confirmed */
  entries() {
    const { entries, versions } = this.#read();
    return entries.map((entry) => ({
      ...entry,
      overall: overallOf(
        entry,
        this.model,
        Object.hasOwn(versions, entry.version) ? versions[entry.version] : undefined,
      ),
    }));
  }

  /** @returns {HistoryEntry[]} those that can be compared with today's */
  comparable() {
    return this.entries().filter((entry) => isComparable(entry, this.model));
  }

  /** @returns {HistoryEntry | undefined} the latest of those from before this sitting */
  previous() {
    return this.comparable().findLast(({ number }) => number !== this.current);
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
    const latest = stored.entries.findLast((entry) => isComparable(entry, this.model));
    if (latest && encodeAnswers(this.model, latest.answers) === code) this.current = latest.number;
    else if (!this.removed.has(code)) {
      const number = 1 + (stored.entries.at(-1)?.number ?? 0);
      // A sitting ends at midnight: tomorrow's result is kept beside today's.
      const replaced = stored.entries.find((entry) => entry.number === this.current);
      const others = stored.entries.filter((entry) => entry !== replaced || !sameDay(new Date(entry.saved), now));
      stored.entries = [...others, { number, version, saved: now.toISOString(), answers, overall }];
      stored.versions = { ...stored.versions, [version]: shapeOf(this.model) };
      this.#write(stored);
      this.current = number;
    }
  }

  /** @returns {StoredHistory["versions"]} what makes results of today's version comparable */
  today() {
    return { [this.model.version]: shapeOf(this.model) };
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
  remove({ number, version, answers }) {
    const stored = this.#read();
    stored.entries = stored.entries.filter((entry) => entry.number !== number);
    this.#write(stored);
    if (version === this.model.version) this.removed.add(encodeAnswers(this.model, answers));
  }

  /** @param {string} version @returns {Changes | null} how the self-assessment differs today, `null` where unknown */
  changesSince(version) {
    const { versions } = this.#read();
    const before = Object.hasOwn(versions, version) ? versions[version] : undefined;
    return before ? changesBetween(before, shapeOf(this.model)) : null;
  }

  /**
   * Brings back entries that had been set aside, before those that are there: they are older.
   *
   * @param {StoredHistory} found
   * @returns {number} of entries that were missing
   */
  restore(found) {
    const stored = this.#read();
    const nameOf = (/** @type {HistoryEntry} */ entry) => JSON.stringify([entry.version, entry.saved, entry.answers]);
    const present = new Set(stored.entries.map(nameOf));
    const missing = found.entries.filter((entry) => !present.has(nameOf(entry)));
    const all = [...missing, ...stored.entries];
    stored.entries = all.map((entry, index) => ({ ...entry, number: index + 1 }));
    stored.versions = { ...found.versions, ...stored.versions };
    if (missing.length > 0) this.#write(stored);
    this.current = null;
    return this.works ? missing.length : 0;
  }

  /** @returns {StoredHistory} what can be read; the rest is set aside, so that writing loses nothing */
  #read() {
    /** @type {StoredHistory} */
    let stored = { format: HISTORY_FORMAT, id: this.model.id, versions: {}, entries: [] };
    this.works = attempt(() => {
      const text = localStorage.getItem(this.key);
      if (text === null) return;
      const found = parseHistory(text);
      const isOwn = found?.stored.id === this.model.id;
      if (found && isOwn) stored = found.stored;
      if (found && isOwn && !found.damaged) return;
      setAside(this.key);
      if (stored.entries.length > 0) localStorage.setItem(this.key, JSON.stringify(stored));
    });
    return stored;
  }

  /** @param {StoredHistory} stored */
  #write(stored) {
    // What could neither be read nor set aside is not overwritten.
    if (!this.works) return;
    const entries = stored.entries.slice(-MOST);
    const used = new Set(entries.map(({ version }) => version));
    const versions = Object.fromEntries(Object.entries(stored.versions).filter(([version]) => used.has(version)));
    this.works = attempt(() => {
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
