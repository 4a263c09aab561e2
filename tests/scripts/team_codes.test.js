// Codes of answer sheets and texts that hold them: what comes back, which letter is wrong, and what is refused.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";

import { encodeAnswers } from "#self-assessment/codec/codec.js";
import { LETTERS, readChecked, withChecks } from "#self-assessment/team/checks.js";
import { codeOf, invitationOf, originOf, readCode, readInvitation, readOrigin } from "#self-assessment/team/code.js";
import { LARGEST_TEXT, looksTyped, readPasted, readTyped } from "#self-assessment/team/paste.js";
import { item, model } from "./vectors.js";

const MODEL = model({ id: "culture", version: "v1", items: ["a", "b", "c", "d", "e", "f"].map((id) => item(id)) });
const ANSWERS = { a: 1, c: 5, f: 3 };
const ORIGIN = { round: "7K3", group: 2, sheet: "9QXC2" };
const CODE = codeOf(MODEL, { ...ORIGIN, answers: ANSWERS });
const LINK = `https://example.org/culture/#r=${encodeAnswers(MODEL, ANSWERS)}`;
const HANDED_IN = `${LINK}&t=${originOf(ORIGIN)}`;
const FOUND = { ...ORIGIN, answers: ANSWERS };

const letters = (length) => fc.string({ unit: fc.constantFrom(...LETTERS), minLength: length, maxLength: length });
const origins = fc.record({ round: letters(3), group: fc.nat(7), sheet: letters(5) });
const models = fc
  .array(fc.record({ count: fc.integer({ min: 2, max: 11 }), notRelevant: fc.boolean() }), {
    minLength: 1,
    maxLength: 90,
  })
  .map((items) =>
    model({
      id: "any",
      items: items.map(({ count, notRelevant }, n) =>
        item(`i${n}`, { values: Array.from({ length: count }, (_, value) => value), notRelevant }),
      ),
    }),
  );
const sheets = models.chain((asked) =>
  fc.record({
    asked: fc.constant(asked),
    origin: origins,
    answers: fc
      .tuple(...asked.items.map(({ values }) => fc.option(fc.constantFrom(...values), { nil: undefined })))
      .map((given) => Object.fromEntries(given.flatMap((v, n) => (v === undefined ? [] : [[`i${n}`, v]]))))
      .filter((answers) => Object.keys(answers).length > 0),
  }),
);
const sorted = (answers) => Object.fromEntries(Object.entries(answers).sort());

describe("a code", () => {
  test("there and back, as it may be typed", () => {
    fc.assert(
      fc.property(sheets, ({ asked, origin, answers }) => {
        const code = codeOf(asked, { ...origin, answers });
        assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{1,4})+$/);
        const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
        for (const text of [code, typed]) {
          const found = readCode(asked, text);
          assert.deepEqual({ ...found, answers: sorted(found.answers) }, { ...origin, answers: sorted(answers) });
        }
      }),
    );
  });

  test("says which letter is wrong, and the right one", () => {
    fc.assert(
      fc.property(sheets, fc.nat(), fc.integer({ min: 1, max: 31 }), ({ asked, origin, answers }, place, by) => {
        const code = codeOf(asked, { ...origin, answers }).replaceAll("-", "");
        const at = place % code.length;
        const found = LETTERS[(LETTERS.indexOf(code[at]) + by) % 32];
        const wrong = code.slice(0, at) + found + code.slice(at + 1);
        const misread = { at: at + 1, found, expected: code[at] };
        assert.deepEqual(readCode(asked, wrong), { problem: "wrong", misread });
      }),
    );
  });

  test("two wrong letters are never taken for one, nor for none", () => {
    const two = fc.uniqueArray(fc.nat(27), { minLength: 2, maxLength: 2 });
    const changes = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }));
    fc.assert(
      fc.property(fc.array(fc.nat(31), { minLength: 25, maxLength: 25 }), two, changes, (data, places, by) => {
        const code = [...withChecks(data)];
        places.forEach((at, n) => {
          code[at] = LETTERS[LETTERS.indexOf(code[at]) ^ by[n]];
        });
        const read = readChecked(code.join(""));
        assert.ok(read.problem === "several" || read.problem === "swapped");
      }),
    );
  });

  test("two neighbours in the wrong order", () => {
    const at = [...CODE].findIndex((letter, n) => letter !== CODE[n + 1] && ![letter, CODE[n + 1]].includes("-"));
    const turned = CODE.slice(0, at) + CODE[at + 1] + CODE[at] + CODE.slice(at + 2);
    const read = readCode(MODEL, turned);
    assert.equal(read.problem, "swapped");
    assert.deepEqual(read.misread.expected, CODE.slice(at, at + 2));
  });

  const length = CODE.replaceAll("-", "").length;
  const cases = {
    "a sign that is no letter": [
      `*${CODE.slice(1)}`,
      { problem: "letter", misread: { at: 1, found: "*", expected: "" } },
    ],
    "a letter too few": [CODE.slice(0, -1), { problem: "length", length: length - 1, expected: length }],
    nothing: ["", { problem: "length", length: 0, expected: length }],
    "another self-assessment": [codeOf({ ...MODEL, id: "other" }, FOUND), { problem: "foreign" }],
    "another version": [codeOf({ ...MODEL, version: "v2" }, FOUND), { problem: "version" }],
    "another version with more items": [
      codeOf({ ...MODEL, version: "v2", items: [...MODEL.items, item("g"), item("h")] }, FOUND),
      { problem: "version" },
    ],
    "no answer": [codeOf(MODEL, { ...ORIGIN, answers: {} }), { problem: "empty" }],
    "a later format": [withChecks(Array(20).fill(9)), { problem: "newer" }],
    "a number that no answers have, with right check letters": [
      withChecks([...Array(12).keys()].map((n) => [2, 0, 0, 0][n] ?? 31)),
      { problem: "foreign" },
    ],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(readCode(MODEL, text), expected));
  }

  test("forged check letters around any letters give answers that are offered, or none", () => {
    const head = codeOf(MODEL, FOUND).replaceAll("-", "").slice(1, 4);
    const body = fc.array(fc.nat(31), { minLength: 5, maxLength: 15 });
    fc.assert(
      fc.property(fc.nat(31), body, (format, data) => {
        const code = withChecks([format, ...[...head].map((letter) => LETTERS.indexOf(letter)), ...data]);
        const found = readCode(MODEL, code);
        for (const [id, answer] of Object.entries(found.answers ?? {}))
          assert.ok(MODEL.items.find((one) => one.id === id).values.includes(answer));
        assert.ok("answers" in found || ["newer", "damaged", "length", "empty"].includes(found.problem));
      }),
      { numRuns: 500 },
    );
  });
});

test("what links carry beside the answers", () => {
  fc.assert(
    fc.property(origins, fc.string({ unit: "binary", maxLength: 80 }), (origin, label) => {
      assert.deepEqual(readOrigin(originOf(origin)), { ...origin });
      const read = readInvitation(invitationOf(origin.round, origin.group, label.toWellFormed()));
      assert.deepEqual([read.round, read.group], [origin.round, origin.group]);
      assert.ok([...read.label].length <= 40 && !/[\p{Cc}\p{Cf}\n]/u.test(read.label));
    }),
  );
  assert.equal(readInvitation(invitationOf("7K3", 5, "Nat & dag")).label, "Nat & dag");
  for (const text of ["", "7K3", "7K32AAA", "__proto__"]) assert.equal(readInvitation(text), null);
});

test("what was typed is taken for a code where it is nearly as long as one", () => {
  for (const text of [CODE, CODE.toLowerCase().replaceAll("-", ""), CODE.slice(3), ` ${CODE}7`])
    assert.ok(looksTyped(MODEL, text));
  for (const text of ["", "hello there", CODE.slice(0, 9), CODE.repeat(2), "x".repeat(5000)])
    assert.ok(!looksTyped(MODEL, text));
});

describe("a text", () => {
  const CHAT = `[11:02] Ask: her er mit 👍 ${HANDED_IN} (skrevet på mobil)
> 11:03 Bo
kode: ${CODE.toLowerCase()}.
Se det her: one-two-three-four-five, 2026-11-29-1234, +45-1234-5678-9012
<a href="${HANDED_IN.replaceAll("&", "&amp;")}">resultat</a>`;

  test("a chat with what surrounds the lines", () => {
    const found = readPasted(MODEL, CHAT);
    assert.deepEqual(
      found.map(({ by, excerpt, ...rest }) => [by, rest]),
      [
        ["link", FOUND],
        ["code", FOUND],
        ["link", FOUND],
      ],
    );
  });

  const escaped = encodeURIComponent(HANDED_IN);
  const texts = {
    "a link without a round": [LINK, { ...FOUND, round: "", group: 0, sheet: "" }],
    "a link in a link": [`https://safe.example/?url=${escaped}&data=5`, FOUND],
    "a link in a link in a link": [`https://safe.example/?url=${encodeURIComponent(escaped)}`, FOUND],
    "a link with marks from right to left": [`\u200f\u202b${[...HANDED_IN].join("\u200e")}\u202c`, FOUND],
    "a mail saved as it is": [
      `Content-Transfer-Encoding: quoted-printable\r\n\r\n${HANDED_IN.replaceAll("=", "=3D").replace(/.{60}/, "$&=\r\n")}`,
      FOUND,
    ],
    "an emphasised link": [`_${LINK}_`, { ...FOUND, round: "", group: 0, sheet: "" }],
    "a code with other dashes": [CODE.replaceAll("-", "–"), FOUND],
    "a code with full-width letters typed": [CODE.replaceAll("-", "－"), FOUND],
  };
  for (const [name, [text, expected]] of Object.entries(texts)) {
    test(name, () => {
      const read = name.includes("typed") ? [readTyped(MODEL, text)] : readPasted(MODEL, text);
      assert.equal(read.length, 1);
      const { by, excerpt, ...rest } = read[0];
      assert.deepEqual(rest, expected);
    });
  }

  const refused = {
    "a link that was cut": [LINK.slice(0, -4), "damaged"],
    "a link whose round was cut": [HANDED_IN.slice(0, -1), "damaged"],
    "another version": [`#r=${encodeAnswers({ ...MODEL, version: "v2" }, ANSWERS)}`, "version"],
    "another self-assessment": [`#r=${encodeAnswers({ ...MODEL, id: "x" }, ANSWERS)}`, "foreign"],
    "no answers": [`#r=${encodeAnswers(MODEL, {})}`, "empty"],
    "a code with a wrong letter": [CODE.replace(/.$/, (end) => (end === "7" ? "8" : "7")), "wrong"],
    markup: ['#r=<img src=x onerror="alert(1)">', "damaged"],
    "more than any link": [`#r=1${"A".repeat(10_000)}`, "large"],
    megabytes: [`${HANDED_IN} `.repeat(Math.ceil(LARGEST_TEXT / HANDED_IN.length)), "large"],
    "a file that is none": ['{"id": "culture", "__proto__": {"answers": {}}}', "damaged"],
    "a file with a prototype's key as an item": [
      '{"format":1,"id":"culture","version":"v1","answers":{"__proto__":1,"a":1}}',
      "damaged",
    ],
  };
  for (const [name, [text, problem]] of Object.entries(refused)) {
    test(name, () => {
      const read = readPasted(MODEL, text);
      assert.deepEqual(
        read.map((one) => one.problem),
        [problem],
      );
      assert.ok(read[0].excerpt.length <= 41);
    });
  }

  test("any text gives answers that are offered, or a reason", () => {
    const pieces = fc.oneof(
      fc.constantFrom(HANDED_IN, CODE, "#r=", "&t=", "%23r%3D", "__proto__", "\u202e", "-", "7K3M-"),
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[\w-]{0,40}$/),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        for (const one of readPasted(MODEL, parts.join(""))) {
          if ("problem" in one) assert.equal(typeof one.problem, "string");
          else assert.deepEqual(sorted(one.answers), sorted(ANSWERS));
        }
      }),
      { numRuns: 500 },
    );
  });
});
