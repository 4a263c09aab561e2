// @ts-check
/**
 * What a team's answer sheets have in common where a result is no score: styles, levels, points. Pure.
 */
/** @import { Level, Model, Quadrant, Style } from "../types/types.js" */
/** @import { Round } from "./round.js" */

import { nth } from "../lists/lists.js";

import { sheetScores } from "./scores.js";

/** @typedef {{style: Style, chosen: number, missed: number}} StyleCount how often it was chosen, and how often it would have fitted and wasn't */
/** @typedef {{id: string, title: string, levels: Level[], today: number[], target: number[]}} Votes how many votes each level has */
/** @typedef {{number: number, group: number, x: number, y: number, quadrant: Quadrant}} TeamPoint of the sheet with the number */

/** @param {Model} model @param {Pick<Round, "sheets">} round @returns {StyleCount[]} in the order of the model */
export function styleCounts(model, { sheets }) {
  const profiles = sheets.flatMap(({ answers }) => sheetScores(model, answers).styles ?? []);
  const sum = (/** @type {number[]} */ values) => values.reduce((total, value) => total + value, 0);
  return (model.styles ?? []).map((style, index) => ({
    style,
    chosen: sum(profiles.map(({ counts }) => nth(counts, index))),
    missed: sum(profiles.map(({ table }) => sum(nth(table, index)) - nth(nth(table, index), index))),
  }));
}

/** @param {StyleCount[]} counts @returns {StyleCount[]} what the team lacks: the styles that it most often passed over; none if it passed over none */
export function lackingStyles(counts) {
  const most = Math.max(...counts.map(({ missed }) => missed));
  return most > 0 ? counts.filter(({ missed }) => missed === most) : [];
}

/** @param {Model} model @param {Pick<Round, "sheets">} round @returns {Votes[]} in the order of the model */
export function levelVotes(model, { sheets }) {
  const all = sheets.map(({ answers }) => sheetScores(model, answers).ladders ?? []);
  return model.dimensions.map(({ id, title, levels = [] }, index) => {
    const ladders = all.flatMap((ladders) => ladders[index] ?? []);
    const votes = (/** @type {"today" | "target"} */ which) =>
      levels.map((_, level) => ladders.filter((ladder) => ladder[which] === level + 1).length);
    return { id, title, levels, today: votes("today"), target: votes("target") };
  });
}

/** @param {Model} model @param {Pick<Round, "sheets">} round @returns {TeamPoint[]} those that have a point */
export function teamPoints(model, { sheets }) {
  return sheets.flatMap(({ number, group, answers }) => {
    const { point } = sheetScores(model, answers);
    return point ? [{ number, group, x: point.x, y: point.y, quadrant: point.quadrant }] : [];
  });
}
