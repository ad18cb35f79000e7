"""The list of a day: its editions, those before and after, those of the day in other years."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reader.archive.almanac import Almanac
from reader.archive.library import EditionFile
from reader.reading.issue_calendar import IssueCalendar
from reader.reading.place import IssueKey
from reader.tui.calendar_listing import day_listing, wanted
from reader.tui.shelf import FrontPage

PAPER = "河湾晨报"


def a_calendar(*dates: str, day: str = "2026-03-14") -> IssueCalendar:
    files = [EditionFile(Path(f"{date}.yaml"), PAPER, dt.date.fromisoformat(date[:10])) for date in dates]
    return IssueCalendar(Almanac(files), IssueKey(PAPER, dt.date.fromisoformat(day)))


def rows(
    issues: IssueCalendar, fronts: dict[Path, FrontPage | None] | None = None, **more: bool
) -> list[str]:
    listing = day_listing(issues, fronts or {}, "zh", is_cjk=True, **more)
    return [" ".join(filter(None, (row.sign, row.text, row.tail))) for row in listing.rows]


def test_every_part_has_its_heading_and_none_is_there_for_nothing() -> None:
    issues = a_calendar("2026-03-14", "2026-03-12", "2024-03-14", "2027-03-14")
    assert rows(issues) == [
        "2026年3月14日 星期六",
        "◆ ……",
        "前一期与后一期",
        "● 2026-03-12  ……",
        "● 2027-03-14  ……",
        "历史上的今天 1",
        "● 2024  ……",
        "后来各年的今天 1",
        "● 2027  ……",
    ]
    assert rows(a_calendar("2026-03-14")) == ["2026年3月14日 星期六", "◆ ……"]


def test_a_front_is_its_headline_and_its_number_as_papers_print_it() -> None:
    issues = a_calendar("2026-03-14", "2026-03-14-b", "2026-03-14-c")
    fronts: dict[Path, FrontPage | None] = {
        Path("2026-03-14.yaml"): FrontPage("0012", "头条"),
        Path("2026-03-14-b.yaml"): FrontPage("特刊", None),
        Path("2026-03-14-c.yaml"): None,
    }
    found = rows(issues, fronts)
    assert "◆ 头条 第0012期" in found
    assert "◆ 没有稿件 特刊" in found
    assert "✗ 读不了，按 ! 看原因 2026-03-14-c.yaml" in found


def test_a_day_without_an_edition_says_so_and_a_library_that_is_gone_through_says_that() -> None:
    assert "这一天没有报纸。" in rows(a_calendar("2026-03-12"))
    assert "这里没有报纸。" in rows(a_calendar())
    assert "正在翻阅往期……" in rows(a_calendar(), is_looking=True)


def test_what_is_wanted_are_the_fronts_the_list_shows() -> None:
    issues = a_calendar("2026-03-14", "2026-03-12", "2024-03-14", "2020-01-01")
    listing = day_listing(issues, {}, "zh", is_cjk=True)
    assert [str(file.path) for file in wanted(issues)] == [row.key for row in listing.rows if row.key]
