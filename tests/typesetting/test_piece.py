"""Copy: read as it is asked for, with places by characters."""

from __future__ import annotations

from collections.abc import Iterator

from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role


def counted(number: int, taken: list[int]) -> Iterator[Piece]:
    for index in range(number):
        taken.append(index)
        yield Piece(Role.TEXT, f"第{index}段")


def test_pieces_are_read_only_as_far_as_they_are_asked_for() -> None:
    taken: list[int] = []
    copy = Copy(counted(100, taken), 400)
    assert taken == []
    piece = copy.piece(3)
    assert piece is not None
    assert piece.text == "第3段"
    assert taken == [0, 1, 2, 3]
    copy.piece(2)
    assert taken == [0, 1, 2, 3]


def test_there_are_no_pieces_beyond_the_ends() -> None:
    copy = Copy(counted(2, []), 6)
    assert copy.piece(-1) is None
    assert copy.piece(2) is None
    assert copy.count() == 2


def test_all_reads_the_rest_and_can_be_asked_again() -> None:
    copy = Copy(counted(5, []), 15)
    copy.piece(1)
    assert [piece.text for piece in copy.all()] == [piece.text for piece in copy.all()]
    assert len(copy.all()) == 5


def test_offsets_count_the_characters_before_a_piece() -> None:
    copy = Copy([Piece(Role.TEXT, "春夏"), Piece(Role.TEXT, "秋"), Piece(Role.TEXT, "冬")], 4)
    assert [copy.offset(index) for index in range(5)] == [0, 2, 3, 4, 4]
    assert copy.offset(-1) == 0


def test_a_piece_that_knows_its_own_place_keeps_it() -> None:
    pieces = [Piece(Role.TEXT, "春夏"), Piece(Role.TEXT, "秋", at=10), Piece(Role.TEXT, "冬")]
    copy = Copy(pieces, 20)
    assert [copy.offset(index) for index in range(3)] == [0, 10, 11]


def test_what_a_list_gives_out_does_not_change_the_copy() -> None:
    copy = Copy(counted(2, []), 6)
    copy.all().clear()
    assert copy.count() == 2
