// What an address that isn't found says, and which pages are like it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { likeness, wordsIn } from "#multilingual/not_found/likeness.js";

describe("the words of an address", () => {
  const cases = {
    "artiklar/klagom%C3%A5l-och-svar.html": "klagomål och svar",
    "articles/boss_or+leader/": "boss or leader",
    "blog/2026/10/": "blog",
    "sv/kunden/index.html": "kunden",
    "100%-ja": "100 ja",
    "a/": "",
    "": "",
  };
  for (const [path, words] of Object.entries(cases)) test(path || "none", () => assert.equal(wordsIn(path), words));
});

test("pages are like an address with errors, with words left out, and without the letters of the language", () => {
  const pages = ["Delegera så att uppgiften inte kommer tillbaka", "Kultur före strategi", "Kulturen"];
  const nearest = (words) => pages.toSorted((a, b) => likeness(words, b) - likeness(words, a))[0];
  assert.equal(nearest("delegrea sa att uppgiften"), pages[0]);
  assert.equal(nearest("strategi fore kultur"), pages[1]);
  assert.equal(nearest("kulturen"), pages[2]);
  assert.equal(likeness("kultur", "kultur"), 1);
  assert.equal(likeness("kultur", "xyz"), 0);
  assert.equal(likeness("", "xyz"), 0);
});
