"""Our frozen dataclasses behave as the standard ones do; only their making is cheaper."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from reader.edition import values

Decorator = Callable[..., Any]
BOTH = pytest.mark.parametrize(
    "dataclass", [dataclasses.dataclass, values.dataclass], ids=["standard", "ours"]
)


def made_by(dataclass: Decorator, **options: bool) -> Any:
    """A class with every sort of field, made by this decorator."""

    @dataclass(frozen=True, slots=True, **options)
    class Page:
        """A page."""

        name: str
        number: int = 1
        stories: list[str] = field(default_factory=list)
        weight: int = field(default=0, compare=False, repr=False)
        colour: str = field(default="black", kw_only=True)

        @property
        def title(self) -> str:
            return f"{self.number} {self.name}"

    return Page


@values.dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet at the module's top, where pickling finds it."""

    size: int
    names: tuple[str, ...] = ()


@values.dataclass(frozen=True, slots=True)
class Folded(Sheet):
    """A sheet with one field more."""

    times: int = 2


@BOTH
def test_fields_are_given_by_place_by_name_or_by_default(dataclass: Decorator) -> None:
    page = made_by(dataclass)
    assert page("要闻") == page(name="要闻", number=1, stories=[], colour="black")
    assert page("要闻", 2, ["头条"], 9, colour="red").stories == ["头条"]
    assert page("要闻").title == "1 要闻"
    assert page("要闻").stories is not page("要闻").stories


@BOTH
@pytest.mark.parametrize(
    ("arguments", "keywords"),
    [((), {}), (("a", 1, [], 0, "red"), {}), (("a",), {"nothing": 1}), (("a",), {"name": "b"})],
)
def test_what_does_not_fit_is_refused(
    dataclass: Decorator, arguments: tuple[Any, ...], keywords: dict[str, Any]
) -> None:
    with pytest.raises(TypeError, match=r"__init__\(\)"):
        made_by(dataclass)(*arguments, **keywords)


@BOTH
def test_nothing_can_be_set_or_deleted(dataclass: Decorator) -> None:
    page = made_by(dataclass)("要闻")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        page.name = "副刊"
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del page.name
    assert not hasattr(page, "__dict__")


@BOTH
def test_values_are_equal_by_what_counts(dataclass: Decorator) -> None:
    page, other = made_by(dataclass), made_by(dataclass)
    assert page("a", weight=1) == page("a", weight=2)
    assert page("a") != page("b")
    assert page("a") != other("a")
    assert page("a").__eq__("a") is NotImplemented


@BOTH
def test_what_is_shown_names_the_fields(dataclass: Decorator) -> None:
    shown = repr(made_by(dataclass)("要闻", 2))
    assert shown.endswith("Page(name='要闻', number=2, stories=[], colour='black')")


@BOTH
def test_equal_values_hash_alike(dataclass: Decorator) -> None:
    @dataclass(frozen=True, slots=True)
    class Point:
        """Two numbers."""

        x: int
        y: int = 0

    assert len({Point(1), Point(1, 0), Point(2)}) == 2


@BOTH
def test_order_is_that_of_the_fields(dataclass: Decorator) -> None:
    page = made_by(dataclass, order=True)
    assert page("a") < page("b") <= page("b")
    assert page("b") > page("a") >= page("a")
    with pytest.raises(TypeError):
        _ = page("a") < 1


@BOTH
def test_without_equality_each_is_its_own(dataclass: Decorator) -> None:
    page = made_by(dataclass, eq=False)
    assert page("a") != page("a")
    assert hash(page("a"))


@BOTH
def test_all_by_keyword(dataclass: Decorator) -> None:
    page = made_by(dataclass, kw_only=True)
    assert page(number=3, name="a").number == 3
    with pytest.raises(TypeError):
        page("a")


@BOTH
def test_a_class_keeps_what_it_says_itself(dataclass: Decorator) -> None:
    @dataclass(frozen=True, slots=True)
    class Named:
        """It has its own words and its own second field."""

        name: str
        length: int = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.name))

        def __repr__(self) -> str:
            return f"<{self.name}>"

    assert repr(Named("要闻")) == "<要闻>"
    assert Named("要闻").length == 2


@BOTH
def test_a_changed_copy_is_made_as_usual(dataclass: Decorator) -> None:
    page = made_by(dataclass)("要闻", 2)
    assert dataclasses.replace(page, number=5).number == 5
    assert [one.name for one in dataclasses.fields(page)] == ["name", "number", "stories", "weight", "colour"]
    assert dataclasses.asdict(page)["name"] == "要闻"


def test_values_are_copied_and_pickled() -> None:
    sheet = Folded(2, ("a",), 4)
    assert copy.copy(sheet) == sheet == copy.deepcopy(sheet)
    assert pickle.loads(pickle.dumps(sheet)) == sheet


def test_a_class_inherits_the_fields_of_another() -> None:
    assert Folded(1).times == 2
    assert Sheet(1) != Folded(1)
    match Folded(7, (), 3):
        case Folded(size, _, times):
            assert (size, times) == (7, 3)


def test_what_is_not_frozen_is_left_to_the_standard_one() -> None:
    @values.dataclass(slots=True)
    class Count:
        """It can be changed."""

        number: int = 0

    count = Count()
    count.number += 1
    assert count == Count(1)


def test_nothing_is_compiled_before_the_first_value_is_made() -> None:
    page = made_by(values.dataclass)
    before = page.__init__
    page("a")
    assert page.__init__ is not before
    assert page.__init__.__qualname__.endswith("Page.__init__")
