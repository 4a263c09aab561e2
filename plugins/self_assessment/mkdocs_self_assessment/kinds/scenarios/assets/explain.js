// @ts-check
/**
 * A situation with all its actions, and why each fits or does not.
 */
/** @import { Answers, Item, View } from "../../../assets/types/types.js" */

import { element } from "../../../assets/dom/dom.js";
import { labelOf } from "../../../assets/form/form.js";
import { nth } from "../../../assets/lists/lists.js";
import { copiesOf, textOf } from "../../../assets/result/texts.js";
import { isAnswered } from "../../../assets/scoring/items.js";

/** @param {View} view @param {Item} item @param {Answers} answers @returns {Node[]} all that could be done, the choice first */
export function actionsOf({ root, form, model, words }, item, answers) {
  const { t, signed } = words;
  const answer = answers[item.id];
  const titleOf = (/** @type {number} */ style) => nth(model.styles ?? [], style).title;
  const actions = (item.actions ?? [])
    .map(({ style, effect }, index) => ({ style, effect, value: nth(item.values, index) }))
    .sort((a, b) => Number(b.value === answer) - Number(a.value === answer) || b.effect - a.effect);
  const fitting = element("p", "", t("answers.fitting", { style: titleOf(item.fittingStyle ?? 0) }));
  if (!isAnswered(item, answer)) fitting.prepend(`${t("answers.none")} `);
  const entries = actions.map(({ style, effect, value }) => {
    const worth = element(
      "strong",
      "",
      t("answers.action", { style: titleOf(style), points: signed(effect), n: Math.abs(effect) }),
    );
    const head = element("p", "sa-answers__worth", worth);
    if (value === answer) head.prepend(element("span", "sa-answers__chosen", t("answers.chosen")), " ");
    return element(
      "li",
      value === answer ? "sa-answers__action sa-answers__action--chosen" : "sa-answers__action",
      head,
      element("p", "", ...copiesOf(labelOf(form, item, value))),
      element("div", "sa-answers__reason", ...copiesOf(textOf(root, "reason", `${item.id}:${value}`))),
    );
  });
  return [fitting, element("ul", "sa-answers__actions", ...entries)];
}
