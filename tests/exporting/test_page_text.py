from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.exporting.page_text import page_text
from reader.typesetting.line import Line, Run
from reader.typesetting.page import Page, Printed
from reader.typesetting.role import Role
from reader.typesetting.width import text_width
from tests.typesetting.pages import an_article, an_edition, editions, made_up


def a_line(text: str) -> Line:
    return Line(0, 0, len(text), (Run(text, 0, Role.TEXT),), text_width(text), Role.TEXT)


def a_page(*rows: tuple[Printed, ...]) -> Page:
    return Page(40, 2, rows, ())


def test_every_line_stands_as_many_cells_from_the_left_as_on_the_screen() -> None:
    page = a_page((Printed(2, a_line("渡口"), 0), Printed(10, a_line("ferry"), 1)))
    assert list(page_text(page)) == ["  渡口    ferry"]


def test_white_at_the_right_end_is_not_printed() -> None:
    page = a_page((Printed(0, a_line("渡口   "), 0),), ())
    assert list(page_text(page)) == ["渡口", ""]


def test_nothing_that_steers_a_terminal_leaves() -> None:
    (row,) = page_text(a_page((Printed(0, a_line("桥\x1b[2J\n河"), 0),)))
    assert "\x1b" not in row
    assert "\n" not in row


def test_a_page_is_printed_row_by_row() -> None:
    page = made_up(an_edition(an_article(1), an_article(2)), 100, 30)
    rows = list(page_text(page))
    assert len(rows) == len(page.rows)
    assert "城北菜场第1回添了摊位" in "".join(rows).replace(" ", "")


@given(editions, st.integers(40, 200), st.integers(15, 60))
@settings(max_examples=60, deadline=None)
def test_no_row_is_wider_than_asked_and_none_is_lost(edition: Edition, width: int, height: int) -> None:
    page = made_up(edition, width, height)
    rows = list(page_text(page))
    assert len(rows) == len(page.rows)
    assert max(map(text_width, rows)) <= width
    assert all(row == row.rstrip() for row in rows)
