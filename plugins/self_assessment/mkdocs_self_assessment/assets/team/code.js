// @ts-check
/**
 * An answer sheet as a short code that can be read aloud and typed, and what a link to a round or from one carries. Pure,
 * and the same in every language. None of it holds a name.
 *
 * The letters of a code, each of five bits: the format (two bits, 0) and the group; 7 bits that identify the
 * self-assessment and 8 its version; 15 of the round; 25 that distinguish this sheet from others with the same answers;
 * the answers as one number in mixed radix, as in `codec.js`; and check letters (`checks.js`).
 */
/** @import { Answers, Model } from "../types/types.js" */
/** @import { CheckProblem } from "./checks.js" */

import { answersFrom, numberFor, offeredOf, shortHash } from "../codec/codec.js";
import { nth } from "../lists/lists.js";
import { checkedLength, LETTERS, lettersOf, readChecked, withChecks } from "./checks.js";

/** Groups by their number in a code. */
export const GROUPS = { none: 0, leader: 1, employees: 2, self: 3, others: 4, own: [5, 6, 7] };

/** @typedef {{round: string, group: number, sheet: string}} Origin three letters, 0 to 7, five letters */
/** @typedef {Origin & {answers: Answers, unfit?: string[]}} CodedSheet */
/** @typedef {CheckProblem | {problem: "length", length: number, expected: number} | {problem: "foreign" | "version" | "newer" | "damaged" | "empty"}} CodeProblem */

const ROUND = 3;
const SHEET = 5;
const HEAD = 1 + ROUND + ROUND + SHEET;
const LETTER = `[${LETTERS}]`;
const ORIGIN = new RegExp(`^(${LETTER}{${ROUND}})([0-7])(${LETTER}{${SHEET}})(${LETTER}{3})$`);
const INVITATION = new RegExp(`^(${LETTER}{${ROUND}})([0-7])(${LETTER}{3})(?:\\.(.{1,500}))?$`, "s");
/** Letters of an own group's name. */
export const LONGEST_LABEL = 40;

/** @typedef {Pick<Model, "id" | "version" | "items">} Coded */

/** @param {Coded} model @param {Origin & {answers: Answers}} sheet @returns {string} in groups of four */
export function codeOf(model, { round, group, sheet, answers }) {
  const { number, size } = numberFor(model.items, answers);
  const data = [group, ...markOf(model), ...valuesOf(round), ...valuesOf(sheet), ...digitsOf(number, lengthFor(size))];
  return (withChecks(data).match(/.{1,4}/g) ?? []).join("-");
}

/** @param {Coded} model @returns {number} letters of each of its codes */
export function codeLength(model) {
  return checkedLength(HEAD + lengthFor(numberFor(model.items, {}).size));
}

/**
 * @param {Coded} model
 * @param {string} text a code in any form
 * @returns {CodedSheet | CodeProblem} only answers that the model offers, or why there are none
 */
export function readCode(model, text) {
  const letters = lettersOf(text);
  const { size } = numberFor(model.items, {});
  const expected = codeLength(model);
  const read = readChecked(letters);
  if ("problem" in read) {
    const length = [...letters].length;
    return length === expected || read.problem === "letter" ? read : { problem: "length", length, expected };
  }
  const { data } = read;
  const head = data[0] ?? 0;
  if (head > 7) return { problem: "newer" };
  const mark = data.slice(1, 1 + ROUND);
  const own = markOf(model);
  // Seven bits of the id, which end in the second letter
  if (nth(own, 0) !== mark[0] || nth(own, 1) >> 3 !== (mark[1] ?? 0) >> 3) return { problem: "foreign" };
  if (String(own) !== String(mark)) return { problem: "version" };
  if (letters.length !== expected) return { problem: "damaged" };
  const number = data.slice(HEAD).reduce((sum, value) => sum * 32n + BigInt(value), 0n);
  if (number >= size) return { problem: "damaged" };
  const found = offeredOf(model.items, answersFrom(model.items, number));
  if (Object.keys(found.answers).length === 0) return { problem: "empty" };
  const round = textOfValues(data.slice(1 + ROUND, 1 + 2 * ROUND));
  return { round, group: head, sheet: textOfValues(data.slice(1 + 2 * ROUND, HEAD)), ...found };
}

/** @param {Origin} origin @returns {string} what a link to a result carries beside the answers */
export function originOf({ round, group, sheet }) {
  return withChecks([...valuesOf(round), group, ...valuesOf(sheet)]);
}

/** @param {string} text @returns {Origin | null} `null` where it is damaged */
export function readOrigin(text) {
  const [, round = "", group = "", sheet = ""] = ORIGIN.exec(text) ?? [];
  return round && "data" in readChecked(text) ? { round, group: Number(group), sheet } : null;
}

/** @param {string} round @param {number} group @param {string} [label] of a group of their own @returns {string} what the link to a round carries */
export function invitationOf(round, group, label = "") {
  const code = withChecks([...valuesOf(round), group]);
  const plain = plainLabel(label);
  return plain ? `${code}.${encodeURIComponent(plain)}` : code;
}

/** @param {string} text @returns {{round: string, group: number, label: string} | null} `null` where it is damaged */
export function readInvitation(text) {
  const [, round = "", group = "", checks = "", written = ""] = INVITATION.exec(text) ?? [];
  if (!round || !("data" in readChecked(round + group + checks))) return null;
  let label = "";
  try {
    label = plainLabel(decodeURIComponent(written));
  } catch {
    // A name that can't be read is left out.
  }
  return { round, group: Number(group), label };
}

/** @param {string} text @returns {string} in one line, without marks that can't be seen, and short enough */
export function plainLabel(text) {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, " ").replace(/\s+/g, " ");
  return [...plain.trim()].slice(0, LONGEST_LABEL).join("");
}

/** @returns {string} the letters of a new round, which nobody can guess */
export function newRound() {
  return randomLetters(ROUND);
}

/** @returns {string} the letters of a new sheet */
export function newSheet() {
  return randomLetters(SHEET);
}

/** @param {number} length @returns {string} */
function randomLetters(length) {
  return textOfValues([...crypto.getRandomValues(new Uint8Array(length))].map((byte) => byte & 31));
}

/** @param {Coded} model @returns {number[]} 7 bits of its id, 8 of its version */
function markOf({ id, version }) {
  const bits = (nth(shortHash(id), 1) & 127) * 256 + nth(shortHash(version), 1);
  return digitsOf(BigInt(bits), ROUND);
}

/** @param {bigint} size @returns {number} letters that hold every number below it */
function lengthFor(size) {
  return Math.ceil((size - 1n).toString(2).length / 5);
}

/** @param {bigint} number @param {number} length @returns {number[]} the highest first */
function digitsOf(number, length) {
  return Array.from({ length }, (_, index) => Number((number >> BigInt(5 * (length - 1 - index))) & 31n));
}

/** @param {string} text @returns {number[]} */
function valuesOf(text) {
  return [...text].map((letter) => LETTERS.indexOf(letter));
}

/** @param {number[]} values @returns {string} */
function textOfValues(values) {
  return values.map((value) => LETTERS[value]).join("");
}
