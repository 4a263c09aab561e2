// @ts-check
/**
 * The words of the page's catalogue, which come with its data.
 */
/** @import { Model, Words } from "../types/types.js" */

/** @param {Pick<Model, "kind" | "lang" | "strings">} model @returns {Words} */
export function wordsOf({ kind, lang, strings }) {
  const plural = new Intl.PluralRules(lang);
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  const signs = new Intl.NumberFormat(lang, { maximumFractionDigits: 0, signDisplay: "exceptZero" });
  const lists = new Intl.ListFormat(lang);
  const dates = new Intl.DateTimeFormat(lang, { dateStyle: "long" });
  const number = (/** @type {number} */ value) => format.format(value);
  /** @type {Words["t"]} */
  const t = (key, values = {}) => {
    const form = typeof values.n === "number" ? `.${plural.select(values.n)}` : "";
    // What has words of its own for a kind comes first: situations are no statements.
    const text = [`${kind}.${key}`, key].map((k) => strings[k + form] ?? strings[k] ?? strings[`${k}.other`]).find(Boolean);
    if (text === undefined) throw new Error(`No string "${key}"`);
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      return typeof value === "number" ? number(value) : (value ?? whole);
    });
  };
  return {
    t,
    number,
    signed: (value) => signs.format(value),
    quote: (text) => t("result.quote", { text }),
    list: (values) => lists.format(values),
    date: (value) => dates.format(value),
  };
}
