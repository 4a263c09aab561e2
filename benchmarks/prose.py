"""How alike this site's texts are: result texts, sentences, and translations. Prints tables, judges nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, stdev

DOCS = Path(__file__).parents[1] / "docs"
SOURCE = "da"
MONDAY = {"da": "mandag", "sv": "måndag", "nb": "mandag", "en": "monday"}
BAND = re.compile(r"- \*\*(?:(?P<range>[^*·]+) · )?(?P<name>[^*]+)\*\*\s+(?P<text>.+)")
"""A result text: its range or condition, its name and what it says."""
HEADING = re.compile(r"(?P<level>#+) .*?(?:\{(?P<attributes>[^}]*)\})?\s*$")
SENTENCE = re.compile(r"(?<=[.!?…])[»”“\"')*]*\s+(?=[^a-zæøåäö])")
"""The place between two sentences: the next one begins with no small letter, so that "kl. halv" stays one."""
LINK = re.compile(r"\[(?P<words>[^\]]*)\]\([^)]*\)")
QUOTED = re.compile(r"[»”«“].{8,}?[«”»]")


def main() -> None:
    """Print three tables: result texts, articles, and articles beside the source's."""
    languages = [SOURCE, *sorted(path.name for path in DOCS.iterdir() if path.name in MONDAY and path.name != SOURCE)]
    print("Result texts   number  Monday  four sentences  link  shapes")
    for language in languages:
        texts = [text for path in pages(language) for text in result_texts(path)]
        shapes = Counter(map(shape, texts))
        print(
            f"{language:13}  {len(texts):6}"
            f"{percent(sum(MONDAY[language] in text.lower() for text in texts), len(texts)):>8}"
            f"{percent(sum(len(sentences(text)) == 4 for text in texts), len(texts)):>16}"
            f"{percent(sum(bool(LINK.search(text)) for text in texts), len(texts)):>6}  "
            + ", ".join(f"{name} {percent(count, len(texts))}" for name, count in shapes.most_common())
        )
    print("\nArticles       words a sentence  SD   up to 8  above 25  end short")
    for language in languages:
        found = [s for path in articles(language) for paragraph in paragraphs(path) for s in sentences(paragraph)]
        lengths = [len(words(s)) for s in found]
        longer = [s for path in articles(language) for p in paragraphs(path) if len(s := sentences(p)) >= 3]
        print(
            f"{language:13}  {mean(lengths):16.1f}{stdev(lengths):6.1f}"
            f"{percent(sum(n <= 8 for n in lengths), len(lengths)):>8}"
            f"{percent(sum(n > 25 for n in lengths), len(lengths)):>10}"
            f"{percent(sum(len(words(s[-1])) <= 8 for s in longer), len(longer)):>11}"
        )
    print("\nBeside the source  articles with as many paragraphs  paragraphs with as many sentences")
    for language in languages[1:]:
        same, pairs, alike = 0, 0, 0
        for path in articles(SOURCE):
            other = DOCS / language / path.relative_to(DOCS / SOURCE)
            if not other.is_file():
                continue
            one, two = sections(path), sections(other)
            same += sum(map(len, one.values())) == sum(map(len, two.values()))
            for name, ours in one.items():
                for p, q in zip(ours, two.get(name, []), strict=False):
                    pairs += 1
                    alike += len(sentences(p)) == len(sentences(q))
        total = len(list(articles(SOURCE)))
        print(f"{language:17}  {percent(same, total):>32}{percent(alike, pairs):>35}")


def pages(language: str) -> Iterator[Path]:
    """All pages of a language."""
    yield from sorted((DOCS / language).rglob("*.md"))


def articles(language: str) -> Iterator[Path]:
    """The articles of a language, without their overview."""
    yield from (path for path in pages(language) if path.parent.name == "articles" and path.stem != "index")


def result_texts(path: Path) -> Iterator[str]:
    """What the bands and conditions of a page say, without first steps, questions and levels to choose from."""
    within = False
    for line in path.read_text("utf-8").splitlines():
        if heading := HEADING.fullmatch(line):
            within = ".results" in (heading["attributes"] or "")
        elif within and (band := BAND.match(line)):
            yield band["text"]


def sections(path: Path) -> dict[str, list[str]]:
    """Paragraphs of an article by the ids of their headings, so that one which is moved or added shifts no others."""
    found: dict[str, list[str]] = {"": []}
    name = ""
    for block in blocks(path):
        if heading := HEADING.fullmatch(block):
            name = (heading["attributes"] or "").strip("#")
            found.setdefault(name, [])
        elif is_prose(block):
            found[name].append(block)
    return found


def paragraphs(path: Path) -> Iterator[str]:
    """Paragraphs of running text of a page, without lists, boxes, pictures and tables."""
    yield from (block for block in blocks(path) if is_prose(block))


def blocks(path: Path) -> list[str]:
    """Blocks of a page, its settings left out, each on one line."""
    text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)
    return [" ".join(block.split("\n")) for block in re.split(r"\n{2,}", text) if block.strip()]


def is_prose(block: str) -> bool:
    """Whether a block is a paragraph."""
    return not block.startswith((" ", "#", "!", "|", "-", "*", "<", "[^", ">")) and not block[0].isdigit()


def sentences(text: str) -> list[str]:
    """Sentences of a text; of a link its words."""
    return [part for part in SENTENCE.split(LINK.sub(r"\g<words>", text).strip()) if words(part)]


def words(text: str) -> list[str]:
    """Words of a text."""
    return re.findall(r"\w[\w’'-]*", text)


def shape(text: str) -> str:
    """How a result text is made: by its number of sentences, and by what ends it or stands out in it."""
    parts = sentences(text)
    if QUOTED.search(LINK.sub(r"\g<words>", text)):
        return "words to say"
    if len(parts) == 1:
        return "one sentence"
    if any(part.endswith("?") for part in parts):
        return "question"
    if LINK.search(text.strip()[-max(len(text) // 4, 60) :]):
        return "link at the end" if len(parts) > 2 else "two with a link"
    return "short, no link at the end" if len(parts) <= 3 else "long, no link at the end"


def percent(part: int, whole: int) -> str:
    """A share in percent, or a dash where there is nothing."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


if __name__ == "__main__":
    main()
