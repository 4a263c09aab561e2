// Values in the browser's storage: others may have written them, and reading or writing may fail.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

import { AnswerStore, eraseAll, isMoment, parseStored } from "#self-assessment/storage/storage.js";
import { provide, Storage } from "./browser.js";
import { item, model } from "./vectors.js";

const MODEL = model({ id: "culture", version: "v2", items: [item("a"), item("b", { notRelevant: true })] });
const SCALE = [1, 2, 3, 4, 5];
const SAVED = "2026-03-04T05:06:07.008Z";
const EARLIER = {
  format: 1,
  id: "culture",
  version: "v1",
  values: { a: SCALE, b: SCALE },
  answers: { a: 1, b: 2 },
  saved: SAVED,
};

/** @type {Storage} */
let storage;
beforeEach(() => {
  storage = provide(new Storage());
});

describe("answers", () => {
  test("are found again by id and version, with the scale that they were given on", () => {
    new AnswerStore(MODEL).save({ a: 3, b: "not-relevant" });
    assert.deepEqual(Object.keys(storage), ["self-assessment:culture:v2"]);
    const { saved, ...kept } = JSON.parse(storage["self-assessment:culture:v2"]);
    assert.ok(isMoment(saved));
    assert.deepEqual(kept, {
      format: 1,
      id: "culture",
      version: "v2",
      values: { a: SCALE, b: SCALE },
      answers: { a: 3, b: "not-relevant" },
    });
    const found = new AnswerStore(MODEL).load();
    assert.deepEqual(found, { answers: { a: 3, b: "not-relevant" }, damaged: false, carried: null });
  });

  test("to an earlier version are taken along where they still fit", () => {
    storage.setItem("self-assessment:culture:v1", JSON.stringify({ ...EARLIER, values: { a: SCALE, b: [1, 2] } }));
    const found = new AnswerStore(MODEL).load();
    assert.deepEqual(found, { answers: { a: 1 }, damaged: false, carried: { kept: 1, total: 2 } });
  });

  test("that an item no longer offers are not taken along", () => {
    storage.setItem(
      "self-assessment:culture:v1",
      JSON.stringify({ ...EARLIER, answers: { a: "not-relevant", b: "not-relevant" } }),
    );
    assert.deepEqual(new AnswerStore(MODEL).load().answers, { b: "not-relevant" });
  });

  test("of the latest of several earlier versions", () => {
    storage.setItem("self-assessment:culture:v1", JSON.stringify(EARLIER));
    const later = { ...EARLIER, version: "v0", answers: { a: 5 }, saved: "2026-05-04T05:06:07.008Z" };
    storage.setItem("self-assessment:culture:v0", JSON.stringify(later));
    assert.deepEqual(new AnswerStore(MODEL).load().answers, { a: 5 });
  });

  test("that can't be read are set aside, not lost", () => {
    storage.setItem("self-assessment:culture:v2", "{");
    const found = new AnswerStore(MODEL).load();
    assert.deepEqual(found, { answers: {}, damaged: true, carried: null });
    assert.deepEqual({ ...storage }, { "self-assessment:culture:v2:damaged": "{" });
  });

  test("that don't belong to the model are set aside too", () => {
    const text = JSON.stringify({ ...EARLIER, version: "v2", answers: { x: 1 }, values: { x: SCALE } });
    storage.setItem("self-assessment:culture:v2", text);
    assert.equal(new AnswerStore(MODEL).load().damaged, true);
  });
});

describe("erasing", () => {
  test("one leaves the others, and what belongs to none goes with the last", () => {
    const others = model({ id: "other", items: [item("a")] });
    const [store, other] = [new AnswerStore(MODEL), new AnswerStore(others)];
    store.save({ a: 1 });
    other.save({ a: 1 });
    storage.setItem("self-assessment:reader", "7");
    storage.setItem("unrelated", "1");
    assert.equal(store.erase(), true);
    assert.equal(store.holdsAnything(), false);
    assert.equal(other.holdsAnything(), true);
    assert.equal(storage.getItem("self-assessment:reader"), "7");
    assert.equal(other.erase(), true);
    assert.deepEqual({ ...storage }, { unrelated: "1" });
  });

  test("everything leaves what is not ours", () => {
    new AnswerStore(MODEL).save({ a: 1 });
    storage.setItem("unrelated", "1");
    assert.equal(eraseAll(), true);
    assert.deepEqual({ ...storage }, { unrelated: "1" });
  });
});

describe("a storage that refuses", () => {
  class Blocked extends Storage {
    setItem() {
      throw new Error("blocked");
    }

    removeItem() {
      throw new Error("blocked");
    }
  }

  test("is noticed before anything is saved, and does no harm", () => {
    provide(new Blocked());
    const store = new AnswerStore(MODEL);
    assert.equal(store.works, false);
    store.save({ a: 1 });
    assert.equal(store.works, false);
    assert.deepEqual(store.load().answers, {});
  });

  test("is not reported as erased", () => {
    const blocked = provide(new Blocked());
    Storage.prototype.setItem.call(blocked, "self-assessment:culture:v2", "kept");
    assert.equal(new AnswerStore(MODEL).erase(), false);
    assert.equal(eraseAll(), false);
  });
});

describe("what is stored is read only where every part has the right shape", () => {
  test("as written", () => assert.deepEqual(parseStored(JSON.stringify(EARLIER)), EARLIER));

  const wrong = {
    "no JSON": "{",
    "no object": "[]",
    "another format": { format: 2 },
    "no id": { id: 1 },
    "no version": { version: null },
    "no moment": { saved: "yesterday" },
    "no scales": { values: [] },
    "an answer without its scale": { values: { a: SCALE } },
    "a scale that is none": { values: { a: SCALE, b: [1, "2"] } },
    "a value that the scale lacks": { answers: { a: 9 } },
    "a text as answer": { answers: { a: "1" } },
  };
  for (const [name, change] of Object.entries(wrong)) {
    const text = typeof change === "string" ? change : JSON.stringify({ ...EARLIER, ...change });
    test(name, () => assert.equal(parseStored(text), null));
  }

  test("names from an object's own machinery are no answers", () => {
    assert.equal(parseStored(JSON.stringify(EARLIER).replace('"answers":{', '"answers":{"constructor":1,')), null);
  });
});

describe("a moment", () => {
  const soon = new Date(Date.now() + 3600000).toISOString();
  for (const text of [SAVED, soon])
    test(`${text === soon ? "an hour ahead" : text} is one`, () => assert.ok(isMoment(text)));
  for (const [name, text] of Object.entries({
    "a day": "2026-03-04",
    "without milliseconds": "2026-03-04T05:06:07Z",
    "a day that isn't there": "2026-02-30T05:06:07.008Z",
    "before there was anything": "2019-12-31T23:59:59.999Z",
    "two days ahead": new Date(Date.now() + 2 * 86400000).toISOString(),
    "a number": 1772600767008,
  })) {
    test(`${name} is none`, () => assert.equal(isMoment(text), false));
  }
});
