"""The blog's options for the command line, kept from one run to the next: only MkDocs reads them as a build does.

To import it takes a third of the time of a check.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from mkdocs_foundation.caching.results import keep, kept
from mkdocs_foundation.sources.pages import SourcePage
from mkdocs_foundation.sources.site_config import SiteConfig
from mkdocs_foundation.values import dataclass

from . import command_check
from .blog.checks import BlogFiles
from .blog.rules import BlogRules, plain_address


def files_to_check(config: SiteConfig) -> BlogFiles | None:
    """Options and files of the blog; `None` without one. Raises `ConfigError`."""
    if "multilingual-blog" not in config.plugins:
        return None
    try:
        rules = _rules(config)
    except ImportError:  # without MkDocs
        return command_check.plain_blog(config)
    return command_check.blog_files(replace(rules, address=_Address(config)), config) if rules else None


@kept()
def _rules(config: SiteConfig) -> BlogRules | None:
    from .glue.blog.command import rules_to_check

    rules = rules_to_check(config)
    return replace(rules, address=plain_address) if rules else None


@dataclass(frozen=True)
class _Address:
    """The address of a post, by its options."""

    config: SiteConfig

    def __call__(self, page: SourcePage, slug: str | None) -> str:
        by = page, slug or "", self.config
        return keep(lambda: self._rules.address(page, slug), f"{__name__}.address", *by)

    @cached_property
    def _rules(self) -> BlogRules:
        from .glue.blog.command import rules_to_check

        return rules_to_check(self.config) or BlogRules()
