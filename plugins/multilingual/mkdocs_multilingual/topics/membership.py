"""The topics in settings: `topics: [culture, service]`, the main one first. Each has a hub, `topics/culture.md`."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import basename, dirname, splitext

from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, suggest
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.page_kinds import PageKind
from mkdocs_foundation.sources.pages import SourcePages

from ..problem_codes import ProblemCode
from ..saying import say

FOLDER = "topics"
"""Folder of the hubs, within each language's folder."""


def hub_of(key: str) -> str | None:
    """The topic whose hub a page is, "" for the list of all topics, `None` for any other page."""
    if dirname(key) != FOLDER:
        return None
    name = splitext(key.removeprefix(f"{FOLDER}/"))[0]
    return "" if name in ("index", "README") else name


HUB = PageKind("hub", lambda facts: bool(hub_of(facts.key)))
"""The page of a topic."""
TOPIC_LIST = PageKind("topic-list", lambda facts: hub_of(facts.key) == "")
"""The page of all topics."""


def topics_of(written: object) -> tuple[str, ...]:
    """The topics that a page's settings name, each once."""
    entries = written if isinstance(written, list) else [written] if written else []
    return tuple(dict.fromkeys(str(entry) for entry in entries if isinstance(entry, (str, int))))


def known(keys: Iterable[str]) -> set[str]:
    """The topics that have a hub among pages."""
    return {hub for key in keys if (hub := hub_of(key))}


def check(library: SourcePages, site: Site) -> list[Problem]:
    """Topics that no language has a hub for; a site without hubs may use the setting for something of its own."""
    hubs = sorted(known(library.keys))
    if not hubs:
        return []
    problems = []
    for page in library.pages.values():
        for topic in topics_of(page.matter.values.get("topics")):
            if topic not in hubs:
                name = basename(topic).removesuffix(".md")  # somebody may have written the path of the topic's page
                path = f"{site.docs_dir}/{site.uri(page.locale, f'{FOLDER}/{name}.md')}"
                problems.append(
                    Problem(
                        ProblemCode.UNKNOWN_TOPIC,
                        Location(page.uri, page.matter.line("topics")),
                        say("There is no such topic."),
                        verbatim(topic),
                        listed(hubs),
                        suggest(name, hubs, say("Write one of these, or a page for the new topic: {path}.", path=path)),
                    )
                )
    return problems
