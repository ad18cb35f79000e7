"""Selected text is the words alone, a line a piece."""

from __future__ import annotations

from reader.tui.sheet import Point, Sheet, Stretch, selected_text, stretches_in
from reader.typesetting.copy import Copy, Piece
from reader.typesetting.role import Role


def a_copy() -> Copy:
    pieces = [
        Piece(Role.HEADLINE, "桥通了", "headline"),
        Piece(Role.TEXT, "老桥昨天通车。", "body"),
        Piece(Role.QUOTE, "舍不得它老。", "body", lead="“"),
    ]
    return Copy(pieces, 17)


def test_a_selection_inside_a_piece_is_its_characters() -> None:
    assert selected_text(a_copy(), Point(1, 2), Point(1, 4)) == "昨天"


def test_a_selection_over_pieces_has_a_line_for_each() -> None:
    assert selected_text(a_copy(), Point(0, 1), Point(2, 3)) == "通了\n老桥昨天通车。\n舍不得"


def test_a_selection_backwards_is_the_same() -> None:
    assert selected_text(a_copy(), Point(2, 3), Point(0, 1)) == selected_text(
        a_copy(), Point(0, 1), Point(2, 3)
    )


def test_what_the_layout_puts_before_a_piece_is_not_selected() -> None:
    assert selected_text(a_copy(), Point(2, 0), Point(2, 99)) == "舍不得它老。"


def test_a_selection_past_the_end_is_what_there_is() -> None:
    assert selected_text(a_copy(), Point(2, 4), Point(9, 9)) == "老。"


def test_an_empty_selection_is_nothing() -> None:
    assert selected_text(a_copy(), Point(1, 3), Point(1, 3)) == ""


def test_only_the_stretches_of_a_block_are_laid_over_it() -> None:
    stretches = [Stretch(0, 0, 2), Stretch(1, 1, 3), Stretch(1, 5, 6)]
    assert stretches_in(1, stretches) == stretches[1:]
    assert stretches_in(7, stretches) == []


def test_two_sheets_are_the_same_only_if_they_are_one() -> None:
    copy = a_copy()
    assert Sheet(copy, True) != Sheet(copy, True)
