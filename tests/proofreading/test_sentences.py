"""Sentences of Chinese and English passages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.proofreading.sentences import sentences

_TEXTS = st.text(st.sampled_from("雪停路通。！？…”’）“，. A.b 3"), max_size=40)


def _split(text: str, *, is_han: bool) -> list[str]:
    return [sentence.text for sentence in sentences(text, is_han=is_han)]


@given(_TEXTS, st.booleans())
def test_sentences_are_the_text_and_stand_where_they_say(text: str, is_han: bool) -> None:
    found = list(sentences(text, is_han=is_han))
    assert all(text[one.start : one.end] == one.text for one in found)
    assert "".join("".join(one.text for one in found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("雪停了。路通了。", ["雪停了。", "路通了。"]),
        ("他说：“雪停了。”路通了！车呢？", ["他说：“雪停了。”", "路通了！", "车呢？"]),
        ("雪停了……路通了", ["雪停了……", "路通了"]),
        ("占3.5%，共1,691人。", ["占3.5%，共1,691人。"]),
        ("（雪停了。）路通了。", ["（雪停了。）", "路通了。"]),
        ("", []),
    ],
)
def test_chinese_ends_at_its_marks_with_the_closing_quotes(text: str, parts: list[str]) -> None:
    assert _split(text, is_han=True) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It snowed. The road froze.", ["It snowed.", "The road froze."]),
        ("“It snowed.” He left!", ["“It snowed.”", "He left!"]),
        ("Mr. Vale met Dr. J. R. Moss. They spoke.", ["Mr. Vale met Dr. J. R. Moss.", "They spoke."]),
        ("It cost 3.5 million. 12 left.", ["It cost 3.5 million.", "12 left."]),
        (
            "On Dec. 5 it snowed at No. 12 Mill Rd. Nobody came",
            ["On Dec. 5 it snowed at No. 12 Mill Rd. Nobody came"],
        ),
    ],
)
def test_english_ends_before_a_capital_but_not_after_a_short_form(text: str, parts: list[str]) -> None:
    assert _split(text, is_han=False) == parts


def test_the_marks_at_the_end_and_blanks_are_no_characters_of_a_sentence() -> None:
    (sentence,) = sentences("“雪停了， 路通了。”", is_han=True)
    assert sentence.characters == len("“雪停了，路通了")


def test_compounds_and_figures_are_one_word_each() -> None:
    (sentence,) = sentences("The well-known 1,691 don’t — really — mind.", is_han=False)
    assert sentence.words == 6


def test_a_sentence_without_a_final_mark_ends_with_its_text() -> None:
    (sentence,) = sentences("  雪停了，路通了  ", is_han=True)
    assert (sentence.start, sentence.end, sentence.characters) == (2, 9, 7)


@given(st.integers(1, 200))
def test_the_length_of_a_sentence_is_that_of_its_words(number: int) -> None:
    (sentence,) = sentences("雪" * number + "！”", is_han=True)
    assert sentence.characters == number


@given(st.integers(1, 8))
def test_english_splits_into_as_many_sentences_as_were_put_together(number: int) -> None:
    text = " ".join(["Dr. Vale left on Dec. 5."] * number)
    assert len(list(sentences(text, is_han=False))) == number
