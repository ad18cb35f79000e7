"""Texts become terms: pairs of characters, words of letters, and pairs where the two touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.grams import LONGEST_WORD, STEP, bag, grams, stretches, words_in


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", []),
        ("。，—— ", []),
        ("雪", ["雪"]),
        ("长治日报", ["长治", "治日", "日报", "报"]),
        ("大雪。小雪", ["大雪", "雪", "小雪", "雪"]),
        ("2024年", ["20", "02", "24", "4年", "年"]),
        ("the paper", ["the", "paper"]),
        ("gdp增长", ["gdp", "p增", "增长", "长"]),
        ("在gdp中", ["在g", "gdp", "p中", "中"]),
        ("wi-fi", ["wi", "fi"]),
        ("snake_case", ["snake", "case"]),
        ("h2o", ["h", "h2", "2o", "o"]),
        ("カメラ", ["カメ", "メラ", "ラ"]),
        ("αθήνα", ["αθήνα"]),
        ("𠮷野家", ["𠮷野", "野家", "家"]),
    ],
)
def test_a_text_has_these_terms(text: str, terms: list[str]) -> None:
    assert grams(text) == terms


@given(st.text("雪天长5a b。x", max_size=40))
def test_every_character_and_letter_is_in_some_term(text: str) -> None:
    assert {c for c in text if c not in " 。"} == set("".join(grams(text)))


@given(st.text("雪天长治"), st.text("雪天长治", min_size=1), st.text("雪天长治"))
def test_the_pairs_of_a_stretch_follow_each_other_in_whatever_holds_it(
    before: str, inner: str, after: str
) -> None:
    pairs = grams(inner)[:-1]
    terms = grams(before + inner + after)
    assert any(terms[at : at + len(pairs)] == pairs for at in range(len(terms)))


@given(st.integers(1, 300))
def test_any_short_stretch_of_a_long_word_lies_in_one_of_its_terms(length: int) -> None:
    word = "".join(chr(ord("a") + (number * number) % 26) for number in range(length))
    parts = stretches(word)
    assert all(len(part) <= LONGEST_WORD for part in parts)
    assert parts[0] == word[:LONGEST_WORD]
    assert word.endswith(parts[-1])
    assert all(any(word[at : at + STEP] in part for part in parts) for at in range(length - STEP + 1))


def test_the_words_of_a_text_are_those_of_letters() -> None:
    assert words_in("gdp增长5g，the 雪 h2o") == {"gdp", "g", "the", "h", "o"}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("the old man", {"the0old", "old0man"}),
        ("the  old\nman", {"the0old", "old0man"}),
        ("the, old", set()),
        ("gdp增长 the end", {"the0end"}),
        ("增长gdp the", {"gdp0the"}),
        ("a 5 b", set()),
        (f"{'x' * 41} end", set()),
    ],
)
def test_words_with_white_space_between_make_a_pair(text: str, pairs: set[str]) -> None:
    assert bag(text) == set(grams(text)) | pairs
