// @ts-check
/**
 * A result as an image to send or to put into slides: title, verdict, figures as bars, date and address. An SVG that names
 * nothing outside of itself, and from it a PNG, drawn by the browser.
 */

/** @typedef {{name: string, figure: string, value: number | null, colour: string}} ImageRow */
/**
 * @typedef {object} ImageData
 * @property {string} title
 * @property {string} verdict in a few words; empty where there is none
 * @property {string[]} lines below it
 * @property {ImageRow[]} rows
 * @property {string[]} foot date and address
 * @property {"ltr" | "rtl"} dir direction of the text
 * @property {string} lang
 * @property {string} font names of fonts that the reader's device has
 * @property {{page: string, text: string, track: string, accent: string}} colours
 */

const WIDTH = 1200;
const EDGE = 72;
const INNER = WIDTH - 2 * EDGE;
const MOST_ROWS = 12;

/** @typedef {(text: string, size: number, bold?: boolean) => number} Measure width of a text in pixels */

/**
 * @param {ImageData} data
 * @param {Measure} measure
 * @returns {{svg: string, width: number, height: number}}
 */
export function imageOf({ title, verdict, lines, rows, foot, dir, lang, font, colours }, measure) {
  const rtl = dir === "rtl";
  const start = rtl ? WIDTH - EDGE : EDGE;
  const end = rtl ? EDGE : WIDTH - EDGE;
  /** @type {string[]} */
  const parts = [];
  let y = EDGE;
  /** @param {string} text @param {number} size @param {boolean} [bold] @param {string} [colour] */
  const write = (text, size, bold = false, colour = colours.text) => {
    for (const line of wrap(text, INNER, (part) => measure(part, size, bold))) {
      y += Math.round(size * 1.25);
      parts.push(textAt(start, y, line, size, bold, colour, "start"));
    }
  };
  write(title, verdict ? 34 : 52, !verdict);
  if (verdict) {
    y += 10;
    write(verdict, 56, true, colours.accent);
  }
  y += 14;
  for (const line of lines) write(line, 28);
  y += 24;
  for (const { name, figure, value, colour } of rows.slice(0, MOST_ROWS)) {
    const room = INNER - measure(figure, 26, true) - 30;
    const [first = "", ...others] = wrap(name, room, (part) => measure(part, 26));
    y += 36;
    parts.push(textAt(start, y, first, 26, false, colours.text, "start"));
    parts.push(textAt(end, y, figure, 26, true, colours.text, "end"));
    for (const line of others) {
      y += 32;
      parts.push(textAt(start, y, line, 26, false, colours.text, "start"));
    }
    y += 12;
    parts.push(bar(EDGE, y, INNER, colours.track));
    const length = ((value ?? 0) / 100) * INNER;
    if (length > 0) parts.push(bar(rtl ? WIDTH - EDGE - length : EDGE, y, length, colour));
    y += 30;
  }
  y += 6;
  for (const line of foot) write(line, 24);
  const height = Math.ceil(y + EDGE * 0.8);
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"` +
    ` lang="${escaped(lang)}" direction="${dir}" font-family="${escaped(font)}" role="img">`;
  const page = `<rect width="${WIDTH}" height="${height}" fill="${escaped(colours.page)}"/>`;
  const svg = `${head}<title>${escaped([title, verdict].filter(Boolean).join(": "))}</title>${page}${parts.join("")}</svg>`;
  return { svg, width: WIDTH, height };
}

/**
 * Lines of words that fit. A word that is wider than the line, and text without spaces, is cut between letters.
 *
 * @param {string} text
 * @param {number} room
 * @param {(part: string) => number} width
 * @returns {string[]}
 */
export function wrap(text, room, width) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(/(?<=\s)/)) {
    if (width((line + word).trimEnd()) <= room) {
      line += word;
      continue;
    }
    if (line) lines.push(line.trimEnd());
    line = "";
    for (const letter of word) {
      if (line && width(line + letter) > room) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

/**
 * @param {{svg: string, width: number, height: number}} image
 * @returns {Promise<Blob>} the same as a PNG
 */
export async function pngOf({ svg, width, height }) {
  const drawn = new Image(width, height);
  // A data address: an image from a blob may taint a canvas in some browsers.
  drawn.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await drawn.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(drawn, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("No PNG"))), "image/png");
  });
}

/** @param {number} x @param {number} y @param {number} width @param {string} colour */
function bar(x, y, width, colour) {
  return `<rect x="${Math.round(x)}" y="${y}" width="${Math.round(width)}" height="16" rx="3" fill="${escaped(colour)}"/>`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {number} size
 * @param {boolean} bold
 * @param {string} colour
 * @param {"start" | "end"} anchor
 */
function textAt(x, y, text, size, bold, colour, anchor) {
  const weight = bold ? ' font-weight="700"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}"${weight} fill="${escaped(colour)}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

/** @param {string} text */
function escaped(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return (
    text
      // No XML has these, not even escaped.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>"]/g, (sign) => signs[/** @type {keyof typeof signs} */ (sign)])
  );
}
