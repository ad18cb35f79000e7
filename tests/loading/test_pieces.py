"""Pieces made in a text, and two lots of them as one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loading.pieces import Piece, applied, composed


def lots(size: int) -> st.SearchStrategy[list[Piece]]:
    """Draw pieces for a text of this size of which none overlaps another, nor two insert at one place."""

    def pieces(drawn: tuple[list[int], list[str]]) -> list[Piece]:
        cuts, texts = drawn
        ends = sorted(cuts)
        ends = ends[: len(ends) // 2 * 2]
        made = [
            Piece(start, end, text)
            for start, end, text in zip(ends[::2], ends[1::2], texts + [""] * len(ends), strict=False)
        ]
        return [piece for index, piece in enumerate(made) if index == 0 or piece.start > made[index - 1].end]

    cuts = st.lists(st.integers(0, size), max_size=8)
    return st.tuples(cuts, st.lists(st.text("雪冰", max_size=3), max_size=4)).map(pieces)


def test_pieces_are_made_where_they_stand_in_any_order() -> None:
    assert applied("老桥,通车,", [Piece(5, 6, "，"), Piece(2, 3, "，")]) == "老桥，通车，"


def test_a_piece_may_insert_and_another_take_away() -> None:
    assert applied("老桥通车", [Piece(2, 2, "重新"), Piece(3, 4, "")]) == "老桥重新通"


@given(st.data())
def test_two_lots_as_one_do_what_they_do_one_after_the_other(data: st.DataObject) -> None:
    text = data.draw(st.text("甲乙丙丁", max_size=12))
    first = data.draw(lots(len(text)))
    between = applied(text, first)
    second = data.draw(lots(len(between)))
    both = composed(first, second, len(text))
    assert applied(text, both) == applied(between, second)
    assert all(one.end < after.start for one, after in pairwise(both))


def test_what_the_second_lot_puts_into_a_piece_of_the_first_is_one_piece() -> None:
    assert composed([Piece(1, 2, "冰雪")], [Piece(2, 2, "霜")], 3) == (Piece(1, 2, "冰霜雪"),)


def test_lots_that_do_not_meet_stay_apart() -> None:
    # The second is for the text that is a character longer before it.
    assert composed([Piece(0, 0, "冰")], [Piece(3, 4, "")], 4) == (Piece(0, 0, "冰"), Piece(2, 3, ""))


@pytest.mark.parametrize("lot", [[Piece(0, 1, "，")], []])
def test_nothing_more_changes_nothing(lot: list[Piece]) -> None:
    assert composed(lot, [], 2) == tuple(lot)
    assert composed([], lot, 2) == tuple(lot)
