"""Terminals that draw “ ” … — ─ ┃ two cells wide: every row is as wide as the screen, and no wider."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.tui.desk import Habits
from reader.typesetting.width import text_width
from tests.shipped import SHIPPED
from tests.tui.sitting import Sitting, opened

TEN = dt.datetime(2024, 12, 23, 10, tzinfo=dt.timezone(dt.timedelta(hours=8)))
FOLDER = SHIPPED / "terminal-daily" / "2024" / "12"
WHOLE_PAPER = 24
"""Screens a small window needs for the articles with tables, quotes, verse and rules."""


def odd_rows(sitting: Sitting) -> list[str]:
    """The rows that a terminal would draw wider or narrower than the screen."""
    width = sitting.app.screen.size.width
    return [
        strip.text
        for strip in sitting.strips
        if text_width(strip.text, 2) != width or strip.cell_length != width
    ]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (121, 40)])
@pytest.mark.parametrize("date", ["2024-12-16", "2024-12-23"])
async def test_reading_the_paper_shows_no_row_of_another_width(date: str, size: tuple[int, int]) -> None:
    habits = Habits(ambiguous=2)
    async with opened(FOLDER / f"{date}.yaml", size, habits=habits, clock=lambda: TEN) as sitting:
        assert odd_rows(sitting) == []
        for _ in range(WHOLE_PAPER):
            await sitting.press("space")
            assert odd_rows(sitting) == [], sitting.title


async def test_nor_do_the_board_the_help_the_marks_the_contents_and_the_search() -> None:
    habits = Habits(ambiguous=2)
    async with opened(FOLDER / "2024-12-23.yaml", (80, 24), habits=habits, clock=lambda: TEN) as sitting:
        for key in ("a", "escape", "question_mark", "escape", "m", "M", "escape", "s", "s", "J", "end"):
            await sitting.press(key)
            assert odd_rows(sitting) == [], key
        await sitting.search("“物业")
        assert odd_rows(sitting) == []
