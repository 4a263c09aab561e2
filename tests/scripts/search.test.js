// The search's own logic; Pagefind itself is tested in a browser.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { apart, inWords, phrasesOf } from "#multilingual/search/characters.js";
import { distance, forgiven } from "#multilingual/search/distance.js";
import { ask } from "#multilingual/search/engine.js";
import { keysIn, mayMean } from "#multilingual/search/folding.js";
import { seek } from "#multilingual/search/seeking.js";
import { forms, tidy } from "#multilingual/search/spelling.js";
import { completions } from "#multilingual/search/suggestions.js";
import { readVocabulary } from "#multilingual/search/vocabulary.js";

describe("what is typed", () => {
  test("is without needless whitespace, and a letter with its mark is one character", () => {
    assert.equal(tidy("  sma\u030a \n skridt "), "små skridt");
  });
});

describe("one key for a word", () => {
  const alike = {
    sv: [
      ["klagomål", "klagomal", "klagomaal", "KLAGOMÅL"],
      ["missnöjd", "missnojd", "missnoejd", "missnøjd"],
    ],
    da: [
      ["læse", "laese", "läse"],
      ["føle", "foele", "föle", "fole"],
      ["åbenhed", "aabenhed", "abenhed"],
    ],
    nb: [["misfornøyd", "misfornoyd", "misfornöyd"]],
    fi: [
      ["äiti", "aiti"],
      ["maa", "maa"],
    ],
    de: [
      ["grüße", "gruesse", "gruße", "gruse"],
      ["Öl", "oel"],
    ],
    is: [
      ["þörf", "thorf", "torf"],
      ["góða", "goda"],
    ],
    fr: [
      ["œuvre", "oeuvre"],
      ["élève", "eleve"],
    ],
    pl: [["łódź", "lodz"]],
    tr: [["ışık", "isik", "IŞIK"]],
    el: [["λόγος", "λογοσ"]],
    he: [["שָׁלוֹם", "שלום"]],
    ar: [["إدارة", "اداره"]],
    fa: [["كتاب", "کتاب"]],
  };
  for (const [lang, groups] of Object.entries(alike)) {
    test(`however it is typed: ${lang}`, () => {
      const key = keysIn(lang);
      for (const words of groups) assert.deepEqual(new Set(words.map(key)).size, 1, words.join(" "));
    });
  }

  test("but not for other words: long vowels, vowel signs, letters of the alphabet", () => {
    const apart_ = {
      fi: ["maa", "ma"],
      hi: ["ग्राहक", "ग्रहक"],
      ja: ["が", "か"],
      en: ["boot", "bot"],
    };
    for (const [lang, [one, other]] of Object.entries(apart_)) assert.notEqual(keysIn(lang)(one), keysIn(lang)(other));
    assert.equal(keysIn("sv-FI")("å"), "a");
  });

  test("may be meant unless a letter was typed that the word lacks", () => {
    assert.ok(mayMean("rav", "räv", "sv"));
    assert.ok(!mayMean("räv", "rav", "sv"));
    assert.ok(mayMean("élève", "eleve", "fr"));
  });
});

describe("typing errors", () => {
  const cases = [
    ["delegrea", "delegera", 1],
    ["delegra", "delegera", 1],
    ["deleggera", "delegera", 1],
    ["delagera", "delegera", 1],
    ["edelgera", "delegera", 2],
    ["ledarskpa", "ledarskap", 1],
    ["ca", "abc", 3],
    ["", "ab", 2],
  ];
  for (const [typed, meant, errors] of cases) {
    test(`${typed} for ${meant}: ${errors}`, () => {
      assert.equal(distance(typed, meant, 9), errors);
      assert.equal(distance(meant, typed, 9), errors);
      assert.equal(distance(typed, meant, errors - 1), errors);
    });
  }

  test("none is forgiven in a short word, two are in a long one", () => {
    assert.deepEqual([2, 3, 4, 7, 8, 20].map(forgiven), [0, 0, 1, 1, 2, 2]);
  });
});

describe("words that may be meant", () => {
  const near = (term, words, lang = "sv") => readVocabulary(words, lang).near(term);

  test("the same in other letters first, then compounds, then the fewest errors, then the common ones", () => {
    const found = near("kundse", "kundsi\nkundsa kunden");
    assert.deepEqual(
      found.map(({ word }) => word),
      ["kundsi", "kundsa"],
    );
    const all = near("hantering", "klagomålshantering\nhäntering handtering");
    assert.deepEqual(all, [
      { word: "häntering", errors: 0 },
      { word: "klagomålshantering", errors: 1 },
      { word: "handtering", errors: 2 },
    ]);
  });

  test("the beginning of a word in the letters that it has", () => {
    assert.deepEqual(near("missno", "\nmissnöjd missnöje"), [{ word: "missnö", errors: 0 }]);
    assert.deepEqual(near("gruse", "grüßen", "de"), [{ word: "grüße", errors: 0 }]);
  });

  test("a compound that the index has as two words, a doubled letter, two letters for one of the language's", () => {
    assert.deepEqual(near("kundeklage", "kunde\nklage", "da"), [{ word: "kunde klage", errors: 1 }]);
    assert.deepEqual(near("serviceskultur", "kultur\nservice"), [{ word: "service kultur", errors: 1 }]);
    assert.deepEqual(near("tilitt", "\ntillit", "nb"), [{ word: "tillit", errors: 2 }]);
    assert.deepEqual(near("koe", "kø", "nb"), [{ word: "kø", errors: 0 }]);
  });

  test("none where none is near, and five at most", () => {
    assert.deepEqual(near("qxzz", "klagomål\ndelegera"), []);
    assert.equal(near("kundz", "kunda kundb kundc kundd kunde kundf").length, 5);
    assert.deepEqual(near("abc", ""), []);
  });
});

describe("other forms of a query", () => {
  test("are the parts of its compounds, and Arabic words with and without an article", () => {
    assert.deepEqual(forms("L’E-mail"), ["l e mail"]);
    assert.deepEqual(forms("كتاب"), ["الكتاب"]);
    assert.deepEqual(forms("tryk"), []);
  });
});

describe("what is typed without spaces between words", () => {
  test("is searched for by its characters, and what has words stays as it is", () => {
    assert.equal(apart("使用TLS协议 v1.2"), "使 用 TLS 协 议 v1.2");
    assert.equal(apart("ร่วม").split(" ").length, 3);
    assert.equal(apart("vi  har-tid"), "vi  har-tid");
    assert.equal(apart("암호화 데이터"), "암호화 데이터");
  });

  test("must be on the page as it is typed, each part by itself", () => {
    assert.deepEqual(phrasesOf("「访问控制」 密 TLS协议"), ["访 问 控 制", "TLS 协 议"]);
    assert.deepEqual(phrasesOf("kunde/leverandør"), []);
  });

  test("is cut into words where it is nowhere as a whole", async () => {
    assert.equal(inWords("访问控制"), "访问 控制");
    assert.equal(inWords("to ord"), "to ord");
    const page = { ...hit("Both", "访\u200b问\u200b和\u200b控\u200b制", 0), locations: [0, 1, 3, 4] };
    const answers = { "访 问 控 制": [page], '"访 问"': [page], '"控 制"': [page] };
    assert.deepEqual(await sought(answers, "访问控制"), { titles: ["Both"], other: "访问 控制" });
    assert.deepEqual(await sought({ "访 问": [page], '"访 问"': [page] }, "访问"), { titles: ["Both"], other: "" });
  });
});

/** A page as Pagefind gives it, with one mark on the word that was found. */
function hit(title, text, found = 0) {
  return {
    content: text,
    raw_content: text,
    locations: [found],
    meta: { title },
    filters: {},
    sub_results: [],
    url: "",
    excerpt: "",
  };
}

describe("suggestions", () => {
  const hits = [hit("Trust grows", "Trust is a trusted word. Trusted!"), hit("Tryouts", "nothing else")];

  test("the word that is being typed goes on as the hits do, the most frequent first, then titles", () => {
    assert.deepEqual(completions("tru", hits), ["trusted", "trust", "Trust grows"]);
    assert.deepEqual(completions("we tru", hits), ["we trusted", "we trust", "Trust grows"]);
  });

  test("only titles, where words have no spaces between them", () => {
    assert.deepEqual(completions("访问", [hit("访问控制", "访问权限和加密")]), ["访问控制"]);
  });

  test("of equally frequent words, by the alphabet", () => {
    assert.deepEqual(completions("pa", [hit("", "part pace pants")]), ["pace", "pants", "part"]);
  });

  test("none for a single letter, for a finished word, and for what is typed already", () => {
    assert.deepEqual(completions("t", hits), []);
    assert.deepEqual(completions("trust ", hits), []);
    assert.deepEqual(completions("tryouts", hits), []);
  });

  test("at most four words and two titles", () => {
    const many = Array.from({ length: 9 }, (_, n) => hit(`Part ${n}`, `parta partb partc partd parte part${n}`));
    assert.equal(completions("par", many).length, 6);
  });
});

/** An engine with these answers by query; `all` is what it would find without filters. */
function engineOf(answers, all = 0) {
  const asked = [];
  const search = async (query, { filters }) => {
    asked.push([query, filters]);
    const hits = answers[query] ?? [];
    return {
      results: hits.map((found) => ({ id: found.meta.title, data: async () => found })),
      unfilteredResultCount: Math.max(all, hits.length),
      filters: { kind: { article: hits.length } },
    };
  };
  return { asked, search };
}

/** Titles of what was found, and the query that it is about instead. */
async function sought(answers, query, { all = 0, chosen = {}, words = "" } = {}) {
  const vocabulary = async () => readVocabulary(words, "da");
  const { results, other } = await seek(engineOf(answers, all), query, chosen, vocabulary);
  const hits = await Promise.all(results.map(({ data }) => data()));
  return { titles: hits.map(({ meta }) => meta.title), other };
}

describe("what is found", () => {
  test("a form of the word is about the word", async () => {
    const found = await sought({ promises: [hit("Word", "a promise kept", 1)] }, "promises");
    assert.deepEqual(found, { titles: ["Word"], other: "" });
  });

  const parts = {
    "behind a hyphen": ["mail", "en e-mail", 1],
    "an inner one, inflected": ["afdeling", "til IT-afdelingen,", 1],
    "behind a slash": ["leverandør", "kunde/leverandør-aftaler.", 0],
    "begun behind two hyphens": ["aware", "security-awareness-træning", 0],
    "behind a capital letter": ["servers", "HTTPServer", 0],
    "across a hyphen": ["callvagter", "on-call-vagter", 0],
    "behind an apostrophe": ["école", "l’École", 0],
    "behind an article in Arabic": ["كتاب", "والكتاب", 0],
    "of the article, which the text lacks": ["الكتا", "وكتاب", 0],
    "behind an article in Hebrew": ["בית", "הבית", 0],
    "before a half-space": ["کتاب", "کتاب‌ها", 0],
    "with a vowel sign": ["ग्राहक", "ग्राहकों", 0],
    "with a mark more": ["مسؤول", "المسوول", 0],
  };
  for (const [name, [typed, text, place]] of Object.entries(parts)) {
    test(`a part of a compound is: ${name}`, async () => {
      const found = await sought({ [typed]: [hit("Page", text, place)] }, typed);
      assert.deepEqual(found, { titles: ["Page"], other: "" });
    });
  }

  test("a form without a letter in common is, where the index says so", async () => {
    const page = hit("Gone", "she went", 1);
    assert.deepEqual((await sought({ jog: [page] }, "jog")).titles, []);
    assert.deepEqual(await sought({ jog: [page], '"jog"': [page] }, "jog"), { titles: ["Gone"], other: "" });
  });

  test("a shorter word that the engine took instead is not", async () => {
    assert.deepEqual(await sought({ anspråk: [hit("And", "an other", 0)] }, "anspråk"), { titles: [], other: "" });
  });

  test("nor is one with the same beginning and quite another end", async () => {
    assert.deepEqual(await sought({ carpentries: [hit("Cars", "a car", 1)] }, "carpentries"), {
      titles: [],
      other: "",
    });
  });

  test("another word of the index comes first, in other letters or with an error", async () => {
    const answers = { foele: [hit("Wrong", "fo and so on")], føle: [hit("Feel", "at føle noget", 1)] };
    assert.deepEqual(await sought(answers, "foele", { words: "føle" }), { titles: ["Feel"], other: "føle" });
    const found = await seek(engineOf({ delegere: [hit("Page", "at delegere", 1)] }), "delegree", {}, async () =>
      readVocabulary("delegere delegerer", "da"),
    );
    assert.deepEqual([found.other, found.how, found.near], ["delegere", "meant", []]);
  });

  test("a shorter word with half of the letters does only where no other is near", async () => {
    const answers = {
      ansvarsbevist: [hit("Ansvar", "et ansvar", 1)],
      ansvarsbevidst: [hit("Far", "ansvarsbevidst", 0)],
    };
    assert.deepEqual((await sought(answers, "ansvarsbevist")).titles, []);
    assert.deepEqual((await sought({ ansvarlige: [hit("Ansvar", "et ansvar", 1)] }, "ansvarlige")).titles, ["Ansvar"]);
    assert.deepEqual((await sought(answers, "ansvarsbevist", { words: "ansvarsbevidst" })).titles, ["Far"]);
  });

  test("then the rest of the words, without those that are nowhere", async () => {
    const answers = { "trust xyzzy": [hit("Trust", "trust alone")], trust: [hit("Trust", "trust alone")] };
    assert.deepEqual(await sought(answers, "trust xyzzy"), { titles: ["Trust"], other: "trust" });
  });

  test("of words that no page has together those stay that are on the fewest pages", async () => {
    const pages = { give: ["A", "B", "C"], feedback: ["D"], ledere: ["A", "D"], "feedback ledere": ["D"] };
    const answers = Object.fromEntries(
      Object.entries(pages).map(([words, titles]) => [words, titles.map((title) => hit(title, words))]),
    );
    for (const word of ["give", "feedback", "ledere"]) answers[`"${word}"`] = answers[word];
    assert.deepEqual(await sought(answers, "give feedback ledere"), { titles: ["D"], other: "feedback ledere" });
  });

  test("a word of the title counts", async () => {
    assert.deepEqual(await sought({ leading: [hit("Leading", "something else")] }, "leading"), {
      titles: ["Leading"],
      other: "",
    });
  });

  test("nothing with the chosen filters stays nothing, where there is something without them", async () => {
    const found = await sought({ føle: [hit("Feel", "at føle", 1)] }, "foele", { all: 3, chosen: { kind: "post" } });
    assert.deepEqual(found, { titles: [], other: "" });
  });
});

test("each filter counts what the others leave", async () => {
  const engine = engineOf({ trust: [hit("Trust", "trust")] });
  const { counts } = await ask(engine, "trust", { kind: "article", topic: "Culture" });
  assert.deepEqual(engine.asked, [
    ["trust", { kind: "article", topic: "Culture" }],
    ["trust", { topic: "Culture" }],
    ["trust", { kind: "article" }],
  ]);
  assert.deepEqual(counts.kind, { values: { article: 1 }, all: 1 });
  assert.deepEqual(counts.topic, { values: {}, all: 1 });
});
