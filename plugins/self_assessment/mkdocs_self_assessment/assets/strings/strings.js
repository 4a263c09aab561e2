// @ts-check
/**
 * The strings of the page's catalogue, which are part of its data.
 */
/** @import { Model, Words } from "../types/types.js" */

/** @param {Pick<Model, "kind" | "lang" | "dates" | "strings">} model @returns {Words} */
export function wordsOf({ kind, lang, dates, strings }) {
  const plural = new Intl.PluralRules(lang);
  const number = formatter(lang, "negative");
  // Weights and points may have decimals; scores are shown without.
  const counted = formatter(lang, "negative", 0, 2);
  const signed = formatter(lang, "exceptZero");
  const decimal = formatter(lang, "negative", 1, 1);
  const change = formatter(lang, "exceptZero", 0, 2);
  const lists = new Intl.ListFormat(lang);
  const days = new Intl.DateTimeFormat(dates, { dateStyle: "long" });
  /** @type {Words["t"]} */
  const t = (key, values = {}) => {
    const form = typeof values.n === "number" ? `.${plural.select(values.n)}` : "";
    // Strings of the kind take precedence: situations are no statements.
    const text = [`${kind}.${key}`, key]
      .map((k) => strings[k + form] ?? strings[k] ?? strings[`${k}.other`])
      .find(Boolean);
    // A page may be older than the script, or newer. Its reader is better off with a key than without the page.
    if (text === undefined) return key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      if (typeof value !== "number") return value ?? whole;
      return name === "n" ? counted(value) : number(value);
    });
  };
  return {
    t,
    number,
    counted,
    signed,
    decimal,
    change,
    quote: (text) => t("result.quote", { text }),
    list: (values) => lists.format(values),
    date: (value) => days.format(value),
  };
}

/**
 * Numbers as the language writes them, with a real minus sign also where its default is a hyphen, which is easily
 * overlooked. `mkdocs_foundation/catalogue.py` does the same for the numbers in the page's HTML.
 *
 * @param {string} lang
 * @param {"negative" | "exceptZero"} signDisplay which signs are shown; a number that is rounded to 0 never has one
 * @param {number} fewest decimals
 * @param {number} most decimals
 * @returns {(value: number) => string}
 */
function formatter(lang, signDisplay, fewest = 0, most = 0) {
  const format = new Intl.NumberFormat(lang, {
    minimumFractionDigits: fewest,
    maximumFractionDigits: most,
    signDisplay,
  });
  return (number) =>
    format
      .formatToParts(number)
      .map(({ type, value }) => (type === "minusSign" ? "\u2212" : value))
      .join("");
}
