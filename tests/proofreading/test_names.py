"""Chinese names, and names that are nearly the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.proofreading.names import are_one_apart, is_name

_NAMES = st.text(st.sampled_from("林一舟洲方"), min_size=3, max_size=5)


@pytest.mark.parametrize("word", ["林一舟", "苏禾", "欧阳小禾", "司马青", "钟远"])
def test_a_surname_and_one_or_two_characters_are_a_name(word: str) -> None:
    assert is_name(word)


@pytest.mark.parametrize(
    "word", ["林", "强调", "时强调", "未完待续", "图片", "林一舟到场", "Vale", "", "林一摄"]
)
def test_other_words_are_none(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [("林一舟", "林一洲"), ("林一舟", "苏一舟"), ("林一舟", "林一小舟"), ("Vale", "Vane"), ("Vale", "Vales")],
)
def test_names_that_differ_in_one_character_are_one_apart(one: str, other: str) -> None:
    assert are_one_apart(one, other)
    assert are_one_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("林一舟", "林一舟"), ("林一舟", "林小禾"), ("林一", "林二"), ("Vale", "Vail")]
)
def test_equal_and_short_and_other_names_are_not(one: str, other: str) -> None:
    assert not are_one_apart(one, other)


@given(_NAMES, st.integers(0, 4), st.sampled_from("甲乙"))
def test_any_one_change_makes_it_one_apart(name: str, at: int, character: str) -> None:
    at = min(at, len(name) - 1)
    assert are_one_apart(name, name[:at] + character + name[at + 1 :])
    assert are_one_apart(name, name[:at] + character + name[at:])
