// @ts-check
/** How many typing errors are between two words, and how many of them are forgiven. */

/**
 * The Damerau–Levenshtein distance of two words in its restricted form, the optimal string alignment: the fewest letters to
 * insert, to leave out or to replace, and neighbours to swap, that make one word of the other, where no part is changed twice.
 * Damerau 1964, "A technique for computer detection and correction of spelling errors", CACM 7(3), 171–176; Levenshtein
 * 1966, Soviet Physics Doklady 10(8), 707–710; the recurrence as in Boytsov 2011, ACM JEA 16, article 1.1, section 2.1.
 * @param {string} one
 * @param {string} other
 * @param {number} limit what is above it is `limit + 1`
 */
export function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  // Distances of the beginnings of `one` from the last two beginnings of `other`.
  let before = [0];
  let last = Array.from({ length: one.length + 1 }, (_, n) => n);
  for (let j = 1; j <= other.length; j += 1) {
    const row = [j];
    let least = j;
    for (let i = 1; i <= one.length; i += 1) {
      const same = one[i - 1] === other[j - 1];
      let steps = Math.min(at(last, i - 1) + (same ? 0 : 1), at(last, i) + 1, at(row, i - 1) + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        steps = Math.min(steps, at(before, i - 2) + 1);
      row.push(steps);
      least = Math.min(least, steps);
    }
    // A swap may go back by two rows, but never below the least of them.
    if (least > limit && Math.min(...last) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return Math.min(at(last, one.length), limit + 1);
}

/** @param {number[]} row @param {number} n */
function at(row, n) {
  return row[n] ?? 0;
}

/** How many errors are forgiven in a word of this length: in a short one each makes another word. @param {number} length */
export function forgiven(length) {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
