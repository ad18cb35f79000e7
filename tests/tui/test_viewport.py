"""The window onto a galley: what it shows, and where every move leads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.tui.sheet import Point, Stretch
from reader.tui.viewport import Viewport
from reader.typesetting.copy import Copy, Piece
from reader.typesetting.galley import Galley, Setting
from reader.typesetting.role import Role

SENTENCE = "清早的雾散得慢，桥头卖豆浆的摊子先亮了灯，赶头班车的人端着碗站着喝。"


def a_galley(paragraphs: int = 12, measure: int = 40) -> Galley:
    pieces = [Piece(Role.HEADLINE, "桥头清早"), *(Piece(Role.TEXT, SENTENCE * 3) for _ in range(paragraphs))]
    return Galley(Copy(pieces, sum(len(piece.text) for piece in pieces)), Setting(measure=measure))


def a_viewport(rows: int = 10, paragraphs: int = 12) -> Viewport:
    return Viewport(a_galley(paragraphs), rows, Point(0, 0))


def test_it_begins_with_the_line_that_holds_the_anchor() -> None:
    viewport = a_viewport()
    viewport.show(Point(3, 50))
    first = viewport.lines[0]
    assert first.block == 3
    assert first.start <= 50 < first.end


def test_it_shows_as_many_lines_as_it_has_rows() -> None:
    assert [len(a_viewport(rows).lines) for rows in (1, 5, 24)] == [1, 5, 24]


def test_reading_on_keeps_the_last_line_as_the_first() -> None:
    viewport = a_viewport()
    last = viewport.lines[-1]
    assert viewport.read_on()
    assert viewport.lines[0] == last


def test_reading_on_passes_every_line_once_and_then_refuses() -> None:
    viewport = a_viewport()
    seen = list(viewport.lines)
    while viewport.read_on():
        seen += viewport.lines[1:]
    assert seen == list(viewport.galley.all_lines())
    assert viewport.standing.is_at_end
    assert viewport.standing.share == 1.0


def test_reading_back_refuses_at_the_beginning() -> None:
    viewport = a_viewport()
    assert not viewport.read_back()
    viewport.read_on()
    assert viewport.read_back()
    assert not viewport.read_back()


@pytest.mark.parametrize("rows", [1, 2, 9, 30, 500])
def test_the_end_is_a_full_screen_or_the_whole_galley(rows: int) -> None:
    viewport = a_viewport(rows)
    every = list(viewport.galley.all_lines())
    viewport.go_end()
    assert viewport.lines == every[-rows:]
    assert viewport.standing.is_at_end


def test_scrolling_stops_where_the_last_screen_is_full() -> None:
    viewport = a_viewport(rows=10)
    for _ in range(300):
        viewport.scroll(1)
    assert viewport.lines == list(viewport.galley.all_lines())[-10:]
    for _ in range(300):
        viewport.scroll(-1)
    assert viewport.lines[0] == next(viewport.galley.all_lines())


def test_a_match_in_sight_moves_nothing() -> None:
    viewport = a_viewport()
    before = viewport.lines
    viewport.show(Point(0, 0), Stretch(1, 2, 6))
    assert viewport.lines == before


def test_a_match_out_of_sight_comes_a_third_down_and_whole() -> None:
    viewport = a_viewport(rows=12)
    viewport.show(Point(0, 0), Stretch(9, 30, 60))
    holding = [
        n for n, line in enumerate(viewport.lines) if line.block == 9 and line.end > 30 and line.start < 60
    ]
    assert holding[0] == 4
    assert viewport.lines[holding[-1]].end >= 60


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["on", "back", "down", "up", "top", "end"]), max_size=25),
    st.integers(1, 40),
    st.integers(20, 90),
)
def test_the_anchor_is_always_in_the_first_line(moves: list[str], rows: int, measure: int) -> None:
    viewport = Viewport(a_galley(6, measure), rows, Point(0, 0))
    verbs = {
        "on": viewport.read_on,
        "back": viewport.read_back,
        "down": lambda: viewport.scroll(3),
        "up": lambda: viewport.scroll(-3),
        "top": viewport.go_top,
        "end": viewport.go_end,
    }
    for move in moves:
        verbs[move]()
        first = viewport.lines[0]
        assert (viewport.anchor.block, viewport.anchor.character) == (first.block, first.start)
        again = Viewport(viewport.galley, rows, viewport.anchor)
        # A blank line above a piece is named by the piece's first character, and so is its first line.
        assert first in again.lines or not first.runs
