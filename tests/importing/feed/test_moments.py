from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.feed.moments import Moment, moment, unread_dates
from tests.importing.feed.made import atom, json_feed, one, rss

CHINA = ZoneInfo("Asia/Shanghai")


def read(text: object, parsed: object = None) -> Moment:
    found = moment(text, parsed)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 23 Dec 2024 10:05:00 +0800", "2024-12-23T10:05:00+08:00"),
        ("Mon, 23 Dec 2024 10:05 GMT", "2024-12-23T10:05:00+00:00"),
        ("23 Dec 24 10:05:00 EST", "2024-12-23T10:05:00-05:00"),
        ("Mon, 23 Dec 2024 10:05:00 -0000", "2024-12-23T10:05:00+00:00"),
        ("Mon, 23 Dec 2024 10:05:00", "2024-12-23T10:05:00"),
        ("2024-12-23T10:05:00Z", "2024-12-23T10:05:00+00:00"),
        ("2024-12-23T10:05:00.123456789+08:00", "2024-12-23T10:05:00+08:00"),
        ("2024-12-23 10:05:00 +0800", "2024-12-23T10:05:00+08:00"),
        ("2024-12-23 10:05:00", "2024-12-23T10:05:00"),
        ("2024-12-23T24:00:00+08:00", "2024-12-24T00:00:00+08:00"),
        ("20241223T100500Z", "2024-12-23T10:05:00+00:00"),
        ("2024年12月23日 10:05", "2024-12-23T10:05:00"),
        ("2024年12月23日10时5分", "2024-12-23T10:05:00"),
        ("2024/12/23 10:05:07", "2024-12-23T10:05:07"),
        ("  2024-12-23T10:05:00Z\n", "2024-12-23T10:05:00+00:00"),
    ],
)
def test_a_date_is_read_with_the_offset_it_was_written_with(text: str, expected: str) -> None:
    assert read(text) == Moment(dt.datetime.fromisoformat(expected), has_clock=True)


@pytest.mark.parametrize("text", ["2024-12-23", "20241223", "23 Dec 2024", "2024年12月23日", "2024/12/23"])
def test_a_day_without_a_clock_is_that_day_everywhere(text: str) -> None:
    found = read(text)
    assert not found.has_clock
    for zone in (None, CHINA, ZoneInfo("America/New_York")):
        assert found.local(zone).date() == dt.date(2024, 12, 23)


def test_an_instant_has_the_day_of_the_place_it_is_read_in() -> None:
    late = read("Sun, 22 Dec 2024 23:30:00 GMT")
    assert late.local(CHINA) == dt.datetime(2024, 12, 23, 7, 30)
    assert late.local(None) == dt.datetime(2024, 12, 22, 23, 30)


def test_a_clock_without_an_offset_is_that_of_the_paper() -> None:
    found = read("2024-12-23 23:30:00")
    assert found.local(CHINA) == dt.datetime(2024, 12, 23, 23, 30)
    assert found.instant(CHINA) == dt.datetime(2024, 12, 23, 15, 30, tzinfo=dt.UTC)
    assert found.instant(None) == dt.datetime(2024, 12, 23, 23, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2024",
        "2024-13-45",
        "31 Feb 2024 10:00 GMT",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31",
        "1" * 500,
        None,
        5,
        ["2024-12-23"],
    ],
)
def test_what_is_no_date_is_none(text: object) -> None:
    assert moment(text) is None


def test_what_only_others_can_read_is_taken_from_them_as_universal_time() -> None:
    parsed = time.struct_time((2024, 12, 23, 10, 5, 0, 0, 358, 0))
    assert read("Δευ, 23 Δεκ 2024 10:05:00", parsed) == Moment(
        dt.datetime(2024, 12, 23, 10, 5, tzinfo=dt.UTC), has_clock=True
    )
    month = time.struct_time((2024, 12, 1, 0, 0, 0, 0, 336, 0))
    assert not read("2024-12", month).has_clock
    assert read("2024-12", month).local(ZoneInfo("America/New_York")).date() == dt.date(2024, 12, 1)


def test_a_broken_date_of_others_is_none() -> None:
    assert moment("?", time.struct_time((2024, 99, 1, 0, 0, 0, 0, 336, 0))) is None
    assert moment("?", time.struct_time((12, 1, 1, 0, 0, 0, 0, 1, 0))) is None


@given(st.text(max_size=40))
def test_any_text_is_read_or_none(text: str) -> None:
    found = moment(text)
    assert found is None or found.local(CHINA).year >= 1599


@given(
    st.datetimes(min_value=dt.datetime(1601, 1, 1), max_value=dt.datetime(2900, 1, 1)), st.integers(-12, 14)
)
def test_every_instant_comes_back_from_its_own_words(when: dt.datetime, hours: int) -> None:
    exact = when.replace(microsecond=0, tzinfo=dt.timezone(dt.timedelta(hours=hours)))
    assert read(exact.isoformat()).when == exact
    assert read(exact.strftime("%Y-%m-%dT%H:%M:%S%z")).when == exact


def test_dates_that_cannot_be_read_are_told_once_and_not_at_length() -> None:
    parsed = time.struct_time((2024, 12, 1, 0, 0, 0, 6, 336, 0))
    dates = [
        ("昨天\n中午", None),
        ("昨天 中午", None),
        ("2024-12-22", None),
        ("?", parsed),
        ("", None),
        (None, None),
    ]
    (told,) = unread_dates("a.xml", "entry 3", dates)
    assert told.render("zh").startswith("a.xml:entry 3: 日期读不懂：昨天 中午")
    (told,) = unread_dates("a.xml", "", [("x" * 500, None)])
    assert len(told.what.en) < 120


@pytest.mark.parametrize(
    "data",
    [
        rss("<title>一</title>", "<title>二</title><pubDate>gestern Mittag</pubDate>"),
        rss("<title>一</title>", "<title>二</title><dc:date>gestern Mittag</dc:date>"),
        atom("<title>一</title>", "<title>二</title><updated>gestern Mittag</updated>"),
        json_feed({"title": "一"}, {"title": "二", "date_published": "gestern Mittag"}),
    ],
)
def test_a_date_of_an_item_that_cannot_be_read_is_told_with_its_place(data: bytes) -> None:
    unread = [each for each in one(data)[1] if "gestern Mittag" in each.what.en]
    assert [each.part.rpartition(" ")[2] for each in unread] == ["2"]


def test_a_date_of_the_feed_that_cannot_be_read_is_told() -> None:
    channel = "<title>河湾晨报</title><pubDate>gestern</pubDate><lastBuildDate>heute</lastBuildDate>"
    told = one(rss("<title>一</title>", channel=channel))[1]
    assert {"gestern", "heute"} <= {each.what.en.rpartition(" ")[2] for each in told}
