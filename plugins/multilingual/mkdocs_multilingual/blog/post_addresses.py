"""Checks of the addresses of posts, current and former."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage

from ..addresses import slugs
from ..problem_codes import ProblemCode
from ..saying import say
from .rules import BlogRules


def check(posts: Sequence[SourcePage], site: Site, rules: BlogRules) -> list[Problem]:
    """Posts of a language at one address, and former addresses that are taken."""
    taken: dict[str, SourcePage] = {}
    problems = []
    for post in posts:
        address = rules.address(post, None)
        first = taken.setdefault(address, post)
        if first is not post:
            problems.append(
                Problem(
                    ProblemCode.POST_ADDRESS,
                    Location(post.uri, post.matter.line("slug") if "slug" in post.matter.values else 1),
                    say("Two posts would be at one address, and one of them would be lost."),
                    say("{address}, which is the address of {file} too", address=address, file=site.shown(first.uri)),
                    say("an address of its own for each post"),
                    say("Give one of the two a slug of its own in its settings, such as `slug: another-name`."),
                )
            )
    return problems or _former_addresses(posts, taken, site, rules)


def _former_addresses(
    posts: Sequence[SourcePage], taken: Mapping[str, SourcePage], site: Site, rules: BlogRules
) -> list[Problem]:
    claimed: dict[str, SourcePage] = {}
    problems = []
    for post in posts:
        entry, _ = slugs.of(post.uri, post.locale, post.key, post.matter)
        for slug in (former.lstrip("/") for former in entry.former):
            address = rules.address(post, slug)
            holder = taken.get(address) or claimed.get(address)
            claimed.setdefault(address, post)
            if holder:
                problems.append(
                    Problem(
                        ProblemCode.FORMER_SLUG_TAKEN,
                        Location(post.uri, entry.former_line),
                        say("A former slug can't redirect to this post."),
                        say("{file} is at {address}", file=site.shown(holder.uri), address=address)
                        if address in taken
                        else say("{file} was at {address}", file=site.shown(holder.uri), address=address),
                        say("addresses that no post has now, and that no other post had"),
                        say(
                            "Remove it from `former_slugs` of the post that readers of the old address shouldn't reach."
                        ),
                    )
                )
    return problems
