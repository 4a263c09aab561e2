// @ts-check
/**
 * Answers as a short code for a link, and back. Pure, and the same in every language.
 *
 * A code is "1" (the format) and, in base64url: 16 bits that identify the self-assessment, 16 its version, the
 * answers as one number in mixed radix, and a CRC-32 of all that. A digit is 0 for no answer, 1 to n for the n values
 * of the item's scale, n + 1 for "not relevant"; the items come in the order of their ids.
 */
/** @import { Answer, Answers, Decoded, Item, Model } from "../types/types.js" */

import { nth } from "../lists/lists.js";

const FORMAT = "1";
const SHAPE = /^1[\w-]{11,2000}$/;

/** @param {Pick<Model, "id" | "version" | "items">} model @param {Answers} answers @returns {string} */
export function encodeAnswers(model, answers) {
  const { number, size } = numberFor(model.items, answers);
  const body = [...shortHash(model.id), ...shortHash(model.version), ...bytesOf(number, lengthOf(size))];
  const text = String.fromCharCode(...body, ...bytesOf(BigInt(crc32(body)), 4));
  return FORMAT + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {Pick<Model, "id" | "version" | "items">} model
 * @param {string} code from anywhere
 * @returns {Decoded} only answers that the model offers, or why there are none
 */
export function decodeAnswers(model, code) {
  const bytes = bytesIn(code);
  const body = bytes.slice(0, -4);
  if (body.length < 4 || numberOf(bytes.slice(-4)) !== BigInt(crc32(body))) return { problem: "damaged" };
  if (String(body.slice(0, 2)) !== String(shortHash(model.id))) return { problem: "foreign" };
  if (String(body.slice(2, 4)) !== String(shortHash(model.version))) return { problem: "version" };
  const given = answersFrom(model.items, numberOf(body.slice(4)));
  // One result has one code: anything left over was not written by `encodeAnswers`.
  const items = model.items.map((item) => ({ ...item, notRelevant: true }));
  if (encodeAnswers({ ...model, items }, Object.fromEntries(given)) !== code) return { problem: "damaged" };
  return offeredOf(model.items, given);
}

/** @param {Item[]} items @param {Answers} answers @returns {{number: bigint, size: bigint}} the answers as a number below the size */
export function numberFor(items, answers) {
  let number = 0n;
  let size = 1n;
  for (const item of inOrder(items)) {
    number = number * radixOf(item) + BigInt(digitOf(item, answers));
    size *= radixOf(item);
  }
  return { number, size };
}

/** @param {Item[]} items @param {bigint} number @returns {[string, Answer][]} what it holds; anything above the size is left out */
export function answersFrom(items, number) {
  let rest = number;
  /** @type {[string, Answer][]} */
  const given = [];
  for (const item of inOrder(items).reverse()) {
    const digit = Number(rest % radixOf(item));
    rest /= radixOf(item);
    if (digit > 0) given.push([item.id, digit > item.values.length ? "not-relevant" : nth(item.values, digit - 1)]);
  }
  return given;
}

/**
 * "Not relevant" may have been offered when a code was made: that costs such answers, not the others.
 *
 * @param {Item[]} items
 * @param {[string, Answer][]} given
 * @returns {{answers: Answers, unfit?: string[]}}
 */
export function offeredOf(items, given) {
  const refusing = new Set(items.filter(({ notRelevant }) => !notRelevant).map(({ id }) => id));
  const isUnfit = (/** @type {[string, Answer]} */ [id, answer]) => answer === "not-relevant" && refusing.has(id);
  const unfit = given.filter(isUnfit).map(([id]) => id);
  const answers = Object.fromEntries(given.filter((one) => !isUnfit(one)));
  return unfit.length > 0 ? { answers, unfit } : { answers };
}

/** @param {Item[]} items @returns {Item[]} by code unit, independent of the locale's alphabet */
function inOrder(items) {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** @param {Item} item @returns {bigint} has room for "not relevant" also where it is not offered: the version does not show it */
function radixOf({ values }) {
  return BigInt(values.length + 2);
}

/** @param {Item} item @param {Answers} answers */
function digitOf({ id, values, notRelevant }, answers) {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (answer === "not-relevant") return notRelevant ? values.length + 1 : 0;
  return answer === undefined ? 0 : values.indexOf(answer) + 1;
}

/** @param {string} code @returns {number[]} none where it has not even the form of a code */
function bytesIn(code) {
  if (!SHAPE.test(code)) return [];
  try {
    return [...atob(code.slice(1).replaceAll("-", "+").replaceAll("_", "/"))].map((c) => c.charCodeAt(0));
  } catch {
    return [];
  }
}

/** @param {bigint} size @returns {number} bytes that hold every number below it */
function lengthOf(size) {
  return Math.ceil((size - 1n).toString(16).length / 2);
}

/** @param {bigint} number @param {number} length @returns {number[]} the highest first */
function bytesOf(number, length) {
  return Array.from({ length }, (_, index) => Number((number >> BigInt(8 * (length - 1 - index))) & 255n));
}

/** @param {number[]} bytes @returns {bigint} */
function numberOf(bytes) {
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

/** @param {string} text @returns {number[]} */
export function shortHash(text) {
  return bytesOf(BigInt(crc32([...new TextEncoder().encode(text)])), 4).slice(2);
}

/** @param {number[]} bytes @returns {number} the CRC-32 of zip and PNG */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
