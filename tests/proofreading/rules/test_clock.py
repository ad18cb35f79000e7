"""N-TIME: times of day, months and quarters there are not."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import ENGLISH_END, assert_found
from tests.proofreading.manuscripts import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12月18日25时开会。", "25时"),
        ("当日24：30闭馆。", "24：30"),
        ("今天24:01闭馆。", "24:01"),
        ("下午14：75开会。", "14：75"),
        ("今晚8时65分开演。", "8时65分"),
        ("8时70分开演。", "8时70分"),
        ("次日24时10分到达。", "24时10分"),
        ("上午15时开会。", "上午15时"),
        ("凌晨13：20出发。", "凌晨13：20"),
        ("清晨14点半。", "清晨14点"),
        ("2024年13月完工。", "13月"),
        ("预计15月份完工。", "15月份"),
        ("2024年0月。", "0月"),
        ("14月中旬。", "14月中旬"),
        ("第五季度的账。", "第五季度"),
        ("2024年5季度。", "5季度"),
        ("截至2024-02-30。", "2024-02-30"),
        ("截至2024-13-01。", "2024-13-01"),
        ("截至2023-02-29。", "2023-02-29"),
    ],
)
def test_what_no_clock_and_no_calendar_has_is_found(text: str, found: str) -> None:
    assert words("N-TIME", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "12月18日24时止，24:00，0时，0：05。",
        "上午9：30，上午12时，中午12：30，下午14：30，晚上23时59分，凌晨24时。",
        "比分24：30，以25：65告负，男女之比为105：100。",
        "比例尺1:50000，1:75，8:70。",
        "用时25时12分，历时2时75分，成绩2时70分钟。",
        "昨日收于3025点，股指今天28点的涨幅。",
        "13月龄的牛，第13月，15个月，1.13月。",
        "第四季度，连续第五季度增长，第五届，五个季度。",
        "截至2024-02-29，文号2024-99，2024-12-31-05，ISBN 978-2024-13-01。",
        "29日25周年，28日30度。",
    ],
)
def test_times_scores_and_lengths_of_time_are_passed_over(text: str) -> None:
    assert words("N-TIME", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Doors open at 25:00.", "25:00"),
        ("It closes at 13:75 daily.", "13:75"),
        ("It runs from 24:30.", "24:30"),
        ("The talk begins at 14:30 p.m. today.", "14:30 p.m."),
        ("Filed on 2024-02-30.", "2024-02-30"),
    ],
)
def test_english_times_are_read(text: str, found: str) -> None:
    assert words("N-TIME", text) == [found]


@pytest.mark.parametrize(
    "text", ["Doors open at 9:30 a.m. and close at 24:00.", "They won 25:19 and 24:26.", "A ratio of 1:75."]
)
def test_english_scores_and_times_that_are_right_are_passed_over(text: str) -> None:
    assert words("N-TIME", text) == []


def test_an_impossible_time_is_found_where_it_was_put() -> None:
    assert_found("N-TIME", "路灯当日25时熄灭。", "25时")
    assert_found("N-TIME", "大家上午14时到齐。", "上午14时")
    assert_found("N-TIME", "账目在2022年14月结清。", "14月")
    assert_found("N-TIME", " The gates close at 24:45.", "24:45", where=ENGLISH_END, language="en")
