// Conditions of result texts: the vectors that tests/core/test_conditions.py holds Python to, and what they choose.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { conditionHolds, firstThatHolds } from "#self-assessment/conditions/conditions.js";
import { scoreAssessment } from "#self-assessment/scoring/scoring.js";
import { item, model } from "./vectors.js";

const { vectors, lists } = JSON.parse(
  readFileSync(new URL("../browser/vectors/conditions.json", import.meta.url), "utf8"),
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
