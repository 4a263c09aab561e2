// @ts-check
/**
 * Situations add up to a style profile. Pure.
 */
/** @import { KindScoring } from "../../../assets/types/types.js" */

import { profileOf } from "./style-profile.js";

/** @type {KindScoring} */
export function scenariosScoring(model, answers, { whole }) {
  const styles = whole.reason === null ? profileOf(model, answers) : null;
  return { styles, found: styles !== null };
}
