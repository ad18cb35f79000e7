"""T-LATIN-TWICE: a small word twice in a row."""

from __future__ import annotations

import random

import pytest

from reader.proofreading.rules import BY_ID
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, findings, findings_in, fixes, words


@pytest.mark.parametrize(
    ("text", "twice", "once"),
    [
        ("The road to the the river.", "the the", "the"),
        ("The the road.", "The the", "The"),
        ("A cup of  of tea.", "of  of", "of"),
        ("Snow and and ice.", "and and", "and"),
    ],
)
def test_a_small_word_that_follows_itself_goes(text: str, twice: str, once: str) -> None:
    assert fixes("T-LATIN-TWICE", text, language="en") == [(twice, once)]


def test_a_word_doubled_over_a_line_end_is_found() -> None:
    assert words("T-LATIN-TWICE", "The road to the\nthe river.", language="en") == ["the\nthe"]


@pytest.mark.parametrize(
    "text",
    [
        "She had had enough, and that that was that.",
        "What it is is a press; they came in in droves.",
        "The AND AND gate.",
        "He was as was his habit.",
        "of off, a an, the them, for-for, the the-end",
        "of, of",
        "~ the the\n~ the",
    ],
)
def test_words_that_may_meet_themselves_are_left_alone(text: str) -> None:
    assert words("T-LATIN-TWICE", text, language="en") == []


def test_a_chinese_edition_is_not_read() -> None:
    assert findings("T-LATIN-TWICE", "河湾 the the 雪", language="zh-CN") == []


@pytest.mark.parametrize("seed", range(4))
def test_a_word_doubled_in_a_clean_edition_is_found(seed: int) -> None:
    chance = random.Random(seed)
    text = clean_edition(seed, language="en")
    rule = [BY_ID["T-LATIN-TWICE"]]
    assert findings_in(a_proof(text), rule) == []
    word = chance.choice([" the ", " of ", " and "])
    (found,) = findings_in(a_proof(text.replace(word, word + word.strip() + " ", 1)), rule)
    assert found.fixed is not None
    assert found.fixed.lower() == word.strip()
