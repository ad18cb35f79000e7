"""T-LATIN-SPACE: a stray space in English text."""

from __future__ import annotations

import random

import pytest

from tests.proofreading.manuscripts import findings, fixes, words

_SENTENCES = (
    "The road is open, they say. It was closed; now it is not! Is it wide? They say: “Yes.” He left. " * 3
)


def _fixes(text: str) -> list[tuple[str, str | None]]:
    return fixes("T-LATIN-SPACE", text, language="en")


def test_two_spaces_become_one() -> None:
    assert _fixes("The road is  open.   It is wide.") == [("  ", " "), ("   ", " ")]


@pytest.mark.parametrize(
    "text",
    [
        "The road , they say, is open.",
        "The road is open .",
        "Is the road open ? Yes.",
        "It is open ! “So it is.”",
        "It was closed ; now it is not.",
        "They say : “Yes.”",
        "It is open ?”",
        "Look here :",
    ],
)
def test_a_space_before_a_mark_is_taken_away(text: str) -> None:
    assert _fixes(text) == [(" ", "")]


def test_two_spaces_before_a_mark_are_one_finding() -> None:
    assert _fixes("The road  , they say.") == [("  ", "")]


@pytest.mark.parametrize(
    "text",
    [
        _SENTENCES,
        "Press ? for help, ! for more, or : and type.",
        "A cup costs .5 and a pot ... or so … more.",
        "Use ; to part them, and , too.",
        "The end of it is called : “the tail”.",
        "~ press  ?\n~ and wait .",
        "| A  b | c . |\n| d | e |",
        "One\nline\nafter another.",
    ],
)
def test_marks_that_are_spoken_of_verse_and_tables_are_left_alone(text: str) -> None:
    assert words("T-LATIN-SPACE", text, language="en") == []


def test_titles_and_captions_are_read_and_a_chinese_edition_is_not() -> None:
    example = "headline: The road  is open\nphotos:\n  - caption: The road , again.\nbody: It is."
    assert words("T-LATIN-SPACE", example, language="en") == ["  ", " "]
    assert words("T-LATIN-SPACE", "河湾  snow , here", language="zh-CN") == []


def test_a_line_end_before_a_mark_is_a_space_too() -> None:
    assert words("T-LATIN-SPACE", "The road\n, they say, is open.", language="en") == ["\n"]


@pytest.mark.parametrize("seed", range(8))
def test_a_space_put_anywhere_is_found_there_and_silent_when_repaired(seed: int) -> None:
    chance = random.Random(seed)
    at = chance.choice(
        [i for i, mark in enumerate(_SENTENCES) if mark in ",.;!?" and _SENTENCES[i + 1] == " "]
    )
    spoiled = f"{_SENTENCES[:at]} {_SENTENCES[at:]}"
    (found,) = findings("T-LATIN-SPACE", spoiled, language="en")
    assert (found.finding.spot.start, found.fixed) == (at, "")
    double = _SENTENCES.index(" ", at)
    (found,) = findings("T-LATIN-SPACE", f"{_SENTENCES[:double]} {_SENTENCES[double:]}", language="en")
    assert (found.finding.spot.start, found.words, found.fixed) == (double, "  ", " ")
