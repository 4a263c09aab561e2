// @ts-check
/**
 * What only some kinds show of a team: points in a square, styles, votes for levels.
 */
/** @import { Model, Square } from "../types/types.js" */
/** @import { Part, TeamView } from "./figures.js" */
/** @import { Round } from "./round.js" */

import { acrossOf, shape, wordsAt } from "../charts/svg.js";
import { element } from "../dom/dom.js";
import { lackingStyles, levelVotes, styleCounts, teamPoints } from "./kinds.js";
import { questionsOf } from "./questions.js";
import { figuresFor, isHeld, visibility } from "./statistics.js";
import { tableFrom } from "./tables.js";

/** @param {TeamView} view @param {Round} round @returns {Part[]} */
export function ownParts(view, round) {
  if (view.model.square) return [squarePart(view, round, view.model.square)];
  if (view.model.styles) return [stylesPart(view, round)];
  if (view.model.kind === "maturity") return votesParts(view, round);
  return [];
}

/** @param {TeamView} view @param {Round} round @param {Square} square @returns {Part} all points; held back, the mean alone */
function squarePart({ model, words }, round, { x: along, y: up, cut, quadrants }) {
  const points = teamPoints(model, round);
  const titleOf = (/** @type {string} */ id) => model.dimensions.find((one) => one.id === id)?.title ?? "";
  const svg = shape("svg", { class: "sa-team__square", "aria-hidden": "true" });
  for (const { title, x, y } of quadrants) {
    const box = {
      x: x === "high" ? `${cut}%` : "0%",
      y: y === "high" ? "0%" : `${100 - cut}%`,
      width: `${x === "high" ? 100 - cut : cut}%`,
      height: `${y === "high" ? 100 - cut : cut}%`,
    };
    const name = element("div", "sa-team__field-name", title);
    svg.append(shape("rect", { class: "sa-team__field", ...box }), shape("foreignObject", box, name));
  }
  if (!isHeld(round)) {
    svg.append(
      ...points.map(({ x, y, group }) =>
        shape("circle", { class: "sa-strip__dot", "data-group": group, cx: `${x}%`, cy: `${100 - y}%`, r: 6 }),
      ),
    );
  }
  const means = round.groups.length > 0 ? round.groups : [0];
  for (const group of means) {
    const own = points.filter((point) => group === 0 || point.group === group);
    const [x, y] = [figuresFor(own.map((point) => point.x)), figuresFor(own.map((point) => point.y))];
    if (!x || !y || !visibility(round, group, own.length).shown) continue;
    const diamond = shape("path", { class: "sa-strip__mean", "data-group": group, d: "M0 -10 10 0 0 10 -10 0Z" });
    svg.append(shape("svg", { x: `${x.mean}%`, y: `${100 - y.mean}%`, overflow: "visible" }, diamond));
  }
  const rows = quadrants.map(({ id, title }) => [
    title,
    words.number(points.filter(({ quadrant }) => quadrant.id === id).length),
  ]);
  const axes = element("p", "sa-team__axes", `→ ${titleOf(along)} · ↑ ${titleOf(up)}`);
  const table = isHeld(round) ? [] : [tableFrom(model.title, ["", words.t("team.sheets", { n: points.length })], rows)];
  return { title: model.title, content: [axes, svg, ...table] };
}

/** @param {TeamView} view @param {Round} round @returns {Part} */
function stylesPart({ root, model, words }, round) {
  const counts = styleCounts(model, round);
  const lacking = lackingStyles(counts).map(({ style }) => style.title);
  const most = Math.max(1, ...counts.map(({ chosen }) => chosen));
  const across = acrossOf(root);
  const svg = shape("svg", { class: "sa-strip", width: "100%", height: 44 * counts.length, "aria-hidden": "true" });
  counts.forEach(({ style, chosen }, index) => {
    const length = (100 * chosen) / most;
    const bar = {
      x: `${across(1) > across(0) ? 0 : 100 - length}%`,
      y: 44 * index + 20,
      width: `${length}%`,
      height: 16,
    };
    const name = wordsAt(across(0), 0, style.title, across(1) - across(0));
    name.setAttribute("y", `${44 * index + 14}`);
    svg.append(name, shape("rect", { class: "sa-team__bar-value", "data-tone": `style-${(index % 4) + 1}`, ...bar }));
  });
  const rows = counts.map(({ style, chosen, missed }) => [style.title, words.number(chosen), words.number(missed)]);
  return {
    title: model.title,
    content: [
      ...(lacking.length > 0
        ? [element("p", "sa-team__gap", words.t("team.lacks", { list: words.list(lacking) }))]
        : []),
      svg,
      tableFrom(model.title, ["", words.t("team.chosen"), words.t("team.missed")], rows),
    ],
  };
}

/** @param {TeamView} view @param {Round} round @returns {Part[]} a staircase for each dimension, with the votes of each step */
function votesParts(view, round) {
  const { model, words } = view;
  const { t, number } = words;
  const held = isHeld(round);
  const mean = (/** @type {number[]} */ votes) =>
    figuresFor(votes.flatMap((count, index) => Array.from({ length: count }, () => index + 1)))?.mean;
  const all = levelVotes(model, round).map((votes) => ({ ...votes, mean: mean(votes.today), aim: mean(votes.target) }));
  return all
    .sort((a, b) => (a.mean ?? Infinity) - (b.mean ?? Infinity) || 0)
    .map(({ id, title, levels, today, target, mean: now, aim }, place) => {
      const figures = [now, aim].map((value) => (value === undefined ? "–" : words.decimal(value)));
      const sentence = `${t("levels.today")}: ${figures[0]} · ${t("levels.target")}: ${figures[1]}`;
      const rows = levels.map((level, index) => [
        `${index + 1}. ${level.title}`,
        number(today[index] ?? 0),
        number(target[index] ?? 0),
      ]);
      const votes = held
        ? []
        : [stairsOf(today, target), tableFrom(title, ["", t("levels.today"), t("levels.target")], rows)];
      const questions = place === 0 ? questionsOf(view, id) : [];
      return { title, content: [element("p", "sa-team__gap", sentence), ...votes, ...questions] };
    });
}

/** @param {number[]} today @param {number[]} target votes of each level @returns {SVGElement} filled circles for today, rings for the target */
function stairsOf(today, target) {
  const svg = shape("svg", { class: "sa-team__stairs", width: "100%", height: 180, "aria-hidden": "true" });
  const width = 100 / today.length;
  today.forEach((count, index) => {
    const height = 20 + (100 * (index + 1)) / today.length;
    const step = { x: `${index * width + 0.5}%`, y: 180 - height, width: `${width - 1}%`, height, rx: 2 };
    svg.append(shape("rect", { class: "sa-team__step", ...step }));
    const middle = (/** @type {number} */ part) => `${(index + part) * width}%`;
    const votes = /** @type {const} */ ([
      ["sa-team__today", count, 0.35],
      ["sa-team__target", target[index] ?? 0, 0.65],
    ]);
    for (const [name, votesHere, part] of votes) {
      if (votesHere === 0) continue;
      const text = shape("text", {
        class: "sa-team__vote",
        x: middle(part),
        y: 180 - height - 9,
        "text-anchor": "middle",
      });
      text.textContent = `${votesHere}`;
      svg.append(shape("circle", { class: name, cx: middle(part), cy: 180 - height - 14, r: 13 }), text);
    }
  });
  return svg;
}

/** @param {Model} model @param {Round} before @param {Round} now @returns {[string, number | null, number | null][]} figures that two rounds are compared by, other than scores: names, and unrounded values */
export function ownChanges(model, before, now) {
  if (model.styles) {
    const share = (/** @type {Round} */ round) => {
      const counts = styleCounts(model, round);
      const total = counts.reduce((sum, { chosen }) => sum + chosen, 0);
      return counts.map(({ chosen }) => (total ? (100 * chosen) / total : null));
    };
    const [then, today] = [share(before), share(now)];
    return model.styles.map(({ title }, index) => [title, then[index] ?? null, today[index] ?? null]);
  }
  if (model.kind !== "maturity") return [];
  const means = (/** @type {Round} */ round) =>
    levelVotes(model, round).map(({ today }) => {
      const levels = today.flatMap((count, index) => Array.from({ length: count }, () => index + 1));
      return figuresFor(levels)?.mean ?? null;
    });
  const [then, today] = [means(before), means(now)];
  return model.dimensions.map(({ title }, index) => [title, then[index] ?? null, today[index] ?? null]);
}
