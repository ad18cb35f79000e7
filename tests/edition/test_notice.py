from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from reader.edition.notice import Level, Notice, Status

ZONE = ZoneInfo("Asia/Shanghai")


def at(day: int, hour: int = 0, minute: int = 0, **more: int) -> dt.datetime:
    return dt.datetime(2024, 12, day, hour, minute, tzinfo=ZONE, **more)


MORNING = at(23)


def a_notice(effective: dt.datetime = MORNING, expires: dt.datetime | None = None) -> Notice:
    return Notice(id="frost", event="寒潮", effective=effective, expires=expires)


def test_a_notice_covers_its_first_instant_and_not_its_last() -> None:
    notice = a_notice(at(23, 8), at(23, 20))
    instant = dt.timedelta(microseconds=1)
    assert not notice.covers(at(23, 8) - instant)
    assert notice.covers(at(23, 8))
    assert notice.covers(at(23, 20) - instant)
    assert not notice.covers(at(23, 20))


def test_midnight_at_the_end_of_a_day_is_the_next_days_first_instant() -> None:
    notice = a_notice(at(23), at(24))  # expires: 2024-12-23T24:00
    assert notice.covers(at(23, 23, 59, second=59, microsecond=999_999))
    assert not notice.covers(at(24))


def test_a_notice_until_lifted_covers_all_time_to_come() -> None:
    assert a_notice().covers(at(23) + dt.timedelta(days=36_500))


def test_the_readers_own_time_zone_does_not_matter() -> None:
    notice = a_notice(at(23, 8), at(23, 20))
    assert notice.covers(dt.datetime(2024, 12, 23, 0, 0, tzinfo=dt.UTC))
    assert not notice.covers(dt.datetime(2024, 12, 23, 12, 0, tzinfo=dt.UTC))
    assert notice.covers(dt.datetime(2024, 12, 22, 19, 0, tzinfo=ZoneInfo("America/New_York")))


def test_a_notice_without_a_headline_goes_by_its_event() -> None:
    assert a_notice().title == "寒潮"
    assert Notice(id="a", event="寒潮", effective=at(23), headline="寒潮蓝色预警").title == "寒潮蓝色预警"


def test_only_a_notice_that_cancels_is_a_lifting_one() -> None:
    assert not a_notice().is_lifting
    assert not Notice(id="b", event="寒潮", effective=at(23), supersedes=("a",)).is_lifting
    assert Notice(id="b", event="寒潮", effective=at(23), cancels=("a",)).is_lifting


@pytest.mark.parametrize(
    ("level", "gravity", "severity", "colour", "grade"),
    [
        (Level.BLUE, 1, "Minor", "蓝色", "Ⅳ"),
        (Level.YELLOW, 2, "Moderate", "黄色", "Ⅲ"),
        (Level.ORANGE, 3, "Severe", "橙色", "Ⅱ"),
        (Level.RED, 4, "Extreme", "红色", "Ⅰ"),
    ],
)
def test_a_level_is_a_colour_a_grade_and_a_severity(
    level: Level, gravity: int, severity: str, colour: str, grade: str
) -> None:
    assert (level.gravity, level.cap_severity) == (gravity, severity)
    assert colour in level.wording.zh
    assert grade in level.wording.zh
    assert level.value in level.wording.en.lower()


def test_every_status_has_words_of_its_own() -> None:
    assert len({status.wording for status in Status}) == len(Status)
