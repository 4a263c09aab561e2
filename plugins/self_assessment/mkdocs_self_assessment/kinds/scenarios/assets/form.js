// @ts-check
/**
 * The form of situations: each reader gets the actions in an order of their own.
 */
/** @import { KindForm } from "../../../assets/types/types.js" */

import { Reader, shuffleActions } from "./shuffle.js";

/** @type {KindForm} */
export function scenariosForm({ form, store }, signal) {
  const reader = new Reader(store.site);
  shuffleActions(form, reader.seed, signal);
  return () => reader.keep();
}
