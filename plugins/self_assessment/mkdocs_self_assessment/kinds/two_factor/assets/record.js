// @ts-check
/**
 * The figures of two factors: both dimensions, and the square.
 */
/** @import { KindRecord } from "../../../assets/types/types.js" */

import { changeLine } from "../../../assets/history/moves.js";
import { rowOf } from "../../../assets/result-tools/row.js";

/** @type {KindRecord} */
export const twoFactorRecord = {
  rows(model, { dimensions }, words) {
    return model.dimensions.map((dimension, index) => rowOf(dimension, dimensions[index], words));
  },

  headline(_, { point }, { t }) {
    return point ? t("next.square", { title: point.quadrant.title }) : "";
  },

  since(words, moves, { point: before }, { point: now }, date) {
    if (!before || !now) return null;
    const from = words.quote(before.quadrant.title);
    const to = words.quote(now.quadrant.title);
    const sentence =
      from === to
        ? words.t("keep.since-square-same", { date, title: to })
        : words.t("keep.since-square", { date, before: from, now: to });
    return { sentence, lines: moves.map((move) => changeLine(words, move)) };
  },
};
