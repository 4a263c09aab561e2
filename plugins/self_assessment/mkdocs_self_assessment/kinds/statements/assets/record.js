// @ts-check
/**
 * The figures of statements: the whole, and each dimension.
 */
/** @import { KindRecord } from "../../../assets/types/types.js" */

import { furthest } from "../../../assets/history/moves.js";
import { nth } from "../../../assets/lists/lists.js";
import { rowOf } from "../../../assets/result-tools/row.js";

/** @type {KindRecord} */
export const statementsRecord = {
  rows(model, { overall, dimensions }, words) {
    const parts = model.dimensions.map((dimension, index) => rowOf(dimension, dimensions[index], words));
    const whole = rowOf({ ...model, title: words.t("keep.whole") }, overall, words);
    return [whole, ...parts.filter(({ id }) => id !== model.id)];
  },

  since(words, moves, _before, _now, date) {
    const { t } = words;
    const { before, now, shown, by, change } = nth(moves, 0);
    const areas = moves.slice(1);
    if (by === null) return null;
    const sentence =
      by === 0 ? t("keep.since-same", { date, now: shown }) : t("keep.since", { date, before, now, change });
    const lines = [...furthest(words, areas, 1), ...furthest(words, areas, -1)];
    return {
      change: by === 0 ? "±0" : change,
      sentence,
      lines: lines.length > 0 || areas.length === 0 ? lines : [t("keep.since-still")],
    };
  },
};
