// @ts-check
/**
 * The texts that concern a reader with these scores, the most important first.
 */
/** @import { Score, Scores, Source, View } from "../types/types.js" */

import { goodness, weakestFirst } from "../scoring/scoring.js";
import { bandNameOf, bandTextOf, dimensionOf, figureOf, outOf } from "./dimensions.js";

/** @param {View} view @param {Scores} scores @param {Score[]} dimensions @returns {Source[]} */
export function scoreSources(view, { overall, missing }, dimensions) {
  const { model, words } = view;
  const sourceOf = (/** @type {Score} */ score, /** @type {(title: string) => string} */ reason) => {
    const { title } = dimensionOf(view, score);
    return { id: score.id, title, text: bandTextOf(view, score), reason: reason(title) };
  };
  const lacking = dimensions.filter(({ id }) =>
    model.items.some((item) => item.dimensions.includes(id) && missing.includes(item.id)),
  );
  return [
    ...lacking.map((score) => sourceOf(score, (title) => words.t("next.must", { title }))),
    ...weakestFirst(model, dimensions).map((score) => sourceOf(score, (title) => `${title}: ${figureOf(view, score)}`)),
    { id: "", title: "", text: bandTextOf(view, overall), reason: "" },
  ];
}

/** So many equally strong ones are named; more are no news. */
const MOST_STRONGEST = 2;

/**
 * @template T
 * @param {T[]} all
 * @param {(one: T) => number | null} meritOf how good each is
 * @returns {T[]} those that are best, none where all are alike
 */
export function bestOf(all, meritOf) {
  const values = all.flatMap((one) => meritOf(one) ?? []);
  const best = all.filter((one) => meritOf(one) === Math.max(...values));
  return best.length < values.length && best.length <= MOST_STRONGEST ? best : [];
}

/** @param {View} view @param {Scores} _ @param {Score[]} dimensions */
export function strongestOf(view, _, dimensions) {
  const best = bestOf(dimensions, (score) => goodness(view.model, score));
  const title = view.words.list(best.map((score) => dimensionOf(view, score).title));
  const [first, ...others] = best;
  const text = first ? (others.length === 0 && bandNameOf(view, first)) || outOf(view, first) : "";
  return { ids: best.map(({ id }) => id), title, text };
}
