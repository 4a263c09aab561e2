// Codes of share links: decoding restores what was encoded, and rejects everything else.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { crc32 } from "node:zlib";
import fc from "fast-check";

import { decodeAnswers, encodeAnswers } from "#self-assessment/codec/codec.js";

const NOT_RELEVANT = "not-relevant";

const ids = fc.string({ unit: fc.constantFrom(..."abcdefghij-0123456789"), minLength: 1, maxLength: 12 });
const scales = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 11 });
const items = fc.record({
  id: ids,
  values: scales.map((values) => values.sort((a, b) => a - b)),
  notRelevant: fc.boolean(),
});
const models = fc.record({
  id: ids,
  version: ids,
  items: fc.uniqueArray(items, { minLength: 1, maxLength: 40, selector: ({ id }) => id }),
});

/** Possible answers of an item. */
const offered = ({ values, notRelevant }) => [...values, ...(notRelevant ? [NOT_RELEVANT] : [])];

/** A model, and answers to some of its items. */
const results = models.chain((model) =>
  fc
    .tuple(...model.items.map((item) => fc.constantFrom(undefined, ...offered(item))))
    .map((chosen) => chosen.flatMap((answer, n) => (answer === undefined ? [] : [[model.items[n].id, answer]])))
    .map((answers) => ({ model, answers: Object.fromEntries(answers) })),
);

/** The bits of a name that a code holds. */
const mark = (name) => crc32(name) & 0xffff;

/** A code with a valid prefix and checksum around any payload. */
function pack({ id, version }, payload) {
  const beginning = Buffer.alloc(4);
  beginning.writeUInt16BE(mark(id), 0);
  beginning.writeUInt16BE(mark(version), 2);
  const body = Buffer.concat([beginning, Buffer.from(payload)]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return `1${Buffer.concat([body, checksum]).toString("base64url")}`;
}

const B = { id: "b", values: [1, 2, 3, 4, 5], notRelevant: true };
const A = { id: "a", values: [0, 1], notRelevant: false };
const SMALL = { id: "whole", version: "v", items: [B, A] };

test("a code by hand", () => {
  // Sorted: a (radix 2 + 2), b (radix 5 + 2). a: second value, digit 2; b: "not relevant", digit 6; 2 * 7 + 6 = 20.
  // 4 * 7 = 28 codes fit in one byte.
  const answers = { a: 1, b: NOT_RELEVANT };
  assert.equal(encodeAnswers(SMALL, answers), pack(SMALL, [20]));
  assert.deepEqual(decodeAnswers(SMALL, pack(SMALL, [20])), { answers });
});

test("there and back, whatever the order of the items", () => {
  fc.assert(
    fc.property(results, ({ model, answers }) => {
      const code = encodeAnswers(model, answers);
      const reversed = { ...model, items: [...model.items].reverse() };
      assert.deepEqual(decodeAnswers(model, code), { answers });
      assert.deepEqual(decodeAnswers(reversed, code), { answers });
      assert.ok(code.length <= 14 + 0.7 * model.items.length);
    }),
    { numRuns: 500 },
  );
});

test("a code of another self-assessment or version is refused as such", () => {
  fc.assert(
    fc.property(results, ({ model, answers }) => {
      const code = encodeAnswers(model, answers);
      const [id, version] = [`${model.id}x`, `${model.version}x`];
      // A code has 16 bits of each: one name in 65,536 has the same code as another.
      fc.pre(mark(id) !== mark(model.id) && mark(version) !== mark(model.version));
      assert.deepEqual(decodeAnswers({ ...model, id }, code), { problem: "foreign" });
      assert.deepEqual(decodeAnswers({ ...model, version }, code), { problem: "version" });
    }),
  );
});

test("a mistyped or cut code is refused as damaged", () => {
  const kinds = fc.constantFrom("replace", "cut", "insert", "swap");
  const damage = fc.tuple(kinds, fc.nat(200), fc.constantFrom(..."Ab3_-~ é"));
  fc.assert(
    fc.property(results, damage, ({ model, answers }, [kind, place, character]) => {
      const code = encodeAnswers(model, answers);
      const at = place % code.length;
      const wrong = {
        replace: code.slice(0, at) + character + code.slice(at + 1),
        cut: code.slice(0, at),
        insert: code.slice(0, at) + character + code.slice(at),
        swap: code.slice(0, at) + [...code.slice(at, at + 2)].reverse().join("") + code.slice(at + 2),
      }[kind];
      fc.pre(wrong !== code);
      assert.deepEqual(decodeAnswers(model, wrong), { problem: "damaged" });
    }),
    { numRuns: 500 },
  );
});

test("nothing gets through but what is offered", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^1[\w-]*$/),
    fc.uint8Array({ maxLength: 30 }),
  );
  fc.assert(
    fc.property(models, texts, (model, text) => {
      const found = decodeAnswers(model, typeof text === "string" ? text : pack(model, text));
      if ("problem" in found) {
        assert.ok(["damaged", "foreign", "version"].includes(found.problem));
      } else {
        const byId = Object.fromEntries(model.items.map((item) => [item.id, offered(item)]));
        for (const [id, answer] of Object.entries(found.answers))
          assert.ok(byId[id]?.includes(answer), `${id}: ${answer}`);
      }
    }),
    { numRuns: 500 },
  );
});

describe("a hostile code with a right checksum", () => {
  const model = { ...SMALL, items: [{ ...B, notRelevant: false }, A] };
  for (const [name, [payload, problem]] of Object.entries({
    "too large": [[0x1c], "damaged"],
    "too long": [[0x00, 0x09], "damaged"],
    short: [[], "damaged"],
  })) {
    test(name, () => assert.deepEqual(decodeAnswers(model, pack(model, payload)), { problem }));
  }
});

test("“not relevant” where it is no longer offered costs that answer only", () => {
  const offering = { ...SMALL, items: [{ ...B, notRelevant: true }, A] };
  const code = encodeAnswers(offering, { [A.id]: A.values[0], [B.id]: NOT_RELEVANT });
  const found = decodeAnswers({ ...SMALL, items: [{ ...B, notRelevant: false }, A] }, code);
  assert.deepEqual(found, { answers: { [A.id]: A.values[0] }, unfit: [B.id] });
});

test("twenty-four items take a fraction of the room, and hundreds are no trouble", () => {
  const many = (count) => ({
    id: "whole",
    version: "v",
    items: Array.from({ length: count }, (_, n) => ({ id: `i${n}`, values: [1, 2, 3, 4, 5, 6, 7], notRelevant: true })),
  });
  const model = many(24);
  const code = encodeAnswers(model, Object.fromEntries(model.items.map(({ id }) => [id, NOT_RELEVANT])));
  assert.ok(`#r=${code}`.length <= 40);
  assert.deepEqual(decodeAnswers(many(500), encodeAnswers(many(500), {})), { answers: {} });
});
