"""N-APPROX: a guess said twice."""

from __future__ import annotations

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import findings, fixes, words


@pytest.mark.parametrize(
    ("twice", "once"),
    [
        ("超过8300多", "超过8300"),
        ("超500余", "超500"),
        ("约300多", "约300"),
        ("约有十余", "约有十"),
        ("约1.2万余", "约1.2万"),
        ("将近400余", "将近400"),
        ("近千余", "近千"),
        ("接近30多", "接近30"),
        ("大约20人左右", "大约20人"),
        ("约为3.5%左右", "约为3.5%"),
        ("大概十岁上下", "大概十岁"),
        ("超过100人以上", "超过100人"),
        ("超过半数以上", "超过半数"),
        ("至少要有50人以上", "至少要有50人"),
        ("最少5年以上", "最少5年"),
        ("不到30个左右", "不到30个"),
        ("不足百余", "不足百"),
        ("最多50人以下", "最多50人"),
    ],
)
def test_one_of_two_words_for_about_is_left_out(twice: str, once: str) -> None:
    assert fixes("N-APPROX", f"那里{twice}名旅客。") == [(twice, once)]


@pytest.mark.parametrize(
    "text",
    [
        "约300人，300多人，300人左右，近300人，超过300人，至少300人，300人以上。",
        "近20多年来，近三十余年，近百余天，近10多个月，近两个多世纪。",
        "最近30多天，附近20余户，临近50多岁，远近10多里。",
        "签约30多个项目，条约20余项，北约30多国，纽约200余家，预约300余人，节约500多元。",
        "合约20余份，履约50多次，大约在冬季。",
        "超过3家省级以上的企业，至少承担1项省部级以上课题。",
        "超过5000人，多半是游客。",
        "至少两项处级以上干部参加的活动。",
        "超载30多吨，超市200多家，超标10余倍。",
    ],
)
def test_a_guess_said_once_is_passed_over(text: str) -> None:
    found = words("N-APPROX", text)
    assert found == []


def test_a_sum_converted_is_about_so_much_and_an_agreement_is_not() -> None:
    assert words("N-APPROX", "折合约300多万元，合约300多份。") == ["约300多"]


def test_nearly_so_many_people_and_odd_is_found_where_years_are_not() -> None:
    assert words("N-APPROX", "近200多人，近20多年。") == ["近200多"]


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("全程超过8300多公里。", "超过8300多"),
        ("到场的约有500人左右。", "约有500人左右"),
        ("现场有近1000余名观众。", "近1000余"),
        ("这项工作至少需要10天以上。", "至少需要10天以上"),
    ],
)
def test_a_guess_said_twice_is_found_where_it_was_put(fault: str, found: str) -> None:
    assert_found("N-APPROX", fault, found)


def test_saying_about_twice_is_information_and_a_contradiction_a_warning() -> None:
    about, over = findings("N-APPROX", "参加者约300多人，全程超过8300多公里。")
    assert (about.finding.severity, over.finding.severity) == (Severity.INFO, Severity.WARNING)
