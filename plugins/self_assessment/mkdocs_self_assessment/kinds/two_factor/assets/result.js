// @ts-check
/**
 * The result of two factors: the square that the point is in, and those that it is near.
 */
/** @import { KindResult, Quadrant, View } from "../../../assets/types/types.js" */

import { element } from "../../../assets/dom/dom.js";
import { dimensionOf, reasonOf } from "../../../assets/result/dimensions.js";
import { scoreSources } from "../../../assets/result/sources.js";
import { copiesOf, textOf } from "../../../assets/result/texts.js";
import { axesOf } from "./axes.js";

/** @type {KindResult} */
export const twoFactorResult = {
  sources(view, scores, dimensions) {
    const { root, words } = view;
    const quadrant = scores.point?.quadrant;
    if (!quadrant) return scoreSources(view, scores, dimensions);
    const { id, title } = quadrant;
    const own = { id, title, text: textOf(root, "quadrant", id), reason: words.t("next.square", { title }) };
    return [own, ...scoreSources(view, scores, dimensions)];
  },

  show({ root }, { point }) {
    // What is folded on the screen is printed beside the square.
    root
      .querySelector(".js-squares-near")
      ?.replaceChildren(
        ...(point?.neighbours ?? []).flatMap(({ id, title }) => [
          element("h4", "", title),
          ...copiesOf(textOf(root, "quadrant", id)),
        ]),
      );
  },

  verdict(view, { dimensions, point }) {
    const { t } = view.words;
    if (!point) {
      const without = dimensions.filter(({ value }) => value === null);
      const reasons = without.map((score) => `${dimensionOf(view, score).title}: ${reasonOf(view, score)}`);
      return { name: "", sentence: [t("square.none"), ...reasons].join(" "), texts: [] };
    }
    const { quadrant, neighbours, x, y } = point;
    const { quote, list } = view.words;
    const [along, up] = axesOf(view);
    const sentence = t("square.sentence", { title: quote(quadrant.title), along, x, up, y });
    const text = copiesOf(textOf(view.root, "quadrant", quadrant.id));
    const name = quadrant.title;
    if (neighbours.length === 0) return { name, sentence, texts: text };
    const titles = list([quadrant, ...neighbours].map(({ title }) => quote(title)));
    const near = element("p", "sa-overall__near js-overall-near", t("square.near", { n: neighbours.length, titles }));
    return { name, sentence, texts: [near, ...text, ...neighbours.map((neighbour) => quadrantFold(view, neighbour))] };
  },
};

/** @param {View} view @param {Quadrant} quadrant @returns {HTMLElement} its text, on request */
function quadrantFold({ root, words }, { id, title }) {
  const summary = element("summary", "", words.t("square.neighbour", { title: words.quote(title) }));
  return element("details", "sa-fold", summary, ...copiesOf(textOf(root, "quadrant", id)));
}
