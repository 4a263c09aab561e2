// @ts-check
/**
 * The figures of statements: the whole, and each dimension.
 */
/** @import { KindRecord, PointsData, Score } from "../../../assets/types/types.js" */

import { furthest } from "../../../assets/history/moves.js";
import { nth } from "../../../assets/lists/lists.js";
import { rowOf } from "../../../assets/result-tools/row.js";
import { pointsFor } from "../../../assets/scoring/points.js";

/** @param {Score | undefined} score @param {PointsData | null} points @returns {(Score & {points?: number}) | undefined} */
function withPoints(score, points) {
  return score && points && score.value !== null ? { ...score, points: pointsFor(score.value, points) } : score;
}

/** @type {KindRecord} */
export const statementsRecord = {
  rows(model, { overall, dimensions }, words) {
    const parts = model.dimensions.map(({ id, title, points }, index) =>
      rowOf(id, title, withPoints(dimensions[index], points), words),
    );
    const whole = rowOf(model.id, words.t("keep.whole"), withPoints(overall, model.points), words);
    return [whole, ...parts.filter(({ id }) => id !== model.id)];
  },

  since(words, moves, _before, _now, date) {
    const { t } = words;
    const { before, now, by } = nth(moves, 0);
    const areas = moves.slice(1);
    if (by === null) return null;
    const sentence =
      by === 0 ? t("keep.since-same", { date, now }) : t("keep.since", { date, before, now, change: words.signed(by) });
    const lines = [...furthest(words, areas, 1), ...furthest(words, areas, -1)];
    return { sentence, lines: lines.length > 0 || areas.length === 0 ? lines : [t("keep.since-still")] };
  },
};
