"""Rows are numbered so that the newest day is highest, and within it what is read first."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.clause import Part
from reader.archive.folding import Folding
from reader.archive.query import parse_query
from reader.archive.sieve import ROWS_A_DAY, Sieve, day_of, nearest_row, row_of, sieve

DAY = dt.date(2024, 12, 23)
POSITIONS = st.integers(0, ROWS_A_DAY - 1)


@given(st.dates(), POSITIONS, st.dates(), POSITIONS)
def test_a_later_day_or_an_earlier_place_has_the_higher_number(
    one: dt.date, first: int, other: dt.date, second: int
) -> None:
    assert (row_of(one, first) > row_of(other, second)) == ((one, -first) > (other, -second))
    assert day_of(row_of(one, first)) == one


def test_a_day_is_full_at_last() -> None:
    with pytest.raises(OverflowError):
        row_of(DAY, ROWS_A_DAY)
    with pytest.raises(OverflowError):
        row_of(DAY, -1)
    assert nearest_row(DAY, ROWS_A_DAY + 7) == row_of(DAY, ROWS_A_DAY - 1)


@given(st.dates(), POSITIONS)
def test_the_rows_of_some_days_are_a_stretch_of_numbers(day: dt.date, position: int) -> None:
    first, last = Sieve(first=day, last=day).rows
    assert first <= row_of(day, position) <= last
    if day > dt.date.min:
        assert row_of(day - dt.timedelta(days=1), 0) < first


def test_words_are_folded_and_their_blanks_made_one() -> None:
    question = sieve(parse_query('"Ａ  b" 标题:雪'), Folding(), frozenset({3}))
    assert [(term.needle, term.part) for term in question.terms] == [("a b", None), ("雪", Part.TITLE)]
    assert question.places == frozenset({3})


def test_letters_may_be_heard_unless_they_are_quoted_or_excluded() -> None:
    question = sieve(parse_query('czrb "czrb" -czrb 雪'), Folding(), None)
    assert [term.letters for term in question.terms] == ["czrb", "", ""]
    assert [term.letters for term in question.unwanted] == [""]


def test_excluded_kinds_leave_the_others() -> None:
    question = sieve(parse_query("雪 -类型:news"), Folding(), None)
    assert question.kinds is not None
    assert None in question.kinds
    assert all(kind is None or kind.value != "news" for kind in question.kinds)
    assert sieve(parse_query("雪"), Folding(), None).kinds is None


def test_what_a_sieve_cannot_say_it_does_not_claim_to() -> None:
    assert sieve(parse_query("雪 日期:2024"), Folding(), None).is_whole
    assert not sieve(parse_query("雪 -日期:2024"), Folding(), None).is_whole
    assert not sieve(parse_query("雪 /天/"), Folding(), None).is_whole
