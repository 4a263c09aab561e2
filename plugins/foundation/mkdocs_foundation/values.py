"""`dataclass` as that of Python, made in a third of the time: a start makes hundreds of classes.

Python compiles six functions for each frozen class, which took a tenth of a build after one edit. Here it compiles one,
`__init__`, for the first object; the others are the same for all classes. Values are as Python's: equality, hash,
`repr`, `replace`, `fields`, and that nothing is set later. A class with what isn't known here is made by Python.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, FrozenInstanceError, fields
from dataclasses import dataclass as made_by_python
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import Field
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, **options):
        """Make a class of values, as Python does."""

        def made(cls):
            if options or not _is_known(cls):
                return made_by_python(frozen=frozen, **options)(cls)
            return _made(cls, frozen)

        return made if cls is None else made(cls)


_NEW = object()
"""Default of a parameter whose value is made for each object."""


def _is_known(cls: type) -> bool:
    given = vars(cls)
    declared = given.get("__annotations__", {})
    own = ("__init__", "__setattr__", "__delattr__", "__slots__", "__eq__", "__hash__", "__repr__")
    return not any(name in given for name in own) and not any("InitVar" in str(of) for of in declared.values())


def _made(cls: Any, frozen: bool) -> Any:
    made: Any = made_by_python(init=False, repr=False, eq=False)(cls)
    every = fields(made)
    compared = [field.name for field in every if field.compare]
    values: Callable[[Any], Any] = attrgetter(*compared) if compared else lambda _: ()
    shown = [field.name for field in every if field.repr]

    def is_equal(self: Any, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    @recursive_repr()
    def told(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def begin(self: Any, *given: Any, **named: Any) -> None:
        """The first object of a class makes its function; of many classes a build makes none."""
        made.__init__ = _initializer(every, frozen, hasattr(made, "__post_init__"))
        made.__init__(self, *given, **named)

    made.__init__ = begin
    made.__eq__, made.__repr__, made.__hash__ = is_equal, told, hashed if frozen else None
    if frozen:
        made.__setattr__, made.__delattr__ = _set, _delete
    return made


def _initializer(every: Sequence[Field[Any]], frozen: bool, is_continued: bool) -> Callable[..., None]:
    names: dict[str, Any] = {"_new_": _NEW, "_set_": object.__setattr__}
    parameters: dict[bool, list[str]] = {False: ["self"], True: []}
    lines = []
    for field in every:
        value, default = field.name, ""
        if field.default is not MISSING:
            default = f"_default_{field.name}"
            names[default] = field.default
        elif field.default_factory is not MISSING:
            names[f"_make_{field.name}"], default = field.default_factory, "_new_"
            value = f"_make_{field.name}()" + f" if {field.name} is _new_ else {field.name}" * field.init
        if field.init:
            parameters[bool(field.kw_only)].append(f"{field.name}={default}" if default else field.name)
        if field.init or default == "_new_":
            lines.append(f"_set_(self, {field.name!r}, {value})" if frozen else f"self.{field.name} = {value}")
    if is_continued:
        lines.append("self.__post_init__()")
    given = ", ".join([*parameters[False], *["*"][: len(parameters[True])], *parameters[True]])
    exec(f"def __init__({given}):\n " + ("\n ".join(lines) or "pass"), names)
    made: Callable[..., None] = names["__init__"]
    return made


def _set(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
