"""The months of a calendar as rows: which fit a window, and what stands in them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.archive.almanac import Almanac
from reader.archive.library import EditionFile
from reader.reading.issue_calendar import IssueCalendar
from reader.reading.month_sheet import Cell, Look, Shape, month_rows, months_around, shape
from reader.reading.place import IssueKey
from reader.typesetting.width import text_width

PAPER = "河湾晨报"


def a_calendar(day: str = "2024-12-21", here: str = "2024-12-23") -> IssueCalendar:
    dates = [dt.date(2024, 12, number) for number in (2, 16, 21, 23)]
    files = [EditionFile(Path(f"{date}.yaml"), PAPER, date) for date in dates]
    issues = IssueCalendar(Almanac(files), IssueKey(PAPER, dt.date.fromisoformat(here)))
    issues.go(dt.date.fromisoformat(day))
    return issues


def text(rows: list[list[Cell]]) -> list[str]:
    return ["".join(cell.text for cell in row).rstrip() for row in rows]


@pytest.mark.parametrize(
    ("width", "height", "columns", "rows"),
    [(40, 8, 1, 1), (60, 18, 1, 1), (80, 22, 2, 1), (120, 38, 3, 2), (200, 58, 4, 3), (37, 200, 1, 12)],
)
def test_a_window_shows_as_many_months_as_leave_room_for_the_day(
    width: int, height: int, columns: int, rows: int
) -> None:
    form = shape(width, height)
    assert (form.columns, form.rows) == (columns, rows)


@pytest.mark.parametrize("width", range(24, 240, 7))
@pytest.mark.parametrize("height", range(3, 90, 5))
def test_months_never_stand_over_the_edge(width: int, height: int) -> None:
    form = shape(width, height)
    assert form.cells <= width
    assert 12 % (form.columns * form.rows) == 0
    if form.is_headed:
        assert form.height <= height - 3
    for ambiguous in (1, 2):
        sheet = month_rows(a_calendar(), form, "zh", is_cjk=True, ambiguous=ambiguous)
        assert len(sheet) == form.height
        assert max(text_width("".join(cell.text for cell in row), ambiguous) for row in sheet) <= form.cells


def test_months_lie_open_together_as_they_part_the_year() -> None:
    assert months_around(dt.date(2024, 12, 1), 3) == [(2024, 10), (2024, 11), (2024, 12)]
    assert months_around(dt.date(2024, 5, 1), 1) == [(2024, 5)]
    assert months_around(dt.date(2024, 5, 1), 12)[0] == (2024, 1)


def test_a_month_tells_without_colour_what_has_an_edition_what_is_open_and_where_one_stands() -> None:
    assert text(month_rows(a_calendar(), Shape(1, 1), "zh", is_cjk=True)) == [
        " 2024年12月                   4 期",
        "  一   二   三   四   五   六   日",
        "                                 1",
        "  ●2    3    4    5    6    7    8",
        "   9   10   11   12   13   14   15",
        " ●16   17   18   19   20 [●21]  22",
        " ◆23   24   25   26   27   28   29",
        "  30   31",
    ]


def test_an_english_paper_has_english_months_and_the_program_counts_in_its_own_tongue() -> None:
    rows = text(month_rows(a_calendar(), Shape(1, 1), "zh", is_cjk=False))
    assert rows[:2] == [" Dec 2024                     4 期", "  Mo   Tu   We   Th   Fr   Sa   Su"]
    assert text(month_rows(a_calendar(), Shape(1, 1), "en", is_cjk=False))[0].endswith("4 editions")


def test_where_marks_take_two_cells_others_stand_for_them() -> None:
    rows = text(month_rows(a_calendar(), Shape(1, 1), "zh", is_cjk=True, ambiguous=2))
    assert rows[5:7] == [" *16   17   18   19   20 [*21]  22", " #23   24   25   26   27   28   29"]


def test_a_cell_knows_its_day_and_what_it_is() -> None:
    cells = [cell for row in month_rows(a_calendar(), Shape(1, 1), "zh", is_cjk=True) for cell in row]
    looks = {cell.day.day: cell.look for cell in cells if cell.day is not None}
    assert len(looks) == 31
    assert [looks[day] for day in (16, 17, 21, 23)] == [Look.ISSUED, Look.PLAIN, Look.HERE, Look.OPEN]
