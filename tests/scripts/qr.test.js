// QR codes: each module is that of an independent encoder.
import assert from "node:assert/strict";
import { test } from "node:test";
import { correction, generate, mode } from "lean-qr";

import { qrOf } from "#self-assessment/qr/qr.js";

const LEVEL = { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M };

/** The modules of the other encoder, which is told the mask. */
function expected(text, mask) {
  const code = generate(mode.bytes(new TextEncoder().encode(text)), { ...LEVEL, mask });
  return Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (_, x) => Boolean(code.get(x, y))),
  );
}

test("each version and mask", () => {
  // The fullest text of each version from 1 to 20, and one byte more.
  const lengths = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666];
  lengths.forEach((length, n) => {
    for (const [text, size] of [
      ["é".repeat(length / 2) + "a".repeat(length % 2), n + 1],
      ["x".repeat(length + 1), n + 2],
    ]) {
      const mask = (n + size) % 8;
      const found = qrOf(text, mask);
      assert.equal(found?.length, size > 20 ? undefined : 4 * size + 17);
      assert.deepEqual(found, size > 20 ? null : expected(text, mask));
    }
  });
});

test("left to itself, it takes one of the masks", () => {
  for (const text of ["", "https://example.org/#t=7K32ABC", "0".repeat(200)]) {
    const masks = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => JSON.stringify(expected(text, mask)));
    assert.ok(masks.includes(JSON.stringify(qrOf(text))));
  }
});
