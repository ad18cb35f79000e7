"""The window onto a galley in columns: screens follow on each other, back leads where on came from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.tui.columns_viewport import ColumnsViewport
from reader.tui.sheet import Point, Stretch
from reader.tui.viewport import Viewport
from reader.typesetting.copy import Copy, Piece
from reader.typesetting.galley import Galley, Line, Setting
from reader.typesetting.role import Role

SENTENCE = "闸口的水位尺刚换过，红漆的数字在雨里也看得清，守闸的人每隔一个钟头记一回。"


class Counted(Copy):
    """Copy that knows how many of its pieces were asked for."""

    def __init__(self, pieces: list[Piece]) -> None:
        super().__init__(iter(pieces), sum(len(piece.text) for piece in pieces))
        self.furthest = 0

    def piece(self, index: int) -> Piece | None:
        self.furthest = max(self.furthest, index)
        return super().piece(index)


def a_galley(paragraphs: int = 40, measure: int = 40) -> Galley:
    """Return an article with a head, a subhead over every fifth paragraph, paragraphs of uneven length."""
    pieces = [Piece(Role.KICKER, "汛期"), Piece(Role.HEADLINE, "守闸人"), Piece(Role.BYLINE, "方小雨")]
    for at in range(paragraphs):
        if at % 5 == 4:
            pieces.append(Piece(Role.SUBHEAD, f"第{at}处闸口"))
        pieces.append(Piece(Role.TEXT, SENTENCE * (1 + at % 4)))
    return Galley(Counted(pieces), Setting(measure=measure, head_measure=3 * measure))


def a_viewport(columns: int = 2, rows: int = 20, paragraphs: int = 40) -> ColumnsViewport:
    return ColumnsViewport(a_galley(paragraphs), columns, rows, Point(0, 0))


def words(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.runs]


def tops(viewport: Viewport, move: Callable[[], bool]) -> list[Point]:
    """Return where the screens begin that a move leads to, the present one first."""
    found = [viewport.anchor]
    while move():
        found.append(viewport.anchor)
    return found


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("rows", [5, 16, 33, 70])
def test_reading_on_shows_every_line_once_in_order_and_then_refuses(columns: int, rows: int) -> None:
    viewport = a_viewport(columns, rows)
    seen = list(viewport.lines)
    while viewport.read_on():
        seen += viewport.lines
    assert words(seen) == words(list(viewport.galley.all_lines()))
    assert viewport.standing.is_at_end
    assert viewport.standing.share == 1.0


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("rows", [5, 16, 33])
def test_back_leads_to_the_screens_on_came_from(columns: int, rows: int) -> None:
    viewport = a_viewport(columns, rows)
    on = tops(viewport, viewport.read_on)
    assert tops(viewport, viewport.read_back) == on[::-1]


def test_back_from_a_place_come_upon_skips_nothing_and_on_leads_there_again() -> None:
    for block in range(4, 40):
        viewport = a_viewport()
        viewport.show(Point(block, 0))
        top, first = viewport.anchor, viewport.lines[0]
        assert viewport.read_back()
        assert viewport.anchor < top
        shown = words(viewport.lines)
        every = words(list(viewport.galley.all_lines()))
        behind = every[every.index(shown[-1]) + 1]
        # The screen before ends right before this one, or overlaps it, as one at the very beginning does.
        assert behind == first or first in shown
        if behind == first:
            viewport.read_on()
            assert viewport.anchor == top


def test_back_refuses_at_the_beginning() -> None:
    viewport = a_viewport()
    assert not viewport.read_back()
    viewport.scroll(3)
    assert viewport.read_back()
    assert viewport.anchor == Point(0, 0)
    assert not viewport.read_back()


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("rows", [5, 16, 200])
def test_the_end_is_the_fullest_screen_with_the_last_line(columns: int, rows: int) -> None:
    viewport = a_viewport(columns, rows)
    viewport.go_end()
    last = list(viewport.galley.all_lines())[-1]
    assert viewport.lines[-1] == last
    assert viewport.standing.is_at_end
    if viewport.anchor != Point(0, 0):
        # A line more above, and the last one would be out of sight; a blank one is none.
        viewport.scroll(-1)
        assert viewport.lines[-1] != last


def test_scrolling_moves_by_a_line_of_text_and_stops_at_the_end() -> None:
    viewport = a_viewport()
    every = words(list(viewport.galley.all_lines()))
    for at in range(1, 30):
        viewport.scroll(1)
        assert viewport.lines[0] == every[at]
    viewport.scroll(9999)
    by_scrolling = viewport.anchor
    viewport.go_end()
    assert viewport.anchor == by_scrolling
    viewport.scroll(1)
    assert viewport.anchor == by_scrolling
    viewport.scroll(-9999)
    assert viewport.anchor == Point(0, 0)


def test_scrolling_line_by_line_reaches_the_end_and_the_beginning() -> None:
    viewport = a_viewport(rows=12, paragraphs=15)
    for _ in range(400):
        viewport.scroll(1)
    assert viewport.is_at_end
    for _ in range(400):
        viewport.scroll(-1)
    assert viewport.anchor == Point(0, 0)


def test_a_match_in_sight_moves_nothing_also_in_the_last_column() -> None:
    viewport = a_viewport(columns=3)
    before = viewport.lines
    in_last = before[-2]
    viewport.show(Point(0, 0), Stretch(in_last.block, in_last.start, in_last.start + 2))
    assert viewport.lines == before


def test_a_match_out_of_sight_is_brought_onto_the_screen_whole() -> None:
    for columns in (2, 3):
        for block in range(12, 50):
            viewport = a_viewport(columns, rows=16)
            text = viewport.galley.copy.piece(block)
            assert text is not None
            match = Stretch(block, len(text.text) // 2, len(text.text))
            viewport.show(Point(0, 0), match)
            shown = [(line.start, line.end) for line in viewport.lines if line.block == block]
            assert any(start <= match.start < end for start, end in shown)
            assert any(start <= match.end - 1 < end for start, end in shown)


def test_no_key_but_the_end_asks_where_a_long_article_ends() -> None:
    galley = a_galley(5000)
    copy = galley.copy
    assert isinstance(copy, Counted)
    viewport = ColumnsViewport(galley, 3, 60, Point(2000, 0))
    # Long enough to tell a screen from the whole, short enough to be read in a test.
    for move in (
        lambda: viewport.scroll(1),
        viewport.read_on,
        viewport.read_back,
        lambda: viewport.scroll(-3),
    ):
        move()
        assert viewport.standing.share < 1
    assert copy.furthest < 3000


def test_an_empty_copy_is_at_its_end() -> None:
    viewport = ColumnsViewport(Galley(Copy([], 0), Setting(measure=40)), 2, 20, Point(0, 0))
    assert (viewport.lines, viewport.row(0), viewport.is_at_end) == ([], (), True)
    assert not viewport.read_on()
    viewport.scroll(1)
    viewport.go_end()
    assert viewport.standing.share == 1.0


def test_verse_of_many_blank_lines_does_not_stop_the_reader() -> None:
    verse = Piece(Role.VERSE, "\n".join(["雨停了"] + [""] * 500 + ["闸开了"]))
    viewport = ColumnsViewport(Galley(Copy([verse], 600), Setting(measure=40)), 2, 16, Point(0, 0))
    seen = [line.text.strip() for line in viewport.lines if line.runs]
    while viewport.read_on():
        seen += [line.text.strip() for line in viewport.lines if line.runs]
    assert seen == ["雨停了", "闸开了"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["on", "back", "down", "up", "top", "end"]), max_size=20),
    st.integers(2, 3),
    st.integers(1, 40),
    st.integers(20, 60),
)
def test_the_anchor_is_always_the_first_line_whatever_the_columns(
    moves: list[str], columns: int, rows: int, measure: int
) -> None:
    viewport = ColumnsViewport(a_galley(12, measure), columns, rows, Point(0, 0))
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
        # The place stands when the pane has one column only, and when it has columns again.
        single = Viewport(a_galley(12, measure + 7), rows, viewport.anchor)
        again = ColumnsViewport(viewport.galley, columns, rows, single.anchor)
        assert again.lines == viewport.lines


@pytest.mark.parametrize("viewport_of", [a_viewport, lambda: Viewport(a_galley(), 20, Point(0, 0))])
def test_setting_ahead_reads_further_and_moves_nothing(viewport_of: Callable[[], Viewport]) -> None:
    viewport, plain = viewport_of(), viewport_of()
    copy = viewport.galley.copy
    assert isinstance(copy, Counted)
    shown, reached = list(viewport.lines), copy.furthest
    viewport.set_ahead()
    assert copy.furthest > reached
    assert (viewport.lines, viewport.standing) == (shown, plain.standing)
    assert (viewport.read_on(), viewport.lines) == (plain.read_on(), plain.lines)


def test_setting_ahead_on_the_last_screen_is_no_harm() -> None:
    viewport = a_viewport()
    viewport.go_end()
    shown = list(viewport.lines)
    viewport.set_ahead()
    assert viewport.lines == shown
