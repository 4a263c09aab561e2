// @ts-check
/**
 * Stores answers in this browser, under the self-assessment's id and version, never by address,
 * so that they are found after the page has moved and in another language.
 */
/** @import { Answers, Loaded, Model, StoredAnswers } from "../types/types.js" */

const FORMAT = 1;
/** Earliest plausible date of saving: before the first release nothing was saved. */
const EARLIEST = "2020-01-01";
/** Tolerance for clocks that differ; more than a day is an error. */
const DAY = 86400000;

export class AnswerStore {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    this.prefix = `self-assessment:${model.id}:`;
    this.key = this.prefix + model.version;
    /** Whether the last attempt to write worked; false from the start where the browser has no storage for us. */
    this.works = attempt(() => {
      localStorage.setItem(`${this.prefix}probe`, "");
      localStorage.removeItem(`${this.prefix}probe`);
    });
  }

  /** @returns {Loaded} */
  load() {
    /** @type {Loaded} */
    const loaded = { answers: {}, damaged: false, carried: null };
    attempt(() => {
      const text = localStorage.getItem(this.key);
      const stored = text === null ? null : parseStored(text);
      if (stored && stored.version === this.model.version && fits(stored, this.model)) {
        loaded.answers = stored.answers;
        return;
      }
      if (text !== null) {
        loaded.damaged = true;
        localStorage.setItem(`${this.key}:damaged`, text);
        localStorage.removeItem(this.key);
        return;
      }
      const earlier = this.#latestOtherVersion();
      if (!earlier) return;
      loaded.answers = stillFitting(earlier, this.model);
      loaded.carried = {
        kept: Object.keys(loaded.answers).length,
        total: Object.keys(earlier.answers).length,
      };
    });
    return loaded;
  }

  /** @param {Answers} answers */
  save(answers) {
    const { id, version, items } = this.model;
    const answered = items.filter((item) => Object.hasOwn(answers, item.id));
    /** @type {StoredAnswers} */
    const stored = {
      format: FORMAT,
      id,
      version,
      values: Object.fromEntries(answered.map((item) => [item.id, item.values])),
      answers,
      saved: new Date().toISOString(),
    };
    this.works = attempt(() => localStorage.setItem(this.key, JSON.stringify(stored)));
  }

  /**
   * Removes everything kept for this self-assessment: all versions, the history, and what was set aside.
   *
   * @returns {boolean} whether it is gone
   */
  erase() {
    return (
      attempt(() => {
        for (const key of this.#keys()) localStorage.removeItem(key);
        // What belongs to no single self-assessment ("self-assessment:<name>") is removed with the last of them.
        if (!everyKey().some((key) => key.split(":").length > 2)) eraseAll();
      }) && !this.holdsAnything()
    );
  }

  /** Whether anything is kept for this self-assessment. */
  holdsAnything() {
    let count = 0;
    attempt(() => {
      count = this.#keys().length;
    });
    return count > 0;
  }

  #keys() {
    return everyKey().filter((key) => key.startsWith(this.prefix));
  }

  #latestOtherVersion() {
    return this.#keys()
      .map((key) => ({ key, stored: parseStored(localStorage.getItem(key) ?? "") }))
      .filter(({ key, stored }) => stored?.id === this.model.id && key === this.prefix + stored.version)
      .flatMap(({ stored }) => (stored && Object.keys(stored.answers).length > 0 ? [stored] : []))
      .sort((a, b) => b.saved.localeCompare(a.saved))[0];
  }
}

/** Removes everything that self-assessments have kept in this browser. @returns {boolean} whether it is gone */
export function eraseAll() {
  let left = 0;
  const reached = attempt(() => {
    for (const key of everyKey()) localStorage.removeItem(key);
    left = everyKey().length;
  });
  return reached && left === 0;
}

function everyKey() {
  return Object.keys(localStorage).filter((key) => key.startsWith("self-assessment:"));
}

/**
 * Any access to storage may throw: private mode, blocked by a setting, full.
 *
 * @param {() => void} action
 * @returns {boolean} whether it worked
 */
export function attempt(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text @returns {StoredAnswers | null} `null` unless every part has the right shape */
export function parseStored(text) {
  /** @type {unknown} */
  let data;
  if (!attempt(() => (data = JSON.parse(text))) || !isRecord(data)) return null;
  const { format, id, version, values, answers, saved } = data;
  if (format !== FORMAT || typeof id !== "string" || typeof version !== "string") return null;
  if (!isMoment(saved) || !isRecord(values) || !isRecord(answers)) return null;
  /** @type {StoredAnswers} */
  const stored = { format: FORMAT, id, version, values: {}, answers: {}, saved };
  for (const [item, answer] of Object.entries(answers)) {
    const scale = Object.hasOwn(values, item) ? values[item] : null;
    if (!Array.isArray(scale) || !scale.every(Number.isInteger)) return null;
    if (answer !== "not-relevant" && (typeof answer !== "number" || !scale.includes(answer))) return null;
    stored.values[item] = scale;
    stored.answers[item] = answer;
  }
  return stored;
}

/**
 * @param {StoredAnswers} stored
 * @param {Model} model
 * @returns {boolean} whether every answer belongs to the model
 */
function fits(stored, model) {
  return (
    stored.id === model.id && Object.keys(stillFitting(stored, model)).length === Object.keys(stored.answers).length
  );
}

/**
 * The answers whose item still exists and is still answered on the same scale.
 *
 * @param {StoredAnswers} stored
 * @param {Model} model
 * @returns {Answers}
 */
function stillFitting({ values, answers }, model) {
  const items = new Map(model.items.map((item) => [item.id, item]));
  return Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => {
      const item = items.get(id);
      return item && String(values[id]) === String(item.values) && (answer !== "not-relevant" || item.notRelevant);
    }),
  );
}

/**
 * @param {unknown} text
 * @returns {text is string} a moment that something can have been saved at, written so that the order of texts is that of time
 */
export function isMoment(text) {
  if (typeof text !== "string") return false;
  const time = Date.parse(text);
  return text >= EARLIEST && time <= Date.now() + DAY && new Date(time).toISOString() === text;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
