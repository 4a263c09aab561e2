// @ts-check
/**
 * What a result comes to, the most important first. Every table, chart, file and text of a result shows these.
 */
/** @import { Answers, Model, Row, Words } from "../types/types.js" */

import { scoreAssessment } from "../scoring/scoring.js";

/** @param {Model} model @param {Answers} answers @param {Words} words @returns {Row[]} as many for any answers */
export function rowsOf(model, answers, { t }) {
  const { overall, dimensions, styles } = scoreAssessment(model, answers);
  if (model.kind === "scenarios") {
    const shares = (model.styles ?? []).map(({ id, title }, index) => ({
      id,
      title: t("keep.share", { style: title }),
      value: styles && (100 * styles.counts[index]) / styles.answered,
    }));
    return [
      { id: "flexibility", title: t("keep.flexibility"), value: styles && styles.flexibility.value },
      { id: "effectiveness", title: t("keep.effectiveness"), value: styles && styles.effectiveness.value },
      ...shares,
    ];
  }
  const parts = model.dimensions.map(({ id, title }, index) => ({ id, title, value: dimensions[index].value }));
  if (model.kind === "two-factor") return parts;
  return [{ id: model.id, title: t("keep.whole"), value: overall.value }, ...parts.filter(({ id }) => id !== model.id)];
}

/**
 * The change that a reader would work out from the figures as they are shown.
 *
 * @param {number | null} before
 * @param {number | null} after
 * @returns {number | null}
 */
export function change(before, after) {
  return before === null || after === null ? null : Math.round(after) - Math.round(before);
}
