"""The editor in the browser, in its local mode: what nobody has touched is written as it was; nobody else is asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.plugin.building import build_site

PACKAGE = Path(__file__).parents[2] / "editor/node_modules/@sveltia/cms"
PICKER = "showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('repository')"
"""A folder of the browser in place of one of the machine, which only a person can choose."""
PUT = """async (files) => {
  const top = await navigator.storage.getDirectory();
  const repository = await top.getDirectoryHandle("repository", { create: true });
  await repository.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const folders = path.split("/");
    const name = folders.pop();
    let folder = repository;
    for (const part of folders) folder = await folder.getDirectoryHandle(part, { create: true });
    const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
  }
}"""
TAKEN = """async () => {
  const found = {};
  const read = async (folder, path) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === "directory") await read(entry, `${path}${name}/`);
      else found[path + name] = await (await entry.getFile()).text();
    }
  };
  await read(await (await navigator.storage.getDirectory()).getDirectoryHandle("repository"), "");
  return found;
}"""
TEXT = """\
Ét ord *kursivt* og __fedt__ med [en henvisning](index.md){ .md-button }.[^1]  \n\
Ny linje.

!!! note "Husk"

    - et punkt

| A | B |
|---|--:|
| x | y \\| z |

~~~ text
H~2~O {{ makro }} \\*stjerne\\*
~~~

[^1]: En fodnote.
"""
POST = (
    "---\ndate:   2026-09-03   # den dag\ntitle: 'Skilte'\ntags: [b,  a]\n---\n# Skiltet {#sign}\n\n"
    f"{TEXT}\n<!-- more -->\n\nSlut\n"
)
ASSESSMENT = (
    "---\nassessment:\n  id: listening # bliver\n  scale: yes-no\n---\n# Lytter I?\n\n## Lytning {#ear}\n\n"
    + "".join(f"- [ ] Vi lytter {n}. {{#listen-{n}{' reverse' if n == 2 else ''}}}\n" for n in range(4))
    + "\n### Resultat {.results}\n\n- **0–50 · Begynd her** Læs mere.\n- **50–100 · Godt** Fortsæt.\n"
)
FILES = {
    "da/index.md": "# Hjem\n",
    "sv/index.md": "# Hem\n",
    "da/posts/index.md": "# Blog\n",
    "da/posts/sign.md": POST,
    "sv/posts/sign.md": POST,
    "da/listening.md": ASSESSMENT,
}


@pytest.mark.skipif(not PACKAGE.is_dir(), reason="`make editor` installs the package, which no other test needs")
def test_an_edit_changes_nothing_but_itself_and_asks_nobody_else(
    tmp_path: Path, served: tuple[Path, str], tab: Page
) -> None:
    folder, origin = served
    place = {"edit_uri": "https://github.com/acme/site/edit/main/docs/"}
    options = {"editor": str(PACKAGE), "editorial": {"posts/*.md": {"required": ["title", "date"]}}}
    assert build_site(tmp_path, FILES, languages=("da", "sv"), multilingual=options, settings=place).messages == []
    assert "admin" not in (tmp_path / "site/sitemap.xml").read_text("utf-8")
    (folder / "edited").symlink_to(tmp_path / "site", target_is_directory=True)
    before = {f"docs/{name}": text for name, text in FILES.items()}
    asked: list[str] = []
    tab.on("response", lambda response: asked.append(response.url))
    tab.goto(f"{origin}/blank.html")
    tab.evaluate(PUT, before)
    tab.add_init_script(PICKER)
    address = f"{origin}/edited/admin/"

    def edit(page: str, locale: str, old: str, new: str) -> None:
        collection = page.rpartition("/")[0] or "pages"
        tab.goto(f"{address}#/collections/{collection}/entries/{page.rpartition('/')[2]}")
        field = tab.locator(f"textarea[lang={locale}]").last
        expect(field).to_have_value(re.compile(old))
        field.fill(field.input_value().replace(old, new))
        tab.get_by_role("button", name="Save").click()
        expect(field).not_to_be_visible()
        path = f"docs/{locale}/{page}.md"
        assert old in before[path]
        before[path] = before[path].replace(old, new)

    tab.goto(address)
    tab.get_by_role("button", name="Local Repository").click()
    expect(tab.get_by_role("row", name="Lytter I?")).to_be_visible()
    edit("listening", "da", "Vi lytter 1", "Vi hører 1")
    edit("posts/sign", "da", "Ny linje", "Næste linje")
    edit("posts/sign", "sv", "Ny linje", "Nästa rad")
    assert tab.evaluate(TAKEN) == before
    assert {url for url in asked if not url.startswith((origin, "blob:", "data:"))} == set()
