"""Whether parts of a menu can be taken over by other pages, read from the template that makes them.

The template has a macro `render`, called with an item of the menu, which calls itself for the items below. What it
makes of a *quiet* item (neither this nor any below is the page or active, or has further `pages`) is the same on each
page for which the same is read of the context and of the items, and addresses are the same. That holds where the
template, apart from what it never does for quiet items,

- doesn't mention `page` but to compare it with an item,
- reads of items what belongs to them and to those below, not what leads elsewhere, such as `parent` or `next_page`,
- makes addresses relative to the page of `url` of items alone,
- uses nothing but Jinja's own filters, tests and functions, `url`, `lang.t`, icons, and its own macros.

Anything else is refused, whether it would be harmless or not.
"""

from __future__ import annotations

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..caching.results import keep
from ..patterns import pattern
from ..values import dataclass
from .expressions import RESERVED, FromContext, Parts, UnfitError
from .macros import read

_RENAMED, _OF_PAGE = "part_of_menu_", "_parts_of_menu"
"""Names in the template: of its macro `render`, and of what a page asks for parts."""
_SYNTAX = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline"),
)
"""Settings of an environment by which Jinja reads a template."""
_MACRO = pattern(r"(\{%[-+]?\s*macro\s+)render(\s*\()")


@dataclass(frozen=True)
class MenuTemplate:
    """A template that asks for parts of the menu before it makes them."""

    source: str
    context: tuple[FromContext, ...]
    """What it reads of the context for quiet items."""
    items: tuple[Parts, ...]
    """What it reads of each item, beside `children`, `pages` and `active`."""
    filters: frozenset[str]
    """The filters it uses, but `url`; they have to be Jinja's own."""
    tests: frozenset[str]
    """The tests it uses; likewise."""
    parent: int | None
    """Position of the argument with the item above, of which only `active` is read."""


def asking(source: str, env: Environment, function: str) -> MenuTemplate:
    """A template that asks what a global function gives for a page, and is the same otherwise; raises `UnfitError`."""
    if env.is_async or env.finalize is not None:
        raise UnfitError("the environment's settings")
    if not all(name.startswith("jinja2.") for name in env.extensions):  # which may read a template in any way
        return _asking(source, env, function)
    by = [f"{getattr(env, name)}" for name in _SYNTAX]
    return keep(lambda: _asking(source, env, function), f"{__name__}.asking", source, function, *by, *env.extensions)


def _asking(source: str, env: Environment, function: str) -> MenuTemplate:
    try:
        macros = {macro.name: macro for macro in _macros(env.parse(source))}
        renamed, count = _MACRO.subn(rf"\g<1>{_RENAMED}\g<2>", source)
        if count != 1 or "render" not in macros or _RENAMED in macros:
            raise UnfitError("no macro render")
        if [macro.name for macro in _macros(env.parse(renamed))] != [
            _RENAMED if name == "render" else name for name in macros
        ]:
            raise UnfitError("a macro that isn't one")
    except TemplateSyntaxError as error:
        raise UnfitError(str(error)) from error
    names = [argument.name for argument in macros["render"].args]
    if not names:
        raise UnfitError("a macro without an item")
    state = read(macros)
    listed = ", ".join(names)
    asked = (
        f"{{% set {_OF_PAGE} = {function}() %}}"
        f"{{% macro render({listed}) %}}{{{{ {_OF_PAGE}({_RENAMED}, {listed}) }}}}{{% endmacro %}}"
    )
    return MenuTemplate(
        (renamed if env.keep_trailing_newline else renamed.removesuffix("\n")) + asked,
        tuple(sorted(state.context, key=repr)),
        tuple(sorted(state.items | {("title",), ("url",)})),
        frozenset(state.filters - {"url"}),
        frozenset(state.tests),
        names.index("parent") if "parent" in names[1:] else None,
    )


def _macros(template: nodes.Template) -> list[nodes.Macro]:
    found = []
    for node in template.body:
        if isinstance(node, nodes.Macro):
            found.append(node)
            if node.defaults or not RESERVED.isdisjoint(argument.name for argument in node.args):
                raise UnfitError(f"the arguments of {node.name}")
        elif not isinstance(node, nodes.Output) or not all(isinstance(part, nodes.TemplateData) for part in node.nodes):
            raise UnfitError(f"{type(node).__name__} outside of macros")
    if len({macro.name for macro in found}) != len(found):
        raise UnfitError("a macro that is there twice")
    return found
