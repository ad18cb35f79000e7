"""Going through the back issues: days, editions, papers, a date that is typed, what Enter opens."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.archive.almanac import Almanac
from reader.archive.library import EditionFile
from reader.reading.issue_calendar import IssueCalendar
from reader.reading.place import IssueKey

PAPER, OTHER = "河湾晨报", "Lantern"
DATES = ("2022-03-14", "2024-02-29", "2024-12-16", "2024-12-21", "2024-12-23")


def an_edition(date: str, paper: str = PAPER, edition: str | None = None) -> EditionFile:
    return EditionFile(
        Path(f"{paper}/{date}{edition or ''}.yaml"), paper, dt.date.fromisoformat(date), edition
    )


def a_calendar(*dates: str, here: str = "2024-12-23", others: tuple[str, ...] = ()) -> IssueCalendar:
    files = [an_edition(date) for date in dates or DATES] + [an_edition(date, OTHER) for date in others]
    return IssueCalendar(Almanac(files), IssueKey(PAPER, dt.date.fromisoformat(here)))


def typed(issues: IssueCalendar, words: str) -> str:
    for character in words:
        assert issues.type(character)
    return str(issues.day)


def test_the_reader_begins_at_the_open_edition() -> None:
    issues = a_calendar()
    assert (issues.paper, str(issues.day)) == (PAPER, "2024-12-23")
    assert [issues.is_open(file) for file in issues.editions] == [True]


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-12-23", 1, "2025-01-23"),
        ("0001-01-15", -1, "0001-01-15"),
        ("9999-12-15", 12, "9999-12-15"),
    ],
)
def test_a_month_on_is_the_same_day_or_the_months_last(start: str, months: int, end: str) -> None:
    issues = a_calendar(here=start)
    issues.turn(months)
    assert str(issues.day) == end


@pytest.mark.parametrize(("start", "days"), [("0001-01-03", -7), ("9999-12-30", 7)])
def test_the_calendar_ends_where_dates_do(start: str, days: int) -> None:
    issues = a_calendar(here=start)
    issues.move(days)
    assert issues.day in (dt.date.min, dt.date.max)


def test_from_edition_to_edition_the_empty_days_are_passed_over() -> None:
    issues = a_calendar()
    assert issues.step(later=False)
    assert str(issues.day) == "2024-12-21"
    issues.go_first()
    assert str(issues.day) == DATES[0]
    assert not issues.step(later=False)
    issues.go_last()
    assert not issues.step(later=True)
    assert str(issues.day) == DATES[-1]


def test_beside_a_day_stand_the_editions_before_and_after_and_those_of_its_like() -> None:
    issues = a_calendar("2023-12-23", "2024-12-20", "2024-12-24", "2025-12-23")
    assert [str(file.date) for file in issues.around] == ["2024-12-20", "2024-12-24"]
    assert [file.date.year for file in (*issues.earlier, *issues.later)] == [2023, 2025]


def test_the_next_paper_is_shown_at_its_nearest_day_and_after_the_last_comes_the_first() -> None:
    issues = a_calendar(others=("2024-12-20",))
    assert issues.next_paper()
    assert (issues.paper, str(issues.day), issues.open_day) == (OTHER, "2024-12-20", None)
    assert issues.next_paper()
    assert (issues.paper, issues.open_day) == (PAPER, dt.date(2024, 12, 23))
    assert not a_calendar().next_paper()


def test_a_paper_that_is_not_in_the_library_gives_way_to_one_that_is() -> None:
    issues = IssueCalendar(Almanac([an_edition("2024-12-20", OTHER)]), IssueKey(PAPER, dt.date(2024, 12, 23)))
    assert issues.paper == OTHER


def test_other_editions_leave_paper_and_day_as_they_are() -> None:
    issues = a_calendar()
    issues.move(-2)
    issues.take(Almanac([an_edition("2024-12-21"), an_edition("2024-12-25")]))
    assert str(issues.day) == "2024-12-21"
    assert issues.almanac.last == dt.date(2024, 12, 25)
    issues.stand_on(IssueKey(PAPER, dt.date(2024, 12, 25)))
    assert str(issues.day) == "2024-12-25"


def test_the_day_follows_what_is_typed_and_a_month_shows_its_first_edition() -> None:
    assert typed(a_calendar(), "2024") == "2024-02-29"
    assert typed(a_calendar(), "2024-12") == "2024-12-16"
    assert typed(a_calendar(), "2024-12-20") == "2024-12-20"
    assert typed(a_calendar(), "21") == "2024-12-21"
    assert typed(a_calendar(), "2023") == "2023-01-01"


def test_what_belongs_to_no_date_is_not_taken() -> None:
    issues = a_calendar()
    assert not any(issues.type(words) for words in ("", "-", "x", "年"))
    assert issues.type("2")
    assert not issues.type("x")
    assert issues.type("024年12月")
    assert issues.typed == "2024年12月"


def test_a_date_that_is_given_up_leads_back_to_where_it_was_begun() -> None:
    issues = a_calendar()
    assert not issues.abandon()
    assert not issues.erase()
    typed(issues, "2022")
    assert issues.abandon()
    assert (str(issues.day), issues.typed) == ("2024-12-23", "")
    typed(issues, "1")
    assert issues.erase()
    assert (str(issues.day), issues.typed) == ("2024-12-23", "")


def test_enter_opens_the_day_that_has_an_edition() -> None:
    issues = a_calendar()
    typed(issues, "2024-12-21")
    assert issues.choose() == an_edition("2024-12-21")


def test_of_several_editions_of_a_day_the_open_one_comes_first() -> None:
    evening = an_edition("2024-12-23", edition="晚报版")
    issues = IssueCalendar(
        Almanac([an_edition("2024-12-23"), evening]), IssueKey(PAPER, dt.date(2024, 12, 23), "晚报版")
    )
    assert issues.choose() == evening


def test_enter_on_a_month_only_goes_there() -> None:
    issues = a_calendar()
    typed(issues, "2024-02")
    assert issues.choose() is None
    assert (str(issues.day), issues.typed, issues.offer) == ("2024-02-29", "", None)


def test_a_day_without_an_edition_offers_the_nearest_and_enter_again_goes_there() -> None:
    issues = a_calendar()
    typed(issues, "2024-12-20")
    assert issues.choose() is None
    assert str(issues.offer) == "2024-12-21"
    assert issues.choose() is None
    assert (str(issues.day), issues.offer) == ("2024-12-21", None)


def test_an_offer_is_forgotten_once_the_reader_goes_on() -> None:
    issues = a_calendar()
    issues.move(-1)
    issues.choose()
    issues.move(-8)
    assert issues.offer is None


def test_what_means_no_day_stays_to_be_mended() -> None:
    issues = a_calendar()
    typed(issues, "2024-13")
    assert issues.choose() is None
    assert issues.typed == "2024-13"
