// Conditions of result texts: the vectors that tests/core/test_conditions.py holds Python to, and what they choose.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import "./kinds.js";
import { conditionHolds, firstThatHolds } from "#self-assessment/conditions/conditions.js";
import { scoreAssessment } from "#self-assessment/scoring/scoring.js";
import { item, model } from "./vectors.js";

const { vectors, lists } = JSON.parse(
  readFileSync(
    new URL("../../plugins/self_assessment/mkdocs_self_assessment/conditions/vectors.json", import.meta.url),
    "utf8",
  ),
);
const from =
  (readings) =>
  ({ id }) =>
    readings[id] ?? null;

describe("vectors: conditions", () => {
  for (const { name, tree, holds, fails } of vectors) {
    test(name, () => {
      for (const readings of holds) assert.equal(conditionHolds(tree, from(readings)), true, JSON.stringify(readings));
      for (const readings of fails) assert.equal(conditionHolds(tree, from(readings)), false, JSON.stringify(readings));
    });
  }
});

describe("vectors: the first that holds", () => {
  for (const { name, trees, first } of lists) {
    test(name, () => {
      for (const [readings, index] of first) assert.equal(firstThatHolds(trees, from(readings)), index);
    });
  }
});

const answer = (id, test, value) => ({ measure: "answer", id, test, value });
const score = (id, test, value) => ({ measure: "score", id, test, value });
const MODEL = model({
  minimum: 50,
  bands: [],
  conditions: [{ all: [answer("a1", "=", 1), score("b", "<", 50)] }, answer("a2", "!=", 5), null],
  dimensions: [
    { id: "a", title: "a", bands: [], conditions: [score("a", "<=", 50), null] },
    { id: "b", title: "b", bands: [{ low: 0, high: 100 }] },
  ],
  items: [
    item("a1", { dimension: "a" }),
    item("a2", { dimension: "a", notRelevant: true }),
    item("b1", { dimension: "b", condition: { item: "a1", test: "<=", value: 2 } }),
  ],
});
const chosen = (answers) => {
  const { overall, dimensions } = scoreAssessment(MODEL, answers);
  return [overall.band, ...dimensions.map(({ band }) => band)];
};

describe("the text of a score", () => {
  test("is the first whose condition holds, of answers and of scores before they are rounded", () => {
    assert.deepEqual(chosen({ a1: 1, a2: 5, b1: 1 }), [0, 0, 0]);
    assert.deepEqual(chosen({ a1: 1, a2: 4, b1: 5 }), [1, 0, 0]);
    assert.deepEqual(chosen({ a1: 1, a2: 5, b1: 5 }), [2, 0, 0]);
    assert.deepEqual(chosen({ a1: 4, a2: 4 }), [1, 1, null]);
  });

  test("what is not relevant, not answered, or not asked makes a comparison false, also with !=", () => {
    assert.deepEqual(chosen({ a1: 1, a2: "not-relevant", b1: 5 }), [2, 0, 0]);
    assert.deepEqual(chosen({ a1: 4, b1: 1 }), [2, 1, null]);
    assert.deepEqual(chosen({ a1: 4, a2: 5, b1: 1 }), [2, 1, null]);
  });

  test("there is none without a score", () => {
    assert.deepEqual(chosen({}), [null, null, null]);
  });
});

describe("the text of levels", () => {
  const levels = [{ title: "one" }, { title: "two" }, { title: "three" }];
  const level = (id, test, value) => ({ measure: "level", id, test, value });
  const ladder = (id, conditions) => ({ id, title: id, bands: [], levels, by: "level", conditions });
  const items = ["a", "b"].flatMap((id) => [
    item(id, { dimension: id, values: [1, 2, 3], optional: false }),
    item(`${id}--target`, { dimension: id, values: [1, 2, 3], optional: true }),
  ]);
  const maturity = model({
    kind: "maturity",
    minimum: 50,
    bands: [],
    items,
    conditions: [{ all: [level("a", ">=", 2), level("b", "=", 1)] }, null],
    dimensions: [ladder("a", [level("a", "=", 1), level("b", "!=", 3), null]), ladder("b", [])],
  });
  const chosenFor = (answers) => {
    const { levels: whole, ladders } = scoreAssessment(maturity, answers);
    return [whole?.band ?? null, ...ladders.map(({ band }) => band)];
  };

  test("follows from the levels today, not from those wanted", () => {
    assert.deepEqual(chosenFor({ a: 2, b: 1, "b--target": 3 }), [0, 1, null]);
    assert.deepEqual(chosenFor({ a: 1, b: 3, "a--target": 2 }), [1, 0, null]);
    assert.deepEqual(chosenFor({ a: 2 }), [1, 2, null]);
  });

  test("there is none for a dimension without a level", () => {
    assert.deepEqual(chosenFor({ b: 1 }), [1, null, null]);
  });
});
