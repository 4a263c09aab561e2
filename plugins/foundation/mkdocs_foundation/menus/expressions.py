"""What an expression in a menu's template reads for quiet items; [rules](rules.py) has the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from jinja2 import nodes

from ..values import dataclass

Parts = tuple[str, ...]
"""Names one after the other: of `item.meta.icon`, with or without the first."""
_FILTERS = frozenset(
    {"capitalize", "count", "d", "default", "e", "escape", "first", "forceescape", "int", "join", "last", "length"}
    | {"list", "lower", "replace", "reverse", "safe", "string", "striptags", "title", "tojson", "trim", "truncate"}
    | {"upper", "urlencode"}
)
_SELECTING = frozenset({"selectattr", "rejectattr"})
_TESTS = frozenset(
    {"defined", "undefined", "none", "string", "number", "mapping", "iterable", "sequence", "true", "false", "boolean"}
    | {"odd", "even", "divisibleby", "eq", "ne", "lt", "le", "gt", "ge", "in", "equalto"}
)
_OF_ITEMS = frozenset(
    {"title", "url", "is_index", "is_page", "is_section", "is_link", "is_homepage", "is_top_level", "encrypted"}
    | {"abs_url", "canonical_url", "edit_url"}
)
"""Attributes of an item with values of its own."""
_BELOW = frozenset({"children", "pages"})
"""Attributes with items below it."""
_SETTINGS = frozenset({"meta", "typeset"})
"""Attributes that hold named values."""
RESERVED = frozenset({"page", "loop", "caller", "varargs", "kwargs"})
"""Names that have a meaning of their own."""


class UnfitError(Exception):
    """The template does something for quiet items that may differ between pages; the text says what."""


@dataclass(frozen=True)
class FromContext:
    """A value that the template reads of the context."""

    parts: Parts
    """The name of a variable, and those of attributes."""
    arguments: tuple[object, ...] | None = None
    """What it is called with."""
    is_compared: bool = False
    """It may be an item, which is only compared with others."""


@dataclass
class State:
    """What all macros of a template read for quiet items, so far."""

    macros: Mapping[str, nodes.Macro]
    context: set[FromContext] = field(default_factory=set)
    items: set[Parts] = field(default_factory=set)
    filters: set[str] = field(default_factory=set)
    tests: set[str] = field(default_factory=set)
    values: set[tuple[str, str]] = field(default_factory=set)
    """Names, by macro, that may hold what isn't an item, nor a list of items."""
    spaces: set[tuple[str, str]] = field(default_factory=set)
    """Names, by macro, of namespaces."""
    is_given_item: bool = True
    """Whether the first argument of `render` stays the item it was called for."""


class Expressions:
    """Those of one macro.

    `known` are names that have a value of the macro's at a place; others are of the context. Methods return whether the
    result may be something else than an item of the menu, or a list of items.
    """

    def __init__(self, state: State, macro: nodes.Macro) -> None:
        """Begin with the arguments."""
        self.state, self.macro = state, macro.name
        names = self.arguments = [argument.name for argument in macro.args]
        self.item = names[0] if macro.name == "render" else ""
        """The argument that is a quiet item."""
        self._has_parent = macro.name == "render" and "parent" in names[1:]

    def value(self, node: nodes.Node, known: set[str]) -> bool:
        if isinstance(node, nodes.Const):
            return False
        if isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
            return self._chain(node, known)
        if isinstance(node, (nodes.And, nodes.Or)):
            left = self.value(node.left, known)
            if self.outcome(node.left) is isinstance(node, nodes.Or):
                return left
            return self.value(node.right, known) | left
        if isinstance(node, nodes.CondExpr):
            self.test(node.test, known)
            outcome = self.outcome(node.test)
            ways = ([node.expr1] if outcome is not False else []) + ([node.expr2] if outcome is not True else [])
            return self._all([way for way in ways if way is not None], known)
        if isinstance(node, nodes.Not):
            self.test(node.node, known)
            return False
        if isinstance(node, nodes.Compare):
            return self._compare(node, known)
        if isinstance(node, nodes.Call):
            return self._call(node, known)
        if isinstance(node, nodes.Filter):
            return self._filter(node, known)
        if isinstance(node, nodes.Test):
            if node.name not in _TESTS or node.dyn_args or node.dyn_kwargs:
                raise UnfitError(f"the test {node.name}")
            self.state.tests.add(node.name)
            self._all([node.node, *node.args, *(argument.value for argument in node.kwargs)], known)
            return False
        if isinstance(node, (nodes.Concat, nodes.List, nodes.Tuple)):
            found = self._all(node.nodes if isinstance(node, nodes.Concat) else node.items, known)
            return found and not isinstance(node, nodes.Concat)
        if isinstance(node, (nodes.Add, nodes.Sub, nodes.Mul)):
            return self._all([node.left, node.right], known)
        raise UnfitError(type(node).__name__)

    def _all(self, found: Iterable[nodes.Node], known: set[str]) -> bool:
        return True in [self.value(node, known) for node in found]

    def test(self, node: nodes.Node, known: set[str]) -> None:
        """An expression of which only matters whether it is true."""
        if isinstance(node, (nodes.And, nodes.Or)):
            self.test(node.left, known)
            if self.outcome(node.left) is not isinstance(node, nodes.Or):
                self.test(node.right, known)
        elif isinstance(node, nodes.Not):
            self.test(node.node, known)
        elif isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
            self._chain(node, known, is_tested=True)
        else:
            self.value(node, known)

    def _chain(self, node: nodes.Expr, known: set[str], *, is_tested: bool = False, is_compared: bool = False) -> bool:
        root, parts = peeled(node)
        is_value = False
        if isinstance(root, nodes.Name):
            name = root.name
            if name not in known:
                if name in RESERVED or name in self.state.macros:
                    raise UnfitError(name)
                self.state.context.add(FromContext((name, *parts), is_compared=is_compared))
                return True
            if name == "parent" and self._has_parent:
                if parts != ("active",):
                    raise UnfitError("parent")
                return False
            is_value = (self.macro, name) in self.state.values
            if name == "loop" or (self.macro, name) in self.state.spaces:
                parts = parts[1:]
        elif isinstance(root, nodes.Getitem):
            is_value = self.value(root.node, known)
            if not (isinstance(root.arg, nodes.Const) and isinstance(root.arg.value, int)):
                if not is_value or isinstance(root.arg, nodes.Slice):
                    raise UnfitError("a computed name")
                self.value(root.arg, known)
        else:
            is_value = self.value(root, known)
        return self._attribute(parts, is_value, is_tested) if parts else is_value

    def _attribute(self, parts: Parts, is_value: bool, is_tested: bool) -> bool:
        first, said = parts[0], ".".join(parts)
        if is_value or (len(parts) > 1 and first not in _SETTINGS):
            raise UnfitError(said)
        if first in _BELOW or first == "active":
            return False
        if first not in _OF_ITEMS | _SETTINGS or (parts in {("meta",), ("typeset",)} and not is_tested):
            raise UnfitError(said)
        self.state.items.add(parts)
        return True

    def _compare(self, node: nodes.Compare, known: set[str]) -> bool:
        operands = [node.expr, *(operand.expr for operand in node.ops)]
        equates = all(operand.op in ("eq", "ne") for operand in node.ops)
        if not any(name_of(operand) == "page" and "page" not in known for operand in operands):
            for operand in operands:
                if equates and isinstance(operand, (nodes.Name, nodes.Getattr)):
                    self._chain(operand, known, is_compared=True)
                else:
                    self.value(operand, known)
        elif len(node.ops) > 1 or not (equates or (node.ops[0].op in ("in", "notin") and name_of(node.expr) == "page")):
            raise UnfitError("page")
        else:
            other = operands[1] if name_of(operands[0]) == "page" else operands[0]
            root, _ = peeled(other)
            if isinstance(root, nodes.Name) and root.name not in known:
                raise UnfitError(f"page beside {root.name}")
            self.value(other, known)
        return False

    def _call(self, node: nodes.Call, known: set[str]) -> bool:
        name = name_of(node.node)
        if node.dyn_args or node.dyn_kwargs:
            raise UnfitError("arguments in a list")
        if name == "namespace" and name not in known and not node.args:
            return self._all([argument.value for argument in node.kwargs], known)
        if name in self.state.macros and name not in known:
            names = [argument.name for argument in self.state.macros[name].args]
            given = [*zip(names, node.args, strict=False), *((each.key, each.value) for each in node.kwargs)]
            if len(node.args) > len(names):
                raise UnfitError("too many arguments")
            for argument, value in given:
                if self.value(value, known):
                    self.state.values.add((name, argument))
            return True
        root, parts = peeled(node.node)
        arguments = tuple(argument.value for argument in node.args if isinstance(argument, nodes.Const))
        is_word = (name_of(root), *parts) == ("lang", "t") and name_of(root) not in known
        if is_word and not node.kwargs and len(arguments) == len(node.args):
            self.state.context.add(FromContext(("lang", "t"), arguments))
            return True
        raise UnfitError(f"a call of {name or '.'.join(parts)}")

    def _filter(self, node: nodes.Filter, known: set[str]) -> bool:
        if node.node is None or node.dyn_args or node.dyn_kwargs:
            raise UnfitError(f"the filter {node.name}")
        is_value = self.value(node.node, known)
        arguments = node.args
        if node.name in _SELECTING:
            named = arguments[0] if arguments else None
            if not isinstance(named, nodes.Const) or not isinstance(named.value, str) or len(arguments) > 1:
                raise UnfitError(f"the filter {node.name}")
            self._attribute(tuple(named.value.split(".")), is_value, is_tested=True)
        elif node.name == "url":
            root, parts = peeled(node.node)
            if parts[-1:] != ("url",) or not is_value or (isinstance(root, nodes.Name) and root.name not in known):
                raise UnfitError("the address of something else than an item")
        elif node.name not in _FILTERS or (node.name == "join" and (len(arguments) > 1 or node.kwargs)):
            raise UnfitError(f"the filter {node.name}")
        else:
            is_value |= self._all([*arguments, *(argument.value for argument in node.kwargs)], known)
        self.state.filters.add(node.name)
        return is_value

    # --- what is known of quiet items -----------------------------------------------------------------------------

    def outcome(self, node: nodes.Node) -> bool | None:
        """Whether an expression is true for quiet items; `None` where that depends."""
        if isinstance(node, nodes.Compare) and len(node.ops) == 1:
            is_of_page = "page" in (name_of(node.expr), name_of(node.ops[0].expr))
            return {"eq": False, "in": False, "ne": True, "notin": True}.get(node.ops[0].op) if is_of_page else None
        if isinstance(node, nodes.Getattr):
            is_item = self.state.is_given_item and name_of(node.node) == self.item
            return False if is_item and node.attr == "active" else None
        if isinstance(node, nodes.Not):
            outcome = self.outcome(node.node)
            return None if outcome is None else not outcome
        if isinstance(node, (nodes.And, nodes.Or)):
            decides = isinstance(node, nodes.Or)
            outcomes = {self.outcome(node.left), self.outcome(node.right)}
            return decides if decides in outcomes else (not decides if outcomes == {not decides} else None)
        return None

    def settled(self, node: nodes.Node) -> nodes.Node:
        if isinstance(node, nodes.CondExpr) and (outcome := self.outcome(node.test)) is not None:
            return self.settled(node.expr1 if outcome else node.expr2 or node.expr1)
        return node

    def mark(self, name: str, is_value: bool) -> None:
        if name in RESERVED:
            raise UnfitError(f"another {name}")
        if is_value:
            self.state.values.add((self.macro, name))


def name_of(node: nodes.Node | None) -> str:
    return node.name if isinstance(node, nodes.Name) else ""


def peeled(node: nodes.Node) -> tuple[nodes.Node, Parts]:
    """What attributes are read of, and their names."""
    parts: list[str] = []
    while True:
        if isinstance(node, nodes.Getattr):
            parts.append(node.attr)
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            parts.append(node.arg.value)
        else:
            return node, tuple(reversed(parts))
        node = node.node
