// @ts-check
/** The author's questions for a team. */
/** @import { TeamView } from "./figures.js" */

import { element } from "../dom/dom.js";
import { copiesOf } from "../result/texts.js";

const MOST_QUESTIONS = 3;

/** @param {TeamView} view @param {string} id of a dimension @returns {Node[]} the first of the author's questions, else of those for the whole */
export function questionsOf({ root, words }, id) {
  const lists = [...root.querySelectorAll("template.js-team-questions")];
  const own =
    lists.find((one) => one.getAttribute("data-of") === id) ?? lists.find((one) => !one.getAttribute("data-of"));
  if (!(own instanceof HTMLTemplateElement)) return [];
  const holder = element("div", "");
  holder.append(...copiesOf(element("div", "", own.content.cloneNode(true))));
  const questions = [...holder.querySelectorAll("li")].filter((one) => one.parentElement?.closest("li") === null);
  const list = element("ul", "", ...questions.slice(0, MOST_QUESTIONS));
  return [element("h4", "sa-team__talk", words.t("team.questions")), list];
}
