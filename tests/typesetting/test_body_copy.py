"""The blocks of a body as pieces."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.edition.wording import Tongue
from reader.typesetting.body_copy import body_pieces
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role


def pieces(body: str, tongue: Tongue = "zh", at: int = 0) -> list[Piece]:
    return list(body_pieces(body, "body", at, tongue))


@pytest.mark.parametrize(
    ("body", "role", "text"),
    [
        ("春夏\n秋冬", Role.TEXT, "春夏秋冬"),
        ("### 桥边", Role.SUBHEAD, "桥边"),
        ("> 灯还亮着", Role.QUOTE, "灯还亮着"),
        ("- 买菜", Role.LIST, "买菜"),
        ("3. 买灯", Role.LIST, "买灯"),
        ("---", Role.RULE, ""),
        ("~ 河\n~\n~ 桥", Role.VERSE, "河\n\n桥"),
        ("| 甲 | 乙 |\n| 一 | 二 |", Role.TABLE, "甲\t乙\n一\t二"),
        ("![灯]", Role.PHOTO, "灯"),
        ("\\### 桥边", Role.TEXT, "### 桥边"),
    ],
)
def test_each_block_is_a_piece_with_its_own_words(body: str, role: Role, text: str) -> None:
    (piece,) = pieces(body)
    assert (piece.role, piece.text, piece.field) == (role, text, "body")


def test_who_said_it_is_a_piece_below_the_quote() -> None:
    quote, speaker = pieces("> 灯还亮着\n> — 摆渡人")
    assert (quote.text, speaker.role, speaker.text, speaker.lead) == (
        "灯还亮着",
        Role.SPEAKER,
        "摆渡人",
        "—— ",
    )
    assert pieces("> Lit\n> — Ann", "en")[1].lead == "— "


def test_numbers_of_a_list_are_as_written_and_bullets_are_ours() -> None:
    first, second = pieces("12. 买菜\n- 买灯")
    assert (first.lead, first.hang, second.lead, second.hang) == ("12. ", 4, "· ", 2)


def test_places_are_those_of_the_body_behind_what_is_before_it() -> None:
    first, second = pieces("春夏\n\n秋冬", at=7)
    assert (first.at, first.field_start, second.at, second.field_start) == (7, 0, 11, 4)


def test_a_body_is_read_as_it_is_taken() -> None:
    body = "春夏秋冬\n\n" * 3
    taken = body_pieces(body, "body", 0, "zh")
    assert next(taken).text == "春夏秋冬"


def test_photos_stand_where_the_body_places_them() -> None:
    def photo(photo_id: str) -> Iterator[Piece]:
        if photo_id == "灯":
            yield Piece(Role.CAPTION, "河边的灯", "photos[0].caption")

    found = list(body_pieces("春\n\n![灯]\n\n![桥]", "body", 0, "zh", photo))
    assert [(piece.role, piece.text) for piece in found] == [
        *((Role.TEXT, "春"), (Role.CAPTION, "河边的灯")),
        (Role.PHOTO, "桥"),
    ]
