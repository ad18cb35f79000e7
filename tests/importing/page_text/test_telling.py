"""What reading a page tells."""

from __future__ import annotations

from reader.edition.wording import Wording
from reader.importing.observation import Grade
from reader.importing.page_text.telling import Telling

_WHAT, _DO = Wording("怎么了", "what"), Wording("怎么办", "do")


def test_each_is_told_in_its_grade_in_the_order_of_the_file() -> None:
    tell = Telling("page.txt")
    tell.undecided("12:1", _WHAT, _DO)
    tell.guessed("3:1", _WHAT, _DO, "cut")
    tell.dropped("", _WHAT, _DO)
    assert [(each.grade, each.source, each.part) for each in tell.in_order()] == [
        (Grade.DROPPED, "page.txt", ""),
        (Grade.GUESSED, "page.txt", "3:1"),
        (Grade.UNDECIDED, "page.txt", "12:1"),
    ]


def test_a_key_is_listed_once() -> None:
    tell = Telling("page.txt")
    tell.guessed("3:1", _WHAT, _DO, "cut", "jump_from")
    tell.guessed("9:1", _WHAT, _DO, "cut")
    assert tell.inferred == ["cut", "jump_from"]
