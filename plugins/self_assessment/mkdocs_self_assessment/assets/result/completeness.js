// @ts-check
/**
 * What is missing from a result: musts that are not fulfilled, and answers that were not given.
 */
/** @import { Answers, Scores, View } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { labelOf, linkTo } from "../form/form.js";
import { requiredItems } from "../scoring/active-items.js";

/** @param {View} view @param {Scores} scores @param {Answers} answers */
export function showMissing({ root, form, model, words }, { missing }, answers) {
  part(root, ".js-must").hidden = missing.length === 0;
  part(root, ".js-must-text").textContent = words.t("result.must", { n: missing.length });
  part(root, ".js-must-list").replaceChildren(
    ...model.items
      .filter(({ id }) => missing.includes(id))
      .map((item) => {
        const answer = labelOf(form, item, answers[item.id]).textContent.trim();
        return element("li", "", linkTo(form, item), " ", words.t("result.must-answer", { answer }));
      }),
  );
}

/** @param {View} view @param {Scores} scores @param {Answers} answers */
export function showCompleteness({ root, form, model, words }, { overall }, answers) {
  const { t } = words;
  const open = requiredItems(model.items, answers).filter((item) => !Object.hasOwn(answers, item.id));
  const skipped = overall.total - overall.applicable;
  // Where nothing is missing, there is nothing to say.
  part(root, ".js-complete").hidden = open.length === 0 && skipped === 0;
  const sentences = open.length > 0 ? [t("missing", { n: open.length })] : [];
  if (skipped > 0) sentences.push(t("skipped", { n: skipped }));
  part(root, ".js-complete-text").textContent = sentences.join(" ");
  const list = part(root, ".js-complete-missing");
  list.hidden = open.length === 0;
  list.replaceChildren(...open.map((item) => element("li", "", linkTo(form, item))));
}
