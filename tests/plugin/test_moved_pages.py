"""Links, images and raw addresses on pages that are not where their text was written: sections and fallbacks."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from lxml import html

from tests.plugin.building import Built, build_site

ARTICLE = """# Article

## Check {.assessment #chk scale=yes-no}

![pic](img/p.png){ width="30" } [space](<my page.md>) [ref][r] [short] [here](#more) `[code](other.md)` <a@example.org>
\\[escaped](other.md) Note.[^n] [query](other.md?x=1#top) <https://example.org/other.md>

<img src="../img/p.png" alt="raw" srcset="../img/p.png 1x, ../img/q.png 2x"> <a href="../other/">raw</a>

```markdown
[in fence](other.md)
```

    [indented](other.md)

!!! note

    [in note](other.md) <img src="../img/q.png" alt="in a note">

- [ ] Read [other](other.md "A title") and ![i](img/q.png), `<img src="img/p.png">`. {#a}
- [ ] See [nested [brackets]](other.md) and [paren](<other_(1).md>). {#b}

### R {.results}

- **0–100** Go to [other](other.md#top), <a href="../other/">raw</a>.
    <a class="down" href="#more">Down</a> <a class="up" id="up" href="#up">Up</a>

## More {#more}

[r]: other.md "Ref title"
[short]: other.md
[^n]: A note with [a link](other.md).
"""
FILES: dict[str, str | bytes] = {
    "da/index.md": "# Home\n",
    "da/articles/art.md": ARTICLE,
    "da/articles/other.md": "# Other {#top}\n",
    "da/articles/my page.md": "# Space\n",
    "da/articles/other_(1).md": "# Paren\n",
    "da/articles/img/p.png": b"p",
    "da/articles/img/q.png": b"q",
    "sv/index.md": "# Hem\n",
    "sv/articles/other.md": "# Annan {#top}\n",
}
EXTENSIONS = ("attr_list", "toc", "admonition", "footnotes", "pymdownx.superfences")
CODE = ["[code](other.md)", '<img src="img/p.png">', "[in fence](other.md)", "[indented](other.md)"]


@pytest.fixture(scope="module", params=[True, False], ids=["directories", "files"])
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Built:
    files = dict(FILES)
    if not request.param:  # an author writes raw addresses for the addresses of the site
        files["da/articles/art.md"] = ARTICLE.replace('"../other/"', '"other.html"').replace("../img/", "img/")
    root = tmp_path_factory.mktemp("site")
    return build_site(
        root, files, multilingual={}, extensions=EXTENSIONS, use_directory_urls=request.param, strict=False
    )


def check(site: Built, address: str, others: str) -> None:
    """Every address of the text leads to a file; `others` is the folder that links to other pages lead to."""
    path = next(p for p in (f"{address}/index.html", f"{address}.html") if (site.folder / p).is_file())
    (text,) = html.fromstring((site.folder / path).read_text("utf-8")).find_class("md-content__inner")
    targets = [
        *text.xpath(".//@href[not(starts-with(., 'http') or contains(., ':'))]"),
        *text.xpath(".//img/@src"),
        *(part.split()[0] for found in text.xpath(".//@srcset") for part in found.split(",")),
    ]
    leading = {target: unquote(urljoin(f"/{path}", target.split("?")[0].split("#")[0]))[1:] for target in targets}
    for target, file in leading.items():
        place = site.folder / file
        assert place.is_file() or (place / "index.html").is_file(), (path, target)
    raw = [leading[link.get("href")] for link in text.iter("a") if link.text == "raw"]
    assert raw
    assert all(file.startswith(others) for file in raw), raw
    code = [c.text_content().strip() for c in text.iter("code")]
    assert [c for c in CODE if c not in code] == []
    assert "[escaped](other.md)" in text.text_content()


def test_a_page_made_of_a_section_leads_where_its_article_does(site: Built) -> None:
    assert not site.aborted, site.messages
    check(site, "self-assessments/chk", "articles/other")
    check(site, "articles/art", "articles/other")
    page = site.page_at(
        next(p for p in ("self-assessments/chk/index.html", "self-assessments/chk.html") if (site.folder / p).is_file())
    )
    (down,) = page.xpath("//a[@class='down']/@href")
    assert down in ("../../articles/art/#more", "../articles/art.html#more")
    assert page.xpath("//a[@class='up']/@href") == ["#up"]


def test_a_fallback_leads_to_the_same_files_and_to_pages_of_its_own_language(site: Built) -> None:
    check(site, "sv/articles/art", "sv/articles/other")
    check(site, "sv/self-assessments/chk", "sv/articles/other")


def test_a_slug_that_moves_a_page_does_not_break_raw_addresses(tmp_path: Path) -> None:
    page = '---\nslug: kort\n---\n# P\n\n<img src="../../articles/img/p.png" alt="x">\n'
    built = build_site(tmp_path, FILES | {"da/deep/page.md": page}, multilingual={}, extensions=EXTENSIONS)
    assert built.page("deep/kort").xpath("//img[@alt='x']/@src") == ["../../articles/img/p.png"]
