// @ts-check
/**
 * The result of levels: the lowest dimensions first, and for each what it means and what the next level is.
 */
/** @import { KindResult, Ladder, View, Words } from "../../../assets/types/types.js" */

import { toneAt } from "../../../assets/charts/tones.js";
import { element, headerCell, part } from "../../../assets/dom/dom.js";
import { labelOf } from "../../../assets/form/form.js";
import { bandNameOf, foldFor, reasonOf, stepFor } from "../../../assets/result/dimensions.js";
import { bestOf } from "../../../assets/result/sources.js";
import { copiesOf, textOf } from "../../../assets/result/texts.js";
import { isAnswered } from "../../../assets/scoring/items.js";
import { distanceOf, levelOf, lowestOf, sortLadders } from "./levels.js";

/** @type {KindResult} */
export const maturityResult = {
  verdict(view, scores) {
    const { t, list, quote, decimal } = view.words;
    const { levels } = scores;
    if (!levels) return { name: "", sentence: reasonOf(view, scores.overall, "overall-"), texts: [] };
    const lowest = lowestOf(scores);
    const areas = list(lowest.map(({ title }) => quote(title)));
    const key = lowest.length === levels.answered ? "levels.even" : "levels.lowest";
    const sentences = [
      t(key, { n: lowest.length, areas, level: levels.lowest }),
      t("levels.mean", { n: levels.answered, mean: decimal(levels.mean) }),
    ];
    const { id } = view.model;
    const { band } = levels;
    const name =
      bandNameOf(view, { id, band }) || t("levels.headline", { areas: list(lowest.map(({ title }) => title)) });
    return { name, sentence: sentences.join(" "), texts: copiesOf(textOf(view.root, "band", `:${band}`)) };
  },

  strongest({ words }, { ladders = [] }) {
    const best = bestOf(ladders, ({ today }) => today);
    const texts = best.map((ladder) => levelOf(words, ladder.today, ladder));
    return {
      ids: best.map(({ id }) => id),
      title: words.list(best.map(({ title }) => title)),
      text: words.list([...new Set(texts)]),
    };
  },

  sources({ root, words }, { ladders = [], levels }) {
    return [
      ...sortLadders(ladders).map((ladder) => ({
        id: ladder.id,
        title: ladder.title,
        text: textOf(root, "band", `${ladder.id}:${ladder.band}`),
        reason: `${ladder.title}: ${levelOf(words, ladder.today, ladder)}`,
      })),
      { id: "", title: "", text: textOf(root, "band", `:${levels?.band}`), reason: "" },
    ];
  },

  show(view, { ladders = [], levels = null }) {
    const section = part(view.root, ".js-levels");
    section.hidden = levels === null;
    if (!levels) return;
    const sorted = sortLadders(ladders);
    showStairs(view, sorted);
    part(section, "tbody").replaceChildren(...sorted.map((ladder) => rowFor(view.words, ladder)));
    part(section, ".js-levels-list").replaceChildren(...sorted.map((ladder) => detailOf(view, ladder)));
  },

  explain({ form, words }, item, answers) {
    const answer = answers[item.id];
    const key = item.optional ? "levels.no-target" : "answers.none";
    return [
      element(
        "p",
        "",
        isAnswered(item, answer) ? words.quote(labelOf(form, item, answer).textContent.trim()) : words.t(key),
      ),
    ];
  },
};

/** @param {View} view @param {Ladder[]} ladders all but the drawings, which come later */
function showStairs({ root, words }, ladders) {
  const stairs = part(root, ".js-stairs");
  const rows = ladders.map((ladder) => {
    const { title, levels, today, target } = ladder;
    const level = levelOf(words, today, ladder);
    const text = target === null ? level : words.t("levels.aim", { today: level, target });
    return {
      title,
      text,
      name: levels[(today ?? 0) - 1]?.title ?? "",
      tone: today && toneAt(today - 1, levels.length),
    };
  });
  stairs.replaceChildren(
    ...rows.map(({ title, text, name, tone }) => {
      const row = element(
        "div",
        "sa-stairs__row",
        element("span", "sa-stairs__name", title),
        element("span", "sa-stairs__figure", text),
        element("div", "sa-stairs__drawing"),
        element("strong", "sa-bars__verdict", name),
      );
      row.dataset.tone = `${tone}`;
      return row;
    }),
  );
  const list = rows.map(({ title, text, name }) => (name ? `${title}: ${text} (${name})` : `${title}: ${text}`));
  stairs.setAttribute("aria-label", words.t("levels.chart", { list: list.join("; ") }));
}

/** @param {Words} words @param {Ladder} ladder */
function rowFor(words, ladder) {
  const { today, target } = ladder;
  const cells = [levelOf(words, today, ladder), levelOf(words, target, ladder), distanceOf(words, ladder)];
  return element("tr", "", headerCell(ladder.title, "row"), ...cells.map((text) => element("td", "", text)));
}

/** @param {View} view @param {Ladder} ladder @returns {HTMLElement} what it means, and the next level as the next step */
function detailOf(view, ladder) {
  const { root, words } = view;
  const { id, title, levels, today, distance, band } = ladder;
  const { t } = words;
  const figure = element("span", "sa-detail__figure", levelOf(words, today, ladder));
  const parts =
    today === null ? [element("p", "", t("answers.none"))] : copiesOf(textOf(root, "band", `${id}:${band}`));
  if (distance !== null && distance < 0) parts.unshift(element("p", "", t("levels.lower")));
  if (today !== null && today < levels.length) {
    const name = element("strong", "", t("levels.next", { level: today + 1, name: levels[today]?.title ?? "" }));
    parts.push(
      element(
        "div",
        "sa-levels__next",
        element("p", "", name),
        ...copiesOf(textOf(root, "level", `${id}:${today + 1}`)),
      ),
    );
  } else if (today !== null) parts.push(element("p", "", t("levels.top")));
  parts.push(...stepFor(view, id));
  return foldFor("sa-levels__fold", [title, " ", figure], ...parts);
}
