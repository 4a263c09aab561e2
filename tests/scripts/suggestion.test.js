// Which language is suggested to a reader.
import assert from "node:assert/strict";
import { test } from "node:test";

import { preferredOf } from "#multilingual/suggestion/languages.js";

const cases = {
  "the preferred one that is offered": [["sv"], ["da"], ["sv", "en"], "sv"],
  "whatever its region": [["sv-FI"], ["da"], ["en", "sv"], "sv"],
  "a region is none of another language": [["en-US"], ["da"], ["en-GB"], "en-GB"],
  "in small and capital letters": [["PT-br"], ["da"], ["pt-BR"], "pt-BR"],
  "Norwegian, in each of its ways": [["nn-NO"], ["da"], ["nb"], "nb"],
  "and the other way": [["nb"], ["da"], ["no"], "no"],
  "none where the page is in Norwegian": [["no"], ["nb"], ["da"], undefined],
  "none where the page is in the preferred one": [["da", "sv"], ["da"], ["sv"], undefined],
  "none where the page is in one that comes before": [["fr", "da-DK", "sv"], ["da"], ["sv"], undefined],
  "the second, where the first is not offered": [["fr", "en"], ["da"], ["sv", "en"], "en"],
  "none where none is read": [["fr"], ["da"], ["sv"], undefined],
  "none where the browser says nothing": [[], ["da"], ["sv"], undefined],
  "a similar beginning is another language": [["f"], ["da"], ["fr"], undefined],
};
for (const [name, [preferences, here, offered, expected]] of Object.entries(cases)) {
  test(name, () => assert.equal(preferredOf(preferences, here, offered), expected));
}
