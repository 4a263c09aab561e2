// All results of a browser as one file, and the reading of such files.
import assert from "node:assert/strict";
import { test } from "node:test";

import "./kinds.js";
import { everythingOf, LARGEST_OF_ALL } from "#self-assessment/my-results/everything.js";
import { KeptAssessment } from "#self-assessment/my-results/kept.js";
import { readEverything } from "#self-assessment/my-results/taking.js";
import { provide, Storage } from "./browser.js";
import { item, model } from "./vectors.js";

const NOW = new Date("2026-03-04T05:06:07.008Z");
const ANSWERS = { format: 1, id: "a", version: "v", values: { x: [1, 2] }, answers: { x: 2 }, saved: "", order: 3 };
const HISTORY = { format: 1, id: "a", versions: {}, entries: [] };
const ALL = { a: { answers: ANSWERS, history: HISTORY } };

test("what is written comes back", () => {
  const file = everythingOf(ALL, NOW);
  assert.deepEqual(readEverything(file), { a: { ...ALL.a, damaged: false } });
  assert.ok(JSON.parse(file).$schema.endsWith("/results-1.schema.json"));
});

test("what can't be read, or belongs to another, is left out and named, and the rest stays", () => {
  const whole = { answers: { ...ANSWERS, id: "d" }, history: null };
  const all = {
    a: { answers: ANSWERS, history: { format: 2 } },
    b: { answers: ANSWERS, history: null },
    c: 1,
    d: whole,
  };
  const partly = { e: { answers: { ...ANSWERS, id: "e", answers: { x: 2, y: 9 } }, history: null } };
  const found = readEverything(everythingOf({ ...all, ...partly }, NOW));
  const nothing = { answers: null, history: null, damaged: true };
  assert.deepEqual(found.a, { answers: ANSWERS, history: null, damaged: true });
  assert.deepEqual([found.b, found.c], [nothing, nothing]);
  assert.deepEqual(found.d, { ...whole, damaged: false });
  assert.deepEqual([found.e.answers.answers, found.e.damaged], [{ x: 2 }, true]);
});

test("no such file", () => {
  assert.deepEqual(readEverything('{"format":2,"selfAssessments":{}}'), "newer");
  for (const text of ["", "[]", "{}", '{"selfAssessments":{}}', " ".repeat(LARGEST_OF_ALL + 1)])
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
