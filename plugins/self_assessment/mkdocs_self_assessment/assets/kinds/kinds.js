// @ts-check
/**
 * What the kinds of self-assessments add to a result. A page fetches that of its own kind only; whoever needs a kind has
 * it provided before.
 */
/** @import { Kind, KindName } from "../types/types.js" */

/** @type {Partial<Record<KindName, Kind>>} */
const PROVIDED = {};

/** @param {KindName} name @param {Kind} kind */
export function provideKind(name, kind) {
  PROVIDED[name] = kind;
}

/** @param {{kind: KindName}} model @returns {Kind} */
export function kindOf({ kind: name }) {
  const kind = PROVIDED[name];
  if (!kind) throw new Error(`The kind "${name}" was not provided`);
  return kind;
}
