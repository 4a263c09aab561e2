// @ts-check
/**
 * A score on its scale: a field for each band in its tone, a needle at the score, and below them the bands' names. The
 * drawing repeats what is said in words; the names are a list, in which the reader's own is marked.
 */
/** @import { Band } from "../types/types.js" */

import { element } from "../dom/dom.js";
import { bandOf } from "../scoring/items.js";
import { markAt } from "./bars.js";
import { shape } from "./svg.js";
import { toneAt } from "./tones.js";

/** Percent of the scale that a name needs to have a place below its field; otherwise all are in a list. */
const NARROWEST = 20;

/**
 * @param {number} value
 * @param {Band[]} bands the lowest first; possibly none
 * @param {"high" | "low"} good
 * @param {string[]} ends the lowest and the highest figure
 * @returns {Element[]}
 */
export function scaleOf(value, bands, good, ends) {
  const own = bandOf(value, bands);
  const svg = shape("svg", { class: "sa-scale__drawing", width: "100%", height: 40, "aria-hidden": "true" });
  const fields = bands.length > 0 ? bands : [{ low: 0, high: 100, name: "" }];
  const toneOfField = (/** @type {number} */ index) => toneAt(index, fields.length, good) ?? "";
  svg.append(
    ...fields.map(({ low, high }, index) =>
      shape("rect", {
        class: index === own ? "sa-scale__field sa-scale__field--own" : "sa-scale__field",
        "data-tone": toneOfField(index),
        x: `${low}%`,
        y: 20,
        width: `${high - low}%`,
        height: 16,
      }),
    ),
    markAt(value, "M0 38V18l-9-16h18l-9 16Z", "sa-scale__needle"),
  );
  const parts = [svg, element("p", "sa-scale__ends", ...ends.map((end) => element("span", "", end)))];
  if (!bands.some(({ name }) => name)) return parts;
  const isNarrow = bands.some(({ low, high }) => high - low < NARROWEST);
  const names = element(
    "ol",
    isNarrow ? "sa-scale__names" : "sa-scale__names sa-scale__names--below",
    ...bands.map(({ name }, index) => {
      const entry = element("li", "", name);
      entry.dataset.tone = `${toneOfField(index)}`;
      if (index === own) entry.setAttribute("aria-current", "true");
      return entry;
    }),
  );
  names.style.setProperty("--sa-fields", bands.map(({ low, high }) => `minmax(0, ${high - low}fr)`).join(" "));
  return [...parts, names];
}
