"""What the macros of a menu's template read for quiet items; [rules](rules.py) has the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jinja2 import nodes

from .expressions import Expressions, State, UnfitError, name_of


def read(macros: Mapping[str, nodes.Macro]) -> State:
    """Read until nothing more is found about names; raises `UnfitError`."""
    state, known = State(macros), None
    while known != (known := (len(state.values), len(state.spaces), state.is_given_item)):
        state.context.clear()
        for macro in macros.values():
            _Macro(state, macro).statements(macro.body, {argument.name for argument in macro.args})
    return state


class _Macro(Expressions):
    """One macro."""

    def statements(self, body: Iterable[nodes.Node], known: set[str]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    if not isinstance(part, nodes.TemplateData):
                        self.value(part, known)
            elif isinstance(node, nodes.If):
                self._choice(node, known)
            elif isinstance(node, nodes.Assign):
                self._assign(node, known)
            elif isinstance(node, nodes.For):
                self._loop(node, known)
            elif isinstance(node, nodes.Include):
                self._include(node, known)
            else:
                raise UnfitError(type(node).__name__)

    def _choice(self, node: nodes.If, known: set[str]) -> None:
        taken = []
        for test, body in [(node.test, node.body), *((other.test, other.body) for other in node.elif_)]:
            self.test(test, known)
            outcome = self.outcome(test)
            if outcome is not False:
                taken.append(own := set(known))
                self.statements(body, own)
            if outcome:
                break
        else:
            taken.append(own := set(known))
            self.statements(node.else_, own)
        known |= set.intersection(*taken)

    def _assign(self, node: nodes.Assign, known: set[str]) -> None:
        is_value = self.value(node.node, known)
        if isinstance(node.target, nodes.NSRef):
            self.mark(node.target.name, is_value)
        elif isinstance(node.target, nodes.Name):
            name = node.target.name
            self.mark(name, is_value)
            if isinstance(node.node, nodes.Call) and name_of(node.node.node) == "namespace":
                self.state.spaces.add((self.macro, name))
                if name in self.arguments:
                    raise UnfitError(f"two kinds of {name}")
            elif (self.macro, name) in self.state.spaces:
                raise UnfitError(f"two kinds of {name}")
            if name == self.item and name_of(self.settled(node.node)) != name:
                self.state.is_given_item = False
            known.add(name)
        else:
            raise UnfitError("several names at once")

    def _loop(self, node: nodes.For, known: set[str]) -> None:
        if node.recursive or not isinstance(node.target, nodes.Name):
            raise UnfitError("a loop")
        name, own = node.target.name, set(known)
        is_value = self.value(node.iter, known)
        self.mark(name, is_value)
        if is_value:
            self.state.values.add((self.macro, "loop"))  # it has those before and after
        if (self.macro, name) in self.state.spaces:
            raise UnfitError(f"two kinds of {name}")
        if name == self.item:
            self.state.is_given_item = False
        own |= {name, "loop"}
        if node.test:
            self.test(node.test, own)
        self.statements(node.body, own)
        self.statements(node.else_, set(known))

    def _include(self, node: nodes.Include, known: set[str]) -> None:
        """Only icons, which are pictures."""
        name = node.template
        parts = name.nodes if isinstance(name, nodes.Concat) else [name]
        first, last = parts[0], parts[-1]
        if not (isinstance(first, nodes.Const) and str(first.value).startswith(".icons/")):
            raise UnfitError("a part that isn't an icon")
        if not (isinstance(last, nodes.Const) and str(last.value).endswith(".svg")):
            raise UnfitError("a part that isn't an icon")
        for part in parts:
            self.value(part, known)
