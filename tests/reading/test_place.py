from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.reference import Reference
from reader.reading.place import Address, IssueKey, Place
from tests.reading.papers import DAY, an_edition

NAMES = st.text(max_size=12)
ISSUES = st.builds(IssueKey, NAMES, st.dates(), NAMES)


@given(ISSUES)
def test_an_issue_key_is_read_back_as_written(issue: IssueKey) -> None:
    assert IssueKey.parse(str(issue)) == issue


@given(ISSUES, st.text(min_size=1, max_size=12))
def test_an_address_is_read_back_as_written_slashes_and_all(issue: IssueKey, piece: str) -> None:
    address = Address(issue, piece)
    assert Address.parse(str(address)) == address


@given(ISSUES, ISSUES, st.text(min_size=1), st.text(min_size=1))
def test_two_addresses_are_never_written_alike(
    one: IssueKey, other: IssueKey, piece: str, next_piece: str
) -> None:
    first, second = Address(one, piece), Address(other, next_piece)
    assert (str(first) == str(second)) is (first == second)


@pytest.mark.parametrize(
    "words", ["", "报", "报//2024-12-23", "报//2024-12-23/", "报//昨天/a", "报//2024-13-01/a"]
)
def test_what_is_no_address_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Address.parse(words)


def test_two_papers_and_two_editions_of_one_day_are_kept_apart() -> None:
    keys = {
        str(IssueKey.of(an_edition())),
        str(IssueKey.of(an_edition(paper="渡口报"))),
        str(IssueKey.of(an_edition(edition="晚报版"))),
        str(IssueKey.of(an_edition(date=DAY + dt.timedelta(days=1)))),
    }
    assert len(keys) == 4


def test_an_address_knows_its_reference() -> None:
    assert Address(IssueKey.of(an_edition()), "p01-a01").reference == Reference(DAY, "p01-a01")


def test_a_place_begins_at_the_first_character_of_the_first_block() -> None:
    place = Place(Reference(DAY, "p01-a01"))
    assert (place.block, place.character, place.issue) == (0, 0, None)
