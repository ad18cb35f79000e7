from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reader.edition.notice import Level, Notice, Status
from reader.edition.notice_board import NoticeBoard, Standing
from reader.edition.wording import Tongue
from reader.typesetting.notice_brief import notice_brief
from reader.typesetting.role import Role
from tests.typesetting.pages import NOON, a_notice, an_edition

HOUR = dt.timedelta(hours=1)


def standing(at: dt.datetime = NOON, *others: Notice, **fields: Any) -> Standing:
    edition = an_edition(notices=(a_notice(**fields), *others))
    return NoticeBoard([edition]).standings(at)[0]


def brief(stands: Standing, tongue: Tongue = "zh") -> list[tuple[Role, str]]:
    return [(piece.role, piece.text) for piece in notice_brief(stands, an_edition(), tongue).all()]


def facts(stands: Standing, tongue: Tongue = "zh") -> list[str]:
    return [text for role, text in brief(stands, tongue) if role is Role.NOTICE_FACT]


def test_a_warning_in_force_has_level_title_time_and_text() -> None:
    found = brief(standing(text="能见度低。", headline="大雾黄色预警", expires=NOON + 8 * HOUR))
    assert found == [
        (Role.NOTICE_LEVEL, "黄色预警 Ⅲ级"),
        (Role.HEADLINE, "大雾黄色预警"),
        (Role.NOTICE_FACT, "12月23日12时至12月23日20时"),
        (Role.TEXT, "能见度低。"),
    ]


def test_one_without_an_end_holds_until_it_is_lifted() -> None:
    assert facts(standing()) == ["12月23日12时起，解除时间另行通知"]


def test_a_notice_without_level_or_headline_is_called_by_its_event() -> None:
    assert brief(standing(level=None))[0] == (Role.HEADLINE, "大雾")


def test_what_to_do_stands_under_what_happens() -> None:
    texts = [
        text for role, text in brief(standing(text="能见度低。", instruction="慢行。")) if role is Role.TEXT
    ]
    assert texts == ["能见度低。", "慢行。"]


@pytest.mark.parametrize(
    ("at", "fields", "words"),
    [
        (NOON - HOUR, {}, "待生效"),
        (NOON + HOUR, {"expires": NOON + HOUR}, "已到期"),
        (NOON, {"cancels": ("old",)}, "解除公告，不是预警"),
        (NOON, {"status": Status.EXERCISE}, "演练"),
        (NOON, {"status": Status.TEST}, "测试"),
        (NOON, {"status": Status.DRAFT}, "草稿"),
    ],
)
def test_what_does_not_warn_now_says_so_before_its_time(
    at: dt.datetime, fields: dict[str, Any], words: str
) -> None:
    stands = standing(at, **fields)
    assert not stands.raises_banner
    state, span = facts(stands)
    assert words in state
    assert span.startswith("12月23日12时")


def test_a_lifted_alarm_is_told_from_one_in_force() -> None:
    lifting = a_notice("over", effective=NOON, cancels=("fog",))
    lifted = standing(NOON + HOUR, lifting)
    assert not lifted.raises_banner
    assert "解除" in facts(lifted)[0]


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("hours", [-1, 0, 1, 30])
@pytest.mark.parametrize("level", [None, *Level])
def test_only_what_warns_now_is_silent_of_its_state(status: Status, hours: int, level: Level | None) -> None:
    stands = standing(NOON + hours * HOUR, status=status, level=level, expires=NOON + 3 * HOUR)
    assert (len(facts(stands)) == 1) == stands.raises_banner


def test_the_programs_words_are_in_the_readers_tongue() -> None:
    found = brief(standing(NOON - HOUR), "en")
    assert found[1] == (Role.NOTICE_FACT, "Upcoming · Yellow alert, level III")
    assert "until lifted" in found[2][1]


def test_the_level_stands_over_a_warning_in_force_and_behind_the_state_of_any_other() -> None:
    assert brief(standing(NOON), "en")[0] == (Role.NOTICE_LEVEL, "Yellow alert, level III")
    assert Role.NOTICE_LEVEL not in [
        role for role, _ in brief(standing(NOON + 30 * HOUR, expires=NOON + HOUR))
    ]
