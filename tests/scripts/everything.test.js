// All results of a browser as one file, and the reading of such files.
import assert from "node:assert/strict";
import { test } from "node:test";

import { everythingOf, LARGEST_OF_ALL, readEverything } from "#self-assessment/my-results/everything.js";

const NOW = new Date("2026-03-04T05:06:07.008Z");
const ANSWERS = { format: 1, id: "a", version: "v", values: { x: [1, 2] }, answers: { x: 2 }, saved: "", order: 3 };
const HISTORY = { format: 1, id: "a", versions: {}, entries: [] };
const ALL = { a: { answers: ANSWERS, history: HISTORY } };

test("what is written comes back", () => {
  assert.deepEqual(readEverything(everythingOf(ALL, NOW)), ALL);
});

test("what can't be read, or belongs to another, is left out, and the rest stays", () => {
  const all = { a: { answers: ANSWERS, history: { format: 2 } }, b: { answers: ANSWERS, history: null }, c: 1 };
  assert.deepEqual(readEverything(everythingOf(all, NOW)), { a: { answers: ANSWERS, history: null } });
});

test("no such file", () => {
  for (const text of ["", "[]", "{}", '{"format":2,"selfAssessments":{}}', " ".repeat(LARGEST_OF_ALL + 1)])
    assert.equal(readEverything(text), null, text.slice(0, 40));
});
