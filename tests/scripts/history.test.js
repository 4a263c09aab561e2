// Stored results, of the current version and of earlier ones.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

import { changesBetween, parseHistory, ResultHistory, sameDay } from "#self-assessment/history/history.js";
import { provide, Storage } from "./browser.js";
import { item, model } from "./vectors.js";

const MODEL = model({ id: "culture", version: "v2", items: [item("a"), item("b", { notRelevant: true })] });
const KEY = "self-assessment:culture:history";
const at = (day, hour = 12) => new Date(2026, 2, day, hour);

/** @type {Storage} */
let storage;
beforeEach(() => {
  storage = provide(new Storage());
});

const historyOf = (of = MODEL) => new ResultHistory(of, "self-assessment:culture:");
const answersIn = (history) => history.entries().map(({ answers }) => answers.a);

describe("a result", () => {
  test("is an entry, and the same once more is none", () => {
    const history = historyOf();
    history.record({ a: 1 }, 0, at(1));
    historyOf().record({ a: 1 }, 0, at(5));
    assert.deepEqual(history.entries(), [{ version: "v2", saved: at(1).toISOString(), answers: { a: 1 }, overall: 0 }]);
  });

  test("changes while its sitting lasts, until midnight", () => {
    const history = historyOf();
    history.record({ a: 1 }, 0, at(1, 20));
    history.record({ a: 2 }, 25, at(1, 23));
    assert.deepEqual(answersIn(history), [2]);
    history.record({ a: 3 }, 50, at(2, 0));
    assert.deepEqual(answersIn(history), [2, 3]);
  });

  test("of another sitting is added to the former", () => {
    const history = historyOf();
    history.record({ a: 1 }, 0, at(1, 10));
    history.begin();
    history.record({ a: 2 }, 25, at(1, 11));
    assert.deepEqual(answersIn(history), [1, 2]);
    assert.equal(history.previous()?.answers.a, 1);
  });

  test("that was removed stays away while the page is open", () => {
    const history = historyOf();
    history.record({ a: 1 }, 0, at(1));
    history.remove(history.entries()[0]);
    history.record({ a: 1 }, 0, at(1));
    assert.deepEqual(history.entries(), []);
    assert.equal(storage.getItem(KEY), null);
    history.forget();
    history.record({ a: 1 }, 0, at(1));
    assert.deepEqual(answersIn(history), [1]);
  });
});

test("fifty are kept, the latest", () => {
  const history = historyOf();
  for (let day = 0; day < 60; day += 1) {
    history.record({ a: 1 + (day % 5), b: 1 + ((day + 1) % 4) }, null, new Date(2025, 0, 1 + day));
    history.begin();
  }
  const entries = history.entries();
  assert.equal(entries.length, 50);
  assert.equal(entries[0]?.saved, new Date(2025, 0, 11).toISOString());
});

describe("an earlier version", () => {
  test("is kept and not compared, and what has changed since is known", () => {
    historyOf(model({ ...MODEL, version: "v1", items: [item("a", { values: [0, 1] }), item("c"), item("d")] })).record(
      { c: 3 },
      50,
      at(1),
    );
    const history = historyOf();
    assert.equal(history.entries().length, 1);
    assert.deepEqual(history.comparable(), []);
    assert.equal(history.previous(), undefined);
    assert.deepEqual(history.changesSince("v1"), { added: 1, removed: 2, scale: 1, scoring: 0 });
    assert.equal(history.changesSince("v0"), null);
  });

  test("that has no entry left is forgotten", () => {
    const before = historyOf({ ...MODEL, version: "v1" });
    before.record({ a: 3 }, 50, at(1));
    before.remove(before.entries()[0]);
    historyOf().record({ a: 1 }, 0, at(2));
    assert.deepEqual(Object.keys(JSON.parse(storage[KEY]).versions), ["v2"]);
  });
});

test("changes: scale before scoring", () => {
  const shape = (values, scoring) => ({ values, scoring });
  const before = { a: shape([1, 2], "x"), b: shape([1, 2], "x"), c: shape([1, 2], "x") };
  const after = { a: shape([1, 2, 3], "y"), b: shape([1, 2], "y"), c: shape([1, 2], "x") };
  assert.deepEqual(changesBetween(before, after), { added: 0, removed: 0, scale: 1, scoring: 1 });
});

describe("what is stored", () => {
  const ENTRY = { version: "v2", saved: "2026-03-04T05:06:07.008Z", answers: { a: 1 }, overall: 12.5 };
  const STORED = {
    format: 1,
    id: "culture",
    versions: { v2: { a: { values: [1, 2], scoring: "x" } } },
    entries: [ENTRY],
  };

  test("is read as written, in the order of time", () => {
    const earlier = { ...ENTRY, saved: "2026-02-04T05:06:07.008Z" };
    const found = parseHistory(JSON.stringify({ ...STORED, entries: [ENTRY, earlier] }));
    assert.deepEqual(found, { ...STORED, entries: [earlier, ENTRY] });
  });

  const wrong = {
    "another format": { format: 2 },
    "no id": { id: null },
    "no versions": { versions: [] },
    "a version without items": { versions: { v2: null } },
    "an item without scale": { versions: { v2: { a: { scoring: "x" } } } },
    "too many entries": { entries: Array(51).fill(ENTRY) },
    "an entry of an unknown version": { entries: [{ ...ENTRY, version: "v9" }] },
    "an entry without a moment": { entries: [{ ...ENTRY, saved: "2026" }] },
    "an answer to an unknown item": { entries: [{ ...ENTRY, answers: { x: 1 } }] },
    "an answer that the scale lacks": { entries: [{ ...ENTRY, answers: { a: 3 } }] },
    "a score beyond the scale": { entries: [{ ...ENTRY, overall: 101 }] },
  };
  for (const [name, change] of Object.entries(wrong)) {
    test(`is refused whole with ${name}`, () =>
      assert.equal(parseHistory(JSON.stringify({ ...STORED, ...change })), null));
  }

  test("is set aside where it can't be read", () => {
    storage.setItem(KEY, "{");
    assert.deepEqual(historyOf().entries(), []);
    assert.deepEqual({ ...storage }, { [`${KEY}:damaged`]: "{" });
  });

  test("is set aside where it claims to be of today's version and isn't", () => {
    storage.setItem(KEY, JSON.stringify(STORED));
    assert.deepEqual(historyOf().entries(), []);
    assert.ok(storage.getItem(`${KEY}:damaged`));
  });
});

test("a day is the reader's own", () => {
  assert.ok(sameDay(at(1, 0), at(1, 23)));
  assert.ok(!sameDay(at(1, 23), at(2, 0)));
});
