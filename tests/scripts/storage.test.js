// Values in the browser's storage: others may have written them, and reading or writing may fail.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, describe, test } from "node:test";
import { runInNewContext } from "node:vm";

import "./kinds.js";
import { Reader } from "#kinds/scenarios/assets/shuffle.js";
import { decodeAnswers, encodeAnswers } from "#self-assessment/codec/codec.js";
import { ResultHistory } from "#self-assessment/history/history.js";
import { scoreAssessment } from "#self-assessment/scoring/scoring.js";
import { bringBack } from "#self-assessment/set-aside/bringing-back.js";
import { siteKey } from "#self-assessment/storage/keys.js";
import { isMoment, parseStored } from "#self-assessment/storage/reading.js";
import { AnswerStore } from "#self-assessment/storage/storage.js";
import { provide, Storage } from "./browser.js";
import { item, model } from "./vectors.js";

const MODEL = model({ id: "culture", version: "v2", items: [item("a"), item("b", { notRelevant: true })] });
const SCALE = [1, 2, 3, 4, 5];
const SAVED = "2026-03-04T05:06:07.008Z";
const SITE = siteKey("https://example.org/a/");
const OTHER_SITE = siteKey("https://example.org/b/");
const KEY = "self-assessment:/a/:culture:v2";
const FORMER = "self-assessment:/a/:culture:v1";
const EARLIER = {
  format: 1,
  id: "culture",
  version: "v1",
  values: { a: SCALE, b: SCALE },
  answers: { a: 1, b: 2 },
  saved: SAVED,
  order: 1,
};
const HISTORY = {
  format: 1,
  id: "culture",
  versions: { v2: { b: { values: SCALE, scoring: "x" } } },
  entries: [{ version: "v2", saved: SAVED, answers: { b: 2 }, overall: null }],
};
const storeOf = (of = MODEL, site = SITE) => new AnswerStore(of, site);
const put = (key, value) => storage.setItem(key, typeof value === "string" ? value : JSON.stringify(value));

/** @type {Storage} */
let storage;
beforeEach(() => {
  storage = provide(new Storage());
});

describe("answers", () => {
  test("are found again by site, id and version, with the scale that they were given on", () => {
    storeOf().save({ a: 3, b: "not-relevant" });
    assert.deepEqual(Object.keys(storage), [KEY]);
    const { saved, ...kept } = JSON.parse(storage[KEY]);
    assert.ok(isMoment(saved));
    assert.deepEqual(kept, {
      format: 1,
      id: "culture",
      version: "v2",
      values: { a: SCALE, b: SCALE },
      answers: { a: 3, b: "not-relevant" },
      order: 1,
    });
    assert.deepEqual(storeOf().load(), { answers: { a: 3, b: "not-relevant" }, carried: null, unfit: [] });
  });

  test("to an earlier version are taken along where they still fit, and the others are named", () => {
    put(FORMER, { ...EARLIER, values: { a: SCALE, b: [1, 2] } });
    assert.deepEqual(storeOf().load(), { answers: { a: 1 }, carried: { kept: 1, total: 2 }, unfit: ["b"] });
  });

  test("that an item no longer offers are not taken along", () => {
    put(FORMER, { ...EARLIER, answers: { a: "not-relevant", b: "not-relevant" } });
    assert.deepEqual(storeOf().load().answers, { b: "not-relevant" });
  });

  test("of the latest of several earlier versions, by the order of saving", () => {
    put(FORMER, { ...EARLIER, order: 3, saved: "2015-05-04T05:06:07.008Z" });
    put("self-assessment:/a/:culture:v0", { ...EARLIER, version: "v0", answers: { a: 5 }, order: 2 });
    assert.deepEqual(storeOf().load().answers, { a: 1, b: 2 });
  });

  for (const withdrawn of [
    { items: [item("a"), item("b")], answers: { a: 3, b: "not-relevant" } },
    { items: [item("a"), item("b", { values: [1, 2] })], answers: { a: 3, b: 5 } },
    { items: [item("a")], answers: { a: 3, b: 5 } },
  ]) {
    test("that are no longer offered cost themselves only, in the same version", () => {
      storeOf().save(withdrawn.answers);
      const found = storeOf({ ...MODEL, items: withdrawn.items }).load();
      assert.deepEqual(found, { answers: { a: 3 }, carried: null, unfit: ["b"] });
      assert.deepEqual(storeOf().setAside(), []);
    });
  }

  test("saved in a tab that was open while the version changed reach the new version", () => {
    const old = storeOf({ ...MODEL, version: "v1" });
    old.save({ a: 1 });
    const now = storeOf();
    now.save(now.load().answers);
    old.save({ a: 1, b: 4 });
    assert.deepEqual(storeOf().load(), { answers: { a: 1, b: 4 }, carried: { kept: 2, total: 2 }, unfit: [] });
    now.save({ a: 2 });
    assert.deepEqual(storeOf().load().answers, { a: 2 });
    assert.ok(now.concerns(FORMER));
    assert.ok(!now.concerns("self-assessment:/a/:culture:history"));
    assert.ok(!now.concerns("self-assessment:/b/:culture:v2"));
    assert.ok(!now.concerns("self-assessment:/a/:culture:probe"));
  });

  for (const saved of [
    "2015-01-01T00:00:00.000Z",
    "2093-01-01T00:00:00.000Z",
    "+012093-01-01T00:00:00.000Z",
    "x",
    null,
  ]) {
    test(`stay whatever the clock said: ${saved}`, () => {
      put(KEY, { ...EARLIER, version: "v2", saved });
      assert.deepEqual(storeOf().load().answers, { a: 1, b: 2 });
      assert.deepEqual(storeOf().setAside(), []);
    });
  }
});

describe("what can't be read", () => {
  test("is set aside, not lost, and nothing that was set aside before is overwritten", () => {
    for (const text of ["{", "null", "{"]) {
      put(KEY, text);
      assert.deepEqual(storeOf().load().answers, {});
    }
    assert.deepEqual({ ...storage }, { [`${KEY}:damaged`]: "{", [`${KEY}:damaged:2`]: "null" });
    assert.deepEqual(storeOf().setAside(), [`${KEY}:damaged`, `${KEY}:damaged:2`]);
  });

  test("costs only the answer that it is in", () => {
    const text = JSON.stringify({ ...EARLIER, version: "v2", answers: { a: 1, b: "5" } });
    put(KEY, text);
    assert.deepEqual(storeOf().load().answers, { a: 1 });
    assert.equal(storage[`${KEY}:damaged`], text);
    assert.deepEqual(storeOf().load().answers, { a: 1 });
    assert.equal(storeOf().setAside().length, 1);
  });

  test("is not overwritten where there is no room to set it aside", () => {
    class Full extends Storage {
      setItem(key, text) {
        if (key.includes("damaged")) throw new Error("full");
        super.setItem(key, text);
      }
    }
    storage = provide(new Full());
    put(KEY, "{");
    const store = storeOf();
    assert.deepEqual(store.load().answers, {});
    store.save({ a: 1 });
    assert.equal(store.works, false);
    assert.equal(storage[KEY], "{");
  });

  test("comes back where it can be read: answers that are missing, and results in their order", () => {
    put(`${KEY}:damaged`, { ...EARLIER, version: "v2", saved: "2093-01-01T00:00:00.000Z" });
    put(`${KEY}:damaged:2`, "{");
    const versions = { v2: { a: { values: SCALE, scoring: "x" } } };
    const entry = { version: "v2", saved: "2093-01-01T00:00:00.000Z", answers: { a: 2 }, overall: 25 };
    put("self-assessment:/a/:culture:history:damaged", { format: 1, id: "culture", versions, entries: [entry] });
    const store = storeOf();
    const history = new ResultHistory(MODEL, store.prefix);
    history.record({ a: 5 }, 100, new Date("2026-03-04T12:00:00Z"));
    assert.equal(bringBack(MODEL, store, history, { a: 4 }), 2);
    assert.deepEqual(store.load().answers, { a: 4, b: 2 });
    assert.deepEqual(
      history.entries().map(({ answers }) => answers.a),
      [2, 5],
    );
    assert.deepEqual(store.setAside(), [`${KEY}:damaged:2`]);
    assert.equal(bringBack(MODEL, store, history, { a: 4, b: 2 }), 0);
  });
});

describe("two sites under one origin", () => {
  test("have answers of their own", () => {
    storeOf().save({ a: 1 });
    assert.deepEqual(storeOf(MODEL, OTHER_SITE).load().answers, {});
    storeOf(MODEL, OTHER_SITE).save({ a: 5 });
    assert.deepEqual(storeOf().load().answers, { a: 1 });
  });

  test("erase what is theirs", () => {
    const [here, there] = [storeOf(), storeOf(MODEL, OTHER_SITE)];
    for (const erase of ["erase", "eraseAll"]) {
      here.save({ a: 1 });
      there.save({ a: 5 });
      assert.equal(there[erase](), true);
      assert.deepEqual(Object.keys(storage), [KEY]);
    }
  });

  test("have different names, also one below the other, and however the address is written", () => {
    const names = ["", "a/", "a/b/", "a%3Ab/", "b/"].map((path) => siteKey(`https://example.org/${path}`));
    assert.equal(new Set(names).size, names.length);
    for (const [index, name] of names.entries()) {
      assert.ok(names.every((other, at) => at === index || !other.startsWith(name)));
    }
    assert.equal(siteKey("https://example.org/%7Ea/"), siteKey("https://example.org/~a/"));
  });

  describe("find what an earlier release kept without the site's name", () => {
    const OLD = "self-assessment:culture:";
    test("once, where it is of the same version", () => {
      put(`${OLD}v2`, { ...EARLIER, version: "v2" });
      put(`${OLD}history`, { format: 1, id: "culture", versions: { v2: {} }, entries: [] });
      put(`${OLD}v2:damaged`, "{");
      assert.deepEqual(storeOf().load().answers, { a: 1, b: 2 });
      assert.deepEqual(storeOf(MODEL, OTHER_SITE).load().answers, {});
      const prefix = "self-assessment:/a/:culture:";
      assert.deepEqual(Object.keys(storage).sort(), [`${prefix}history`, `${prefix}v2`, `${prefix}v2:damaged`]);
    });

    test("in the form in which it wrote answers, results, the order of actions, and what it set aside", () => {
      const scale = [1, 2, 3, 4, 5];
      const scoring = '["",false,1,null,null,null]';
      const shapes = { a: { values: scale, scoring }, b: { values: scale, scoring } };
      const results = [
        { version: "v2", saved: "2026-03-04T05:06:07.008Z", answers: { a: 1, b: 2 }, overall: 12.5 },
        { version: "v2", saved: "2026-03-05T05:06:07.008Z", answers: { a: 3, b: "not-relevant" }, overall: 50 },
      ];
      const answers = { a: 3, b: "not-relevant" };
      const saved = "2026-11-29T06:10:45.151Z";
      put(`${OLD}v2`, { format: 1, id: "culture", version: "v2", values: { a: scale, b: scale }, answers, saved });
      put(`${OLD}v2:damaged`, "{");
      put(`${OLD}history`, { format: 1, id: "culture", versions: { v2: shapes }, entries: results });
      put("self-assessment:reader", "3822440430");
      const store = storeOf();
      assert.deepEqual(store.load(), { answers, carried: null, unfit: [] });
      const history = new ResultHistory(MODEL, store.prefix);
      assert.deepEqual(
        history.comparable().map((entry) => [entry.saved, entry.answers]),
        results.map((entry) => [entry.saved, entry.answers]),
      );
      assert.equal(store.setAside().length, 1);
      assert.equal(new Reader(SITE).seed, 3822440430);
      assert.ok(Object.keys(storage).every((key) => key.startsWith(SITE)));
    });

    test("of another version where more than half fits", () => {
      put(`${OLD}v1`, EARLIER);
      const foreign = model({ id: "culture", version: "v9", items: [item("a"), item("x")] });
      assert.deepEqual(storeOf(foreign, OTHER_SITE).load().answers, {});
      assert.deepEqual(storeOf().load().answers, { a: 1, b: 2 });
    });

    test("not where they have something of their own", () => {
      storeOf().save({ a: 5 });
      put(`${OLD}v2`, { ...EARLIER, version: "v2" });
      assert.deepEqual(storeOf().load().answers, { a: 5 });
      assert.ok(storage.getItem(`${OLD}v2`));
    });
  });
});

describe("erasing", () => {
  test("one leaves the others, and what belongs to none goes with the last", () => {
    const others = model({ id: "other", items: [item("a")] });
    const [store, other] = [storeOf(), storeOf(others)];
    store.save({ a: 1 });
    other.save({ a: 1 });
    put("self-assessment:/a/:reader", "7");
    put("unrelated", "1");
    assert.equal(store.erase(), true);
    assert.equal(store.holdsAnything(), false);
    assert.equal(other.holdsAnything(), true);
    assert.equal(storage.getItem("self-assessment:/a/:reader"), "7");
    assert.equal(other.erase(), true);
    assert.deepEqual({ ...storage }, { unrelated: "1" });
  });

  test("everything leaves what is not ours", () => {
    storeOf().save({ a: 1 });
    put("unrelated", "1");
    assert.equal(storeOf().eraseAll(), true);
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
    const store = storeOf();
    assert.equal(store.works, false);
    store.save({ a: 1 });
    assert.equal(store.works, false);
    assert.deepEqual(store.load().answers, {});
  });

  for (const [name, start] of Object.entries({
    nothing: {},
    "what an earlier release kept": {
      "self-assessment:culture:v2": { ...EARLIER, version: "v2", answers: { b: 5 } },
      "self-assessment:culture:history": HISTORY,
      "self-assessment:reader": "7",
    },
    "something that can't be read": {
      [KEY]: { ...EARLIER, version: "v2", answers: { a: "?", b: 5 } },
      "self-assessment:/a/:culture:history": { ...HISTORY, entries: [null, ...HISTORY.entries] },
    },
    "something set aside": {
      [`${KEY}:damaged`]: { ...EARLIER, version: "v2", answers: { b: 5 } },
      "self-assessment:/a/:culture:history:damaged": HISTORY,
    },
  })) {
    test(`at any single write says so and loses nothing, from ${name} on`, () => {
      for (let failing = 1, writes = failing; writes >= failing; failing += 1) {
        writes = 0;
        class Once extends Storage {
          setItem(key, text) {
            writes += 1;
            if (writes === failing) throw new Error("full");
            super.setItem(key, text);
          }
        }
        storage = new Storage();
        for (const [key, value] of Object.entries(start)) put(key, value);
        storage = provide(Object.assign(new Once(), storage));

        const store = storeOf();
        new Reader(SITE).keep();
        const history = new ResultHistory(MODEL, store.prefix);
        store.load();
        bringBack(MODEL, store, history, {});
        // As a page that was opened after that: whatever failed is tried no more.
        const given = { ...store.load().answers, a: 1 };
        store.save(given);
        const saved = store.works;
        history.record(given, null);
        const recorded = history.works;

        const kept = JSON.stringify({ ...provide(Object.assign(new Storage(), storage)) });
        const later = storeOf();
        const results = new ResultHistory(MODEL, later.prefix).entries();
        if (saved) assert.deepEqual(later.load().answers, given);
        if (recorded) assert.deepEqual(results.at(-1)?.answers, given);
        if (name === "nothing") continue;
        assert.ok(given.b === 5 || /b\\":5/.test(kept), `the answer, at write ${failing}`);
        assert.ok(
          results.some(({ answers }) => answers.b === 2) || /b\\":2/.test(kept),
          `the result, at write ${failing}`,
        );
      }
    });
  }

  test("is not reported as erased", () => {
    const blocked = provide(new Blocked());
    Storage.prototype.setItem.call(blocked, KEY, "kept");
    assert.equal(storeOf().erase(), false);
    assert.equal(storeOf().eraseAll(), false);
  });
});

describe("what is stored is read where it has the right shape", () => {
  test("as written", () => assert.deepEqual(parseStored(JSON.stringify(EARLIER)), { stored: EARLIER, damaged: false }));

  const unreadable = {
    "no JSON": "{",
    "no object": "[]",
    "another format": { format: 2 },
    "no id": { id: 1 },
    "no version": { version: null },
    "no answers": { answers: [1] },
  };
  for (const [name, change] of Object.entries(unreadable)) {
    const text = typeof change === "string" ? change : JSON.stringify({ ...EARLIER, ...change });
    test(name, () => assert.equal(parseStored(text), null));
  }

  const partly = {
    "an answer without its scale": { values: { a: SCALE } },
    "a scale that is none": { values: { a: SCALE, b: [1, "2"] } },
    "a value that the scale lacks": { answers: { a: 1, b: 9 } },
    "a text as answer": { answers: { a: 1, b: "1" } },
    "the name of what every object has": { answers: { a: 1, constructor: 1 } },
  };
  for (const [name, change] of Object.entries(partly)) {
    test(name, () => {
      const found = parseStored(JSON.stringify({ ...EARLIER, ...change }));
      assert.deepEqual([found?.stored.answers, found?.damaged], [{ a: 1 }, true]);
    });
  }

  test("ids that objects have of their own are ids like others", () => {
    const ids = ["constructor", "closest", "length", "name", "submit", "elements", "__proto__"];
    const odd = model({ id: "constructor", version: "v", items: ids.map((id) => item(id)) });
    const answers = Object.fromEntries(ids.map((id, index) => [id, 1 + (index % 5)]));
    storeOf(odd).save(answers);
    assert.deepEqual(storeOf(odd).load(), { answers, carried: null, unfit: [] });
    assert.deepEqual(decodeAnswers(odd, encodeAnswers(odd, answers)), { answers });
    assert.equal(scoreAssessment(odd, {}).overall.answered, 0);
  });
});

test("a moment is what a clock writes, at any time", () => {
  for (const text of [SAVED, "1999-12-31T23:59:59.999Z", "2093-01-01T00:00:00.000Z"]) assert.ok(isMoment(text));
  for (const text of ["2026-03-04", "2026-03-04T05:06:07Z", "2026-02-30T05:06:07.008Z", "x", 1772600767008, null])
    assert.equal(isMoment(text), false);
});

test("before the page is painted, its answers are found under the same names", () => {
  const SCRIPT = readFileSync(new URL(import.meta.resolve("#self-assessment/returning/returning.js")), "utf8");
  /** What the script makes of a page. */
  const waits = ({
    site = "https://example.org/a/",
    hash = "",
    id = MODEL.id,
    readyState = "loading",
    isBlocked = false,
    loaded = null,
  } = {}) => {
    const marks = new Map();
    const parentElement = {
      toggleAttribute: (name, isSet) => marks.set(name, isSet),
      removeAttribute: (name) => marks.set(name, false),
      matches: () => loaded?.isDefined,
    };
    const addEventListener = (name, listener) => name === "load" && loaded && listener();
    const src = new URL("assets/self-assessment/returning/returning.js", site).href;
    const document = { currentScript: { src, dataset: { id }, parentElement }, readyState };
    const page = { document, location: { hash }, URL, addEventListener };
    Object.defineProperty(page, "localStorage", {
      get: () => assert.equal(isBlocked, false) ?? globalThis.localStorage,
    });
    runInNewContext(SCRIPT, page);
    return marks.get("data-waits");
  };
  for (const site of ["https://example.org/a/", "https://example.org/", "http://localhost:8000/a:b/%7Ec/æ/"]) {
    provide(new Storage());
    assert.equal(waits({ site }), false, site);
    storeOf(MODEL, siteKey(site)).save({ a: 1 });
    assert.equal(waits({ site }), true, site);
    assert.equal(waits({ site: new URL("other/", site).href }), false, site);
    assert.equal(waits({ site, id: "cult" }), false, site);
  }
  storage = provide(new Storage());
  put("self-assessment:culture:v1", EARLIER);
  assert.equal(waits(), true, "of an earlier release");
  assert.equal(waits({ loaded: { isDefined: true } }), true, "for its result, with the script there");
  assert.equal(waits({ loaded: { isDefined: false } }), false, "the script is lost");
  assert.deepEqual([waits({ isBlocked: true }), waits({ isBlocked: true, hash: "#result" })], [false, true]);
  assert.equal(waits({ site: "file:///home/site/", hash: "#result" }), undefined, "no module runs from a file");
  assert.equal(waits({ hash: "#result", readyState: "complete" }), undefined, "the theme has shown it already");
});
