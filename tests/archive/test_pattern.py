from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.archive.pattern import BadPattern, OutOfTime, TimeLimit, compiled

RUNAWAY = [
    ("(a+)+$", "a" * 5000 + "b"),
    ("(a|a)*$", "a" * 5000 + "b"),
    ("(x+x+)+y", "x" * 100_000),
    ("(?:(?:a{1,50}){1,50}){1,5}c", "a" * 5000),
    ("(?:abcdefgh){e<=5}", "a" * 200_000),
    ("(?:a(?R)?b)", "a" * 100_000),
]


def matches(source: str, text: str) -> list[tuple[int, int]]:
    return TimeLimit().matches(compiled(source), text)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("[0-9]+台", "拖拉机25台，收割机3台", [(3, 6), (10, 12)]),
        ("aqi", "AQI 150", [(0, 3)]),
        ("^雪", "雪\n雪", [(0, 1), (2, 3)]),
        ("雪$", "雪\n雪", [(0, 1), (2, 3)]),
        ("雪*", "夜雪雪夜", [(1, 3)]),
        (r"\p{Han}{2}", "ab长治c", [(2, 4)]),
        ("雨", "雪", []),
    ],
)
def test_a_pattern_matches(source: str, text: str, expected: list[tuple[int, int]]) -> None:
    assert matches(source, text) == expected


@pytest.mark.parametrize(
    "source",
    [
        "a{99999}",
        "(?:" + "ab" * 200 + "){2000}",
        "(?:a{1000}){1000}",
        "a{100000000,}",
        "(?:(?:a{300}b){300}c){2}",
        "(?x)a{ 99999 }",
    ],
)
def test_repeats_that_would_fill_the_memory_are_refused_unread(source: str) -> None:
    with pytest.raises(BadPattern, match="too often"):
        compiled(source)


@pytest.mark.parametrize(
    "source", [r"\d{4}年\d{1,2}月\d{1,2}日", "a{0,999999999}", "(?:(?:ab){100}){3}", "a{x}", "雪{2,}"]
)
def test_repeats_people_write_are_not(source: str) -> None:
    compiled(source)


@pytest.mark.parametrize(
    "source", ["(", ")", "[", "a**", "(?P<n>", "*", "\\", r"\p{Klingon}", "(?(1)a|b)", r"\L<x>"]
)
def test_what_is_no_pattern_says_where(source: str) -> None:
    with pytest.raises(BadPattern) as raised:
        compiled(source)
    assert 0 <= raised.value.position <= len(source)
    assert raised.value.what.zh.startswith("正则表达式有误")


def test_a_pattern_nested_too_deeply_is_refused() -> None:
    with pytest.raises(BadPattern, match="nested too deeply"):
        compiled("(" * 3000 + ")" * 3000)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab雪()[]{}|*+?^$.\\,1<>=!:PRi-&~"), max_size=25))
def test_any_pattern_is_compiled_or_refused_and_comes_to_an_end(source: str) -> None:
    try:
        pattern = compiled(source)
    except BadPattern:
        return
    try:
        found = TimeLimit(0.05).matches(pattern, "ab雪雪aabb" * 20)
    except OutOfTime:
        return
    assert all(start < end for start, end in found)


@pytest.mark.parametrize(("source", "text"), RUNAWAY)
def test_a_pattern_that_runs_away_is_stopped(source: str, text: str) -> None:
    with pytest.raises(OutOfTime):
        TimeLimit(0.1).matches(compiled(source), text)


def test_other_threads_go_on_while_a_pattern_runs_away() -> None:
    pattern = compiled("(a+)+$")
    stopped = threading.Event()

    def run_away() -> None:
        with pytest.raises(OutOfTime):
            TimeLimit(0.4).matches(pattern, "a" * 5000 + "b")
        stopped.set()

    runaway = threading.Thread(target=run_away)
    runaway.start()
    turns = 0
    while not stopped.is_set():
        time.sleep(0.001)
        turns += 1
    runaway.join()
    assert turns > 20  # one alone, and it would have had to wait for the end


def test_the_time_is_for_all_texts_together() -> None:
    limit = TimeLimit(0.1)
    with pytest.raises(OutOfTime):
        limit.matches(compiled("(a+)+$"), "a" * 5000 + "b")
    with pytest.raises(OutOfTime):
        limit.matches(compiled("雪"), "雪")
