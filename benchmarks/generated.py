"""Generated sites for measurements: the same pages for every program that builds them.

The prose of a language is a Markov chain over this site's texts, and so has the frequencies of real words. These texts
have a smaller vocabulary than a large site, so one word in forty is a new compound, as Danish, Norwegian and Swedish
form them. The same size gives the same site as long as the texts of this site are the same.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

DOCS = Path(__file__).parents[1] / "docs"
LOCALES = ("en", "da", "sv", "nb")
"""Languages that this site has texts in; the first one is the generated site's default."""
TOPICS = ("culture", "leadership", "service", "change")
NEW_WORD = 40
"""One word in this many is a new compound."""
IN_FOLDER = 20
"""Number of articles in a folder: the menu of a page lists its folder."""
EDITED = "articles/part-01/article-001.md"
"""The page that is edited, below the folder of its language."""


class Prose:
    """Generated prose that resembles the pages of a language."""

    def __init__(self, locale: str) -> None:
        """Read the pages of a locale."""
        texts = [path.read_text(encoding="utf-8") for path in sorted((DOCS / locale).rglob("*.md"))]
        bodies = [re.sub(r"^---\n.*?\n---\n|\{[^}\n]*\}|\]\([^)\n]*\)", "", text, flags=re.DOTALL) for text in texts]
        # No word begins with what Markdown takes for the beginning of a list.
        words: list[str] = re.findall(r"[^\W\d_][^\W_]*(?:[’-][^\W_]+)*[.,:?!]?", " ".join(bodies))
        self.random = random.Random(f"{locale} {len(words)}")
        self._next: dict[str, list[str]] = defaultdict(list)
        for word, following in itertools.pairwise(words):
            self._next[word].append(following)
        self._nouns = sorted({word.lower() for word in words if len(word) > 4 and word.isalpha()})
        self._word = words[0]

    def words(self, size: int) -> str:
        """Return a text of `size` words."""
        return " ".join(self._one() for _ in range(size))

    def sentence(self, size: int) -> str:
        """Return `size` words, from a capital to a full stop."""
        text = self.words(size).rstrip(".,:?!")
        return f"{text[:1].upper()}{text[1:]}."

    def title(self, size: int) -> str:
        """Return a title of `size` words."""
        return self.sentence(size).rstrip(".")

    def _one(self) -> str:
        self._word = self.random.choice(self._next.get(self._word) or self._nouns)
        if self.random.randrange(NEW_WORD):
            return self._word
        return self.random.choice(self._nouns) + self.random.choice(self._nouns)


@dataclass(frozen=True)
class Size:
    """How many pages a generated site has in each language, beside its start page and those of sections."""

    articles: int
    posts: int
    assessments: int
    locales: tuple[str, ...] = LOCALES

    @classmethod
    def of(cls, pages: int, locales: tuple[str, ...] = LOCALES) -> Size:
        """A site of as many pages in all, of which one in eight is a post and one in thirty a self-assessment."""
        each = pages // len(locales)
        posts, assessments = each // 8, max(each // 30, 1)
        articles = each - posts - assessments - len(_sections())
        if articles < 1:
            raise ValueError(f"{pages} pages are too few: each language has {len(_sections())} pages of sections.")
        return cls(articles, posts, assessments, locales)


def files(size: Size) -> Iterator[tuple[str, str]]:
    """Paths below the docs folder and contents of the Markdown files of a site."""
    for locale in size.locales:
        prose = Prose(locale)
        for path, title in _sections().items():
            yield f"{locale}/{path}", f"# {title or prose.title(3)}\n\n{prose.sentence(40)}\n"
        for number in range(1, size.articles + 1):
            yield f"{locale}/{_article(number)}", _article_text(prose, number, size)
        for number in range(1, size.posts + 1):
            yield f"{locale}/blog/posts/post-{number:03}.md", _post_text(prose, number, size)
        for number in range(1, size.assessments + 1):
            yield f"{locale}/self-assessments/assessment-{number:02}.md", _assessment_text(prose, number, size)


def write(size: Size, docs: Path, index: str = "index") -> None:
    """Write the files of a site below a folder; `index` is the name of a section's own page."""
    for path, text in files(size):
        target = docs / PurePosixPath(path)
        target = target.with_stem(index) if target.stem == "index" else target
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def edit_body(page: Path, mark: str) -> None:
    """Add a paragraph to a page."""
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{mark}\n", encoding="utf-8")


def edit_title(page: Path, mark: str) -> None:
    """Add a word to the title of a page, in its settings and its heading."""
    text = page.read_text(encoding="utf-8")
    title = text.split('title: "', 1)[1].split('"', 1)[0]
    page.write_text(text.replace(title, f"{title} {mark}", 2), encoding="utf-8")


def _sections() -> dict[str, str]:
    """Titles of start page, sections and topics by path; empty for one in the words of the language."""
    topics = {f"topics/{topic}.md": "" for topic in TOPICS}
    return {"index.md": "", "articles/index.md": "", "blog/index.md": "Blog", "self-assessments/index.md": "", **topics}


def _article(number: int) -> str:
    """Path of an article within its language."""
    return f"articles/part-{(number - 1) // IN_FOLDER + 1:02}/article-{number:03}.md"


def _link(prose: Prose, size: Size, up: str) -> str:
    """A link to one of the articles, from a page that is as many folders down as `up` leads up."""
    return f"[{prose.words(3)}]({up}{_article(prose.random.randint(1, size.articles))})"


def _settings(prose: Prose, title: str, **more: object) -> str:
    values = {"title": title, "description": prose.sentence(18), **more}
    lines = (
        f"{name}: {value if isinstance(value, date) else json.dumps(value, ensure_ascii=False)}\n"
        for name, value in values.items()
    )
    return f"---\n{''.join(lines)}---\n"


def _paragraphs(prose: Prose, size: Size, up: str) -> str:
    text = f"{prose.sentence(45)} *{prose.words(3)}* {prose.sentence(20)}"
    return f"{text}\n\n{prose.sentence(30)} {_link(prose, size, up)} {prose.sentence(30)}\n"


def _article_text(prose: Prose, number: int, size: Size) -> str:
    title = prose.title(prose.random.randint(3, 7))
    topics = prose.random.sample(TOPICS, 2)
    parts = [_settings(prose, title, topics=topics, date=_date(number)), f"# {title}\n", f"{prose.sentence(35)}\n"]
    for section in range(prose.random.randint(3, 7)):
        parts.append(f"## {prose.title(4)}\n\n{_paragraphs(prose, size, '../../')}")
        if section == 1:
            parts.append("".join(f"- **{prose.title(2)}** {prose.sentence(12)}\n" for _ in range(4)))
        if section == 2:
            parts.append(f'!!! note "{prose.title(2)}"\n\n    {prose.sentence(25)}\n')
    rows = "".join(f"| {prose.title(2)} | {prose.title(5)} |\n" for _ in range(4))
    if number % 4 == 0:
        parts.append(f"| {prose.title(1)} | {prose.title(1)} |\n|---|---|\n{rows}")
    return "\n".join(parts)


def _post_text(prose: Prose, number: int, size: Size) -> str:
    title = prose.title(5)
    settings = _settings(prose, title, topics=[prose.random.choice(TOPICS)], date=_date(number), categories=["News"])
    body = "\n".join(_paragraphs(prose, size, "../../") for _ in range(3))
    return f"{settings}# {title}\n\n{prose.sentence(40)}\n\n<!-- more -->\n\n{body}"


def _assessment_text(prose: Prose, number: int, size: Size) -> str:
    """Four dimensions of five statements; ids and ranges are the same in every language."""
    title, id = prose.title(5), f"generated-{number}"
    parts = [
        _settings(prose, title, topics=[TOPICS[number % len(TOPICS)]], assessment={"id": id, "scale": "agreement-5"})
    ]
    parts.append(f"# {title}\n\n{prose.sentence(40)}\n")
    for dimension in range(1, 5):
        parts.append(f"## {prose.title(3)} {{#{id}-{dimension}}}\n\n{prose.sentence(25)}\n")
        parts.append("".join(f"- [ ] {prose.sentence(10)} {{#{id}-{dimension}-{n}}}\n" for n in range(1, 6)))
        parts.append(f"### {prose.title(2)} {{.results}}\n\n{_bands(prose, size)}")
    parts.append(f"## {prose.title(2)} {{.results}}\n\n{_bands(prose, size)}")
    return "\n".join(parts)


def _bands(prose: Prose, size: Size) -> str:
    ranges = ("0–40", "40–70", "70–100")
    return "".join(f"- **{band}** {prose.sentence(25)} {_link(prose, size, '../')}.\n" for band in ranges)


def _date(number: int) -> date:
    return date(2025, number % 12 + 1, number % 28 + 1)
