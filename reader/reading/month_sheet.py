"""The months of a calendar as rows of cells: which months a window has room for, and what stands in each."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from reader.edition.day_words import month_words, short_weekdays
from reader.edition.wording import Tongue, Wording
from reader.reading.issue_calendar import IssueCalendar
from reader.typesetting.width import text_width

WEEK_DAYS = 7
DAY_CELLS, NARROW_DAY_CELLS = 5, 3
"""Cells of a day: with room for the brackets of the day stood on, and without."""
GAP = 3
"""Cells between two months side by side."""
MONTH_ROWS = 8
"""Rows of a month: its name, the weekdays, six weeks."""
LEAST_BELOW, ENOUGH_BELOW = 3, 13
"""Rows kept below the months for what the day holds: at the least, and before a second row of months."""
_TOGETHER = (12, 6, 4, 3, 2, 1)
"""So many months may lie open together: they part the year evenly, so a month keeps its place."""

_COUNT = Wording("{count} 期", "{count} editions")
_ONE = Wording("1 期", "1 edition")


class Look(StrEnum):
    """What a cell of the calendar is; how it looks is for the screen to say."""

    BLANK = "blank"
    MONTH = "month"
    """The month's name; of the month stood on `MONTH_HERE`."""
    MONTH_HERE = "month_here"
    COUNT = "count"
    WEEKDAY = "weekday"
    PLAIN = "plain"
    """A day without an edition."""
    ISSUED = "issued"
    """A day with one; of the edition that is open `OPEN`."""
    OPEN = "open"
    HERE = "here"
    """The day stood on, whatever it holds."""


class Cell(NamedTuple):
    """A stretch of a row; one with a `day` is that day, to be clicked."""

    text: str
    look: Look
    day: dt.date | None = None


class Shape(NamedTuple):
    """How many months lie side by side and one below the other, and how wide a day is."""

    columns: int
    rows: int
    day_cells: int = DAY_CELLS
    is_headed: bool = True
    """Is there room for the month's name?"""

    @property
    def month_cells(self) -> int:
        """Cells of a month."""
        return self.day_cells * WEEK_DAYS

    @property
    def cells(self) -> int:
        """Cells of all months side by side."""
        return self.columns * (self.month_cells + GAP) - GAP

    @property
    def height(self) -> int:
        """Rows of all months."""
        each = MONTH_ROWS if self.is_headed else MONTH_ROWS - 1
        return self.rows * (each + 1) - 1


def shape(width: int, height: int) -> Shape:
    """Return how months are best laid out in so many cells and rows: as many as leave room for the day."""
    if height < MONTH_ROWS + LEAST_BELOW or width < DAY_CELLS * WEEK_DAYS + 2:
        cells = DAY_CELLS if width >= DAY_CELLS * WEEK_DAYS + 2 else NARROW_DAY_CELLS
        return Shape(1, 1, cells, is_headed=height >= MONTH_ROWS + LEAST_BELOW)
    most_columns = (width - 2 + GAP) // (DAY_CELLS * WEEK_DAYS + GAP)
    most_rows = max(1, (height - ENOUGH_BELOW) // (MONTH_ROWS + 1))
    for count in _TOGETHER:
        for columns in range(min(count, most_columns), 0, -1):
            if count % columns == 0 and count // columns <= most_rows:
                return Shape(columns, count // columns)
    return Shape(1, 1)


def months_around(day: dt.date, count: int) -> list[tuple[int, int]]:
    """Return the years and months that lie open together, the day's among them."""
    first = (day.month - 1) // count * count
    return [(day.year, first + at + 1) for at in range(count)]


def month_rows(
    issues: IssueCalendar, form: Shape, tongue: Tongue, *, is_cjk: bool, ambiguous: int = 1
) -> list[list[Cell]]:
    """Return the rows of all months; a row of months is parted from the next by a white one.

    The paper's language names months and weekdays, the program's tongue counts editions. A day with an
    edition has ``●`` before it, the open edition's ``◆``, the day stood on brackets around it.
    """
    sheets = [
        list(_month(issues, year, month, form, tongue, is_cjk=is_cjk, ambiguous=ambiguous))
        for year, month in months_around(issues.day, form.columns * form.rows)
    ]
    rows: list[list[Cell]] = []
    for first in range(0, len(sheets), form.columns):
        if first:
            rows.append([])
        for parts in zip(*sheets[first : first + form.columns], strict=True):
            row: list[Cell] = []
            for number, part in enumerate(parts):
                row += [Cell(" " * GAP, Look.BLANK), *part] if number else part
            rows.append(row)
    return rows


def marks(ambiguous: int) -> tuple[str, str]:
    """Return the marks of a day with an edition and of the open one, one cell each on this terminal."""
    return ("●", "◆") if ambiguous == 1 else ("*", "#")


def _month(
    issues: IssueCalendar, year: int, month: int, form: Shape, tongue: Tongue, *, is_cjk: bool, ambiguous: int
) -> Iterator[list[Cell]]:
    issued = issues.almanac.month(year, month)
    if form.is_headed:
        is_here = (issues.day.year, issues.day.month) == (year, month)
        count = sum(map(len, issued.values()))
        yield _head(
            (" " if form.day_cells == DAY_CELLS else "") + month_words(year, month, "zh" if is_cjk else "en"),
            (_ONE if count == 1 else _COUNT).filled(count=count).say(tongue) if count else "",
            form.month_cells,
            Look.MONTH_HERE if is_here else Look.MONTH,
            ambiguous,
        )
    yield [
        Cell(_centred(words, form.day_cells), Look.WEEKDAY)
        for words in short_weekdays("zh" if is_cjk else "en")
    ]
    weeks = calendar.Calendar().monthdayscalendar(year, month)
    for week in (*weeks, *([0] * WEEK_DAYS for _ in range(6 - len(weeks)))):
        yield [_day(issues, year, month, day, day in issued, form.day_cells, ambiguous) for day in week]


def _head(name: str, count: str, cells: int, look: Look, ambiguous: int) -> list[Cell]:
    white = cells - text_width(name, ambiguous) - text_width(count, ambiguous) - 1
    if white < 1:
        return [Cell(name + " " * max(0, cells - text_width(name, ambiguous)), look)]
    return [Cell(name, look), Cell(" " * white + count + " ", Look.COUNT)]


def _day(
    issues: IssueCalendar, year: int, month: int, day: int, is_issued: bool, cells: int, ambiguous: int
) -> Cell:
    if not day:
        return Cell(" " * cells, Look.BLANK)
    date = dt.date(year, month, day)
    mark, open_mark = marks(ambiguous)
    is_open = is_issued and date == issues.open_day
    sign = open_mark if is_open else mark if is_issued else " "
    text, is_here = f"{sign + str(day):>3}", date == issues.day
    if cells == DAY_CELLS:
        text = f"[{text}]" if is_here else f" {text} "
    look = Look.HERE if is_here else Look.OPEN if is_open else Look.ISSUED if is_issued else Look.PLAIN
    return Cell(text, look, date)


def _centred(words: str, cells: int) -> str:
    """The name of a weekday over the figures of its days."""
    figures = 4 if cells == DAY_CELLS else NARROW_DAY_CELLS
    return " " * (figures - text_width(words)) + words + " " * (cells - figures)
