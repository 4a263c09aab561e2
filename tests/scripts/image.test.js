// The image of a result, as the text of an SVG.
import assert from "node:assert/strict";
import { test } from "node:test";

import { imageOf, wrap } from "#self-assessment/image/image.js";

const measure = (text, size) => (text.length * size) / 2;
const COLOURS = { page: "#fff", text: "#000", track: "#eee", accent: "#066" };
const DATA = {
  title: "Service <&> culture",
  verdict: "On the way",
  lines: ["The overall result is 40."],
  rows: [
    { name: "Trust", figure: "40", value: 40, colour: "#a00" },
    { name: "Time", figure: "–", value: null, colour: "#0a0" },
  ],
  foot: ["1 May 2026", "https://example.org/"],
  dir: "ltr",
  lang: "en",
  font: "system-ui, 'Segoe UI'",
  colours: COLOURS,
};
const bars = (svg, colour) =>
  [...svg.matchAll(/<rect x="(\d+)" y="\d+" width="(\d+)"[^>]*fill="([^"]+)"/g)].filter((m) => m[3] === colour);

test("an image has all texts, nothing from elsewhere, and a bar as long as its figure", () => {
  const { svg, width, height } = imageOf(DATA, measure);
  for (const text of ["Service &lt;&amp;&gt; culture", "On the way", "Trust", "1 May 2026"])
    assert.ok(svg.includes(text), text);
  assert.ok(!/href|url\(|<style|<script|<foreignObject/.test(svg));
  const [[, x, long]] = bars(svg, "#a00");
  const [[, from, all]] = bars(svg, "#eee");
  assert.deepEqual([x, Number(long)], [from, Math.round(0.4 * all)]);
  assert.equal(bars(svg, "#0a0").length, 0);
  assert.ok(width > 0 && height > 0);
});

test("from right to left it is mirrored", () => {
  const { svg, width } = imageOf({ ...DATA, dir: "rtl" }, measure);
  const [[, x, long]] = bars(svg, "#a00");
  const [[, from, all]] = bars(svg, "#eee");
  assert.equal(Number(x) + Number(long), Number(from) + Number(all));
  assert.ok(svg.includes(`<text x="${width - Number(from)}"`));
});

test("long texts are wrapped between words, or between letters where there are no spaces", () => {
  const fits = (text) => text.length;
  assert.deepEqual(wrap("one two three", 7, fits), ["one two", "three"]);
  assert.deepEqual(wrap("一二三四五", 2, fits), ["一二", "三四", "五"]);
  assert.deepEqual(wrap("", 2, fits), []);
});
