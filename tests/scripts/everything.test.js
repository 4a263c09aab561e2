// All results of a browser as one file, and the reading of such files.
import assert from "node:assert/strict";
import { test } from "node:test";

import "./kinds.js";
import { everythingOf, LARGEST_OF_ALL, readEverything } from "#self-assessment/my-results/everything.js";
import { KeptAssessment } from "#self-assessment/my-results/kept.js";
import { provide, Storage } from "./browser.js";
import { item, model } from "./vectors.js";

const NOW = new Date("2026-03-04T05:06:07.008Z");
const ANSWERS = { format: 1, id: "a", version: "v", values: { x: [1, 2] }, answers: { x: 2 }, saved: "", order: 3 };
const HISTORY = { format: 1, id: "a", versions: {}, entries: [] };
const ALL = { a: { answers: ANSWERS, history: HISTORY } };

test("what is written comes back", () => {
  const file = everythingOf(ALL, NOW);
  assert.deepEqual(readEverything(file), ALL);
  assert.ok(JSON.parse(file).$schema.endsWith("/results-1.schema.json"));
});

test("what can't be read, or belongs to another, is left out, and the rest stays", () => {
  const all = { a: { answers: ANSWERS, history: { format: 2 } }, b: { answers: ANSWERS, history: null }, c: 1 };
  assert.deepEqual(readEverything(everythingOf(all, NOW)), { a: { answers: ANSWERS, history: null } });
});

test("no such file", () => {
  for (const text of ["", "[]", "{}", '{"format":2,"selfAssessments":{}}', " ".repeat(LARGEST_OF_ALL + 1)])
    assert.equal(readEverything(text), null, text.slice(0, 40));
});

test("what a browser has stays when a file comes, and results that it lacks are added before its own", () => {
  provide(new Storage());
  const culture = model({ id: "a", version: "v", items: [item("x"), item("y")] });
  const own = new KeptAssessment(culture, "self-assessment:/:");
  own.addResult({ x: 1, y: 1 }, "2026-01-01T00:00:00.000Z");
  const file = own.all();
  own.store.erase();
  own.store.save({ x: 5 });
  own.addResult({ x: 5, y: 5 }, "2026-02-01T00:00:00.000Z");

  assert.ok(own.add(file));
  assert.deepEqual(own.store.load().answers, { x: 5 });
  assert.deepEqual(
    own.history.entries().map(({ answers }) => answers),
    [
      { x: 1, y: 1 },
      { x: 5, y: 5 },
    ],
  );
  // The same file again adds nothing.
  assert.ok(own.add(file));
  assert.equal(own.history.entries().length, 2);
});
