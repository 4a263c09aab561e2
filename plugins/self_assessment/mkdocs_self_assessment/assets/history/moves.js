// @ts-check
/**
 * Changes of single figures in words.
 */
/** @import { Move, Words } from "../types/types.js" */

/** So many areas that have moved equally far are named; more are counted. */
const MOST_NAMES = 3;

/** @param {Words} words @param {Move[]} areas @param {1 | -1} sign @returns {string[]} those that moved most, if any did */
export function furthest({ t, list, signed }, areas, sign) {
  const most = Math.max(0, ...areas.map(({ by }) => sign * (by ?? 0)));
  if (most === 0) return [];
  const titles = areas.filter(({ by }) => by === sign * most).map(({ title }) => title);
  const named = titles.length > MOST_NAMES ? t("keep.since-areas", { n: titles.length }) : list(titles);
  return [t(sign > 0 ? "keep.since-up" : "keep.since-down", { list: named, change: signed(sign * most) })];
}

/** @param {Words} words @param {Move} move */
export function changeLine({ t, signed }, { title, before, now, by }) {
  return before === now
    ? t("keep.since-line-same", { name: title, now })
    : t("keep.since-line", { name: title, before, now, change: signed(by ?? 0) });
}
