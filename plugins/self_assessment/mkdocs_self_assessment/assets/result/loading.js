// @ts-check
/**
 * Fetches what a result takes: scripts, and words.
 */
/** @import { Model } from "../types/types.js" */
/** @typedef {typeof import("./late-result.js")} LateParts */

import { fetched, LateScript } from "../fetching/fetching.js";

const PARTS = new LateScript(() => import("./late-result.js"), new URL("./late-result.js", import.meta.url));

export class LateResult {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    // A theme may change the address of the page.
    this.words = model.late && new URL(model.late, location.href);
    /** @type {LateParts | null} as soon as all is there */
    this.parts = null;
  }

  /** @returns {Promise<LateParts>} rejected where a request is lost; the next call tries again */
  async get() {
    if (this.parts) return this.parts;
    const [parts] = await Promise.all([this.#scripts(), this.#takeWords()]);
    this.parts = parts;
    return parts;
  }

  /** Before it is needed. A lost request is said when it is. */
  prepare() {
    if (!this.parts) this.get().catch(() => {});
  }

  async #scripts() {
    const parts = await PARTS.get();
    await parts.fetchKind(this.model);
    return parts;
  }

  async #takeWords() {
    if (!this.words) return;
    const found = await fetched(this.words);
    Object.assign(this.model.strings, await found.json());
    this.words = "";
  }
}
