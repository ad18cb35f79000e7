from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.reference import Reference, page_label, placed_id

DAY = dt.date(2025, 3, 4)


@given(st.dates(), st.text(st.sampled_from("甲ap-01:."), min_size=1))
def test_a_reference_is_read_as_it_is_written(day: dt.date, piece: str) -> None:
    reference = Reference(day, piece)
    assert Reference.parse(str(reference)) == reference


def test_a_reference_is_a_day_and_a_piece() -> None:
    assert str(Reference(DAY, "p01-a03")) == "2025-03-04/p01-a03"
    assert Reference.parse(" 2025-03-04/kai \n") == Reference(DAY, "kai")


@pytest.mark.parametrize(
    "words", ["", "kai", "2025-03-04", "2025-03-04/", "/kai", "2025-02-30/kai", "今天/kai"]
)
def test_anything_else_is_no_reference(words: str) -> None:
    with pytest.raises(
        ValueError, match=r"not a reference|[Ii]nvalid isoformat|day is out of range|must be in range"
    ):
        Reference.parse(words)


def test_a_notice_has_a_reference_of_its_own() -> None:
    reference = Reference.to_notice(DAY, "wind-1")
    assert str(reference) == "2025-03-04/notice:wind-1"
    assert Reference.parse(str(reference)).notice_id == "wind-1"
    assert Reference(DAY, "wind-1").notice_id is None


@pytest.mark.parametrize(
    ("page", "ordinal", "made"),
    [
        ("1", 3, "p01-a03"),
        ("01", 3, "p01-a03"),
        ("12", 10, "p12-a10"),
        ("A2", 1, "pA2-a01"),
        ("头版", 100, "p头版-a100"),
    ],
)
def test_an_article_is_known_by_its_page_and_place(page: str, ordinal: int, made: str) -> None:
    assert placed_id(page, ordinal) == made
    assert page_label(page) == made[1:].partition("-a")[0]


def test_references_sort_by_day_then_piece() -> None:
    later = Reference(dt.date(2025, 3, 5), "a")
    assert sorted([later, Reference(DAY, "b"), Reference(DAY, "a")])[-1] == later
