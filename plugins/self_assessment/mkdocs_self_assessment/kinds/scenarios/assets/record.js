// @ts-check
/**
 * The figures of situations: flexibility, effectiveness, and how often each style was chosen.
 */
/** @import { KindRecord } from "../../../assets/types/types.js" */

import { styleTone } from "../../../assets/charts/tones.js";
import { changeLine } from "../../../assets/history/moves.js";
import { nth } from "../../../assets/lists/lists.js";
import { rowOf } from "../../../assets/result-tools/row.js";

/** @type {KindRecord} */
export const scenariosRecord = {
  rows(model, { styles }, words) {
    const { t } = words;
    const { flexibility: bands, effectiveness } = model;
    return [
      rowOf({ id: "flexibility", title: t("keep.flexibility"), bands }, styles?.flexibility, words),
      rowOf(
        { id: "effectiveness", title: t("keep.effectiveness"), bands: effectiveness },
        styles?.effectiveness,
        words,
      ),
      ...(model.styles ?? []).map(({ id, title }, index) => {
        const tone = styleTone(index);
        if (!styles) return { ...rowOf({ id, title }, null, words), tone };
        const { answered, counts } = styles;
        const count = nth(counts, index);
        const shown = t("answered", { answered: count, total: answered });
        return { id, title, value: (100 * count) / answered, tone, points: count, amount: count, shown };
      }),
    ];
  },

  headline({ styles = [] }, scores, { t, list }) {
    const primary = scores.styles?.primary ?? [];
    // All styles equally often: none of them is primary.
    if (primary.length === 0 || primary.length === styles.length) return "";
    return t("next.primary", { style: list(primary.map((index) => nth(styles, index).title)) });
  },

  since(words, moves, { styles: before }, { styles: now }, date) {
    if (!before || !now) return null;
    const sentence = words.t("keep.since-profile", { date });
    return { sentence, introduces: true, lines: moves.map((move) => changeLine(words, move)) };
  },

  answer({ styles = [] }, item, answer) {
    const { style, effect } = nth(item.actions ?? [], item.values.indexOf(answer));
    return { group: nth(styles, style).title, points: effect };
  },
};
