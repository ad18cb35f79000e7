from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from reader.archive.excerpt import excerpt

TEXT = st.text(st.sampled_from("雪夜霜ab 1，。\n\te\u0301"), min_size=1, max_size=120)


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("今冬第一场雪", [(3, 6)]) == ("今冬第一场雪", ((3, 6),))


def test_what_is_cut_is_shown_by_dots() -> None:
    text = "头" * 40 + "雪夜" + "尾" * 40
    shown, spans = excerpt(text, [(40, 42)], cells=20)
    assert shown == "…头头雪夜尾尾尾尾尾…"
    assert spans == ((3, 5),)


def test_at_the_end_of_a_text_the_room_goes_to_what_is_before() -> None:
    assert excerpt("头" * 40 + "雪", [(40, 41)], cells=12) == ("…头头头头雪", ((5, 6),))


def test_without_a_match_the_text_begins() -> None:
    assert excerpt("头" * 40, [], cells=12) == ("头" * 5 + "…", ())


def test_every_match_in_the_window_is_marked_the_last_as_far_as_it_shows() -> None:
    text = "雪夜" * 30
    shown, spans = excerpt(text, [(0, 2), (2, 4), (4, 6), (6, 8)], cells=12)
    assert shown == "雪夜雪夜雪…"
    assert spans == ((0, 2), (2, 4), (4, 5))


def test_lines_and_cells_of_a_table_stand_on_one_line() -> None:
    assert excerpt("甲\t乙\n丙", [(2, 3)]) == ("甲 乙 丙", ((2, 3),))


def test_nothing_is_cut_from_nothing() -> None:
    assert excerpt("", []) == ("", ())


@given(TEXT, st.data(), st.integers(6, 60))
def test_the_marks_lie_on_the_same_characters_and_the_line_fits(
    text: str, data: st.DataObject, cells: int
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 4)))
    shown, spans = excerpt(text, [(start, end)], cells)
    plain = "".join(" " if character.isspace() else character for character in text)
    assert shown.strip("…") in plain
    assert [shown[first:last] for first, last in spans] in (
        [plain[start:end]],
        [plain[start : end - 1]],
    ) or cells < 12
    assert wcswidth(shown) <= cells
    assert "\n" not in shown


@pytest.mark.parametrize("cells", range(6, 20))
def test_no_letter_loses_its_mark(cells: int) -> None:
    text = "cafe\u0301 " * 8
    shown, _ = excerpt(text, [(20, 24)], cells)
    assert not shown.strip("…").startswith("\u0301")
    assert "e " not in shown
    assert not shown.strip("…").endswith("e")
