"""What the words of a warning say, in the ways papers put them."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.edition.notice import Level
from reader.importing.observation import Grade
from reader.importing.page_text.warning import Warned, events_in, id_prefix, level_in, warned
from tests.importing.page_text.pages import read_page, told_of

_TODAY = dt.date(2025, 2, 3)


def _said(text: str, title: str = "") -> Warned:
    said = warned(text, title, _TODAY)
    assert said is not None
    return said


def _span(text: str) -> tuple[str | None, str | None]:
    said = _said(text)
    effective, expires = (
        at.isoformat(" ", "minutes") if at else None for at in (said.effective, said.expires)
    )
    return effective, expires


@pytest.mark.parametrize(
    ("text", "effective", "expires"),
    [
        ("定于3月6日22时至次日6时停水。", "2025-03-06 22:00", "2025-03-07 06:00"),
        ("20时至翌日8时停电。", "2025-02-03 20:00", "2025-02-04 08:00"),
        ("2月3日20时至8时停水。", "2025-02-03 20:00", "2025-02-04 08:00"),
        ("12月31日18时至次年1月2日8时停电。", "2025-12-31 18:00", "2026-01-02 08:00"),
        ("12月31日18时至1月2日8时停电。", "2025-12-31 18:00", "2026-01-02 08:00"),
        ("12月31日18时至1日8时停电。", "2025-12-31 18:00", "2026-01-01 08:00"),
        ("2月27日18时至1日8时停电。", "2025-02-27 18:00", "2025-03-01 08:00"),
        ("即日起至2月25日停气。", "2025-02-03 00:00", "2025-02-26 00:00"),
        ("大风蓝色预警2月3日9时起生效，持续12小时。", "2025-02-03 09:00", "2025-02-03 21:00"),
        ("2月3日9时发布大风蓝色预警，有效期为6小时。", "2025-02-03 09:00", "2025-02-03 15:00"),
        ("2月4日（周二）8时30分至17时30分停水。", "2025-02-04 08:30", "2025-02-04 17:30"),
        ("2月4日星期二8:30—17:30停水。", "2025-02-04 08:30", "2025-02-04 17:30"),
        (
            "２月３日８时发布大雾黄色预警，预计２月３日８时－４日８时有雾。",
            "2025-02-03 08:00",
            "2025-02-04 08:00",
        ),
        ("明晚8时至10时停水。", "2025-02-04 20:00", "2025-02-04 22:00"),
    ],
)
def test_the_time_of_a_warning_is_read(text: str, effective: str, expires: str | None) -> None:
    assert _span(text) == (effective, expires)


@pytest.mark.parametrize(
    ("text", "effective", "expires"),
    [
        (
            "Orange wind warning from 3 February 2025 10:00 to 4 February 2025 18:00.",
            "2025-02-03 10:00",
            "2025-02-04 18:00",
        ),
        (
            "A red rain warning is in force from 6 pm on 3 February until 9 am on 4 February.",
            "2025-02-03 18:00",
            "2025-02-04 09:00",
        ),
        ("Red rain warning until midnight tonight.", None, "2025-02-04 00:00"),
        (
            "Red rain warning from noon on February 3 until midnight tomorrow.",
            "2025-02-03 12:00",
            "2025-02-05 00:00",
        ),
        (
            "A yellow ice warning from 10 a.m. Sunday through 6.30 p.m. Monday.",
            "2025-02-09 10:00",
            "2025-02-10 18:30",
        ),
        ("Water outage from 9 am to 5 pm on 4 February.", "2025-02-04 09:00", "2025-02-04 17:00"),
        (
            "Yellow fog warning from Feb. 3, 2025, 6 p.m., valid for 12 hours.",
            "2025-02-03 18:00",
            "2025-02-04 06:00",
        ),
    ],
)
def test_the_time_of_an_english_warning_is_read(text: str, effective: str | None, expires: str) -> None:
    assert _span(text) == (effective, expires)


def test_how_long_the_weather_is_to_last_is_no_end_of_the_warning() -> None:
    text = "2月3日起将有持续48小时的降雨。决定自2月3日8时启动暴雨黄色预警，解除时间另行通知。"
    assert _span(text)[1] is None


def test_when_rain_is_expected_is_no_end_of_a_warning_that_is_to_be_lifted() -> None:
    text = "2月3日8时启动暴雨黄色预警，预计4日8时至5日8时有雨，解除时间另行通知。"
    assert _span(text)[1] is None


@pytest.mark.parametrize(
    ("text", "event", "level"),
    [
        ("2月3日8时将大雾橙色预警降级为黄色预警。", "大雾", Level.YELLOW),
        ("2月3日8时，全市有雷电黄色预警。", "雷电", Level.YELLOW),
        ("2月3日8时启动重污染天气Ⅰ级响应。预计有霾。", "重污染天气", Level.RED),
        ("大风预警（蓝色）：2月3日0时至24时。", "大风", Level.BLUE),
        ("大风预警（红色）", "大风", Level.RED),
        ("2月3日8时发布大风预警，预警级别：Ⅲ级。", "大风", Level.YELLOW),
        ("2月3日8时解除暴雨橙色预警，同时发布暴雨黄色预警。", "暴雨", Level.YELLOW),
        ("A Red Flag Warning from 10 a.m. Sunday.", "Red Flag", None),
        ("An amber snow warning from 3 February 2025.", "snow", Level.ORANGE),
    ],
)
def test_event_and_level_are_those_of_the_warning_that_stands(
    text: str, event: str, level: Level | None
) -> None:
    said = _said(text)
    assert (said.event, said.level, said.is_lifting) == (event, level, False)


def test_a_red_flag_is_of_fires_and_no_level() -> None:
    assert level_in("Red Flag Warning") is None
    assert id_prefix("Red Flag") == "fire"


def test_an_event_taken_from_the_label_is_listed_as_inferred() -> None:
    edition, _ = read_page(
        "河湾日报\n2025年2月3日\n\n# 渡口\n\n渡口开了。\n\n### 天气预警\n\n2月3日8时启动Ⅱ级响应。"
    )
    (notice,) = edition.notices
    assert notice.event == "天气预警"
    assert f"{notice.id}.event" in edition.inferred


def test_an_hour_without_a_day_is_of_the_paper_s_day_and_inferred() -> None:
    edition, _ = read_page(
        "河湾日报\n2025年2月3日\n\n# 渡口\n\n渡口开了。\n\n### 停水通知\n\n20时至翌日8时停水。"
    )
    (notice,) = edition.notices
    assert notice.effective.isoformat() == "2025-02-03T20:00:00+08:00"
    assert edition.inferred[0] == f"{notice.id}.effective"


def test_an_interruption_of_the_water_supply_is_a_notice() -> None:
    edition, _ = read_page(
        "The Riverbend Gazette\n\nMonday, 3 February 2025\n\n# Ferry\n\nIt opened.\n\n"
        "### Water Supply Interruption\n\nHill Street has no water from 9 am to 5 pm on 4 February."
    )
    (notice,) = edition.notices
    assert (notice.column, notice.id) == ("Water Supply Interruption", "water-20250204")


def test_an_end_that_is_only_that_of_the_weather_is_inferred() -> None:
    sure = _said("2月3日8时发布大雾黄色预警，预计3日8时至4日8时有雾。")
    guess = _said("2月3日8时发布大雾黄色预警，预计3日20时至4日8时有雾。")
    assert (sure.expires, sure.is_end_said) == (dt.datetime(2025, 2, 4, 8), True)
    assert (guess.expires, guess.is_end_said) == (dt.datetime(2025, 2, 4, 8), False)


def test_every_event_of_a_text_is_found_but_what_it_lifts() -> None:
    assert events_in("2月3日8时发布大风蓝色预警、寒潮黄色预警，解除大雾黄色预警。") == ("大风", "寒潮")


def test_two_warnings_in_one_paragraph_are_told() -> None:
    _, told = read_page(
        "河湾日报\n2025年2月3日\n\n# 渡口\n\n渡口开了。\n\n### 天气预警\n\n"
        "2月3日8时发布大风蓝色预警，2月3日9时发布寒潮黄色预警。"
    )
    assert any("寒潮; all in the notice of “大风”" in what for what in told_of(told, Grade.UNDECIDED))
