"""The banner: gravest first, in the words a reader needs, and honest about the day it judges."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from reader.edition.notice import Level, Notice, Status
from reader.edition.notice_board import NoticeBoard
from reader.edition.wording import Tongue
from reader.reading.banner import Banner, as_of_words, banner
from tests.reading.papers import DAY, an_edition
from tests.reading.papers import a_notice as notice_of

SHANGHAI = ZoneInfo("Asia/Shanghai")
MIDNIGHT = dt.datetime(2024, 12, 23, tzinfo=SHANGHAI)
NOON = MIDNIGHT + dt.timedelta(hours=12)


def a_notice(notice_id: str = "fog", **fields: object) -> Notice:
    return notice_of(notice_id, **{"effective": MIDNIGHT, "level": Level.YELLOW, **fields})


def banner_over(
    *notices: Notice, now: dt.datetime = NOON, newest: dt.date = DAY, tongue: Tongue = "zh", turn: int = 0
) -> Banner | None:
    edition = an_edition(notices=notices)
    return banner(edition, NoticeBoard([edition]), newest, now, tongue, turn)


def shown(*notices: Notice, **more: object) -> Banner:
    made = banner_over(*notices, **more)  # type: ignore[arg-type]
    assert made is not None
    return made


def test_without_a_warning_in_force_there_is_no_banner() -> None:
    assert banner_over() is None
    assert banner_over(a_notice(effective=NOON + dt.timedelta(hours=1))) is None
    assert banner_over(a_notice(expires=NOON)) is None
    assert banner_over(a_notice(cancels=("other",))) is None


@pytest.mark.parametrize("status", [Status.EXERCISE, Status.TEST, Status.DRAFT])
def test_what_is_not_meant_in_earnest_raises_no_banner(status: Status) -> None:
    assert banner_over(a_notice(status=status)) is None


def test_it_holds_from_its_first_instant_and_not_at_its_last() -> None:
    notice = a_notice(effective=NOON, expires=NOON + dt.timedelta(hours=1))
    instant = dt.timedelta(microseconds=1)
    assert banner_over(notice, now=NOON - instant) is None
    assert banner_over(notice, now=NOON) is not None
    assert banner_over(notice, now=NOON + dt.timedelta(hours=1) - instant) is not None
    assert banner_over(notice, now=NOON + dt.timedelta(hours=1)) is None


def test_the_gravest_is_shown_then_the_newest_and_the_others_are_counted() -> None:
    early = a_notice("early", level=Level.ORANGE)
    late = a_notice("late", level=Level.ORANGE, effective=MIDNIGHT + dt.timedelta(hours=3))
    blue = a_notice("blue", level=Level.BLUE, effective=MIDNIGHT + dt.timedelta(hours=4))
    assert [shown(early, late, blue, turn=turn).reference.notice_id for turn in range(4)] == [
        "late",
        "early",
        "blue",
        "late",
    ]
    assert shown(early, late, blue).others == 2
    assert shown(blue).others == 0


@pytest.mark.parametrize("level", Level)
def test_the_level_is_told_in_words_in_both_languages(level: Level) -> None:
    assert shown(a_notice(level=level)).level_words == level.wording.zh
    assert shown(a_notice(level=level), tongue="en").level_words == level.wording.en


def test_a_warning_without_a_level_has_no_level_words() -> None:
    made = shown(a_notice(level=None))
    assert (made.level, made.level_words) == (None, "")


def test_the_newest_edition_speaks_of_now_for_two_days_and_then_of_its_own() -> None:
    notice = a_notice()
    assert shown(notice, now=MIDNIGHT + dt.timedelta(hours=47, minutes=59)).as_of == ""
    assert shown(notice, now=MIDNIGHT + dt.timedelta(hours=48)).as_of == "截至 2024-12-23"


def test_an_edition_that_is_not_the_newest_speaks_of_its_own_day() -> None:
    assert shown(a_notice(), newest=DAY + dt.timedelta(days=1)).as_of == "截至 2024-12-23"
    at_six = a_notice(expires=MIDNIGHT + dt.timedelta(hours=18))
    assert banner_over(at_six, newest=DAY + dt.timedelta(days=1)) is None


def test_the_day_it_judges_is_told_in_both_languages() -> None:
    assert as_of_words(DAY, "zh") == "截至 2024-12-23"
    assert as_of_words(DAY, "en") == "as of 2024-12-23"


@pytest.mark.parametrize(
    ("instruction", "advice"),
    [
        ("", ""),
        ("儿童、老年人减少户外活动，关好门窗。", "儿童、老年人减少户外活动"),
        ("关好门窗。", "关好门窗"),
        ("  关好门窗\n少开车", "关好门窗"),
        ("Stay indoors; close the windows.", "Stay indoors"),
    ],
)
def test_the_advice_is_the_first_clause_of_the_instruction(instruction: str, advice: str) -> None:
    assert shown(a_notice(instruction=instruction)).advice == advice
