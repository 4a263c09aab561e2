// @ts-check
/**
 * Each answer with the reason for its value. Made when it is opened: most readers look at it once or never.
 */
/** @import { Answers, Item, View } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { labelOf, linkTo } from "../form/form.js";
import { askedItems } from "../scoring/asked.js";
import { isAnswered, pointsOf } from "../scoring/items.js";
import { copiesOf, textOf } from "./texts.js";

/** @param {View} view @param {Answers} answers */
export function showAnswers(view, answers) {
  const { form, model } = view;
  part(view.root, ".sa-answers__list").replaceChildren(
    ...askedItems(model.items, answers).map((item) =>
      element(
        "li",
        "sa-answers__item",
        element("p", "sa-answers__name", linkTo(form, item)),
        ...(item.actions ? actionsOf(view, item, answers) : [element("p", "", valueOf(view, item, answers))]),
      ),
    ),
  );
}

/** @param {View} view @param {Item} item @param {Answers} answers @returns {string} what the answer counts, and why */
function valueOf({ form, words }, item, answers) {
  const { t } = words;
  const answer = answers[item.id];
  if (item.notRelevant && answer === "not-relevant") return t("answers.not-relevant");
  if (!isAnswered(item, answer)) return t("answers.none");
  const { low, high, points } = pointsOf(item, answer);
  const label = labelOf(form, item, answer).textContent.trim();
  const sentences = [t("answers.value", { answer: label, score: (100 * (points - low)) / (high - low) })];
  if (item.reverse) sentences.push(t("answers.reverse"));
  if (item.weight > 1) sentences.push(t("answers.weight", { n: item.weight }));
  if (item.must && points < high) sentences.push(t("answers.must"));
  return sentences.join(" ");
}

/** @param {View} view @param {Item} item @param {Answers} answers @returns {Node[]} all that could be done, the choice first */
function actionsOf({ root, form, model, words }, item, answers) {
  const { t, signed } = words;
  const answer = answers[item.id];
  const titleOf = (/** @type {number} */ style) => (model.styles ?? [])[style].title;
  const actions = (item.actions ?? [])
    .map(({ style, effect }, index) => ({ style, effect, value: item.values[index] }))
    .sort((a, b) => Number(b.value === answer) - Number(a.value === answer) || b.effect - a.effect);
  const asked = element("p", "", t("answers.asked", { style: titleOf(item.asked ?? 0) }));
  if (!isAnswered(item, answer)) asked.prepend(`${t("answers.none")} `);
  const entries = actions.map(({ style, effect, value }) => {
    const worth = element("strong", "", t("answers.action", { style: titleOf(style), points: signed(effect), n: Math.abs(effect) }));
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
  return [asked, element("ul", "sa-answers__actions", ...entries)];
}
