// @ts-check
/** A query as it is searched for, and the same words as the index may have them. */

/** The query as it is searched for: a letter with its mark is one character. @param {string} text */
export function tidy(text) {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Signs within a word at which the index has its parts as words. */
const JOINTS = /(?<=[\p{L}\p{N}\p{M}])[-‐‑_/.:'’]+(?=[\p{L}\p{N}])/gu;

/** Arabic words with an article and without one, which Pagefind may look for in another piece of the index. */
const WITH = /(^| )(?:[وفبك]?ال|لل)(?=\p{L}{3})/gu;
const WITHOUT = /(^| )(?!ال)(?=[\u0621-\u064a]{3})/gu;

/**
 * A query without hits in other forms: the parts of its compounds, and its words with and without an article.
 * @param {string} query
 * @returns {string[]}
 */
export function forms(query) {
  const small = query.toLowerCase();
  const found = [small.replace(JOINTS, " "), small.replace(WITH, "$1"), small.replace(WITHOUT, "$1ال")];
  return [...new Set(found)].filter((text) => text !== small);
}
