"""Plans of moves carried out on the files of a site, and told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from mkdocs_foundation.reports.message import Message, listed
from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.site import Site

from .. import command_check
from ..moving import plans
from ..moving.plans import Desk, Plan
from ..saying import say
from ..translations import history
from ..translations.states import states
from .calls import Call, working
from .saying import tell


def desk_of(call: Call) -> Desk:
    """The site as a move needs it."""
    config, site = call.config, call.named
    with working(say("Reading the pages and their history")):
        with_source = config.plugins.get("multilingual", {}).get("with_source") is True
        past = history.History(call.docs)
        found = states(call.library, site, past.together, with_source)[0] if len(site.languages) > 1 else []
    blog = command_check.plain_blog(config)
    place = blog.rules.place if blog else None
    return Desk(site, call.library, found, place, "multilingual" in config.plugins)


def settings_with(call: Call, pairs: Sequence[tuple[str, str]]) -> tuple[str, list[int]]:
    """`mkdocs.yml` with other paths, and the lines that change."""
    before = after = call.config.file.read_text(encoding="utf-8")
    for old, new in pairs:
        after = plans.in_settings(after, old, new)
    changed = zip(before.split("\n"), after.split("\n"), strict=True)
    return after, [number for number, (was, now) in enumerate(changed, start=1) if was != now]


def carry_out(call: Call, plan: Plan, settings: str | None) -> None:
    """Write what the plan says; a file that fails leaves the others as they were written."""
    for old, new in plan.moved.items():
        (call.docs / new).parent.mkdir(parents=True, exist_ok=True)
        (call.docs / old).rename(call.docs / new)
    for uri, text in plan.texts.items():
        file = call.docs / uri
        newline = b"\r\n" if b"\r\n" in file.read_bytes() else b"\n"
        mark = b"\xef\xbb\xbf" if file.read_bytes().startswith(b"\xef\xbb\xbf") else b""
        content = text.removeprefix("\ufeff").replace("\r\n", "\n").encode("utf-8").replace(b"\n", newline)
        file.write_bytes(mark + content)
    for uri in plan.deleted:
        (call.docs / uri).unlink()
    if settings is not None:
        call.config.file.write_text(settings, encoding="utf-8", newline="\n")


def tell_places(text: Message, places: Sequence[Location], site: Site) -> None:
    """Print a line, and below it each file with its lines."""
    if not places:
        return
    tell(text)
    for path, found in groupby(sorted(set(places)), key=lambda place: place.path):
        lines = listed(f"{place.line}" for place in found)
        tell(say("  {file}: line {lines}", file=site.shown(path), lines=lines))


def tell_addresses(call: Call, plan: Plan, lines: Sequence[int]) -> None:
    """Print the lines of `mkdocs.yml` that change, and what becomes of addresses."""
    if lines:
        numbers = listed(f"{line}" for line in lines)
        tell(say("  {file}: line {lines}", file=call.config.file.name, lines=numbers))
    if plan.addresses:
        tell(say("Old addresses that lead to the new ones: {addresses}", addresses=listed(plan.addresses)))
    if plan.lost:
        tell(say("Addresses that are gone: {addresses}", addresses=listed(plan.lost)))


def is_free(docs: Path, uris: Sequence[str]) -> str:
    """The first of the paths that is taken, "" where none is."""
    return next((uri for uri in uris if (docs / uri).exists()), "")
