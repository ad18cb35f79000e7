from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.reading.reading_time import about, reading_time


def test_four_hundred_chinese_characters_take_a_minute() -> None:
    assert reading_time("字" * 400) == 1


def test_chinese_marks_count_as_characters_do() -> None:
    assert reading_time("春天，来了。" * 100) == pytest.approx(600 / 400)


def test_two_hundred_and_thirty_words_take_a_minute() -> None:
    assert reading_time("river " * 230) == 1
    assert reading_time("réseau " * 230) == 1


def test_a_word_with_an_apostrophe_or_a_hyphen_is_one_word() -> None:
    assert reading_time("don't well-kept") == pytest.approx(2 / 230)


def test_mixed_text_takes_the_sum() -> None:
    assert reading_time("打开terminal看报") == pytest.approx(4 / 400 + 1 / 230)


def test_korean_is_read_by_words() -> None:
    assert reading_time("안녕 세상") == pytest.approx(2 / 230)


def test_the_pace_is_the_readers() -> None:
    assert reading_time("字" * 400, characters_a_minute=200) == 2
    assert reading_time("word " * 100, words_a_minute=50) == 2


@pytest.mark.parametrize("pace", [{"characters_a_minute": 0}, {"words_a_minute": -1}])
def test_a_pace_of_nothing_is_refused(pace: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="above zero"):
        reading_time("字", **pace)


def test_nothing_takes_no_time() -> None:
    assert reading_time("") == 0
    assert reading_time(" \n\n\t ") == 0


@given(st.text(max_size=300), st.text(max_size=300))
def test_two_texts_take_as_long_as_both(one: str, other: str) -> None:
    assert reading_time(f"{one}\n{other}") == pytest.approx(reading_time(one) + reading_time(other))


@pytest.mark.parametrize(
    "part", ["这里写一句平常的话，十六个字上下。", "plain words follow one another here. ", "一半 half "]
)
def test_a_huge_text_is_judged_by_samples_within_a_twentieth(part: str) -> None:
    count = 3_000_000 // len(part)
    assert reading_time(part * count) == pytest.approx(reading_time(part) * count, rel=0.05)


def test_time_in_words_is_never_less_than_a_minute() -> None:
    assert about(0.01) == ("约1分钟", "about 1 min")
    assert about(2.4) == ("约2分钟", "about 2 min")
