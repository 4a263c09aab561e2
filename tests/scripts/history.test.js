// Stored results, of the current version and of earlier ones.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

import "./kinds.js";
import { changesBetween, ResultHistory, sameDay } from "#self-assessment/history/history.js";
import { parseHistory } from "#self-assessment/history/reading.js";
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
    assert.deepEqual(history.entries(), [
      { number: 1, version: "v2", saved: at(1).toISOString(), answers: { a: 1 }, overall: null },
    ]);
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

describe("a clock that is wrong", () => {
  const years = [2026, 2031, 2015, 2026, 1999];
  test("loses nothing and changes no order", () => {
    const history = historyOf();
    years.forEach((year, index) => {
      history.record({ a: index + 1 }, null, new Date(year, 1, 1));
      history.begin();
    });
    assert.deepEqual(answersIn(historyOf()), [1, 2, 3, 4, 5]);
    assert.equal(historyOf().previous()?.answers.a, 5);
    history.remove(history.entries()[1]);
    assert.deepEqual(answersIn(historyOf()), [1, 3, 4, 5]);
    assert.deepEqual(Object.keys(storage), [KEY]);
  });

  test("may write the same date twice", () => {
    const history = historyOf();
    history.record({ a: 1 }, 0, at(1));
    history.begin();
    history.record({ a: 2 }, 25, at(1));
    history.remove(history.entries()[0]);
    assert.deepEqual(answersIn(history), [2]);
  });
});

test("a storage that is full says so, and what was there stays", () => {
  const history = historyOf();
  history.record({ a: 1 }, 0, at(1));
  history.begin();
  assert.equal(history.works, true);
  storage.setItem = () => {
    throw new Error("full");
  };
  history.record({ a: 2 }, 25, at(2));
  assert.equal(history.works, false);
  assert.deepEqual(answersIn(history), [1]);
});

describe("a score of the whole", () => {
  const scored = model({ ...MODEL, items: [item("a"), item("b", { reverse: true, weight: 2 })] });
  const change = (key, value) => {
    const stored = JSON.parse(storage[KEY]);
    stored.entries[0][key] = value;
    storage.setItem(KEY, JSON.stringify(stored));
  };
  test("is calculated again for today's version", () => {
    const history = historyOf(scored);
    history.record({ a: 5, b: 1 }, 100, at(1));
    change("overall", 3);
    assert.equal(historyOf(scored).entries()[0]?.overall, 100);
  });

  test("of an earlier version is shown only where its items confirm it", () => {
    historyOf(scored).record({ a: 5, b: 1 }, 100, at(1));
    const later = model({ ...scored, version: "v3" });
    assert.equal(historyOf(later).entries()[0]?.overall, 100);
    change("overall", 3);
    assert.equal(historyOf(later).entries()[0]?.overall, null);
  });
});

describe("what is stored", () => {
  const ENTRY = { number: 1, version: "v2", saved: "2026-03-04T05:06:07.008Z", answers: { a: 1 }, overall: 12.5 };
  const NEXT = { ...ENTRY, number: 2, answers: { a: 2 } };
  const STORED = {
    format: 1,
    id: "culture",
    versions: { v2: { a: { values: [1, 2], scoring: "x" } } },
    entries: [ENTRY, NEXT],
  };
  const { number: _, ...WITHOUT_NUMBER } = ENTRY;

  test("is read as written, in the order of saving", () => {
    const entries = [ENTRY, { ...NEXT, saved: "2006-02-04T05:06:07.008Z" }];
    const found = parseHistory(JSON.stringify({ ...STORED, entries }));
    assert.deepEqual(found, { stored: { ...STORED, entries }, damaged: false });
  });

  test("by an earlier release has no numbers", () => {
    const found = parseHistory(JSON.stringify({ ...STORED, entries: [WITHOUT_NUMBER, WITHOUT_NUMBER] }));
    assert.deepEqual(
      found?.stored.entries.map(({ number }) => number),
      [1, 2],
    );
  });

  for (const [name, change] of Object.entries({
    "another format": { format: 2 },
    "no id": { id: null },
    "no entries": { entries: {} },
  })) {
    test(`is unreadable with ${name}`, () =>
      assert.equal(parseHistory(JSON.stringify({ ...STORED, ...change })), null));
  }

  for (const [name, wrong] of Object.entries({
    "that is none": null,
    "without a version": { ...ENTRY, version: 2 },
    "without answers": { ...ENTRY, answers: null },
    "with an answer to an unknown item": { ...ENTRY, answers: { x: 1 } },
    "with an answer that the scale lacks": { ...ENTRY, answers: { a: 3 } },
  })) {
    test(`loses an entry ${name}, and only that`, () => {
      const text = JSON.stringify({ ...STORED, entries: [wrong, NEXT] });
      storage.setItem(KEY, text);
      assert.deepEqual(answersIn(historyOf()), [2]);
      assert.equal(storage.getItem(`${KEY}:damaged`), text);
      assert.deepEqual(JSON.parse(storage[KEY]).entries.length, 1);
    });
  }

  for (const [name, odd] of Object.entries({
    "without a date": { ...ENTRY, saved: null },
    "with half a date": { ...ENTRY, saved: "2026" },
    "with a score beyond the scale": { ...ENTRY, overall: 101 },
    "of a version whose items are unknown": { ...ENTRY, version: "v9" },
  })) {
    test(`keeps an entry ${name}`, () => {
      const found = parseHistory(JSON.stringify({ ...STORED, entries: [odd, NEXT] }));
      assert.deepEqual([found?.stored.entries.length, found?.damaged], [2, false]);
    });
  }

  test("is set aside where nothing of it can be read", () => {
    storage.setItem(KEY, "{");
    assert.deepEqual(historyOf().entries(), []);
    assert.deepEqual({ ...storage }, { [`${KEY}:damaged`]: "{" });
  });

  test("stays where an answer is no longer offered, and can be compared", () => {
    historyOf().record({ a: 1, b: "not-relevant" }, null, at(1));
    const withdrawn = historyOf({ ...MODEL, items: [item("a"), item("b")] });
    assert.equal(withdrawn.comparable().length, 1);
    assert.equal(historyOf({ ...MODEL, items: [item("a")] }).entries().length, 1);
    assert.equal(historyOf({ ...MODEL, items: [item("a")] }).comparable().length, 0);
  });
});

test("a day is the reader's own", () => {
  assert.ok(sameDay(at(1, 0), at(1, 23)));
  assert.ok(!sameDay(at(1, 23), at(2, 0)));
});
