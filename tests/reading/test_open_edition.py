from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.reading.open_edition import OpenEdition
from tests.reading.papers import a_notice, an_edition

COUNTS = st.lists(st.integers(0, 3), max_size=6)


@given(COUNTS)
def test_every_item_is_found_by_its_piece(counts: list[int]) -> None:
    laid = OpenEdition(an_edition(counts, notices=[a_notice()]))
    assert [laid.where(item.reference.piece) for item in laid.items] == list(range(len(laid.items)))
    assert laid.where("nowhere") is None


@given(COUNTS, st.data())
def test_the_next_section_lies_ahead_and_none_is_skipped(counts: list[int], data: st.DataObject) -> None:
    laid = OpenEdition(an_edition(counts, notices=[a_notice()]))
    at = data.draw(st.integers(0, len(laid.items) - 1))
    ahead, before = laid.section_after(at), laid.section_before(at)
    here = laid.items[at].section_index
    later = [n for n, item in enumerate(laid.items) if item.section_index > here]
    assert ahead == (later[0] if later else None)
    earlier = [item.section_index for item in laid.items if item.section_index < here]
    assert before == (
        next(n for n, i in enumerate(laid.items) if i.section_index == earlier[-1]) if earlier else None
    )


def test_sections_are_numbered_from_one_as_they_are_shown() -> None:
    laid = OpenEdition(an_edition((2, 0, 1), notices=[a_notice()]))
    assert [laid.section(number) for number in range(6)] == [None, 0, None, 2, 3, None]


def test_an_empty_edition_has_no_next_section() -> None:
    laid = OpenEdition(an_edition(()))
    assert (laid.section_after(0), laid.section_before(0), laid.section(1)) == (None, None, None)
