// Every vector. Some of them are run in a browser's engine too: tests/browser/test_scoring.py.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import "./kinds.js";
import { scoreAssessment } from "#self-assessment/scoring/scoring.js";
import { OUTCOMES, vectorsIn } from "./vectors.js";

const KINDS = new URL("../../plugins/self_assessment/mkdocs_self_assessment/kinds/", import.meta.url);

for (const [name, outcomeOf] of Object.entries(OUTCOMES)) {
  describe(`vectors: ${name}`, () => {
    const file = JSON.parse(readFileSync(new URL(`${name}/vectors.json`, KINDS), "utf8"));
    for (const vector of vectorsIn(file)) {
      test(vector.name, () => {
        const { expected, found } = outcomeOf(vector, scoreAssessment);
        assert.deepEqual(found, expected, vector.working);
      });
    }
  });
}
