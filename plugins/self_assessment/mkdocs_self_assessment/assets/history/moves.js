// @ts-check
/**
 * Changes of single figures in words.
 */
/** @import { Move, Words } from "../types/types.js" */

/** So many areas that have moved equally far are named; more are counted. */
const MOST_NAMES = 3;

/** @param {Words} words @param {Move[]} areas @param {1 | -1} sign @returns {string[]} those that moved most, if any did */
export function furthest({ t, list }, areas, sign) {
  const most = Math.max(0, ...areas.map(({ share }) => sign * share));
  const moved = areas.filter(({ share }) => most > 0 && sign * share === most);
  // In points, areas that moved equally far may have different changes.
  return [...new Set(moved.map(({ change }) => change))].map((change) => {
    const titles = moved.filter((area) => area.change === change).map(({ title }) => title);
    const named = titles.length > MOST_NAMES ? t("keep.since-areas", { n: titles.length }) : list(titles);
    return t(sign > 0 ? "keep.since-up" : "keep.since-down", { list: named, change });
  });
}

/** @param {Words} words @param {Move} move */
export function changeLine({ t }, { title, before, now, shown, change }) {
  return before === now
    ? t("keep.since-line-same", { name: title, now: shown })
    : t("keep.since-line", { name: title, before, now, change });
}
