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

from mkdocs_foundation import noticing

from ..influences import LISTING, PAGE_EVENTS, known_events

Method = Callable[..., Any]
OF_PAGES = tuple(event for event in PAGE_EVENTS if event != "page_read_source")
"""Events of a page but the one that `Page.read_source` calls."""
OF_SITE = ("files", "nav", "env", "post_build")
"""Events of a build that has no page and no template."""
OF_TEMPLATES = ("pre_template", "template_context", "post_template")
"""Events of a template that isn't a page."""


class Gate(list[Method]):
    """The methods of an event, of which a page that is taken again passes through the few that collect something."""

    def __init__(
        self,
        methods: Collection[Method],
        always: Collection[Method],
        first: Method,
        last: Method,
        is_taken: Callable[[], bool],
    ) -> None:
        """Take the methods; `first` and `last` are called for every page; `is_taken`: whether it is taken again."""
        super().__init__(methods)
        self._always, self._first, self._last, self._is_taken = always, first, last, is_taken

    def __iter__(self) -> Iterator[Method]:
        """The methods for the page under way, which the first one has seen."""
        yield self._first
        is_taken = self._is_taken()
        for method in super().__iter__():
            if not is_taken or method in self._always:
                yield method
        yield self._last


def install(
    config: MkDocsConfig,
    names: Collection[str],
    first: dict[str, Method],
    last: dict[str, Method],
    is_taken: Callable[[], bool],
) -> None:
    """Put gates before events; once for each configuration."""
    events = config.plugins.events
    for event in names:
        methods = events[event]
        if not isinstance(methods, Gate):
            always = _always(config, event)
            if event == "env":
                listing = _of_plugins(config, event, lambda name: name.rpartition("/")[2] in LISTING)
                methods = [_apart(method) if method in listing else method for method in methods]
            events[event] = Gate(methods, always, first.get(event, _nothing), last.get(event, _nothing), is_taken)


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
        with noticing.apart():
            return method(*args, **values)

    return called


def _nothing(*_: Any, **__: Any) -> None:
    """Change nothing."""
