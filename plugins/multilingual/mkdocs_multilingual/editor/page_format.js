/**
 * How the editor parts a page, and puts it together: what nobody has touched is written as it was. Sveltia CMS itself
 * makes line feeds of other ends of lines, and removes empty lines at the beginning and the end of the file.
 * Settings are text for it: read as YAML, they would be written anew, with other quotation marks and without comments.
 *
 * @typedef {object} Parts
 * @property {string} [title] what lists of the editor call the page; not written
 * @property {string} [settings] the lines between the two `---`
 * @property {string} [body] the text below
 */

const PARTS = /^---\n(?<settings>[\s\S]*?)\n---\n(?<body>[\s\S]*)$/;
const HEADING = /^# +(?<title>.+?) *(?:\{[^{}]*\})? *$/m;
const TITLE = /^title: *(?<title>.+?) *$/m;

/** @param {string} text @returns {Parts} */
export function read(text) {
  const { settings = "", body = text } = PARTS.exec(text)?.groups ?? {};
  const title = HEADING.exec(body)?.groups?.title ?? TITLE.exec(settings)?.groups?.title ?? "";
  return { title, settings, body };
}

/** @param {Parts} parts @returns {string} */
export function write({ settings, body = "" }) {
  return settings ? `---\n${settings}\n---\n${body}` : body;
}
