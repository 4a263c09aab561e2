// @ts-check
/**
 * The actions of situations in random order: another for each reader, the same at each visit.
 * They are printed in the page's own order, which the letters of the scoring key refer to.
 */

import { nth } from "../../../assets/lists/lists.js";
import { attempt, move } from "../../../assets/storage/keys.js";

/** Name below that of the site; earlier releases used it without a site. */
const NAME = "reader";
const EARLIER = "self-assessment:reader";

/** Seed of a reader's order. */
export class Reader {
  /** @param {string} site what all names of the site begin with */
  constructor(site) {
    this.key = site + NAME;
    /** @type {string | null} */
    let kept = null;
    attempt(() => {
      if (localStorage.getItem(this.key) === null) move(EARLIER, this.key);
      kept = localStorage.getItem(this.key);
    });
    this.seed = /^\d{1,10}$/.test(kept ?? "")
      ? Number(kept) >>> 0
      : nth([...crypto.getRandomValues(new Uint32Array(1))], 0);
  }

  /** Saved with the first answer; before it, nothing is stored. */
  keep() {
    attempt(() => localStorage.setItem(this.key, String(this.seed)));
  }
}

/** @param {HTMLElement} form @param {number} seed @param {AbortSignal} signal ends it, and restores the page's order */
export function shuffleActions(form, seed, signal) {
  const situations = [...form.querySelectorAll("[data-item]")].map((fieldset) => {
    const actions = [...fieldset.querySelectorAll("label")];
    return { actions, own: shuffle(actions, seed, fieldset.id) };
  });
  const order = (/** @type {"actions" | "own"} */ which) => {
    const focus = document.activeElement;
    for (const situation of situations) situation.actions[0]?.parentElement?.append(...situation[which]);
    // Moving an element removes its focus.
    if (focus instanceof HTMLElement && form.contains(focus)) focus.focus({ preventScroll: true });
  };
  order("own");
  addEventListener("beforeprint", () => order("actions"), { signal });
  addEventListener("afterprint", () => order("own"), { signal });
  signal.addEventListener("abort", () => order("actions"), { once: true });
}

/**
 * Fisher and Yates, with the numbers of mulberry32.
 *
 * @template T
 * @param {T[]} values
 * @param {number} seed
 * @param {string} name of the list, so that each has an order of its own
 * @returns {T[]}
 */
export function shuffle(values, seed, name) {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193), seed);
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const shuffled = [...values];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [nth(shuffled, other), nth(shuffled, last)];
  }
  return shuffled;
}
