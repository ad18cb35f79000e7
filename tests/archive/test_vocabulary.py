"""A word is found by what it holds and by how it ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.archive.vocabulary import Vocabulary

WORDS = ["gdp", "economy", "macroeconomy", "the", "then", "banana", "an"]


def test_words_that_hold_letters() -> None:
    vocabulary = Vocabulary(WORDS)
    assert vocabulary.holding("conom", 9) == ["economy", "macroeconomy"]
    assert vocabulary.holding("econ", 9) == ["economy", "macroeconomy"]
    assert vocabulary.holding("zz", 9) == []


def test_a_word_is_named_once_however_often_it_holds_them() -> None:
    assert Vocabulary(WORDS).holding("an", 9) == ["banana", "an"]


def test_words_that_begin_with_letters() -> None:
    vocabulary = Vocabulary(WORDS)
    assert vocabulary.beginning("the", 9) == ["the", "then"]
    assert vocabulary.beginning("e", 9) == ["economy"]
    assert vocabulary.beginning("he", 9) == []
    assert vocabulary.beginning("t", 1) is None


def test_words_that_end_with_letters() -> None:
    vocabulary = Vocabulary(WORDS)
    assert vocabulary.ending("economy", 9) == ["economy", "macroeconomy"]
    assert vocabulary.ending("an", 9) == ["an"]
    assert vocabulary.ending("e", 9) == ["the"]


def test_too_many_are_none() -> None:
    vocabulary = Vocabulary(WORDS)
    assert vocabulary.holding("o", 1) is None
    assert vocabulary.ending("y", 1) is None


def test_words_may_come_later() -> None:
    vocabulary = Vocabulary()
    assert vocabulary.ending("p", 9) == []
    vocabulary.add(["gdp"])
    vocabulary.add([])
    vocabulary.add(["app"])
    assert vocabulary.ending("p", 9) == ["gdp", "app"]


@given(st.sets(st.text("ab", min_size=1, max_size=6), max_size=20), st.text("ab", min_size=1, max_size=3))
def test_what_is_found_is_what_there_is(words: set[str], letters: str) -> None:
    vocabulary = Vocabulary(sorted(words))
    holding, ending = vocabulary.holding(letters, 99), vocabulary.ending(letters, 99)
    beginning = vocabulary.beginning(letters, 99)
    assert holding is not None
    assert ending is not None
    assert beginning is not None
    assert sorted(holding) == sorted(word for word in words if letters in word)
    assert sorted(beginning) == sorted(word for word in words if word.startswith(letters))
    assert sorted(ending) == sorted(word for word in words if word.endswith(letters))
