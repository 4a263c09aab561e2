// @ts-check
/**
 * Answer sheets in any text: a whole chat with what surrounds the links and codes, a mail, a file. Pure.
 *
 * What looks like a sheet and can't be read is named with the reason; everything else is passed over.
 */
/** @import { Answers, Model } from "../types/types.js" */
/** @import { Misread } from "./checks.js" */

import { decodeAnswers } from "../codec/codec.js";
import { readFile } from "../exchange/exchange.js";
import { isRecord, parseRecord } from "../storage/reading.js";
import { lettersOf } from "./checks.js";
import { codeLength, readCode, readOrigin } from "./code.js";

/** Largest text in characters: some ten thousand sheets. */
export const LARGEST_TEXT = 2_000_000;
const LONGEST_LINK = 4000;
const LONGEST_CODE = 1000;
const EXCERPT = 40;
/** Letters that may be too many or too few in a code that was typed. */
const FEW = 3;

/** @typedef {"link" | "code" | "file"} Source */
/**
 * @typedef {object} FoundSheet
 * @property {string} round empty where it doesn't say
 * @property {number} group
 * @property {string} sheet empty where it doesn't say
 * @property {Answers} answers
 * @property {Source} by
 * @property {string} excerpt
 */
/**
 * @typedef {object} Refused
 * @property {string} problem why
 * @property {Misread} [misread]
 * @property {number} [length] of a code
 * @property {number} [expected] its length as it should be
 * @property {string} excerpt
 */
/** @typedef {FoundSheet | Refused} Found */

/** The part of an address that holds a result; what follows an "&" is read by itself. */
const LINK = /#r=([^\s"'<>#]*)/g;
/** Also with an invisible joint, as some programs break long words. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const ESCAPED = /%(?:25)?(23|3d|26)|&(?:amp|#38|#x26);/gi;
const SIGNS = /** @type {Record<string, string>} */ ({ 23: "#", "3d": "=" });
/** Four groups of four letters at least. */
const CODE =
  /[0-9A-Za-z]{4}(?:[-\u2010-\u2015\u2212][ \t]?[0-9A-Za-z]{4}){3,}(?:[-\u2010-\u2015\u2212][ \t]?[0-9A-Za-z]{1,3})?/g;
const LETTER_BESIDE = /[0-9A-Za-z]/;

/** @param {Pick<Model, "id" | "version" | "items">} model @param {string} text @returns {Found[]} in the order of the text */
export function readPasted(model, text) {
  if (text.length > LARGEST_TEXT) return [{ problem: "large", excerpt: excerptOf(text) }];
  const json = text.trimStart().startsWith("{") ? parseRecord(text) : null;
  if (json) return [readJson(model, text)];
  // Programs that check links write them into others, percent-encoded once or twice.
  const plain = withoutMailCoding(text)
    .replace(UNSEEN, "")
    .replace(ESCAPED, (_, /** @type {string | undefined} */ code) => SIGNS[code?.toLowerCase() ?? ""] ?? "&");
  /** @type {{at: number, found: Found}[]} */
  const all = [];
  for (const match of plain.matchAll(LINK)) all.push({ at: match.index, found: readLinkEnd(model, match[1] ?? "") });
  // What is within a link is no code by itself.
  const rest = plain.replace(LINK, (link) => " ".repeat(link.length));
  for (const match of rest.matchAll(CODE)) {
    const end = match.index + match[0].length;
    const isPart = [rest[match.index - 1], rest[end]].some((beside) => LETTER_BESIDE.test(beside ?? ""));
    const found = isPart ? null : readCodeIn(model, match[0]);
    if (found) all.push({ at: match.index, found });
  }
  return all.sort((a, b) => a.at - b.at).map(({ found }) => found);
}

/** @param {string} text @returns {string} of a mail that was saved as it is: its lines whole, and its signs of equality */
function withoutMailCoding(text) {
  return /^content-transfer-encoding:\s*quoted-printable/im.test(text)
    ? text.replace(/=\r?\n/g, "").replace(/=(3D|26|23)/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** @param {Pick<Model, "id" | "version" | "items">} model @param {string} text @returns {boolean} whether it is nearly as long as a code, so that its mistakes are worth naming */
export function looksTyped(model, text) {
  const length = text.length > LONGEST_CODE ? 0 : lettersOf(text).length;
  return length > 0 && Math.abs(length - codeLength(model)) <= FEW;
}

/** @param {Pick<Model, "id" | "version" | "items">} model @param {string} text one code, as it was typed @returns {Found} */
export function readTyped(model, text) {
  const excerpt = excerptOf(text);
  if (text.length > LONGEST_CODE) return { problem: "large", excerpt };
  const found = readCode(model, text);
  return "problem" in found ? { ...found, excerpt } : { ...found, by: "code", excerpt };
}

/** @param {string} text @returns {string} its beginning in one line, without marks that can't be seen */
export function excerptOf(text) {
  const plain = text
    .slice(0, 10 * EXCERPT)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, " ")
    .trim();
  const letters = [...plain];
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join("")}…` : plain;
}

/**
 * @param {Pick<Model, "id" | "version" | "items">} model
 * @param {string} end of a link, after its mark
 * @returns {Found}
 */
function readLinkEnd(model, end) {
  const excerpt = excerptOf(end);
  if (end.length > LONGEST_LINK) return { problem: "large", excerpt };
  const [written = "", ...more] = end.split(/[&?]/);
  const code = /^[\w-]*/.exec(written)?.[0] ?? "";
  // A text may emphasise a link with underscores.
  const tried = [code, code.replace(/[_-]+$/, "")].map((one) => decodeAnswers(model, one));
  const found = tried.find((one) => "answers" in one) ?? tried[0];
  if (!found || "problem" in found) return { problem: found?.problem ?? "damaged", excerpt };
  if (Object.keys(found.answers).length === 0) return { problem: "empty", excerpt };
  const { answers } = found;
  const origin = more.find((one) => one.startsWith("t="))?.slice(2);
  if (origin === undefined) return { round: "", group: 0, sheet: "", answers, by: "link", excerpt };
  const read = readOrigin(/^\w*/.exec(origin)?.[0].slice(0, 12) ?? "");
  return read ? { ...read, answers, by: "link", excerpt } : { problem: "damaged", excerpt };
}

/**
 * @param {Pick<Model, "id" | "version" | "items">} model
 * @param {string} text groups of letters
 * @returns {Found | null} `null` for words that only look like a code
 */
function readCodeIn(model, text) {
  const found = readTyped(model, text);
  if (!("problem" in found)) return found;
  // Words with hyphens have no digits; of codes, one in a hundred thousand has none.
  return /[0-9]/.test(lettersOf(text.replace(/[A-Za-z]/g, ""))) ? found : null;
}

/** @param {Pick<Model, "id" | "version" | "items">} model @param {string} text a result that was saved @returns {Found} */
function readJson(model, text) {
  const excerpt = excerptOf(text);
  const found = readFile(text, model);
  if ("problem" in found) return { problem: found.problem, excerpt };
  if (!isRecord(found.answers)) return { problem: "damaged", excerpt };
  return { round: "", group: 0, sheet: "", answers: found.answers, by: "file", excerpt };
}
