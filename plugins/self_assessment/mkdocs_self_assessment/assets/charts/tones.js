// @ts-check
/**
 * Tones: five colours from the worst to the best, the same for every band, level and chart. Pure.
 */
/** @import { Band } from "../types/types.js" */

import { bandOf } from "../scoring/items.js";

/** @typedef {1 | 2 | 3 | 4 | 5} Tone 1 is the worst, 5 the best */

/**
 * @param {number} index of a band or level, the lowest first
 * @param {number} count of all
 * @param {"high" | "low"} [good] which end is good
 * @returns {Tone | null} its place from the bad end to the good one; a single one has none
 */
export function toneAt(index, count, good = "high") {
  if (count < 2) return null;
  const place = index / (count - 1);
  return /** @type {Tone} */ (1 + Math.round(4 * (good === "low" ? 1 - place : place)));
}

/**
 * @param {Band[]} bands the lowest first
 * @param {number | null} value
 * @param {"high" | "low"} [good]
 * @returns {Tone | null} that of the band that the value is in; `null` without a value, or without at least two bands
 */
export function toneOf(bands, value, good) {
  const band = value === null ? null : bandOf(value, bands);
  return band === null ? null : toneAt(band, bands.length, good);
}

/** @param {number} index of a style, the most directing first @returns {string} its colour; there are four */
export function styleTone(index) {
  return `style-${(index % 4) + 1}`;
}
