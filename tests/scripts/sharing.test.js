// What is read from a link: a result, whatever programs hang on it, or why there is none.
import assert from "node:assert/strict";
import { test } from "node:test";

import { encodeAnswers } from "#self-assessment/codec/codec.js";
import { holdsResult, readLink } from "#self-assessment/sharing/sharing.js";
import { item, model } from "./vectors.js";

const MODEL = model({ id: "culture", version: "v1", items: [item("a"), item("b")] });
const ANSWERS = { a: 1 };
const END = `#r=${encodeAnswers(MODEL, ANSWERS)}`;

const cases = {
  "the end of a link": [END, { answers: ANSWERS }],
  "a whole one, with spaces around": [` https://example.org/a/${END} `, { answers: ANSWERS }],
  "what follows the code": [`${END}&utm_source=mail?x=1`, { answers: ANSWERS }],
  "what comes before the fragment": [`https://example.org/?fbclid=1${END}`, { answers: ANSWERS }],
  "the code alone": [END.slice(3), { answers: ANSWERS }],
  nothing: ["#r=", { problem: "damaged" }],
  "a code that was cut, and another parameter": [`${END.slice(0, -3)}&${END.slice(-3)}`, { problem: "damaged" }],
  "more than any result takes": [`#r=1${"A".repeat(5000)}`, { problem: "large" }],
  "no answer at all": [`#r=${encodeAnswers(MODEL, {})}`, { problem: "damaged" }],
  "another self-assessment": [`#r=${encodeAnswers({ ...MODEL, id: "other" }, ANSWERS)}`, { problem: "foreign" }],
};
for (const [name, [text, expected]] of Object.entries(cases)) {
  test(name, () => assert.deepEqual(readLink(MODEL, text), expected));
}

test("an address that claims to hold a result", () => {
  assert.ok(holdsResult(`https://example.org/${END}`));
  assert.ok(!holdsResult("https://example.org/#result"));
});
