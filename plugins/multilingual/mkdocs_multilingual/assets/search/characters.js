// @ts-check
/**
 * Queries in scripts that have no spaces between words. The index has each of their characters as a word,
 * `search/characters.py`, so what is typed is found where these follow each other.
 */

/** A character with its marks; the same ranges as in `search/characters.py`. */
const CHARACTER =
  /(?=[\p{L}\p{N}])[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f\u3105-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]\p{M}*/gu;

/** Marks that are vowels and tones: the index has letters for them, since Pagefind overlooks marks. */
const VOWEL = /(?=\p{M})[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/gu;

/** @param {string} mark */
function asLetter(mark) {
  const code = mark.charCodeAt(0);
  return String.fromCodePoint(code + (code < 0x1000 ? 0x13600 : code < 0x1780 ? 0x13500 : 0x12e20));
}

/** Whether any of a text is in such a script. @param {string} text */
export function hasCharacters(text) {
  return text.search(CHARACTER) >= 0;
}

/** A query as the index has it: with spaces between these characters. @param {string} text */
export function apart(text) {
  if (!hasCharacters(text)) return text;
  return text.replace(CHARACTER, " $& ").replace(VOWEL, asLetter).replace(/\s+/g, " ").trim();
}

/** The parts of a query whose characters must follow each other, as they are in the index. @param {string} query */
export function phrasesOf(query) {
  return query
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map((part) => (hasCharacters(part) ? apart(part) : ""))
    .filter((part) => part.includes(" "));
}

/** The query cut into words as the browser sees them, for a query that is nowhere as a whole. @param {string} query */
export function inWords(query) {
  if (!hasCharacters(query) || typeof Intl.Segmenter === "undefined") return query;
  const words = new Intl.Segmenter(undefined, { granularity: "word" }).segment(query);
  return [...words]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)
    .join(" ");
}

/** The words of a page's text, as Pagefind counts them. @param {string} text */
export function wordsOf(text) {
  return text.split(text.includes("\u200b") ? "\u200b" : /\s+/);
}
