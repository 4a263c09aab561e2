// @ts-check
/**
 * A staircase for each dimension: filled up to today in the tone of that level, outlined up to the target, which has a
 * diamond.
 */
/** @import { KindDrawing, Ladder } from "../../../assets/types/types.js" */

import { shape } from "../../../assets/charts/svg.js";
import { toneAt } from "../../../assets/charts/tones.js";
import { element, part } from "../../../assets/dom/dom.js";
import { levelOf, sortLadders } from "./levels.js";

/** @type {KindDrawing} */
export function maturityDrawing({ root, words }, { ladders = [] }) {
  const drawing = part(root, ".js-stairs");
  const rows = sortLadders(ladders).map((ladder) => {
    const { title, levels, today, target } = ladder;
    const level = levelOf(words, today, ladder);
    const text = target === null ? level : words.t("levels.aim", { today: level, target });
    return { ladder, title, text, name: levels[(today ?? 0) - 1]?.title ?? "" };
  });
  drawing.replaceChildren(
    ...rows.map(({ ladder, title, text, name }) => {
      const { levels, today } = ladder;
      const row = element(
        "div",
        "sa-stairs__row",
        element("span", "sa-stairs__name", title),
        element("span", "sa-stairs__figure", text),
        staircaseOf(ladder),
        element("strong", "sa-bars__verdict", name),
      );
      row.dataset.tone = `${today === null ? null : toneAt(today - 1, levels.length)}`;
      return row;
    }),
  );
  const list = rows.map(({ title, text, name }) => (name ? `${title}: ${text} (${name})` : `${title}: ${text}`));
  drawing.setAttribute("aria-label", words.t("levels.chart", { list: list.join("; ") }));
}

/** @param {Ladder} ladder @returns {SVGElement} */
function staircaseOf({ levels, today, target }) {
  const svg = shape("svg", { class: "sa-stairs__drawing", width: "100%", height: 48 });
  const width = 100 / levels.length;
  levels.forEach((_, index) => {
    const level = index + 1;
    // In percent of the drawing, which is lower on paper.
    const height = (80 * level) / levels.length;
    const y = `${98 - height}%`;
    const state = today !== null && level <= today ? "today" : target !== null && level <= target ? "target" : "open";
    const box = { x: `${index * width + 0.5}%`, y, width: `${width - 1}%`, height: `${height}%`, rx: 2 };
    svg.append(shape("rect", { class: `sa-stairs__step sa-stairs__step--${state}`, ...box }));
    if (level === target) {
      const diamond = shape("path", { class: "sa-bars__mark", d: "M0 -6 6 0 0 6 -6 0Z" });
      svg.append(shape("svg", { x: `${(index + 0.5) * width}%`, y, overflow: "visible" }, diamond));
    }
  });
  return svg;
}
