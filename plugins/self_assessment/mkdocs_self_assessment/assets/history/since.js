// @ts-check
/**
 * What has changed since last time, in words. Pure.
 */
/** @import { Answers, Model, Scores, Words } from "../types/types.js" */

import { change, rowsOf } from "../keeping/figures.js";
import { scoreAssessment } from "../scoring/scoring.js";

/** So many areas that have moved equally far are named; more are counted. */
const MOST_NAMES = 3;

/** @typedef {{title: string, before: string, now: string, by: number | null}} Move of one figure, as the reader sees it */
/** @typedef {{sentence: string, lines: string[]}} Since */

/**
 * @param {Model} model
 * @param {Words} words
 * @param {Answers} before
 * @param {Answers} now
 * @param {string} date of the former
 * @returns {Since | null} `null` where one of the two has too few answers for a result
 */
export function sinceOf(model, words, before, now, date) {
  const then = rowsOf(model, before, words);
  const moves = rowsOf(model, now, words).map((row, index) => ({
    title: row.title,
    before: then[index].shown,
    now: row.shown,
    by: change(then[index], row),
  }));
  return OF_KIND[model.kind](words, moves, [before, now].map((answers) => scoreAssessment(model, answers)), date);
}

/** @type {Record<Model["kind"], (words: Words, moves: Move[], scores: Scores[], date: string) => Since | null>} */
const OF_KIND = {
  statements(words, [whole, ...areas], _, date) {
    const { t } = words;
    const { before, now, by } = whole;
    if (by === null) return null;
    const sentence = by === 0
      ? t("keep.since-same", { date, now })
      : t("keep.since", { date, before, now, change: words.signed(by) });
    const lines = [...furthest(words, areas, 1), ...furthest(words, areas, -1)];
    return { sentence, lines: lines.length > 0 || areas.length === 0 ? lines : [t("keep.since-still")] };
  },

  "two-factor"(words, moves, [{ point: before }, { point: now }], date) {
    if (!before || !now) return null;
    const [from, to] = [before, now].map(({ quadrant }) => words.quote(quadrant.title));
    const sentence = from === to
      ? words.t("keep.since-square-same", { date, title: to })
      : words.t("keep.since-square", { date, before: from, now: to });
    return { sentence, lines: moves.map((move) => changeLine(words, move)) };
  },

  scenarios(words, moves, [{ styles: before }, { styles: now }], date) {
    if (!before || !now) return null;
    return { sentence: words.t("keep.since-profile", { date }), lines: moves.map((move) => changeLine(words, move)) };
  },
};

/** @param {Words} words @param {Move[]} areas @param {1 | -1} sign @returns {string[]} those that moved most, if any did */
function furthest({ t, list, signed }, areas, sign) {
  const most = Math.max(0, ...areas.map(({ by }) => sign * (by ?? 0)));
  if (most === 0) return [];
  const titles = areas.filter(({ by }) => by === sign * most).map(({ title }) => title);
  const named = titles.length > MOST_NAMES ? t("keep.since-areas", { n: titles.length }) : list(titles);
  return [t(sign > 0 ? "keep.since-up" : "keep.since-down", { list: named, change: signed(sign * most) })];
}

/** @param {Words} words @param {Move} move */
function changeLine({ t, signed }, { title, before, now, by }) {
  return before === now
    ? t("keep.since-line-same", { name: title, now })
    : t("keep.since-line", { name: title, before, now, change: signed(by ?? 0) });
}
