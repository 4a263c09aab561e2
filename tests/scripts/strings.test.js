// Strings, and the formats of numbers in a language.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { wordsOf } from "#self-assessment/strings/strings.js";

const STRINGS = {
  key: "{value}",
  "answered.one": "{n} answer of {total}",
  "answered.other": "{n} answers of {total}",
  title: "Statements",
  "scenarios.title": "Situations",
  "result.quote": "“{text}”",
};
const words = (rest = {}) => wordsOf({ kind: "statements", lang: "en", dates: "en-GB", strings: STRINGS, ...rest });

for (const lang of ["da", "sv", "nb", "en", "de", "fr"]) {
  test(`${lang}: numbers have a real minus sign and no decimals`, () => {
    const { t, number, signed } = words({ lang });
    const written = [number, signed, (value) => t("key", { value })].map((write) => [-24, -0.4, 0, 7.5].map(write));
    assert.deepEqual(written, [
      ["−24", "0", "0", "8"],
      ["−24", "0", "0", "+8"],
      ["−24", "0", "0", "8"],
    ]);
  });
}

describe("a string", () => {
  test("has the form for its number", () => {
    assert.equal(words().t("answered", { n: 1, total: 3 }), "1 answer of 3");
    assert.equal(words().t("answered", { n: 2, total: 3 }), "2 answers of 3");
  });

  test("has the language's own forms, and the usual one where one is missing", () => {
    const strings = {
      "left.one": "one {n}",
      "left.few": "few {n}",
      "left.other": "other {n}",
      "went.other": "went {n}",
    };
    const { t } = words({ lang: "pl", strings });
    assert.deepEqual(
      [1, 3, 5].map((n) => t("left", { n })),
      ["one 1", "few 3", "other 5"],
    );
    assert.equal(t("went", { n: 1 }), "went 1");
  });

  test("of the kind comes before the common one", () => {
    assert.equal(words().t("title"), "Statements");
    assert.equal(words({ kind: "scenarios" }).t("title"), "Situations");
  });

  test("keeps what nothing was given for", () => assert.equal(words().t("key"), "{value}"));

  test("that is missing is shown as its key, never an exception", () => assert.equal(words().t("nowhere"), "nowhere"));
});

test("names, lists and days", () => {
  const { quote, list, date } = words();
  assert.equal(quote("Trust"), "“Trust”");
  assert.equal(list(["a", "b", "c"]), "a, b, and c");
  assert.equal(date(new Date(2026, 2, 4)), "4 March 2026");
});
