"""N-YEAR2: a year cut to two figures."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import fixes, words


@pytest.mark.parametrize(
    ("text", "cut", "full"),
    [
        ("工程于24年12月开工。", "24", "2024"),
        ("工程于25年3月完工。", "25", "2025"),
        ("他98年7月入伍。", "98", "1998"),
        ("她26年1月出生。", "26", "1926"),
        ("2023—24年的账目。", "24", "2024"),
        ("1998至99年。", "99", "1999"),
        ("自08年05月起。", "08", "2008"),
    ],
)
def test_a_cut_year_is_written_out(text: str, cut: str, full: str) -> None:
    assert fixes("N-YEAR2", text) == [(cut, full)]


def test_the_century_is_that_of_the_edition() -> None:
    assert fixes("N-YEAR2", "工程于24年12月开工。", date="1923-05-01") == [("24", "1924")]


@pytest.mark.parametrize(
    "text",
    [
        "2024年12月开工。",
        "20年来，30年间，10年12个月。",
        "被判有期徒刑12年6月。",
        "服刑10年3月。",
        "工龄21年8月余。",
        "历时10年6月建成。",
        "光绪24年八月。",
        "第24年12月。",
        "2024年24年级。",
        "1998—96年。",
        "23/24赛季，2023/24年度。",
        "1.24年3月。",
        "牛已有12年3月龄。",
    ],
)
def test_terms_and_whole_years_are_passed_over(text: str) -> None:
    assert words("N-YEAR2", text) == []


def test_a_cut_year_is_found_where_it_was_put() -> None:
    assert_found("N-YEAR2", "这座桥于21年10月动工。", "21")
    assert_found("N-YEAR2", "账目从2019—21年算起。", "21")
