"""E-LONG: sentences that are too long."""

from __future__ import annotations

import re

import pytest

from reader.proofreading.rules import BY_ID
from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, findings, findings_in, words


@pytest.mark.parametrize(("length", "found"), [(110, 0), (111, 1), (154, 1)])
def test_the_limit_is_counted_without_the_final_mark(length: int, found: int) -> None:
    assert len(words("E-LONG", "雪" * length + "。")) == found


def test_blanks_and_the_other_sentences_do_not_count() -> None:
    assert words("E-LONG", "路通了。" + "雪 " * 60 + "。" + "雪" * 100 + "。") == []


def test_the_finding_is_the_sentence() -> None:
    sentence = "“" + "雪" * 120 + "。”"
    found = findings("E-LONG", f"路通了。{sentence}车来了。")
    assert [one.words for one in found] == [sentence]
    assert found[0].finding.severity is Severity.INFO
    assert "121" in found[0].finding.message.zh  # the opening quote is a character, the closing one is not


def test_the_house_decides_what_is_long() -> None:
    assert words("E-LONG", "雪停了，路通了。", longest_sentence=5) == ["雪停了，路通了。"]
    assert words("E-LONG", "雪" * 150 + "。", longest_sentence=150) == []


@pytest.mark.parametrize(("number", "found"), [(45, 0), (46, 1)])
def test_english_is_counted_in_words(number: int, found: int) -> None:
    text = "Snow " * (number - 1) + "fell."
    assert len(words("E-LONG", text)) == found
    assert words("E-LONG", text, longest_sentence_words=50) == []


def test_titles_and_cells_are_no_sentences() -> None:
    assert words("E-LONG", f"headline: {'雪' * 130}\nbody: 路通了。") == []
    assert words("E-LONG", f"| {'雪' * 130} | 1 |") == []


@pytest.mark.parametrize("seed", range(10))
def test_a_long_sentence_in_a_clean_edition_is_found_and_nothing_else(seed: int) -> None:
    text = clean_edition(seed)
    rule = [BY_ID["E-LONG"]]
    before = len(findings_in(a_proof(text), rule))
    long = "清雪" * 60 + "。"
    spoilt = re.sub(r"(body: \|\n +)", lambda found: found.group() + long, text, count=1)
    found = findings_in(a_proof(spoilt), rule)
    assert len(found) == before + 1
    assert long in [one.words for one in found]


@pytest.mark.parametrize("seed", range(6))
def test_an_english_one_in_a_clean_edition_is_found_and_nothing_else(seed: int) -> None:
    text = clean_edition(seed, language="en")
    rule = [BY_ID["E-LONG"]]
    before = len(findings_in(a_proof(text), rule))
    line = "The snow fell " + "and fell " * 30 + "until noon."
    spoilt = text.replace("body: |\n", f"body: |\n          {line}\n\n", 1)
    found = findings_in(a_proof(spoilt), rule)
    assert len(found) == before + 1
    assert any(one.words in line for one in found)


@pytest.mark.parametrize(
    ("head", "tail"), [("“", "。”"), ("（", "！）"), ("", "……"), ("“‘", "？’”"), ("", "...")]
)
def test_the_quick_look_misses_no_kind_of_sentence(head: str, tail: str) -> None:
    text = f"路通了。{head}{'雪' * 111}{tail}车来了。"
    assert words("E-LONG", text) == [f"{head}{'雪' * 111}{tail}"]


def test_captions_notices_and_lists_are_read_too() -> None:
    assert len(words("E-LONG", f"headline: 雪\nphotos:\n  - caption: {'雪' * 120}。")) == 1
    assert len(words("E-LONG", f"- {'雪' * 120}；\n- 路通了。")) == 1
