"""T-LATIN-MARK: a typewriter's mark in an English edition set with printer's marks."""

from __future__ import annotations

import pytest

from reader.proofreading.rules import BY_ID
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, findings_in, fixes, words

_CURLY = "“It’s late,” she said. “So it’s time,” he said. “Let’s go,” she said. “It’s cold.” "


def _fixes(text: str) -> list[tuple[str, str | None]]:
    return fixes("T-LATIN-MARK", text, language="en")


def test_straight_marks_among_curly_ones_are_curled_by_the_side_of_their_words() -> None:
    assert (
        _fixes(_CURLY * 2 + 'He wrote ("again"): "no"—and')
        == [
            ('"', "“"),
            ('"', "”"),
        ]
        * 2
    )


@pytest.mark.parametrize(
    ("text", "curly"), [("It's", "’"), ("the '90s", "’"), ("'tis", "’"), ("workers' day", "’")]
)
def test_a_straight_apostrophe_among_curly_ones_is_curled(text: str, curly: str) -> None:
    assert _fixes(f"{_CURLY} {text}") == [("'", curly)]


def test_quotation_marks_and_apostrophes_are_counted_apart() -> None:
    assert _fixes("“It's late,” she said. “So it's time,” he said. “Let's go,” she said.") == []


@pytest.mark.parametrize(
    "text",
    [
        '"It\'s late," she said, "and it\'s cold."',
        '“Late,” she said. "Early," he said.',
        _CURLY + "He is 5'10\" tall.",
        "Run it with --lang en, or --help.",
        "It snowed... and snowed…",
        "See ../a/.../b",
        '~ print "a" -- b\n~ it\'s',
    ],
)
def test_one_form_throughout_measures_options_and_verse_are_left_alone(text: str) -> None:
    assert words("T-LATIN-MARK", text, language="en") == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [("She left -- and wept.", " -- "), ("She left--and wept.", "--"), ("So,” -- “yes", " -- ")],
)
def test_two_hyphens_between_words_are_a_dash_in_any_edition(text: str, typed: str) -> None:
    assert _fixes(text) == [(typed, "—")]


def test_three_full_stops_where_the_edition_has_the_sign_are_remarked() -> None:
    assert _fixes("It snowed… and snowed… and snowed… and froze...") == [("...", "…")]


def test_a_few_printed_marks_do_not_make_them_the_editions_own() -> None:
    assert _fixes('“Late,” she said. "Early," he said. "No," she said. “Yes.”') == []


def test_the_whole_edition_is_counted_not_one_article() -> None:
    articles = "".join(f"- headline: A{number}\nbody: {_CURLY}\n" for number in range(3))
    found = _fixes(articles + '- headline: B\nbody: He wrote "again" on it.')
    assert found == [('"', "“"), ('"', "”")]


def test_a_chinese_edition_is_not_read() -> None:
    assert words("T-LATIN-MARK", '河湾--“雪”“雪”“雪”"雪"', language="zh-CN") == []


@pytest.mark.parametrize("seed", range(3))
def test_a_clean_edition_is_silent_until_a_mark_is_spoiled(seed: int) -> None:
    text = clean_edition(seed, language="en")
    rule = [BY_ID["T-LATIN-MARK"]]
    assert findings_in(a_proof(text), rule) == []
    (found,) = findings_in(a_proof(text.replace("“", '"', 1)), rule)
    assert (found.words, found.fixed) == ('"', "“")
