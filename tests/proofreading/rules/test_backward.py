"""N-SPAN: spans that run backward."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import words


@pytest.mark.parametrize(
    "span",
    [
        "2021—2018年",
        "2021年至2018年",
        "1998-1989年",
        "5月20日至10日",
        "5月20日—5月10日",
        "5月20至10日",
        "12月31日到3日",
    ],
)
def test_a_span_that_ends_before_it_begins_is_found(span: str) -> None:
    assert words("N-SPAN", f"时间为{span}。") == [span]


@pytest.mark.parametrize(
    "text",
    [
        "2018—2021年，1999年至2003年，2021年—2021年。",
        "5月10日至20日，5月20日至6月10日，12月25日至1月5日。",
        "5月20日至下月10日，5月20日至次年5月10日。",
        "公元前475—前221年，公元前2070年—公元前1600年，前1046—前771年。",
        "由2021名增至2035名，2020年级，2021—2018年级。",
        "电话2021-2018，5月20日10时。",
    ],
)
def test_spans_that_run_forward_are_passed_over(text: str) -> None:
    assert words("N-SPAN", text) == []


def test_a_backward_span_is_found_where_it_was_put() -> None:
    assert_found("N-SPAN", "这批账目记的是2019—2016年的收支。", "2019—2016年")
    assert_found("N-SPAN", "展览从3月21日至15日举行。", "3月21日至15日")
