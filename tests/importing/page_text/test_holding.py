"""From when until when a warning holds."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.page_text.holding import End, end_of, is_left_open, start_of
from reader.importing.page_text.moments import moments

_TODAY = dt.date(2025, 2, 3)


def _end(text: str) -> End | None:
    found = list(moments(text, 2025, _TODAY))
    return end_of(text, found, start_of(text, found), _TODAY)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("预计2月5日降温，决定自2月3日8时启动", "2025-02-03 08:00"),
        ("2月3日8时至10时", "2025-02-03 08:00"),
        ("in force from 6 pm on 3 February", "2025-02-03 18:00"),
    ],
)
def test_it_holds_from_the_moment_that_starts_it(text: str, at: str) -> None:
    start = start_of(text, list(moments(text, 2025, _TODAY)))
    assert start is not None
    assert start.at.isoformat(" ", "minutes") == at


def test_what_is_only_an_end_is_no_start() -> None:
    assert start_of("至2月3日8时", list(moments("至2月3日8时", 2025))) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2月3日8时至10时", End(dt.datetime(2025, 2, 3, 10), is_said=True)),
        ("2月3日22时至2时", End(dt.datetime(2025, 2, 4, 2), is_said=True)),
        ("1月31日22时至31日23时", End(dt.datetime(2025, 1, 31, 23), is_said=True)),
        ("2月3日8时发布，预计3日20时至4日8时有雨", End(dt.datetime(2025, 2, 4, 8), is_said=False)),
        ("2月3日8时起，持续6小时", End(dt.datetime(2025, 2, 3, 14), is_said=True)),
        ("2月3日8时起，已持续6小时", None),
        ("2月3日8时起，持续6小时及以上", None),
        ("2月3日8时起，至2月2日8时", None),
        ("1月30日8时至29日8时", None),
    ],
)
def test_it_ends_when_the_text_says(text: str, end: End | None) -> None:
    assert _end(text) == end


@pytest.mark.parametrize("text", ["解除时间另行通知", "until further notice"])
def test_an_end_may_be_left_open(text: str) -> None:
    assert is_left_open(text)


@given(st.text("0123456789年月日时分至-:. 次今明晚起持续小pm", max_size=60))
def test_no_end_is_before_its_start(text: str) -> None:
    found = list(moments(text, 2025, _TODAY))
    start = start_of(text, found)
    end = end_of(text, found, start, _TODAY)
    assert end is None or start is None or end.at > start.at
