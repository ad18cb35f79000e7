from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.joining import is_cjk, joined


@pytest.mark.parametrize("character", "中。，《０ａあア〇㈠𠮷　")
def test_chinese_and_japanese_characters_are_written_without_spaces(character: str) -> None:
    assert is_cjk(character)


@pytest.mark.parametrize("character", "aé1 .“—·한글Я😀"[:11] + "Я")
def test_other_characters_are_not(character: str) -> None:
    assert not is_cjk(character)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([], ""),
        (["甲"], "甲"),
        (["甲", "乙"], "甲乙"),
        (["甲，", "乙"], "甲，乙"),
        (["one", "two"], "one two"),
        (["甲", "two"], "甲 two"),
        (["one", "乙"], "one 乙"),
        (["他说：", "“来。”", "走了"], "他说：“来。”走了"),
        (["said", "“come”", "left"], "said “come” left"),
        (["甲——", "乙"], "甲——乙"),
        (["90%", "乙"], "90% 乙"),
        (["甲", "", "乙"], "甲乙"),
        (["한국", "신문"], "한국 신문"),
        (["……", "……"], "…… ……"),
    ],
)
def test_lines_are_joined_as_their_script_is_written(lines: list[str], text: str) -> None:
    assert joined(lines) == text


@given(st.lists(st.text(st.sampled_from("甲乙a1，。“”—. "))))
def test_joining_loses_nothing_and_adds_only_spaces_between_lines(lines: list[str]) -> None:
    text = joined(lines)
    assert text.replace(" ", "") == "".join(lines).replace(" ", "")
    assert len(text) <= len("".join(lines)) + max(0, len([line for line in lines if line]) - 1)


@given(st.lists(st.text(st.sampled_from("甲乙丙，。《》"), min_size=1), min_size=1))
def test_chinese_lines_are_joined_with_nothing(lines: list[str]) -> None:
    assert joined(lines) == "".join(lines)
