import assert from "node:assert/strict";
import { test } from "node:test";

import { shuffle } from "#kinds/scenarios/assets/shuffle.js";

test("each order comes about as often", () => {
  const counts = new Map();
  for (let seed = 0; seed < 2400; seed += 1) {
    const order = shuffle([0, 1, 2, 3], seed, `sa-item-${seed % 12}`).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 24);
  assert.ok(Math.min(...counts.values()) > 50);
  assert.ok(Math.max(...counts.values()) < 200);
});

test("the same reader sees the same order at each visit, and lists differ", () => {
  const values = ["a", "b", "c", "d", "e", "f"];
  assert.deepEqual(shuffle(values, 5, "x"), shuffle(values, 5, "x"));
  assert.notDeepEqual(shuffle(values, 5, "x"), shuffle(values, 5, "y"));
  assert.deepEqual(values, ["a", "b", "c", "d", "e", "f"]);
});
