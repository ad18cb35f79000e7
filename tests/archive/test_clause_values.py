from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.clause_values import day_range, kind_names, kinds_named
from reader.edition.article import Kind

FIRST, LAST = dt.date.min, dt.date.max


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024-12-23", dt.date(2024, 12, 23), dt.date(2024, 12, 23)),
        ("2024/12/23", dt.date(2024, 12, 23), dt.date(2024, 12, 23)),
        ("2024年12月23日", dt.date(2024, 12, 23), dt.date(2024, 12, 23)),
        ("2024年12月", dt.date(2024, 12, 1), dt.date(2024, 12, 31)),
        ("2024-12", dt.date(2024, 12, 1), dt.date(2024, 12, 31)),
        ("2024-2", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2023-02", dt.date(2023, 2, 1), dt.date(2023, 2, 28)),
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-12..", dt.date(2024, 12, 1), LAST),
        ("..2024-12", FIRST, dt.date(2024, 12, 31)),
        ("2024-11..2024-12", dt.date(2024, 11, 1), dt.date(2024, 12, 31)),
        ("2024-12-01..2024-12-23", dt.date(2024, 12, 1), dt.date(2024, 12, 23)),
        ("2024-12-01...2024-12-23", dt.date(2024, 12, 1), dt.date(2024, 12, 23)),
        ("2024..2024-12-23", dt.date(2024, 1, 1), dt.date(2024, 12, 23)),
        ("..", FIRST, LAST),
        ("9999", dt.date(9999, 1, 1), LAST),
    ],
)
def test_a_day_or_a_range_of_days_is_read(typed: str, first: dt.date, last: dt.date) -> None:
    assert day_range(typed) == (first, last)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "20",
        "2024-13",
        "2024-02-30",
        "0000",
        "2024-12-23x",
        "2024-12-23..2024-12-01",
        "2024..2023",
        "١٢٣٤",
    ],
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert day_range(typed) is None


@given(st.dates(), st.dates())
def test_a_range_holds_both_its_ends(one: dt.date, other: dt.date) -> None:
    first, last = min(one, other), max(one, other)
    assert day_range(f"{first}..{last}") == (first, last)
    month = day_range(first.isoformat()[:7])
    assert month is not None
    assert month[0] <= first <= month[1]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_known_by_all_its_names(kind: Kind) -> None:
    for name in (kind.value, kind.wording.zh, kind.wording.en.casefold()):
        assert kinds_named(name) == {kind}


def test_the_beginning_of_a_name_stands_for_all_that_begin_so() -> None:
    assert kinds_named("op") == {Kind.OPINION}
    assert kinds_named("n") == {Kind.NEWS, None}
    assert kinds_named("ad") == {Kind.AD}
    assert kinds_named("公") == kinds_named("notice") == kinds_named("预警") == {None}
    assert kinds_named("小说") == frozenset()


def test_the_names_for_a_message_can_be_typed() -> None:
    for language, parting in zip(kind_names(), ("、", ", "), strict=True):
        for name in language.split(parting):
            assert kinds_named(name)
