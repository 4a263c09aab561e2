// @ts-check
/**
 * The words of the page's catalogue, which come with its data.
 */
/** @import { Words } from "../types/types.js" */

/** @param {string} lang @param {Record<string, string>} strings @returns {Words} */
export function wordsOf(lang, strings) {
  const plural = new Intl.PluralRules(lang);
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  const number = (/** @type {number} */ value) => format.format(value);
  /** @type {Words["t"]} */
  const t = (key, values = {}) => {
    const form = typeof values.n === "number" ? strings[`${key}.${plural.select(values.n)}`] : undefined;
    const text = form ?? strings[key] ?? strings[`${key}.other`];
    if (text === undefined) throw new Error(`No string "${key}"`);
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      return typeof value === "number" ? number(value) : (value ?? whole);
    });
  };
  return { t, number };
}
