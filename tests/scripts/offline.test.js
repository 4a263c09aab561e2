import assert from "node:assert/strict";
import test from "node:test";
import { filesOfFile, filesOfPage } from "../../plugins/multilingual/mkdocs_multilingual/worker/addresses.js";

const PAGE = "https://example.org/base/sv/page/";

test("a page needs the files that it names on its own server, and no other pages", () => {
  const html = `
    <link rel="stylesheet" href="../../assets/site.css"><link rel=icon href=/base/icon.svg>
    <link rel="canonical" href="https://example.org/base/sv/page/"><a href="../other/">Other</a>
    <script type='module' src='../../assets/a.js'></script><script src="https://elsewhere.org/b.js"></script>
    <img src="a.png?x=1&amp;y=2" srcset="b.png 1x, c.png 2x"><a href="#part">Part</a><a href="mailto:a@b.js">Mail</a>
    <script type="application/json">{"late":"../../assets/words.json"}</script>
    <p data-not-found="/base/pages.json" title="file.js"></p>`;
  assert.deepEqual(filesOfPage(html, PAGE).sort(), [
    "https://example.org/base/assets/a.js",
    "https://example.org/base/assets/site.css",
    "https://example.org/base/assets/words.json",
    "https://example.org/base/icon.svg",
    "https://example.org/base/pages.json",
    "https://example.org/base/sv/page/a.png?x=1&y=2",
    "https://example.org/base/sv/page/b.png",
    "https://example.org/base/sv/page/c.png",
  ]);
});

test("a script needs what it imports, at once or later, and the files beside it", () => {
  const text = `import{a}from"./a.js";import("../late/late.js").then(f);export {b} from './b.js';
    new URL("dialog.css",import.meta.url);new URL(x,import.meta.url);import("https://elsewhere.org/c.js")`;
  assert.deepEqual(filesOfFile(text, "https://example.org/x/y/z.js").sort(), [
    "https://example.org/x/late/late.js",
    "https://example.org/x/y/a.js",
    "https://example.org/x/y/b.js",
    "https://example.org/x/y/dialog.css",
  ]);
});

test("a style sheet needs its pictures, fonts and other sheets", () => {
  const text = `@import "more.css";a{background:url("../a.svg")}@font-face{src:url(f.woff2)}b{c:url(data:image/png;base64,x)}`;
  assert.deepEqual(filesOfFile(text, "https://example.org/x/s.css").sort(), [
    "https://example.org/a.svg",
    "https://example.org/x/f.woff2",
    "https://example.org/x/more.css",
  ]);
  assert.deepEqual(filesOfFile("./a.js", "https://example.org/words.json"), []);
});
