// @ts-check
/**
 * The round of a self-assessment in this browser, until it is closed.
 */
/** @import { Model } from "../types/types.js" */
/** @import { Round } from "./round.js" */

import { attempt, siteKey } from "../storage/keys.js";
import { readRound, roundFile } from "./round.js";

export class RoundStore {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    const site = siteKey(new URL("../../..", import.meta.url).href);
    // Not among the answers of a reader, which may be erased without closing a round.
    this.key = `team-round:${site}${model.id}`;
    /** Whether the last attempt to write worked. */
    this.works = true;
  }

  /** @returns {ReturnType<typeof readRound> | null} `null` where there is none */
  load() {
    const text = this.text();
    return text === null ? null : readRound(this.model, text);
  }

  /** @returns {string | null} as it is kept */
  text() {
    /** @type {string | null} */
    let text = null;
    attempt(() => {
      text = localStorage.getItem(this.key);
    });
    return text;
  }

  /** @param {Round | null} round @returns {boolean} whether it is kept; `null` erases it */
  save(round) {
    this.works = attempt(() => {
      if (round) localStorage.setItem(this.key, roundFile(round, new Date(), 0));
      else localStorage.removeItem(this.key);
    });
    return this.works;
  }
}
