import assert from "node:assert/strict";
import { test } from "node:test";
import { read, write } from "../../plugins/multilingual/mkdocs_multilingual/editor/page_format.js";

const PAGES = {
  "a heading names the page": [
    '---\ntitle: "Kort"  # kommentar\n\ntags: [b,  a]\n---\n\n# Lang titel {#here .x}\n\n---\n\nTekst\n',
    "Lang titel",
  ],
  "without a heading the setting does": ["---\ntitle: Kort\n---\nTekst\n", "Kort"],
  "without settings": ["# Titel\n\n---\nTekst  \n\n---\n", "Titel"],
  "empty settings are text": ["---\n---\n# Titel\n", "Titel"],
  "settings without an end are text": ["---\ntitle: Kort\n\n# Titel\n", "Titel"],
  nothing: ["", ""],
};

for (const [name, [text, title]] of Object.entries(PAGES)) {
  test(`a page is written as it was read: ${name}`, () => {
    const parts = read(text);
    assert.equal(parts.title, title);
    assert.equal(write(parts), text);
  });
}

test("a page whose settings were removed has none", () => {
  assert.equal(write({ ...read("---\ntitle: Kort\n---\n# Titel\n"), settings: "" }), "# Titel\n");
});
