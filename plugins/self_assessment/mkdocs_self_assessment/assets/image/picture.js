// @ts-check
/**
 * What the image of a result shows: the figures of the result on the page, in the colours that the page has.
 */
/** @import { Answers, View } from "../types/types.js" */

import { toneOf } from "../charts/tones.js";
import { part } from "../dom/dom.js";
import { pageAddress } from "../dom/fragment.js";
import { bandNameOf } from "../result/dimensions.js";
import { rowsOf } from "../result-tools/rows.js";
import { scoreAssessment } from "../scoring/scoring.js";
import { imageOf, pngOf } from "./image.js";

/** Fonts of the reader's device: an image can fetch none. */
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/** Of what is neither good nor bad. */
const GREY = "var(--md-default-fg-color--light)";

/**
 * @param {View} view
 * @param {Answers} answers
 * @param {string} date in words; empty where unknown
 * @returns {{svg: string, width: number, height: number}}
 */
export function pictureOf(view, answers, date) {
  const { root, model, words } = view;
  const scores = scoreAssessment(model, answers);
  const verdict = bandNameOf(view, scores.overall);
  const resolve = colourIn(root);
  const whole = toneOf(model.bands, scores.overall.value, model.good);
  const rows = rowsOf(model, answers, words).map(({ title, shown, value, tone }) => ({
    name: title,
    figure: shown,
    value,
    colour: resolve(tone ? toneIs(tone) : GREY),
  }));
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const style = getComputedStyle(root);
  return imageOf(
    {
      title: model.title,
      verdict,
      lines: [part(root, ".js-overall-sentence").textContent?.trim() ?? ""].filter(Boolean),
      rows,
      // An address is written from the left in any language.
      foot: [date, `\u2066${decodeURI(pageAddress())}\u2069`].filter(Boolean),
      dir: style.direction === "rtl" ? "rtl" : "ltr",
      lang: model.lang,
      font: FONT,
      colours: {
        page: resolve("var(--md-default-bg-color)"),
        text: resolve("var(--md-typeset-color)"),
        track: resolve("var(--md-default-fg-color--lightest)"),
        accent: resolve(whole ? toneIs(whole) : "var(--md-typeset-a-color)"),
      },
    },
    (text, size, bold = false) => {
      context.font = `${bold ? "700 " : ""}${size}px ${FONT}`;
      return context.measureText(text).width;
    },
  );
}

/** @param {string | number} tone as `data-tone` has it @returns {string} its colour on the page */
function toneIs(tone) {
  const name = String(tone).startsWith("style-") ? tone : `tone-${tone}`;
  return `var(--sa-${name})`;
}

/** @param {HTMLElement} root @returns {(colour: string) => string} resolves variables and mixed colours as the page has them */
function colourIn(root) {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  return (colour) => {
    const probe = document.createElement("span");
    probe.style.color = colour;
    root.append(probe);
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    probe.remove();
    context.fillRect(0, 0, 1, 1);
    // A program that opens an SVG may know neither variables nor mixed colours.
    const [red, green, blue, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    return alpha === 255 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${(alpha / 255).toFixed(2)})`;
  };
}

/** @param {View} view @param {Answers} answers @param {string} date @returns {Promise<Blob>} the image as a PNG */
export function pngFor(view, answers, date) {
  return pngOf(pictureOf(view, answers, date));
}
