// @ts-check
/**
 * What a result comes to, the most important first. Every table, chart, file and text of a result shows these.
 */
/** @import { Answers, Model, Row, Scores, Words } from "../types/types.js" */

import { scoreAssessment } from "../scoring/scoring.js";
import { figure } from "./showing.js";

/** @param {Model} model @param {Answers} answers @param {Words} words @returns {Row[]} as many for any answers */
export function rowsOf(model, answers, words) {
  const { t } = words;
  const { overall, dimensions, styles } = scoreAssessment(model, answers);
  if (model.kind === "scenarios") {
    return [
      rowOf("flexibility", t("keep.flexibility"), styles?.flexibility, words),
      rowOf("effectiveness", t("keep.effectiveness"), styles?.effectiveness, words),
      ...(model.styles ?? []).map(({ id, title }, index) => {
        if (!styles) return rowOf(id, title, null, words);
        const { answered, counts: { [index]: count } } = styles;
        const shown = t("answered", { answered: count, total: answered });
        return { id, title, value: (100 * count) / answered, points: count, amount: count, shown };
      }),
    ];
  }
  const parts = model.dimensions.map(({ id, title }, index) => rowOf(id, title, dimensions[index], words));
  if (model.kind === "two-factor") return parts;
  return [rowOf(model.id, t("keep.whole"), overall, words), ...parts.filter(({ id }) => id !== model.id)];
}

/**
 * @param {string} id
 * @param {string} title
 * @param {{value: number | null, points?: number} | null | undefined} score
 * @param {Words} words
 * @returns {Row}
 */
function rowOf(id, title, score, words) {
  const value = score?.value ?? null;
  const amount = value === null ? null : Math.round(value);
  return { id, title, value, points: score?.points ?? null, amount, shown: figure(value, words) };
}

/** @param {Row} before @param {Row} now @returns {number | null} what a reader would work out from the figures shown */
export function change(before, now) {
  return before.amount === null || now.amount === null ? null : now.amount - before.amount;
}

/**
 * What stands for a result that has no figure of the whole: its primary styles, or its square.
 *
 * @param {Model} model
 * @param {Scores} scores
 * @param {Words} words
 * @returns {string} empty where there is neither
 */
export function headlineOf({ styles = [] }, scores, { t, list }) {
  if (scores.point) return t("next.square", { title: scores.point.quadrant.title });
  const primary = scores.styles?.primary ?? [];
  // All styles equally often: none of them is primary.
  if (primary.length === 0 || primary.length === styles.length) return "";
  return t("next.primary", { style: list(primary.map((index) => styles[index].title)) });
}
