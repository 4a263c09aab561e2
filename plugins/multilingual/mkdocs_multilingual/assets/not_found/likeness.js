// @ts-check
/** How alike two texts of a few words are, whatever the order of the words, with errors in them or with some left out. */

/** The words of the last part of an address that has any, without ending and signs. @param {string} path */
export function wordsIn(path) {
  const parts = path.split("/").map(readable);
  return parts.findLast((part) => /\p{L}{2}/u.test(part)) ?? "";
}

/** @param {string} part */
function readable(part) {
  let text = part;
  try {
    text = decodeURIComponent(part);
  } catch {
    // A percent sign that begins no character: as it is.
  }
  return text
    .normalize("NFC")
    .replace(/\.[a-z]{2,5}$/i, "")
    .replace(/^index$/i, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/**
 * From 0 to 1: mostly how much of the first text is in the second, and a little how much they have in common. Compared are
 * trigrams, each word with two spaces before it and one after it, as PostgreSQL's pg_trgm has them; in common is
 * Dice's coefficient (Dice 1945, Ecology 26(3), 297–302).
 * @param {string} typed
 * @param {string} other
 */
export function likeness(typed, other) {
  const [one, two] = [trigrams(typed), trigrams(other)];
  let common = 0;
  for (const part of one) if (two.has(part)) common += 1;
  if (!common) return 0;
  return 0.8 * (common / one.size) + 0.2 * ((2 * common) / (one.size + two.size));
}

/** @param {string} text */
function trigrams(text) {
  const plain = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
  /** @type {Set<string>} */
  const found = new Set();
  for (const word of plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `;
    for (let n = 0; n + 3 <= padded.length; n += 1) found.add(padded.slice(n, n + 3));
  }
  return found;
}
