// @ts-check
/**
 * The figures of levels: the mean, and the level of each dimension.
 */
/** @import { KindRecord } from "../../../assets/types/types.js" */

import { toneAt } from "../../../assets/charts/tones.js";
import { changeLine } from "../../../assets/history/moves.js";
import { levelOf, lowestOf } from "./levels.js";

/** @type {KindRecord} */
export const maturityRecord = {
  rows({ id, dimensions }, { ladders = [], levels }, words) {
    const most = Math.max(1, ...dimensions.map(({ levels: all = [] }) => all.length));
    const mean = levels ? Math.round(10 * levels.mean) / 10 : null;
    const whole = { value: levels ? (100 * levels.mean) / most : null, tone: null, points: mean, amount: mean };
    return [
      { id, title: words.t("levels.mean-title"), ...whole, shown: mean === null ? "–" : words.decimal(mean) },
      ...ladders.map((ladder) => {
        const { id: dimension, title, levels: all, today } = ladder;
        const value = today === null ? null : (100 * today) / all.length;
        const tone = today === null ? null : toneAt(today - 1, all.length);
        return {
          id: dimension,
          title,
          value,
          tone,
          points: today,
          amount: today,
          shown: levelOf(words, today, ladder),
        };
      }),
    ];
  },

  headline(_, scores, { t, list }) {
    return scores.levels ? t("levels.headline", { areas: list(lowestOf(scores).map(({ title }) => title)) }) : "";
  },

  since(words, [mean, ...areas], { levels: then }, { levels }, date) {
    if (!then || !levels) return null;
    const { t } = words;
    const { before = "", now = "" } = mean ?? {};
    const sentence = before === now ? t("levels.since-same", { date, now }) : t("levels.since", { date, before, now });
    const lines = areas.filter(({ by }) => by).map((move) => changeLine(words, move));
    return { sentence, lines: lines.length > 0 ? lines : [t("keep.since-still")] };
  },

  answer({ dimensions }, item, answer) {
    return { group: dimensions.find(({ id }) => item.dimensions.includes(id))?.title ?? "", points: answer };
  },
};
