"""N-MIXDATE: one date in two kinds of figures."""

from __future__ import annotations

import re

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import fixes, words


@pytest.mark.parametrize(
    ("mixed", "fixed"),
    [
        ("十二月18日", "12月18日"),
        ("12月十八日", "12月18日"),
        ("3月二十一号", "3月21号"),
        ("二〇二四年12月", "2024年12月"),
        ("二○二四年12月18日", "2024年12月18日"),
        ("2024年十二月", "2024年12月"),
        ("2024年十二月十八日", "2024年12月18日"),
        ("12月18日至二十日", "12月18日至20日"),
        ("十二月十八日—20日", "12月18日—20日"),
    ],
)
def test_a_mixed_date_is_written_in_arabic_figures(mixed: str, fixed: str) -> None:
    assert fixes("N-MIXDATE", f"会议于{mixed}召开。") == [(mixed, fixed)]


@pytest.mark.parametrize(
    "text",
    [
        "2024年12月18日开工，次年一月竣工。",
        "二〇二四年十二月十八日。",
        "农历8月十五日赏月。",
        "2024年八月十五，月圆。",
        "2024年十二月初八，熬粥。",
        "2024年八月中秋，月圆。",
        "1917年十月革命以后。",
        "2023年六七月间多雨。",
        "闰6月十五日。",
        "工期3个月，十二个月，第2月。",
        "12月18日，十二月的风很冷。",
        "一年12月，一年十二个月。",
        "2024年十三月。",
    ],
)
def test_what_is_in_one_kind_of_figures_or_no_date_is_passed_over(text: str) -> None:
    assert words("N-MIXDATE", text) == []


def test_headlines_and_bylines_are_read_as_well() -> None:
    assert words("N-MIXDATE", "headline: 十二月18日停水\ndateline: 河湾12月十七日电\nbody: 停水。") == [
        "十二月18日",
        "12月十七日",
    ]


def test_a_mixed_date_is_found_where_it_was_put() -> None:
    assert_found("N-MIXDATE", "工程于二〇二三年3月21日完工。", "二〇二三年3月21日")
    assert_found("N-MIXDATE", "报名从十月8日开始。", "十月8日")


def test_a_month_changed_in_the_copy_is_found() -> None:
    date = re.compile(r"(?<![\d年至到—])(\d{1,2})(月\d{1,2}日)(?![至到—])")
    months = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    assert_found(
        "N-MIXDATE", lambda match: months[int(match[1]) - 1] + match[2], None, where=date, seeds=range(12)
    )
