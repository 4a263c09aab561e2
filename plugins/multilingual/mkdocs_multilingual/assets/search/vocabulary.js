// @ts-check
/** The words of a language's index, `search/vocabulary.py`: what a reader may have meant is one of them. */
import { distance, forgiven } from "./distance.js";
import { keysIn, mayMean } from "./folding.js";

/** How many words are offered for one. */
const OFFERED = 5;
/** The shortest part of a compound that is looked for, and the shortest beginning. */
const PART = 5;
const BEGUN = 3;
/** The shortest half of a compound that the index has as two words. */
const HALF = 4;

/**
 * A word that may be meant, or two for a compound; `errors` is 0 for the word as it was typed in other letters, or its
 * beginning, 1 for a compound that it is a part of, or for its parts, and more for words with that many typing errors less one.
 *
 * @typedef {{ word: string, errors: number }} Meant
 */

export class Vocabulary {
  /** @type {string[] | null} */
  #keys = null;

  /**
   * @param {string[]} all words in small letters; the first `common` of them are on several pages
   * @param {number} common
   * @param {string} lang language of the words
   */
  constructor(all, common, lang) {
    this.all = all;
    this.common = common;
    this.lang = lang;
    this.key = keysIn(lang);
  }

  /**
   * The words that may be meant by one that is not in the index, the likeliest first.
   * @param {string} term
   * @returns {Meant[]}
   */
  near(term) {
    const key = this.key(term);
    const limit = forgiven(key.length);
    this.#keys ??= this.all.map(this.key);
    /** @type {(Meant & { rank: number[] })[]} */
    const found = [];
    this.#keys.forEach((other, index) => {
      const word = this.all[index] ?? "";
      const rare = index < this.common ? 0 : 1;
      const may = mayMean(term, word, this.lang);
      if (may && other === key) found.push({ word, errors: 0, rank: [0, distance(term, word, 9), rare] });
      else if (may && key.length >= BEGUN && other.startsWith(key)) {
        const begun = this.#beginning(word, key);
        if (begun) found.push({ word: begun, errors: 0, rank: [1] });
      } else if (key.length >= PART && other.includes(key))
        found.push({ word, errors: 1, rank: [2, other.length, rare] });
      else {
        const errors = single(key) === single(other) && limit ? 1 : distance(key, other, limit);
        if (errors <= limit)
          found.push({ word, errors: errors + 1, rank: [2 + errors, distance(term, word, 9), rare] });
      }
    });
    for (const word of this.#halves(key)) found.push({ word, errors: 1, rank: [2, 0] });
    found.sort((a, b) => compare(a.rank, b.rank));
    /** @type {Map<string, Meant>} */
    const each = new Map();
    for (const { word, errors } of found) if (!each.has(word)) each.set(word, { word, errors });
    return [...each.values()].slice(0, OFFERED);
  }

  /** The two words that a compound with this key is made of, with or without an s between them. @param {string} key */
  #halves(key) {
    const keys = this.#keys ?? [];
    /** @param {string} part */
    const word = (part) => (part.length < HALF ? undefined : this.all[keys.indexOf(part)]);
    return Array.from(key).flatMap((_, cut) => {
      const last = word(key.slice(cut));
      const first = last && (word(key.slice(0, cut)) ?? word(key.slice(0, cut).replace(/s$/, "")));
      return first ? [`${first} ${last}`] : [];
    });
  }

  /** The part of a word that has this key, "" where a letter is cut. @param {string} word @param {string} key */
  #beginning(word, key) {
    for (let end = 1; end <= word.length; end += 1) if (this.key(word.slice(0, end)) === key) return word.slice(0, end);
    return "";
  }
}

/** A word without its doubled letters, which are the likeliest to be forgotten. @param {string} key */
function single(key) {
  return key.replace(/(.)\1+/gu, "$1");
}

/** @param {number[]} one @param {number[]} other */
function compare(one, other) {
  const first = one.findIndex((value, n) => value !== other[n]);
  return first < 0 ? 0 : (one[first] ?? 0) - (other[first] ?? 0);
}

/** The list as it is published: a line of common words, and one of the others. @param {string} text @param {string} lang */
export function readVocabulary(text, lang) {
  const [common = [], rare = []] = text.split("\n").map((line) => line.split(" ").filter(Boolean));
  return new Vocabulary([...common, ...rare], common.length, lang);
}

/** @type {Map<string, Promise<Vocabulary>>} */
const fetched = new Map();

/** The words of the index of the page's language; none where they can't be fetched. @param {string} locale */
export function vocabularyOf(locale) {
  const known = fetched.get(locale);
  if (known) return known;
  const address = new URL(`${locale}.vocabulary.txt`, new URL("./", import.meta.url));
  const asked = fetch(address, { cache: "no-cache" })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)))
    .then((text) => readVocabulary(text, document.documentElement.lang))
    .catch(() => {
      fetched.delete(locale);
      return readVocabulary("", "");
    });
  fetched.set(locale, asked);
  return asked;
}
