// @ts-check
/** Other spellings of a query: typed on a keyboard without its letters, or in a neighbouring language's spelling. */

/** What is typed, and what may be meant. @type {[string, string][]} */
const MEANT = [
  ["ö", "ø"],
  ["ä", "æ"],
  ["ø", "ö"],
  ["æ", "ä"],
  ["oe", "ø"],
  ["ae", "æ"],
  ["aa", "å"],
  ["o", "ø"],
  ["o", "ö"],
  ["a", "å"],
  ["a", "ä"],
  ["e", "æ"],
  ["e", "é"],
];

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
 * Other spellings of a query without hits, the likeliest first.
 * @param {string} query
 * @returns {string[]}
 */
export function spellings(query) {
  const small = query.toLocaleLowerCase();
  const found = MEANT.flatMap(([written, meant]) => {
    if (!small.includes(written)) return [];
    const last = small.lastIndexOf(written);
    const all = small.replaceAll(written, meant);
    const first = small.replace(written, meant);
    return [all, first, small.slice(0, last) + meant + small.slice(last + written.length)];
  });
  const both = small.replaceAll("oe", "ø").replaceAll("ae", "æ").replaceAll("aa", "å");
  const articles = [small.replace(WITH, "$1"), small.replace(WITHOUT, "$1ال")];
  return [...new Set([small.replace(JOINTS, " "), ...articles, ...found, both])]
    .filter((text) => text !== small)
    .slice(0, 16);
}
