"""A screen of columns: the head across them, the text below, and few lines not scattered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.screenful import LEAST_ROWS, made_up
from reader.typesetting.copy import Copy, Piece
from reader.typesetting.galley import Galley, Line, Setting
from reader.typesetting.role import Role

TIDE = "退潮以后滩上的人多起来，有人挖蛏子，有人捡海带，孩子们追着小蟹跑到水边又跑回来。"


def lines_of(paragraphs: int, *, is_headed: bool = True) -> list[Line]:
    """Return the lines of an article, with a head of three unless it is to have none."""
    head = [Piece(Role.KICKER, "海边"), Piece(Role.HEADLINE, "退潮"), Piece(Role.BYLINE, "沈一帆")]
    body = [Piece(Role.TEXT, TIDE * 2) for _ in range(paragraphs)]
    pieces = [*(head if is_headed else ()), *body]
    return list(Galley(Copy(pieces, 0), Setting(measure=40, head_measure=85)).all_lines())


def test_the_head_stands_across_with_the_blank_line_below_it() -> None:
    screen = made_up(lines_of(12), 2, 30)
    assert [line.role for line in screen.head] == [Role.KICKER, Role.HEADLINE, Role.BYLINE, Role.TEXT]
    assert not screen.head[-1].runs
    assert [column[0].role for column in screen.columns] == [Role.TEXT, Role.TEXT]


def test_a_screen_that_begins_in_the_text_has_no_head() -> None:
    screen = made_up(lines_of(12)[4:], 2, 10)
    assert screen.head == ()
    assert [len(column) for column in screen.columns] == [10, 10]


def test_a_screen_that_begins_in_the_head_has_the_rest_of_it_across() -> None:
    assert [line.role for line in made_up(lines_of(12)[2:], 2, 20).head] == [Role.BYLINE, Role.TEXT]


def test_under_a_head_that_leaves_no_room_no_columns_begin() -> None:
    lines = lines_of(12)
    screen = made_up(lines, 2, 4 + LEAST_ROWS - 1)
    assert (screen.columns, screen.taken) == ((), 4)
    assert [line.role for line in made_up(lines, 2, 2).head] == [Role.KICKER, Role.HEADLINE]


def test_few_lines_stay_in_one_column() -> None:
    lines = lines_of(1)
    screen = made_up(lines, 3, 40)
    assert [len(column) for column in screen.columns] == [len(lines) - 4]
    assert screen.row(4) == (lines[4],)


def test_a_row_is_what_stands_side_by_side() -> None:
    screen = made_up(lines_of(3), 2, 40)
    first, second = screen.columns
    assert screen.row(0) == (screen.head[0],)
    assert screen.row(4) == (first[0], second[0])
    lower = 4 + max(len(first), len(second))
    assert any(screen.row(lower - 1))
    assert screen.row(lower) == screen.row(999) == ()


@given(st.integers(0, 20), st.integers(1, 3), st.integers(1, 40), st.booleans(), st.integers(0, 30))
def test_every_line_taken_stands_in_one_row_in_its_order(
    paragraphs: int, columns: int, rows: int, is_headed: bool, skipped: int
) -> None:
    lines = lines_of(paragraphs, is_headed=is_headed)[skipped:]
    screen = made_up(lines, columns, rows)
    assert [line for line in screen.lines if line.runs] == [
        line for line in lines[: screen.taken] if line.runs
    ]
    shown = [line for at in range(rows) for line in screen.row(at) if line is not None]
    assert sorted(shown, key=lines.index) == screen.lines
    assert screen.row(rows) == ()
    assert bool(lines) == (screen.taken > 0)
