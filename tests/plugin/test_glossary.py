"""Terms of the glossary in built pages."""

from __future__ import annotations

from pathlib import Path

from tests.plugin.building import build_site, text

GLOSSARY = "---\nterms:\n  readiness: [{form}]\n---\n# Ord\n\n### Ord {{#readiness}}\n\n{meaning} <x>.\n"
FILES = {
    "da/index.md": "# Hjem\n\nOm parathed.\n",
    "sv/index.md": "# Hem\n",
    "da/glossary.md": GLOSSARY.format(form="parathed", meaning="Dansk"),
    "sv/glossary.md": GLOSSARY.format(form="beredskap", meaning="Svensk"),
    "da/articles/one.md": "# En\n\nOm parathed.\n",
    "sv/articles/one.md": "# Ett\n\nOm beredskap och parathed.\n",
    "da/articles/two.md": "# To\n\nOm parathed.\n",
}


def test_terms_are_explained_in_texts(tmp_path: Path) -> None:
    built = build_site(tmp_path, FILES, multilingual={})
    assert not built.aborted
    for address, word, meaning in (("articles/one", "parathed", "Dansk"), ("sv/articles/one", "beredskap", "Svensk")):
        page = built.page(address)
        (term,) = page.xpath('//a[@class="ml-term"]')
        assert text(term) == word
        assert (built.folder / address / str(term.get("href")).split("#")[0] / "index.html").is_file()
        (described,) = page.xpath("//*[@id = $id]", id=term.get("aria-describedby"))
        assert text(described) == f"{meaning} <x>."
        (script,) = page.xpath('//script[contains(@src, "/glossary/glossary.")]/@src')
        assert (built.folder / address / script).resolve().is_file()
    assert built.page("").xpath('//a[@class="ml-term"]') == []
    (term,) = built.page("sv/articles/two").xpath('//a[@class="ml-term"]')  # Danish text, shown to Swedish readers
    assert text(term) == "parathed"
    assert term.get("href") == "../../glossary/#readiness"
