// @ts-check
/**
 * Letters that can be read aloud and typed, and check letters that find the wrong one. Pure.
 *
 * The 32 letters are those of Crockford's base 32: no I, L, O or U. A block of at most 31 of them ends with three check
 * letters of a Reed-Solomon code over GF(32): two codes differ in at least four letters, so one wrong letter is found
 * with the right one, and two wrong ones are always noticed and never taken for one.
 */

import { nth } from "../lists/lists.js";

export const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** What a reader takes for a letter that is none of ours. */
const ALIKE = /** @type {Record<string, string>} */ ({ I: "1", L: "1", O: "0", U: "V" });

const CHECKS = 3;
const LONGEST_BLOCK = 31;
/** Powers of the primitive element of GF(32), with the polynomial x^5 + x^2 + 1. */
const POWERS = powers();

/** @typedef {{at: number, found: string, expected: string}} Misread a wrong letter, counted from 1, and the right one */
/** @typedef {{problem: "letter" | "wrong" | "swapped", misread: Misread} | {problem: "several"}} CheckProblem */

/** @returns {number[]} */
function powers() {
  const found = [1];
  while (found.length < LONGEST_BLOCK) {
    const next = nth(found, found.length - 1) << 1;
    found.push(next & 32 ? next ^ 0b100101 : next);
  }
  return found;
}

/** @param {number} a @param {number} b @returns {number} */
function product(a, b) {
  return a && b ? nth(POWERS, (POWERS.indexOf(a) + POWERS.indexOf(b)) % LONGEST_BLOCK) : 0;
}

/** @param {number} a @param {number} b not 0 @returns {number} */
function quotient(a, b) {
  return a ? nth(POWERS, (POWERS.indexOf(a) - POWERS.indexOf(b) + LONGEST_BLOCK) % LONGEST_BLOCK) : 0;
}

/** @param {number[]} block @returns {number[]} all 0 where nothing is wrong */
function syndromes(block) {
  return Array.from({ length: CHECKS }, (_, index) =>
    block.reduce((sum, value) => product(sum, nth(POWERS, index + 1)) ^ value, 0),
  );
}

/** @param {number[]} data @returns {number[]} with its check letters */
function checked(data) {
  // (x - a)(x - a^2)(x - a^3), the highest first, without the leading 1
  let generator = [1];
  for (let power = 1; power <= CHECKS; power += 1) {
    const root = nth(POWERS, power);
    generator = [...generator, 0].map((value, index) => value ^ product(generator[index - 1] ?? 0, root));
  }
  const rest = [...data, ...Array(CHECKS).fill(0)];
  data.forEach((_, at) => {
    const factor = nth(rest, at);
    generator.forEach((value, index) => {
      rest[at + index] = nth(rest, at + index) ^ product(value, factor);
    });
  });
  return [...data, ...rest.slice(data.length)];
}

/** @param {number} length of all blocks together @param {number} longest @returns {number[]} the length of each */
function blocksOf(length, longest) {
  const count = Math.max(1, Math.ceil(length / longest));
  return Array.from({ length: count }, (_, index) => Math.floor(length / count) + (index < length % count ? 1 : 0));
}

/** @param {number[]} values @param {number[]} lengths @returns {number[][]} */
function cutInto(values, lengths) {
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return values.slice(at - length, at);
  });
}

/** @param {number[]} data values 0 to 31 @returns {string} letters, those that check included */
export function withChecks(data) {
  const blocks = cutInto(data, blocksOf(data.length, LONGEST_BLOCK - CHECKS));
  return blocks
    .flatMap(checked)
    .map((value) => LETTERS[value])
    .join("");
}

/** @param {number} length of the data @returns {number} of the letters */
export function checkedLength(length) {
  return length + CHECKS * blocksOf(length, LONGEST_BLOCK - CHECKS).length;
}

/**
 * @param {string} text
 * @returns {string} its letters as ours, without spaces, dashes and marks that can't be seen
 */
export function lettersOf(text) {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\u2212._:]/gu, "")
    .replace(/[ILOU]/g, (letter) => ALIKE[letter] ?? letter);
}

/**
 * @param {string} letters as `lettersOf` gives them
 * @returns {{data: number[]} | CheckProblem} the values without those that check
 */
export function readChecked(letters) {
  const values = [...letters].map((letter) => LETTERS.indexOf(letter));
  const strange = values.indexOf(-1);
  if (strange >= 0) {
    return { problem: "letter", misread: { at: strange + 1, found: [...letters][strange] ?? "", expected: "" } };
  }
  const lengths = blocksOf(values.length, LONGEST_BLOCK);
  if (lengths.some((length) => length <= CHECKS)) return { problem: "several" };
  const blocks = cutInto(values, lengths);
  const wrong = blocks.filter((block) => syndromes(block).some(Boolean));
  if (wrong.length === 0) return { data: blocks.flatMap((block) => block.slice(0, -CHECKS)) };
  const [block] = wrong;
  if (wrong.length > 1 || !block) return { problem: "several" };
  const before = blocks.slice(0, blocks.indexOf(block)).flat().length;
  return misreadIn(block, before) ?? { problem: "several" };
}

/**
 * @param {number[]} block that is wrong
 * @param {number} before letters before it
 * @returns {CheckProblem | null} one wrong letter, or two neighbours in the wrong order
 */
function misreadIn(block, before) {
  const [first = 0, second = 0, third = 0] = syndromes(block);
  if (first && second && product(first, third) === product(second, second)) {
    const place = quotient(second, first);
    const index = block.length - 1 - POWERS.indexOf(place);
    const found = block[index];
    if (found !== undefined) {
      const expected = found ^ quotient(first, place);
      return {
        problem: "wrong",
        misread: { at: before + index + 1, found: LETTERS[found] ?? "", expected: LETTERS[expected] ?? "" },
      };
    }
  }
  for (let index = 0; index + 1 < block.length; index += 1) {
    const [a, b] = [nth(block, index), nth(block, index + 1)];
    const turned = block.with(index, b).with(index + 1, a);
    if (a === b || syndromes(turned).some(Boolean)) continue;
    const [found, expected] = [`${LETTERS[a]}${LETTERS[b]}`, `${LETTERS[b]}${LETTERS[a]}`];
    return { problem: "swapped", misread: { at: before + index + 1, found, expected } };
  }
  return null;
}
