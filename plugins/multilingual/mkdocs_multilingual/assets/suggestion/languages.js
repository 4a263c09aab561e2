/** Which of a site's languages a reader prefers. Pure. */

// Browsers have three codes for Norwegian.
const NORWEGIAN = ["nb", "no", "nn"];

/**
 * @param {readonly string[]} preferences of the reader, the first preferred most, such as `sv-FI`
 * @param {string[]} here languages that the page is in already
 * @param {string[]} offered other languages that it exists in
 * @returns {string | undefined} the offered one that the reader prefers to what is here, if there is one
 */
export function preferredOf(preferences, here, offered) {
  for (const preferred of preferences) {
    if (here.some((language) => matches(preferred, language))) return undefined;
    const found = offered.find((language) => matches(preferred, language));
    if (found) return found;
  }
  return undefined;
}

/** @param {string} first @param {string} second @returns {boolean} whether readers of one can read the other */
function matches(first, second) {
  const [a, b] = [baseOf(first), baseOf(second)];
  return a === b || (NORWEGIAN.includes(a) && NORWEGIAN.includes(b));
}

/** @param {string} language @returns {string} without script and region */
function baseOf(language) {
  return language.toLowerCase().replace(/-.*/, "");
}
