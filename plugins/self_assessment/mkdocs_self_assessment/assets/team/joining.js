// @ts-check
/**
 * The round that a reader answers for, kept beside the answers and erased with them.
 */

import { attempt } from "../storage/keys.js";
import { parseRecord } from "../storage/reading.js";

/** @typedef {{round: string, group: number, label: string, sheet: string}} Joined the round that a reader answers for */

/** @param {string} prefix of what is stored of the self-assessment @returns {Joined | null} */
export function joinedRound(prefix) {
  /** @type {Joined | null} */
  let found = null;
  attempt(() => {
    const data = parseRecord(localStorage.getItem(`${prefix}round`) ?? "");
    if (!data) return;
    const { round, group, label, sheet } = data;
    if (
      typeof round === "string" &&
      typeof group === "number" &&
      typeof label === "string" &&
      typeof sheet === "string"
    )
      found = { round, group, label, sheet };
  });
  return found;
}

/** @param {string} prefix @param {Joined | null} joined @returns {boolean} whether it is kept */
export function joinRound(prefix, joined) {
  return attempt(() => {
    if (joined) localStorage.setItem(`${prefix}round`, JSON.stringify(joined));
    else localStorage.removeItem(`${prefix}round`);
  });
}
