// Exported files, and the import of files from any source.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";

import { LARGEST, readFile } from "#self-assessment/exchange/exchange.js";
import { csvOf, fileOf } from "#self-assessment/exchange/writing.js";
import { item, model } from "./vectors.js";

const NOW = new Date("2026-03-04T05:06:07.008Z");
const MODEL = model({
  id: "culture",
  version: "v1",
  title: "Culture",
  lang: "en",
  items: [item("a"), item("b", { notRelevant: true }), item("c")],
});
const ANSWERS = { a: 1, b: "not-relevant" };
const ROWS = [
  { id: "culture", value: 100 / 3 },
  { id: "trust", value: null },
];

/** A file of ours, changed. */
const changed = (changes) => JSON.stringify({ ...JSON.parse(fileOf(MODEL, ANSWERS, ROWS, NOW)), ...changes });

test("a file holds the answers, when, and scores in hundredths, and names its schema", () => {
  const { $schema, ...file } = JSON.parse(fileOf(MODEL, ANSWERS, ROWS, NOW));
  assert.ok($schema.endsWith("/result-1.schema.json"));
  assert.deepEqual(file, {
    format: 1,
    id: "culture",
    version: "v1",
    title: "Culture",
    lang: "en",
    saved: NOW.toISOString(),
    answers: ANSWERS,
    scores: { culture: 33.33, trust: null },
  });
});

test("a file comes back", () => {
  assert.deepEqual(readFile(fileOf(MODEL, ANSWERS, ROWS, NOW), MODEL), { answers: ANSWERS, saved: NOW.toISOString() });
});

describe("a file is refused", () => {
  const cases = {
    "that is too large": [" ".repeat(LARGEST + 1), "large"],
    "that is no JSON": ["{", "damaged"],
    "that is no object": ["[]", "damaged"],
    "of a later format": [changed({ format: 2, more: 1 }), "newer"],
    "of another format": [changed({ format: "1" }), "damaged"],
    "with what we don't write": [changed({ extra: 1 }), "damaged"],
    "without an id": [changed({ id: undefined }), "damaged"],
    "of another self-assessment": [changed({ id: "other" }), "foreign"],
    "of another version": [changed({ version: "v2" }), "version"],
    "without answers": [changed({ answers: {} }), "damaged"],
    "with an answer to nothing": [changed({ answers: { a: 1, x: 1 } }), "damaged"],
    "with a value that its scale lacks": [changed({ answers: { a: 6 } }), "damaged"],
  };
  for (const [name, [text, problem]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(readFile(text, MODEL), { problem }));
  }
});

for (const saved of ["2093-01-01T00:00:00.000Z", "1999-01-01T00:00:00.000Z"]) {
  test("a file is opened whatever the clock said", () => {
    assert.deepEqual(readFile(changed({ saved }), MODEL), { answers: ANSWERS, saved });
  });
}

test("a file without a date that can be read is opened", () => {
  assert.deepEqual(readFile(changed({ saved: "yesterday" }), MODEL), { answers: ANSWERS });
});

test("“not relevant” where it is no longer offered costs that answer only", () => {
  const found = readFile(changed({ answers: { a: "not-relevant", b: 2 } }), MODEL);
  assert.deepEqual(found, { answers: { b: 2 }, unfit: ["a"], saved: NOW.toISOString() });
});

test("whatever is opened, only answers that are offered come out of it", () => {
  const answers = fc.dictionary(fc.constantFrom("a", "b", "c", "x", "__proto__"), fc.jsonValue());
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        answers.map((given) => changed({ answers: given })),
      ),
      (text) => {
        const found = readFile(text, MODEL);
        if ("problem" in found) return;
        for (const { id, values, notRelevant } of MODEL.items) {
          const answer = found.answers[id];
          assert.ok(answer === undefined || values.includes(answer) || (notRelevant && answer === "not-relevant"));
        }
        assert.deepEqual(
          Object.keys(found.answers).filter((id) => !MODEL.items.some((known) => known.id === id)),
          [],
        );
      },
    ),
    { numRuns: 300 },
  );
});

describe("a cell of the table", () => {
  const cells = [
    ["a", "a"],
    ["=1+1", "'=1+1"],
    ["+a", "'+a"],
    ["-a", "'-a"],
    ["@a", "'@a"],
    [" =a", "' =a"],
    ["＝a", "'＝a"],
    ["\t=a", `"'\t=a"`],
    [-2, "-2"],
    [7.5, "7,5"],
    ['a "b"', '"a ""b"""'],
    ["a, b", '"a, b"'],
    ["a; =b", '"a; =b"'],
    ["a\nb", '"a\nb"'],
    ["=a,b", `"'=a,b"`],
  ];
  for (const [value, written] of cells) {
    test(`${JSON.stringify(value)} is never a formula, and never two cells`, () => {
      assert.equal(csvOf([[value]], ";"), `\uFEFF${written}\r\n`);
    });
  }

  test("a decimal point where the comma separates", () => assert.equal(csvOf([[7.5, "a"]], ","), "\uFEFF7.5,a\r\n"));
});
