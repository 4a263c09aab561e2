"""Events that a page that is taken again doesn't pass through, nor a site of which nothing has changed.

Point of contact with MkDocs: `events` of `config.plugins`, a list of methods for each event, which MkDocs goes through
each time. No event tells the others to pass by a page, and the order of plugins isn't ours. Where MkDocs no longer goes
through the lists, `test_the_lists_of_events` of `tests/plugin/test_incremental_contacts.py` fails.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import wraps
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.glue import phases

from ..known_plugins import LISTING, PAGE_EVENTS, known_events

Method = Callable[..., Any]
OF_PAGES = tuple(event for event in PAGE_EVENTS if event != "page_read_source")
"""Events of a page but the one that `Page.read_source` calls."""
OF_SITE = ("files", "nav", "env", "post_build")
"""Events of a build that has no page and no template."""
OF_TEMPLATES = ("pre_template", "template_context", "post_template")
"""Events of a template that isn't a page."""


class EventFilter(list[Method]):
    """The methods of an event, of which only a few are called while the filter is closed."""

    def __init__(
        self,
        methods: Collection[Method],
        first: Method,
        last: Method,
        open_to: Callable[[], Collection[Method] | None],
    ) -> None:
        """Take the methods; `first` and `last` are always called.

        `open_to` tells which others are, when the first one has been called; `None` for all.
        """
        super().__init__(methods)
        self._first, self._last, self._open_to = first, last, open_to

    def __iter__(self) -> Iterator[Method]:
        """The methods that are called now."""
        yield self._first
        few = self._open_to()
        for method in super().__iter__():
            if few is None or method in few:
                yield method
        yield self._last


def of_pages(
    config: MkDocsConfig, first: dict[str, Method], last: dict[str, Method], is_taken: Callable[[], bool]
) -> None:
    """Put filters before the events of pages: one that is taken again passes through the few that collect something."""
    for event in OF_PAGES:
        always = _always(config, event)
        _install(config, event, first, last, lambda few=always: few if is_taken() else None)  # type: ignore[misc]


def of_site(
    config: MkDocsConfig,
    first: dict[str, Method],
    last: dict[str, Method],
    is_unchanged: Callable[[], bool],
    is_left: Callable[[], bool],
) -> None:
    """Put filters before the events of a build without pages.

    Where the site is unchanged, nothing passes; where the first language is left as it is, what is done when it has
    been built, for the others and for all languages.
    """
    for event in OF_SITE:
        if event == "env":
            _set_listing_apart(config)
        late = [method for method in config.plugins.events[event] if event == "post_build" and _is_late(method)]

        def open_to(late: Collection[Method] = late) -> Collection[Method] | None:
            return () if is_unchanged() else late if is_left() else None

        _install(config, event, first, last, open_to)


def of_templates(config: MkDocsConfig, first: Method, last: Method) -> None:
    """Put filters, which are always open, before the events of templates that are no pages."""
    for event in OF_TEMPLATES:
        _install(config, event, {event: first}, {event: last}, lambda: None)


def _set_listing_apart(config: MkDocsConfig) -> None:
    """Let it not be noticed what plugins read that only put lists into some pages."""
    methods = config.plugins.events["env"]
    if not isinstance(methods, EventFilter):
        listing = _of_plugins(config, "env", lambda name: name.rpartition("/")[2] in LISTING)
        methods[:] = [_apart(method) if method in listing else method for method in methods]


def _install(
    config: MkDocsConfig,
    event: str,
    first: dict[str, Method],
    last: dict[str, Method],
    open_to: Callable[[], Collection[Method] | None],
) -> None:
    """Put a filter before an event; once for each configuration."""
    methods = config.plugins.events[event]
    if not isinstance(methods, EventFilter):
        event_filter = EventFilter(methods, first.get(event, _nothing), last.get(event, _nothing), open_to)
        config.plugins.events[event] = event_filter


def _is_late(method: Method) -> bool:
    priority: int = getattr(method, "mkdocs_priority", 0)
    return priority <= phases.JOINED.priority


def _always(config: MkDocsConfig, event: str) -> list[Method]:
    """The methods of plugins that collect something of every page."""
    return _of_plugins(config, event, lambda name: event in (known_events(name) or ()))


def _of_plugins(config: MkDocsConfig, event: str, are_meant: Callable[[str], bool]) -> list[Method]:
    found = (getattr(plugin, f"on_{event}", None) for name, plugin in config.plugins.items() if are_meant(name))
    return [method for method in found if method]


def _apart(method: Method) -> Method:
    """The method, of which it isn't noticed what it reads."""

    @wraps(method)
    def called(*args: Any, **values: Any) -> Any:
        with page_reads.apart():
            return method(*args, **values)

    return called


def _nothing(*_: Any, **__: Any) -> None:
    """Change nothing."""
