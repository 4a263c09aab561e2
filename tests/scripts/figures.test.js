// The figures of a result, what has changed since another, and which answers differ most.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import "./kinds.js";
import { differences } from "#self-assessment/comparison/comparison.js";
import { sinceOf } from "#self-assessment/history/since.js";
import { change, headlineOf, rowsOf } from "#self-assessment/result-tools/rows.js";
import { scoreAssessment, weakestFirst } from "#self-assessment/scoring/scoring.js";
import { BANDS, item, model } from "./vectors.js";
import { ECHO } from "./words.js";

const dimensions = (...ids) => ids.map((id) => ({ id, title: id.toUpperCase(), bands: BANDS }));
const STATEMENTS = model({
  dimensions: dimensions("a", "b", "c", "d"),
  items: ["a", "b", "c", "d"].map((id) => item(`${id}1`, { dimension: id })),
});
/** The whole and two areas in points, with halves in one of them; the last in percent. */
const IN_POINTS = model({
  ...STATEMENTS,
  points: { low: 4, high: 20, step: 1 },
  dimensions: STATEMENTS.dimensions.map((dimension, index) => ({
    ...dimension,
    points: [{ low: 1, high: 5, step: 1 }, { low: 0.5, high: 2.5, step: 0.5 }, null, null][index],
  })),
});
const SITUATIONS = model({
  kind: "scenarios",
  styles: ["tell", "ask"].map((id) => ({ id, title: id.toUpperCase() })),
  flexibility: BANDS,
  effectiveness: BANDS,
  items: [0, 1, 0, 1].map((asked, n) => {
    const actions = [0, 1].map((style) => ({ style, effect: style === asked ? 2 : -2 }));
    return item(`s${n}`, { values: [0, 1], fittingStyle: asked, actions });
  }),
});
const SQUARE = model({
  kind: "two-factor",
  dimensions: dimensions("x", "y"),
  items: ["x", "y"].map((id) => item(`${id}1`, { dimension: id })),
  square: {
    x: "x",
    y: "y",
    cut: 50,
    quadrants: ["low", "high"].flatMap((x) =>
      ["low", "high"].map((y) => ({ id: `${x}-${y}`, title: `${x} ${y}`, x, y })),
    ),
  },
});
const chosen = (...styles) => Object.fromEntries(styles.map((style, n) => [`s${n}`, style]));

describe("figures", () => {
  const shown = (of, answers) => rowsOf(of, answers, ECHO).map(({ id, shown }) => [id, shown]);

  test("of statements are the whole, then its dimensions", () => {
    assert.deepEqual(shown(STATEMENTS, { a1: 5, b1: 1, c1: 3, d1: 2 }), [
      ["whole", "44"],
      ["a", "100"],
      ["b", "0"],
      ["c", "50"],
      ["d", "25"],
    ]);
  });

  test("are in points where the texts are, and the others then say what they are out of", () => {
    assert.deepEqual(shown(IN_POINTS, { a1: 5, b1: 2, c1: 3, d1: 2 }), [
      ["whole", "points n=12"],
      ["a", "points n=5"],
      ["b", "points n=1"],
      ["c", "out-of score=50"],
      ["d", "out-of score=25"],
    ]);
    assert.equal(shown(IN_POINTS, {})[0][1], "–");
  });

  test("are as many for any answers, with a dash for what has no score", () => {
    assert.deepEqual(shown(STATEMENTS, { a1: 5 }), [
      ["whole", "–"],
      ["a", "100"],
      ["b", "–"],
      ["c", "–"],
      ["d", "–"],
    ]);
  });

  test("of the only dimension are those of the whole, once", () => {
    const single = model({ dimensions: dimensions("whole"), items: [item("i", { dimension: "whole" })] });
    assert.deepEqual(shown(single, { i: 5 }), [["whole", "100"]]);
  });

  test("of situations are flexibility, effectiveness, and how often each style was chosen", () => {
    const rows = rowsOf(SITUATIONS, chosen(0, 0, 0, 1), ECHO);
    assert.deepEqual(
      rows.map(({ id, value, points, amount }) => [id, value, points, amount]),
      [
        ["flexibility", 50, 2, 50],
        ["effectiveness", 75, 4, 75],
        ["tell", 75, 3, 3],
        ["ask", 25, 1, 1],
      ],
    );
    assert.equal(rowsOf(SITUATIONS, {}, ECHO).length, 4);
  });

  test("of two factors are those of the axes only", () => {
    assert.deepEqual(shown(SQUARE, { x1: 5, y1: 1 }), [
      ["x", "100"],
      ["y", "0"],
    ]);
  });

  test("a change is what a reader would work out from the figures shown", () => {
    const row = (value) => ({ amount: value === null ? null : Math.round(value) });
    assert.equal(change(row(39.6), row(40.4)), 0);
    assert.equal(change(row(39.4), row(40.5)), 2);
    assert.equal(change(row(null), row(40)), null);
    assert.equal(change(row(40), row(null)), null);
  });
});

describe("the headline of a result without an overall figure", () => {
  const headline = (of, answers) => headlineOf(of, scoreAssessment(of, answers), ECHO);

  test("the primary styles", () => assert.equal(headline(SITUATIONS, chosen(0, 0, 0, 1)), "next.primary style=TELL"));
  test("nothing where all styles are equal", () => assert.equal(headline(SITUATIONS, chosen(0, 0, 1, 1)), ""));
  test("the square", () => assert.equal(headline(SQUARE, { x1: 5, y1: 1 }), "next.square title=high low"));
  test("nothing for statements", () => assert.equal(headline(STATEMENTS, { a1: 1 }), ""));
});

describe("since last time", () => {
  const since = (of, before, now) => sinceOf(of, ECHO, before, now, "then");
  const all = (a, b, c, d) => ({ a1: a, b1: b, c1: c, d1: d });

  test("the areas that moved most, each way", () => {
    assert.deepEqual(since(STATEMENTS, all(1, 3, 3, 3), all(3, 4, 1, 3)), {
      change: "+6",
      sentence: "keep.since date=then before=38 now=44 change=+6",
      lines: ["keep.since-up list=A change=+50", "keep.since-down list=C change=-50"],
    });
  });

  test("several that moved equally far are named, more than three counted", () => {
    assert.deepEqual(since(STATEMENTS, all(1, 1, 1, 1), all(2, 2, 2, 1))?.lines, [
      "keep.since-up list=A & B & C change=+25",
    ]);
    assert.deepEqual(since(STATEMENTS, all(1, 1, 1, 1), all(2, 2, 2, 2))?.lines, [
      "keep.since-up list=keep.since-areas n=4 change=+25",
    ]);
  });

  test("in points, of which only the change has the word; areas are compared by how far they moved", () => {
    const of = (before, now) => since(IN_POINTS, before, now);
    assert.deepEqual(of(all(1, 1, 1, 1), all(1, 2, 1, 1)), {
      change: "+points n=1",
      sentence: "keep.since date=then before=4 now=5 change=+points n=1",
      lines: ["keep.since-up list=B change=+points n=0.5"],
    });
    assert.deepEqual(of(all(5, 5, 2, 1), all(4, 4, 1, 1)), {
      change: "−points n=3",
      sentence: "keep.since date=then before=13 now=10 change=−points n=3",
      lines: [
        "keep.since-down list=A change=−points n=1",
        "keep.since-down list=B change=−points n=0.5",
        "keep.since-down list=C change=-25",
      ],
    });
    assert.equal(of(all(1, 1, 1, 1), all(1, 1, 1, 1))?.sentence, "keep.since-same date=then now=points n=4");
  });

  test("nothing has moved", () => {
    assert.deepEqual(since(STATEMENTS, all(2, 2, 2, 2), all(2, 2, 2, 2)), {
      change: "±0",
      sentence: "keep.since-same date=then now=25",
      lines: ["keep.since-still"],
    });
  });

  test("too few answers, then or now: nothing to say", () => {
    for (const [of, answers] of [
      [STATEMENTS, all(1, 1, 1, 1)],
      [SITUATIONS, chosen(0, 0, 1, 1)],
      [SQUARE, { x1: 1, y1: 1 }],
    ]) {
      assert.equal(since(of, {}, answers), null);
      assert.equal(since(of, answers, {}), null);
    }
  });

  test("squares are named where they differ", () => {
    assert.equal(
      since(SQUARE, { x1: 1, y1: 1 }, { x1: 5, y1: 1 })?.sentence,
      'keep.since-square date=then before="low low" now="high low"',
    );
    assert.deepEqual(since(SQUARE, { x1: 1, y1: 1 }, { x1: 2, y1: 1 }), {
      sentence: 'keep.since-square-same date=then title="low low"',
      lines: ["keep.since-line name=X before=0 now=25 change=+25", "keep.since-line-same name=Y now=0"],
    });
  });

  test("a style profile has a line for each figure", () => {
    assert.equal(since(SITUATIONS, chosen(0, 0, 0, 1), chosen(0, 1, 0, 1))?.lines.length, 4);
  });
});

describe("answers that differ", () => {
  const ids = (of, first, second) => differences(of.items, first, second).map(({ id }) => id);

  test("the largest difference first, measured by the item's own scale", () => {
    const mixed = model({
      items: [item("five"), item("two", { values: [0, 1] }), item("ten", { values: [0, 5, 10] })],
    });
    assert.deepEqual(ids(mixed, { five: 1, two: 0, ten: 0 }, { five: 2, two: 1, ten: 5 }), ["two", "ten", "five"]);
  });

  test("only where both have answered", () => {
    assert.deepEqual(ids(STATEMENTS, { a1: 1, b1: 1, c1: "not-relevant" }, { a1: 5, c1: 5, d1: 1 }), ["a1"]);
  });

  test("of situations, by how far the styles are apart", () => {
    const actions = [0, 1, 2].map((style) => ({ style, effect: 0 }));
    const of = model({ items: ["near", "far"].map((id) => item(id, { values: [0, 1, 2], actions })) });
    assert.deepEqual(ids(of, { near: 1, far: 0 }, { near: 2, far: 2 }), ["far", "near"]);
  });

  test("a follow-up only where both were asked", () => {
    const condition = { item: "a", test: "=", value: 5 };
    const of = model({ items: [item("a"), item("b", { condition })] });
    assert.deepEqual(ids(of, { a: 5, b: 1 }, { a: 5, b: 5 }), ["b"]);
    assert.deepEqual(ids(of, { a: 5, b: 1 }, { a: 1, b: 5 }), ["a"]);
  });
});

test("scores in order, the weakest first, those without one last, equal ones as they were", () => {
  const scores = [50, null, 20, 50, 90].map((value, n) => ({ id: `${n}`, value }));
  const order = (...low) =>
    weakestFirst({ dimensions: scores.map(({ id }) => ({ id, good: low.includes(id) ? "low" : "high" })) }, scores)
      .map(({ id }) => id)
      .join("");
  assert.equal(order(), "20341");
  assert.equal(order("4", "2"), "40321");
});
