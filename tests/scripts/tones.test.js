// The tone of a band or level: its place between the bad end and the good one.
import assert from "node:assert/strict";
import { test } from "node:test";

import { toneAt, toneOf } from "#self-assessment/charts/tones.js";

const tones = (count, good) => Array.from({ length: count }, (_, index) => toneAt(index, count, good)).join("");

test("the ends have the outer tones, the others their place between them", () => {
  assert.deepEqual(
    [2, 3, 4, 5, 6].map((count) => tones(count)),
    ["15", "135", "1245", "12345", "123345"],
  );
  assert.deepEqual(
    [2, 3, 4].map((count) => tones(count, "low")),
    ["51", "531", "5421"],
  );
});

test("a value has the tone of its band, seen from the good end", () => {
  const bands = [0, 40, 70].map((low, n) => ({ low, high: [40, 70, 100][n], name: "" }));
  assert.deepEqual(
    [0, 39.9, 40, 100].map((value) => toneOf(bands, value, "high")),
    [1, 1, 3, 5],
  );
  assert.deepEqual(
    [0, 40, 100].map((value) => toneOf(bands, value, "low")),
    [5, 3, 1],
  );
});

test("without a value, or with nothing to compare its band with, there is none", () => {
  assert.equal(toneOf([], 50, "high"), null);
  assert.equal(toneOf([{ low: 0, high: 100, name: "" }], 50, "high"), null);
  assert.equal(
    toneOf(
      [
        { low: 0, high: 50, name: "" },
        { low: 50, high: 100, name: "" },
      ],
      null,
      "high",
    ),
    null,
  );
});
