"""Frozen dataclasses that cost a start next to nothing: an initialiser is compiled when it is first called.

`dataclasses.dataclass` compiles six functions for every class while its module is imported, which was half of
what importing this program cost. This one stands in for it where ``frozen=True``: the same fields, the same
behaviour, `dataclasses.replace`, `fields` and copying included. To the type checker it *is* the standard one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter, ge, gt, le, lt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, *, eq=True, order=False, slots=False, kw_only=False, frozen=False):
        """Make a class a dataclass, as `dataclasses.dataclass` with these options does."""

        def make(plain: type) -> type:
            if not frozen:
                return dataclasses.dataclass(eq=eq, order=order, slots=slots, kw_only=kw_only)(plain)
            # Asked for no functions, the standard decorator only collects the fields and makes the slots.
            bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)
            made = bare(plain)
            for name, method in _methods(made, eq=eq, order=order).items():
                if made.__dict__.get(name) is None:  # what the class says itself stays
                    setattr(made, name, method)
            return made

        return make if cls is None else make(cls)


__all__ = ["dataclass"]

Method = Callable[..., Any]

_set = object.__setattr__


def _methods(cls: type, *, eq: bool, order: bool) -> dict[str, Method]:
    """Return what a frozen dataclass can do, by name."""
    fields = dataclasses.fields(cls)
    shown = [field.name for field in fields if field.repr]
    compared = [field.name for field in fields if field.compare]

    def initialise(self: Any, *args: Any, **keywords: Any) -> None:
        cls.__init__ = compiled = _compiled_init(cls, fields)  # type: ignore[misc]
        compiled(self, *args, **keywords)

    def represent(self: Any) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({values})"

    methods: dict[str, Method] = {
        "__init__": initialise,
        "__repr__": represent,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__setstate__": _set_state,
    }
    if eq:
        key: Method = attrgetter(*compared) if compared else lambda _: ()
        methods["__eq__"] = _comparing(key, lambda one, other: one == other)
        methods["__hash__"] = lambda self: hash(key(self))
        if order:
            methods |= {f"__{test.__name__}__": _comparing(key, test) for test in (lt, le, gt, ge)}
    return methods


def _comparing(key: Method, test: Callable[[Any, Any], bool]) -> Method:
    def compare(self: Any, other: Any) -> Any:
        return test(key(self), key(other)) if other.__class__ is self.__class__ else NotImplemented

    return compare


def _compiled_init(cls: type, fields: tuple[Field[Any], ...]) -> Method:
    """Compile the initialiser: each field is set past the guard against setting."""
    names: dict[str, Any] = {"_set": _set, "_unset": MISSING}
    positional: list[str] = []
    by_keyword: list[str] = []
    body: list[str] = []
    for number, field in enumerate(fields):
        words = value = field.name
        given = f"_given{number}"
        if field.default is not MISSING:
            names[given], default = field.default, given
            words = f"{field.name}={given}"
        elif field.default_factory is not MISSING:
            names[given], default = field.default_factory, f"{given}()"
            words = f"{field.name}=_unset"
            value = f"{default} if {field.name} is _unset else {field.name}"
        else:
            default = ""
        if field.init:
            (by_keyword if field.kw_only else positional).append(words)
        elif default:
            value = default
        else:
            continue  # the class sets it itself
        body.append(f" _set(self, {field.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    parameters = ", ".join(["self", *positional, *(["*", *by_keyword] if by_keyword else [])])
    made: dict[str, Method] = {}
    exec(f"def __init__({parameters}):\n" + "\n".join(body or [" pass"]), names, made)
    made["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return made["__init__"]


def _refuse_to_set(_: Any, name: str, __: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _set_state(self: Any, state: Any) -> None:
    """Restore what pickling and copying have read, past the guard."""
    for part in state if isinstance(state, tuple) else (state,):
        for name, value in (part or {}).items():
            _set(self, name, value)
