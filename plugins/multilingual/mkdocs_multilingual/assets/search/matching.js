// @ts-check
/**
 * Whether a word that was searched for is in what the index gave for it. For a word that it lacks Pagefind takes a shorter
 * one that the word begins with, so that only this has to be told from a true hit: a located word may be part of a
 * compound, or have an article before it or another ending, in any script.
 */

/** Letters that are no forms of others where they are used, whatever the language. */
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
  return [whole, ...partsOf(found).map(fold)].some((part) => isForm(wanted, part));
}

/**
 * The word that begins most like a term, with at least half of it: more than a coincidence, less than a form of the word.
 * @param {string} term
 * @param {string[]} found
 */
export function likest(term, found) {
  const wanted = fold(bare(term));
  let most = Math.max(3, wanted.length / 2);
  let likest = "";
  for (const part of found.flatMap(partsOf)) {
    const same = shared(wanted, fold(part));
    if (same < most || (likest && same === most)) continue;
    most = same;
    likest = part;
  }
  return likest;
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
function isForm(term, word) {
  const same = shared(term, word);
  const rest = term.length - same;
  return rest <= 3 && (!rest || same >= rest + 2);
}

/** How many letters two words begin with alike. @param {string} one @param {string} other */
function shared(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same;
}

/** A word without the marks on its letters, but for letters of their own. @param {string} word */
function fold(word) {
  return [...word]
    .map((letter) => (OWN.test(letter) ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "")))
    .join("");
}
