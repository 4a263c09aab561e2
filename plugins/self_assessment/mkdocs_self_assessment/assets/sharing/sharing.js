// @ts-check
/**
 * A result in a link's fragment, which no browser sends to a server; and the sentence above a shared result.
 */
/** @import { Answers, Decoded, Model, Words } from "../types/types.js" */

import { decodeAnswers, encodeAnswers } from "../codec/codec.js";
import { element } from "../dom/dom.js";
import { MARK, pageAddress } from "../dom/fragment.js";
import { buttonOf } from "../result-tools/tables.js";

const LONGEST = 4000;

/** @param {Model} model @param {Answers} answers @returns {string} */
export function addressTo(model, answers) {
  return pageAddress() + fragmentOf(model, answers);
}

/** @param {Model} model @param {Answers} answers @returns {string} the end of a link, from its "#" on */
export function fragmentOf(model, answers) {
  return MARK + encodeAnswers(model, answers);
}

/** @param {string} text an address, or only its end @returns {boolean} whether it claims to hold a result */
export function holdsResult(text) {
  return text.includes(MARK);
}

/** @param {string} fragment of an address @returns {boolean} whether it invites to a team's round */
export function isInvitation(fragment) {
  return fragment.startsWith("#t=");
}

/** @param {Model} model @param {string} text a link, from anywhere @returns {Decoded} */
export function readLink(model, text) {
  if (text.length > LONGEST) return { problem: "large" };
  // Mail and chat programs append parameters to links. No code contains "&" or "?", and the whole of what
  // precedes them must still be one.
  const start = text.indexOf(MARK);
  const code = text.slice(start < 0 ? 0 : start + MARK.length).replace(/[&?].*/s, "");
  const read = decodeAnswers(model, code.trim());
  // Without any answer there is no result to show.
  return "answers" in read && Object.keys(read.answers).length === 0 ? { problem: "damaged" } : read;
}

/** @param {string} text @returns {Promise<boolean>} whether it is on the clipboard: browsers may forbid it */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {Words} words @param {{leave: () => void, use: () => void}} actions @returns {HTMLElement} */
export function bannerOf({ t }, { leave, use }) {
  const title = element("h2", "sa-shared__title", t("keep.shared"));
  const buttons = element("p", "sa-buttons", buttonOf(t("keep.own"), leave), buttonOf(t("keep.use"), use));
  const banner = element("div", "sa-shared", title, element("p", "", t("keep.shared-text")), buttons);
  title.tabIndex = -1;
  return banner;
}
