// @ts-check
/**
 * Fetches what a result takes.
 */
/** @import { Model } from "../types/types.js" */
/** @typedef {typeof import("./late-result.js")} LateParts */

import { LateScript } from "../fetching/fetching.js";

const PARTS = new LateScript(() => import("./late-result.js"), new URL("./late-result.js", import.meta.url));

export class LateResult {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    /** @type {LateParts | null} as soon as all is there */
    this.parts = null;
  }

  /** @returns {Promise<LateParts>} rejected where a request is lost; the next call tries again */
  async get() {
    const parts = await PARTS.get();
    await parts.fetchKind(this.model);
    this.parts = parts;
    return parts;
  }

  /** Before it is needed. A lost request is said when it is. */
  prepare() {
    if (!this.parts) this.get().catch(() => {});
  }
}
