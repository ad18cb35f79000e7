"""N-RANGE: what both ends of a range need, and what joins them."""

from __future__ import annotations

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import findings, fixes, words


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("10～20%", "10%～20%"),
        ("10—20%", "10%—20%"),
        ("10-20%", "10%～20%"),
        ("1.5~2.5％", "1.5％～2.5％"),
        ("10至20%", "10%至20%"),
        ("3～5‰", "3‰～5‰"),
    ],
)
def test_the_sign_is_repeated(wrong: str, right: str) -> None:
    assert fixes("N-RANGE", f"增长{wrong}。") == [(wrong, right)]


@pytest.mark.parametrize(("wrong", "right"), [("13～17万", "13万～17万"), ("3-5亿", "3亿～5亿")])
def test_ten_thousand_and_a_hundred_million_are_repeated(wrong: str, right: str) -> None:
    assert fixes("N-RANGE", f"投资{wrong}元。") == [(wrong, right)]


@pytest.mark.parametrize(
    "unit", ["元", "公斤", "米", "分钟", "℃", "岁", "个小时", "名", "kg", "平方米", "多人"]
)
def test_a_hyphen_between_values_becomes_a_wave(unit: str) -> None:
    assert fixes("N-RANGE", f"要用100-150{unit}。") == [("100-150", "100～150")]


def test_a_hyphen_between_years_becomes_a_dash_and_is_information() -> None:
    (found,) = findings("N-RANGE", "2013-2021年建成。")
    assert (found.words, found.fixed) == ("2013-2021", "2013—2021")
    assert found.finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "text",
    [
        "增长10%～20%，投资13万～17万元，9亿～16亿立方米。",
        "2013—2021年，9—12月，12月18日—20日，8:30—17:30。",
        "气温6—12℃，5～8级风，300～500元，第3—5名。",
        "比分102-98，3-0击败客队，大比分3-5人次。",
        "电话0355-2188888，热线400-612-3456。",
        "住3-2-101室，2024-12-23前报名，歼-10飞机，G5-6次。",
        "K1-2次列车，A4-5元一张。",
        "2023-2024赛季开幕。",
        "气温-5～3℃。",
        "型号20-30米，编号007-012个。",
        "5-3人名单，20-10元。",
        "GB/T 15834-2011，晋A-12345。",
        "占三成至四成，由20%到30%。",
    ],
)
def test_what_is_right_or_no_range_is_passed_over(text: str) -> None:
    assert words("N-RANGE", text) == []


def test_a_range_of_ten_thousands_without_a_noun_is_passed_over() -> None:
    assert words("N-RANGE", "涨到5—8万，还在涨。") == []


def test_english_editions_keep_their_form() -> None:
    assert words("N-RANGE", "It rose by 10-20% in 2013-2021.") == []


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("今年预计增产10～15%。", "10～15%"),
        ("每户可得3～5万元。", "3～5万"),
        ("全程要走20-30分钟。", "20-30"),
        ("这项工程在2016-2019年分批完成。", "2016-2019"),
    ],
)
def test_a_range_is_found_where_it_was_put(fault: str, found: str) -> None:
    assert_found("N-RANGE", fault, found)
