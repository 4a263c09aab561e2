// @ts-check
/**
 * Stores answers in this browser, under the site, the self-assessment's id and its version, never by the page's address,
 * so that they are found after the page has moved and in another language.
 */
/** @import { Answers, Loaded, Model, StoredAnswers } from "../types/types.js" */

import { adopt, attempt, isSetAside, keysOf, setAside } from "./keys.js";
import { ANSWERS_FORMAT, isRecord, parseRecord, parseStored, sortOut } from "./reading.js";

/** Name of what is only written to see whether that works. */
const PROBE = "probe";

export class AnswerStore {
  /** @param {Model} model @param {string} site what all names of the site begin with */
  constructor(model, site) {
    this.model = model;
    this.site = site;
    this.prefix = `${site}${model.id}:`;
    this.key = this.prefix + model.version;
    /** Whether the last attempt to write worked; false from the start where the browser has no storage for us. */
    this.works = attempt(() => {
      localStorage.setItem(this.prefix + PROBE, "");
      localStorage.removeItem(this.prefix + PROBE);
    });
    adopt(model.id, this.prefix, (name, text) => this.#mayBeOurs(name, text));
  }

  /** @returns {Loaded} */
  load() {
    /** @type {Loaded} */
    const loaded = { answers: {}, carried: null, unfit: [] };
    attempt(() => {
      const own = this.#own();
      const other = this.#latestOtherVersion();
      if (own) {
        const { fitting, unfit } = sortOut(own, this.model);
        loaded.answers = fitting;
        loaded.unfit = unfit;
      }
      // A tab that was open while the version changed still saves answers to the former one.
      if (!other || (own && other.order <= own.order)) return;
      const { fitting, unfit } = sortOut(other, this.model);
      if (own && !hasNews(fitting, loaded.answers)) return;
      loaded.answers = { ...loaded.answers, ...fitting };
      loaded.unfit = [...new Set([...loaded.unfit, ...unfit])];
      loaded.carried = { kept: Object.keys(fitting).length, total: Object.keys(other.answers).length };
    });
    return loaded;
  }

  /** @param {Answers} answers */
  save(answers) {
    const { id, version, items } = this.model;
    const answered = items.filter((item) => Object.hasOwn(answers, item.id));
    this.works = attempt(() => {
      // What could not be read is not overwritten, even where it could not be set aside either.
      this.#own();
      /** @type {StoredAnswers} */
      const stored = {
        format: ANSWERS_FORMAT,
        id,
        version,
        values: Object.fromEntries(answered.map((item) => [item.id, item.values])),
        answers,
        saved: new Date().toISOString(),
        order: 1 + Math.max(0, ...this.#all().map(({ order }) => order)),
      };
      localStorage.setItem(this.key, JSON.stringify(stored));
    });
  }

  /**
   * Removes everything kept for this self-assessment: all versions, the history, and what was set aside.
   *
   * @returns {boolean} whether it is gone
   */
  erase() {
    return (
      attempt(() => {
        for (const key of keysOf(this.prefix)) localStorage.removeItem(key);
        // What belongs to no single self-assessment ("<site>reader") is removed with the last of them.
        if (!keysOf(this.site).some((key) => key.slice(this.site.length).includes(":"))) this.eraseAll();
      }) && !this.holdsAnything()
    );
  }

  /** Removes everything that the self-assessments of this site keep here. @returns {boolean} whether it is gone */
  eraseAll() {
    let left = 0;
    const reached = attempt(() => {
      for (const key of keysOf(this.site)) localStorage.removeItem(key);
      left = keysOf(this.site).length;
    });
    return reached && left === 0;
  }

  /** @param {string} name @returns {boolean} whether something else is kept under it beside the answers */
  holds(name) {
    let isThere = false;
    attempt(() => {
      isThere = localStorage.getItem(this.prefix + name) !== null;
    });
    return isThere;
  }

  /** Whether anything is kept for this self-assessment. */
  holdsAnything() {
    let count = 0;
    attempt(() => {
      count = keysOf(this.prefix).length;
    });
    return count > 0;
  }

  /** @returns {string[]} names of what could not be read */
  setAside() {
    /** @type {string[]} */
    let found = [];
    attempt(() => {
      found = keysOf(this.prefix).filter(isSetAside);
    });
    return found;
  }

  /** @param {string | null} key of a change in another tab; `null` where all is erased @returns {boolean} whether it concerns the answers */
  concerns(key) {
    if (key === null) return true;
    const name = key.slice(this.prefix.length);
    return key.startsWith(this.prefix) && !name.startsWith("history") && name !== PROBE;
  }

  /** @returns {StoredAnswers | null} today's version; what is damaged in it is set aside, and the rest stays */
  #own() {
    const text = localStorage.getItem(this.key);
    if (text === null) return null;
    const found = parseStored(text);
    const isOwn = found?.stored.id === this.model.id && found.stored.version === this.model.version;
    if (found && isOwn && !found.damaged) return found.stored;
    setAside(this.key);
    if (!found || !isOwn || Object.keys(found.stored.answers).length === 0) return null;
    localStorage.setItem(this.key, JSON.stringify(found.stored));
    return found.stored;
  }

  /** @returns {StoredAnswers[]} of all versions */
  #all() {
    return keysOf(this.prefix).flatMap((key) => {
      const stored = parseStored(localStorage.getItem(key) ?? "")?.stored;
      return stored?.id === this.model.id && key === this.prefix + stored.version ? [stored] : [];
    });
  }

  #latestOtherVersion() {
    return this.#all()
      .filter(({ version, answers }) => version !== this.model.version && Object.keys(answers).length > 0)
      .sort((a, b) => b.order - a.order || (a.saved < b.saved ? 1 : -1))[0];
  }

  /**
   * Whether something that an earlier release kept, which didn't say for which site, is taken for this site's: of today's
   * version, or with more than half of its items.
   *
   * @param {string} name
   * @param {string} text
   */
  #mayBeOurs(name, text) {
    const found = parseStored(text)?.stored;
    if (found) {
      const { fitting, unfit } = sortOut(found, this.model);
      return found.version === this.model.version || Object.keys(fitting).length > unfit.length;
    }
    const versions = parseRecord(text)?.versions;
    if (!isRecord(versions)) return name === this.model.version || name === "history";
    const ours = new Set(this.model.items.map(({ id }) => id));
    return Object.entries(versions).some(([version, items]) => {
      const ids = isRecord(items) ? Object.keys(items) : [];
      return version === this.model.version || 2 * ids.filter((id) => ours.has(id)).length > ids.length;
    });
  }
}

/** @param {Answers} later @param {Answers} own */
function hasNews(later, own) {
  return Object.entries(later).some(([id, answer]) => !Object.hasOwn(own, id) || own[id] !== answer);
}
