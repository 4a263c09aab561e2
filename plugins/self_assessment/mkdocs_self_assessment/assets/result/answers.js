// @ts-check
/**
 * Each answer with the reason for its value. Made when it is opened: most readers look at it once or never.
 */
/** @import { Answers, Item, View } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { labelOf, linkTo } from "../form/form.js";
import { kindOf } from "../kinds/kinds.js";
import { activeItems } from "../scoring/active-items.js";
import { isAnswered, pointsOf } from "../scoring/items.js";

/** @param {View} view @param {Answers} answers */
export function showAnswers(view, answers) {
  const { form, model } = view;
  const { explain } = kindOf(model).result;
  part(view.root, ".js-answers-list").replaceChildren(
    ...activeItems(model.items, answers).map((item) =>
      element(
        "li",
        "sa-answers__item",
        element("p", "sa-answers__name", linkTo(form, item)),
        ...(explain?.(view, item, answers) ?? [element("p", "", countsOf(view, item, answers))]),
      ),
    ),
  );
}

/** @param {View} view @param {Item} item @param {Answers} answers @returns {string} what the answer counts, and why */
function countsOf({ form, words }, item, answers) {
  const { t } = words;
  const answer = answers[item.id];
  if (item.notRelevant && answer === "not-relevant") return t("answers.not-relevant");
  if (!isAnswered(item, answer)) return t("answers.none");
  const { low, high, points } = pointsOf(item, answer);
  const label = labelOf(form, item, answer).textContent.trim();
  const sentences = [t("answers.value", { answer: label, score: (100 * (points - low)) / (high - low) })];
  if (item.reverse) sentences.push(t("answers.reverse"));
  if (item.weight !== 1) sentences.push(t("answers.weight", { n: item.weight }));
  if (item.must && points < high) sentences.push(t("answers.must"));
  return sentences.join(" ");
}
