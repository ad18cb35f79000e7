"""T-CONTROL: a character that is not seen, or has no meaning."""

from __future__ import annotations

import random

import pytest

from reader.proofreading.finding import Finding
from reader.proofreading.rules import BY_ID
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, findings, findings_in, fixes, words

_RULE = [BY_ID["T-CONTROL"]]


def _one(text: str) -> tuple[Finding, str, str | None]:
    (found,) = findings("T-CONTROL", f'body: "{text}"')
    return found.finding, found.words, found.fixed


@pytest.mark.parametrize(
    "escape", ["\\u200b", "\\ufeff", "\\xad", "\\u2060", "\\u200d", "\\u202e", "\\u200e"]
)
def test_what_is_not_seen_is_deleted_without_anybody_looking(escape: str) -> None:
    finding, _, fixed = _one(f"河湾{escape}市今天下雪。")
    assert (finding.spot.start, finding.spot.end, fixed, finding.is_safe) == (2, 3, "", True)


@pytest.mark.parametrize("escape", ["\\e", "\\0", "\\x9b", "\\r", "\\x7f", "\\uFFFC"])
def test_a_control_is_deleted_when_somebody_has_looked(escape: str) -> None:
    finding, _, fixed = _one(f"河湾{escape}市今天下雪。")
    assert (fixed, finding.is_safe) == ("", False)


@pytest.mark.parametrize("escape", ["\\ufffd", "\\ue123", "\\U000F0001"])
def test_a_lost_or_private_character_has_to_be_found_again(escape: str) -> None:
    finding, _, fixed = _one(f"河湾{escape}市今天下雪。")
    assert (fixed, finding.is_safe) == (None, False)
    assert finding.advice.en not in ("", "delete it")


def test_a_radical_becomes_the_character_it_looks_like() -> None:
    finding, run, fixed = _one("\\u2f08民公园和\\u4eba民广场")
    assert (run, fixed, finding.is_safe) == ("\u2f08", "人", True)
    assert "人" in finding.advice.zh


def test_a_radical_that_stands_for_no_character_is_only_named() -> None:
    finding, _, fixed = _one("\\u2e85旁")
    assert (fixed, finding.is_safe) == (None, False)


def test_a_line_separator_between_words_becomes_a_space_and_nothing_in_chinese() -> None:
    assert fixes("T-CONTROL", 'body: "Snow\\u2028fell"') == [("\u2028", " ")]
    assert fixes("T-CONTROL", 'body: "河湾\\u2028下雪"') == [("\u2028", "")]


def test_many_in_a_row_are_named_up_to_four() -> None:
    finding, run, _ = _one("河湾" + "\\u200b" * 9 + "市")
    assert len(run) == 9
    assert finding.message.en.count("U+200B") == 4
    assert finding.message.en.endswith("…")


def test_two_sorts_side_by_side_are_two_findings() -> None:
    assert words("T-CONTROL", 'body: "河湾\\u200b\\ufffd市"') == ["\u200b", "\ufffd"]


def test_a_direction_override_beside_hebrew_is_left_to_the_editor() -> None:
    finding, _, fixed = _one("他说\\u202e\\u05e9\\u05dc\\u05d5\\u05dd。")
    assert (fixed, finding.is_safe) == ("", False)


def test_a_run_is_one_finding_and_names_its_characters() -> None:
    finding, run, _ = _one("河湾\\u200b\\u200b市")
    assert run == "\u200b\u200b"
    assert "U+200B U+200B" in finding.message.en


@pytest.mark.parametrize("text", ["👩\u200d🌾种地", "क्\u200dष", "می\u200cخواهم", "שלום\u200f (HPC)"])
def test_joiners_and_direction_marks_where_they_are_needed_are_left_alone(text: str) -> None:
    assert words("T-CONTROL", text) == []


def test_every_text_of_the_file_is_read() -> None:
    example = (
        'headline: "河\\u200b湾"\nsource: "晨\\u200b报"\nphotos:\n  - id: a\n    credit: "林\\u200b一舟摄"'
    )
    assert len(words("T-CONTROL", example)) == 3


def test_an_english_edition_is_read_too() -> None:
    assert fixes("T-CONTROL", 'body: "The ed\\u00aditor"', language="en") == [("\u00ad", "")]


@pytest.mark.parametrize("seed", range(4))
def test_one_put_anywhere_into_a_clean_edition_is_found_there(seed: int) -> None:
    chance = random.Random(seed)
    text = clean_edition(seed)
    assert findings_in(a_proof(text), _RULE) == []
    place = chance.choice([i for i in range(1, len(text)) if text[i - 1] > "\u4e00" and text[i] > "\u4e00"])
    (found,) = findings_in(a_proof(f"{text[:place]}\u200b{text[place:]}"), _RULE)
    assert found.words == "\u200b"
    assert found.fixed == ""
