// Scores in points.
import assert from "node:assert/strict";
import { test } from "node:test";

import { pointsFor } from "#self-assessment/scoring/points.js";

const NINE = { low: 0, high: 9, step: 1 };

test("the sum of complete answers comes back exactly", () => {
  for (const sum of [0, 1, 4, 5, 8, 9]) assert.equal(pointsFor((100 * sum) / 9, NINE), sum);
  assert.equal(pointsFor((100 * 0.3) / 0.9, { low: 0, high: 0.9, step: 0.1 }), 0.3);
  assert.equal(pointsFor(50, { low: -6, high: 6, step: 1 }), 0);
});

test("an incomplete one is that of the nearest sum, halfway the upper", () => {
  assert.equal(pointsFor(50, NINE), 5);
  assert.equal(pointsFor(49, NINE), 4);
  assert.equal(pointsFor(60, { low: 0, high: 12, step: 2 }), 8);
});
