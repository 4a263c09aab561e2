// @ts-check
/**
 * What a team's page says of groups, reasons and figures.
 */
/** @import { Words } from "../types/types.js" */
/** @import { Refused } from "./paste.js" */
/** @import { Added, Round } from "./round.js" */
/** @import { Gap } from "./statistics.js" */

/** @param {Words} words @param {Pick<Round, "labels">} round @param {number} group @returns {string} */
export function groupName({ t }, { labels }, group) {
  return labels[group] || (group > 4 ? t("team.own-group", { number: group - 4 }) : t(`team.group-${group}`));
}

/** @param {Words} words @param {Refused} refused @returns {string} why it doesn't count */
export function reasonFor({ t }, { problem, misread, length = 0, expected = 0 }) {
  if (problem === "length") return t("team.why-length", { length, expected });
  return t(`team.why-${problem}`, { ...misread });
}

/** @param {Words} words @param {Added} report @returns {string} what became of what was added */
export function reportOf({ t }, { added, same, replaced, apart }) {
  const counts = /** @type {const} */ ([
    ["team.added", added],
    ["team.same", same],
    ["team.replaced", replaced],
    ["team.set-aside", apart],
  ]);
  const told = counts.filter(([, n]) => n > 0).map(([key, n]) => t(key, { n }));
  return told.join(" ") || t("team.nothing");
}

/** @param {Words} words @param {Round} round @param {Gap} gap @returns {string} */
export function gapInWords(words, round, { high, low, size }) {
  if (size === 0) return words.t("team.gap-none");
  const name = (/** @type {number} */ group) => groupName(words, round, group);
  return words.t("team.gap", { high: name(high), low: name(low), points: words.t("points", { n: size }) });
}
