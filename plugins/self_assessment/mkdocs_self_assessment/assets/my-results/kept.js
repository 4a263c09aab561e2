// @ts-check
/**
 * What this browser keeps of one self-assessment: today's answers, the results, and how the last two differ.
 */
/** @import { Answers, Model, Since, StoredAnswers, Words } from "../types/types.js" */
/** @import { Kept } from "./everything.js" */

import { toneOf } from "../charts/tones.js";
import { ResultHistory } from "../history/history.js";
import { parseHistory } from "../history/reading.js";
import { sinceOf } from "../history/since.js";
import { bandNameOf } from "../result/dimensions.js";
import { headlineOf, rowsOf } from "../result-tools/rows.js";
import { requiredItems } from "../scoring/active-items.js";
import { scoreAssessment } from "../scoring/scoring.js";
import { attempt, keysOf } from "../storage/keys.js";
import { parseStored } from "../storage/reading.js";
import { AnswerStore } from "../storage/storage.js";

/**
 * @typedef {object} Standing where the reader stands
 * @property {number} answered of the items that are asked
 * @property {number} total
 * @property {string} verdict the name of the result text, or what identifies the result; empty without a result
 * @property {number | null} tone of the result text, from the worst to the best
 * @property {string} figure the score of the whole; empty without one
 * @property {string} saved when the last result was shown, in ISO format; empty where unknown
 * @property {boolean} isEarlier whether that result is of an earlier version, of which there is no verdict
 * @property {Since | null} since what has changed since the result before
 */

export class KeptAssessment {
  /** @param {Model} model @param {string} site what all names of the site begin with */
  constructor(model, site) {
    this.model = model;
    this.store = new AnswerStore(model, site);
    this.history = new ResultHistory(model, this.store.prefix);
  }

  /** Whether there is more than that the reader answers for a team. */
  get isThere() {
    const { prefix } = this.store;
    let found = false;
    attempt(() => {
      found = keysOf(prefix).some((key) => key !== `${prefix}round`);
    });
    return found;
  }

  /** @param {Words} words @returns {Standing} */
  standing(words) {
    const { model } = this;
    const { answers } = this.store.load();
    const required = requiredItems(model.items, answers);
    const results = this.history.comparable();
    const latest = results.at(-1);
    const before = results.at(-2);
    const earlier = latest ? undefined : this.history.entries().at(-1);
    return {
      answered: required.filter(({ id }) => Object.hasOwn(answers, id)).length,
      total: required.length,
      ...this.#verdict(latest?.answers, earlier?.overall, words),
      saved: (latest ?? earlier)?.saved ?? "",
      isEarlier: earlier !== undefined,
      since:
        before && latest ? sinceOf(model, words, before.answers, latest.answers, dayOf(before.saved, words)) : null,
    };
  }

  /** @returns {Kept} */
  all() {
    const { store, history } = this;
    /** @type {Kept} */
    const kept = { answers: null, history: null };
    attempt(() => {
      kept.answers = parseStored(localStorage.getItem(store.key) ?? "")?.stored ?? null;
      kept.history = parseHistory(localStorage.getItem(history.key) ?? "")?.stored ?? null;
    });
    return kept;
  }

  /**
   * Adds what a file has kept. Answers that are here stay; those of the file take their place only where there are none.
   *
   * @param {Kept} kept
   * @returns {boolean} whether there was room for it
   */
  add({ answers, history }) {
    if (history) this.history.restore(history);
    if (answers && Object.keys(this.store.load().answers).length === 0) this.#take(answers);
    return this.store.works && this.history.works;
  }

  /** @param {StoredAnswers} answers of any version: what no longer fits is left out when they are read */
  #take(answers) {
    this.store.works = attempt(() => {
      localStorage.setItem(this.store.prefix + answers.version, JSON.stringify(answers));
    });
  }

  /**
   * A result that was saved as a file by itself.
   *
   * @param {Answers} answers
   * @param {string} saved
   */
  addResult(answers, saved) {
    const { id, version } = this.model;
    const overall = scoreAssessment(this.model, answers).overall.value;
    const entry = { number: 1, version, saved, answers, overall };
    this.history.restore({ format: 1, id, versions: this.history.today(), entries: [entry] });
    if (Object.keys(this.store.load().answers).length === 0) this.store.save(answers);
    return this.store.works && this.history.works;
  }

  /**
   * @param {Answers | undefined} answers
   * @param {number | null | undefined} earlier score, of other items: how many points it were today is unknown
   * @param {Words} words
   */
  #verdict(answers, earlier, words) {
    const { model } = this;
    if (!answers)
      return { verdict: "", figure: earlier == null ? "" : words.t("out-of", { score: earlier }), tone: null };
    const scores = scoreAssessment(model, answers);
    const [whole] = rowsOf(model, answers, words);
    return {
      verdict: bandNameOf({ model }, scores.overall) || headlineOf(model, scores, words),
      tone: toneOf(model.bands, scores.overall.value, model.good),
      figure: scores.overall.value === null ? "" : (whole?.shown ?? ""),
    };
  }
}

/** @param {string} moment @param {Words} words @returns {string} its day; empty where unknown */
export function dayOf(moment, words) {
  return moment ? words.date(new Date(moment)) : "";
}
