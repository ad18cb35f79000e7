from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from reader.edition.edition import Edition
from reader.edition.notice import Level, Notice
from reader.edition.notice_words import span_words
from tests.reading.papers import a_notice as notice_of
from tests.reading.papers import an_edition

SHANGHAI = ZoneInfo("Asia/Shanghai")
MIDNIGHT = dt.datetime(2024, 12, 23, tzinfo=SHANGHAI)
NOON = MIDNIGHT + dt.timedelta(hours=12)


def a_notice(**fields: object) -> Notice:
    return notice_of("fog", **{"effective": MIDNIGHT, "level": Level.YELLOW, **fields})


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ((23, 0), None, "12月23日0时起，解除时间另行通知"),
        ((23, 6), (23, 18), "12月23日6时至12月23日18时"),
        ((23, 6), (24, 0), "12月23日6时至12月23日24时"),
        ((22, 20), (25, 0), "12月22日20时至12月24日24时"),
    ],
)
def test_the_time_is_told_as_notices_tell_it(
    since: tuple[int, int], until: tuple[int, int] | None, words: str
) -> None:
    def moment(day: int, hour: int) -> dt.datetime:
        return dt.datetime(2024, 12, day, hour, tzinfo=SHANGHAI)

    notice = a_notice(effective=moment(*since), expires=moment(*until) if until else None)
    assert span_words(notice, an_edition(), "zh") == words


def test_an_end_at_midnight_is_told_in_english_as_the_end_of_its_day() -> None:
    notice = a_notice(expires=dt.datetime(2024, 12, 24, tzinfo=SHANGHAI))
    assert span_words(notice, an_edition(), "en") == "23 Dec 00:00 to 23 Dec 24:00"


def test_another_year_is_named() -> None:
    notice = a_notice(expires=dt.datetime(2025, 1, 1, tzinfo=SHANGHAI))
    assert span_words(notice, an_edition(), "zh") == "12月23日0时至12月31日24时"
    later = a_notice(expires=dt.datetime(2025, 1, 2, 8, tzinfo=SHANGHAI))
    assert "2025年1月2日8时" in span_words(later, an_edition(), "zh")


def test_the_time_is_the_papers_own_wherever_it_was_written() -> None:
    notice = a_notice(effective=dt.datetime(2024, 12, 22, 22, tzinfo=dt.UTC))
    assert span_words(notice, an_edition(), "zh").startswith("12月23日6时")
    urumqi: Edition = an_edition(timezone="Asia/Urumqi")
    assert span_words(notice, urumqi, "zh").startswith("12月23日4时")


def test_the_time_is_told_in_english_too() -> None:
    words = span_words(a_notice(expires=NOON), an_edition(), "en")
    assert words.startswith("23 Dec")
    assert " to " in words
    assert span_words(a_notice(), an_edition(), "en").endswith("until lifted")
