// @ts-check
/**
 * Whether a word that was searched for is in what the index gave for it. For a word that it lacks Pagefind takes a shorter
 * one that the word begins with, so that only this has to be told from a true hit: a located word may be part of a
 * compound, or have an article before it or another ending, in any script.
 */

/** Letters that are letters of their own, not forms of others. */
const OWN = /[æøåäö]/;
/** The most letters that stemming takes from the beginning of a word, such as an article. */
const ARTICLE = 4;

/** The words of a query, without what is no letter or digit. @param {string} query */
export function termsOf(query) {
  return query.split(" ").map(bare).filter(Boolean);
}

/** @param {string} word */
export function bare(word) {
  return word.toLocaleLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, "");
}

/**
 * Whether what was found for a term has the term in it, as a form of the word or as a part of a compound.
 * @param {string} term
 * @param {string} found a word of a page, with the signs around it
 */
export function explains(term, found) {
  const wanted = fold(bare(term));
  const whole = fold(bare(found));
  if (whole.includes(wanted)) return true;
  // An article before the word as it was typed, but not in the text.
  for (let n = 1; n <= ARTICLE && wanted.length - n >= Math.max(3, n); n += 1)
    if (whole.includes(wanted.slice(n))) return true;
  return [whole, ...partsOf(found).map(fold)].some((part) => akin(wanted, part));
}

/** The parts of a compound, which the index has as words too. @param {string} word */
function partsOf(word) {
  const cut = word.replace(/(\p{Ll})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$& ");
  return cut.toLocaleLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/**
 * Whether two words may be forms of one word, or the second begins with the first.
 * @param {string} term
 * @param {string} word
 */
function akin(term, word) {
  let same = 0;
  while (same < term.length && term[same] === word[same]) same += 1;
  const rest = term.length - same;
  return !rest || (same >= 3 && rest <= 5) || (same >= 4 && rest <= same);
}

/** A word without the marks on its letters. @param {string} word */
function fold(word) {
  return [...word]
    .map((letter) => (OWN.test(letter) ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "")))
    .join("");
}
