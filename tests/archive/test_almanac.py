"""The almanac: days, months and years with editions, what lies next to a day, the same day of other years."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.almanac import Almanac, Holding
from reader.archive.library import EditionFile

DAYS = st.dates(dt.date(1999, 1, 1), dt.date(2005, 12, 31))


def day(words: str) -> dt.date:
    return dt.date.fromisoformat(words)


def an_edition(date: str | dt.date, paper: str = "河湾晨报", name: str = "") -> EditionFile:
    date = day(date) if isinstance(date, str) else date
    return EditionFile(Path(f"{paper}/{date}{name}.yaml"), paper, date)


def an_almanac(*dates: str, paper: str = "河湾晨报") -> Almanac:
    return Almanac(an_edition(date, paper) for date in dates)


def test_an_empty_one_answers_every_question_with_nothing() -> None:
    almanac, today = Almanac(()), day("2024-12-23")
    assert (almanac.count, almanac.papers, almanac.first, almanac.last) == (0, (), None, None)
    assert (almanac.on(today), almanac.month(2024, 12), almanac.months(2024)) == ((), {}, ())
    assert (almanac.before(today), almanac.after(today), almanac.nearest(today)) == (None, None, None)
    assert (almanac.earlier_years(today), almanac.later_years(today), almanac.years()) == ((), (), ())


def test_papers_are_by_name_with_their_counts_and_each_has_an_almanac_of_its_own() -> None:
    files = [an_edition("2024-12-23"), an_edition("2024-12-21"), an_edition("2024-12-22", "Lantern")]
    almanac = Almanac(files)
    assert almanac.papers == (Holding("Lantern", 1), Holding("河湾晨报", 2))
    assert almanac.of("河湾晨报").after(day("2024-12-21")) == day("2024-12-23")
    assert almanac.of("没有的报").count == 0
    alone = an_almanac("2024-12-23")
    assert alone.of("河湾晨报") is alone


def test_of_one_day_all_editions_stand_by_path() -> None:
    files = [an_edition("2024-12-23", name=name) for name in ("-pm", "", "-am")]
    names = [file.path.name for file in Almanac(files).on(day("2024-12-23"))]
    assert names == ["2024-12-23-am.yaml", "2024-12-23-pm.yaml", "2024-12-23.yaml"]


def test_a_month_holds_its_own_days_only() -> None:
    almanac = an_almanac("2024-11-30", "2024-12-01", "2024-12-31", "2025-01-01")
    assert list(almanac.month(2024, 12)) == [1, 31]
    assert almanac.months(2024) == (11, 12)
    assert almanac.years() == (2024, 2025)


@pytest.mark.parametrize("edge", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_is_are_days_like_others(edge: str) -> None:
    almanac, date = an_almanac(edge), day(edge)
    assert list(almanac.month(date.year, date.month)) == [date.day]
    assert almanac.years() == (date.year,)
    assert almanac.nearest(day("2024-12-23")) == date


def test_the_nearest_day_is_the_day_itself_else_the_closer_one_else_the_earlier() -> None:
    almanac = an_almanac("2024-12-16", "2024-12-20", "2024-12-23")
    wanted = {"2024-12-20": "2024-12-20", "2024-12-22": "2024-12-23", "2024-12-18": "2024-12-16"}
    assert {asked: str(almanac.nearest(day(asked))) for asked in wanted} == wanted


def test_the_same_day_of_other_years_begins_with_the_nearest_year() -> None:
    almanac = an_almanac("2020-03-14", "2022-03-14", "2023-03-13", "2024-03-14", "2026-03-14", "2025-03-14")
    assert [date.year for date in almanac.earlier_years(day("2024-03-14"))] == [2022, 2020]
    assert [date.year for date in almanac.later_years(day("2024-03-14"))] == [2025, 2026]


def test_the_day_of_leap_years_has_its_like_in_leap_years_only() -> None:
    almanac = an_almanac("2016-02-29", "2019-02-28", "2020-02-29", "2021-03-01", "2024-02-29")
    assert [date.year for date in almanac.earlier_years(day("2024-02-29"))] == [2020, 2016]
    assert almanac.earlier_years(day("2024-02-28")) == (day("2019-02-28"),)


@given(dates=st.lists(DAYS, max_size=40), asked=DAYS, last=DAYS)
def test_every_answer_is_the_one_a_search_through_all_would_give(
    dates: list[dt.date], asked: dt.date, last: dt.date
) -> None:
    almanac = Almanac(map(an_edition, dates))
    assert almanac.before(asked) == max((date for date in dates if date < asked), default=None)
    assert almanac.after(asked) == min((date for date in dates if date > asked), default=None)
    assert len(almanac.on(asked)) == dates.count(asked)
    assert almanac.years() == tuple(sorted({date.year for date in dates}))
    assert almanac.months(asked.year) == tuple(
        sorted({date.month for date in dates if date.year == asked.year})
    )
    within = [date for date in dates if asked <= date <= last]
    assert almanac.first_within(asked, last) == min(within, default=None)
