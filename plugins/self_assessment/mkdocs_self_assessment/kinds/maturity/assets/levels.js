// @ts-check
/**
 * Levels in words.
 */
/** @import { Ladder, Scores, Words } from "../../../assets/types/types.js" */

/** @param {Words} words @param {number | null} level @param {Ladder} ladder @returns {string} a dash where there is none */
export function levelOf({ t }, level, { levels }) {
  return level === null ? "–" : t("levels.of", { level, count: levels.length });
}

/** @param {Words} words @param {Ladder} ladder */
export function distanceOf({ signed }, { distance }) {
  return distance === null ? "–" : signed(distance);
}

/** @param {Scores} scores @returns {Ladder[]} all that share the lowest level */
export function lowestOf({ ladders = [], levels }) {
  return ladders.filter(({ today }) => today !== null && today === levels?.lowest);
}

/** @param {Ladder[]} ladders @returns {Ladder[]} the lowest first, those without an answer last */
export function sortLadders(ladders) {
  return [...ladders].sort((a, b) => (a.today ?? Infinity) - (b.today ?? Infinity) || 0);
}
