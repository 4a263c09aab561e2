/**
 * Strings that show the requested key and its values, so that no test depends on a wording. Numbers are whole.
 */
export const ECHO = {
  t: (key, values = {}) => [key, ...Object.entries(values).map(([name, value]) => `${name}=${value}`)].join(" "),
  number: (value) => String(Math.round(value)),
  counted: String,
  signed: (value) => `${value > 0 ? "+" : ""}${Math.round(value)}`,
  change: (value) => `${value > 0 ? "+" : ""}${value}`.replace("-", "\u2212"),
  quote: (text) => `"${text}"`,
  list: (values) => values.join(" & "),
  date: (value) => value.toISOString().slice(0, 10),
};
