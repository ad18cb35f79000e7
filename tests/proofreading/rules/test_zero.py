"""N-ZERO: the sign for zero among Chinese figures."""

from __future__ import annotations

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import findings, fixes, words


@pytest.mark.parametrize(
    ("text", "sign", "right"),
    [
        ("二0二四年", "0", "〇"),
        ("二00八年", "00", "〇〇"),
        ("二O二四年", "O", "〇"),
        ("一九九０年", "０", "〇"),
        ("二〇0八年", "0", "〇"),
        ("一o六国道", "o", "〇"),
    ],
)
def test_digits_and_letters_for_zero_are_errors(text: str, sign: str, right: str) -> None:
    (found,) = findings("N-ZERO", f"那是{text}。")
    assert (found.words, found.fixed) == (sign, right)
    assert found.finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "sign", "right"),
    [
        ("一九九○年", "○", "〇"),
        ("二○○八年", "○○", "〇〇"),
        ("四◯五厂", "◯", "〇"),
        ("二零二四年", "二零二四", "二〇二四"),
        ("二零零八年", "二零零八", "二〇〇八"),
    ],
)
def test_the_circle_and_the_zero_of_amounts_are_information(text: str, sign: str, right: str) -> None:
    (found,) = findings("N-ZERO", f"那是{text}。")
    assert (found.words, found.fixed) == (sign, right)
    assert found.finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "text",
    [
        "二〇二四年，一九九〇年，一〇六国道。",
        "三千零五十二个，一百零一年，零点五，零下二十度。",
        "2008年，20年，一20，K歌，三O公司。",
        "○本报记者，标记○的项目，一○×○。",
        "一一零，二零八年级。",
    ],
)
def test_what_is_right_or_no_row_of_figures_is_passed_over(text: str) -> None:
    assert words("N-ZERO", text) == []


def test_a_wrong_zero_is_found_where_it_was_put() -> None:
    assert_found("N-ZERO", "这座桥建于一九八0年。", "0")
    assert_found("N-ZERO", "沿一○六国道往北走。", "○")
    assert fixes("N-ZERO", "二零一九年") == [("二零一九", "二〇一九")]
