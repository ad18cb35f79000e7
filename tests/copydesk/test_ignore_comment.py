"""The comment that keeps a rule silent, put into a file."""

from __future__ import annotations

import pytest

from reader.copydesk.ignore_comment import ignore_comment
from reader.loading.pieces import applied
from tests.copydesk.desk import FAULTY, a_manuscript, examined

_FIRST = "sections[0].articles[0]"
_LIBRARY = "sections[0].articles[1]"


def commented(field: str, text: str = FAULTY, rule: str = "T-WIDTH") -> str | None:
    """Return the file with the comment for a rule in this field."""
    piece = ignore_comment(a_manuscript(text), rule, field)
    return None if piece is None else applied(text, (piece,))


def silent(before: str, after: str) -> list[str]:
    """Return the lines whose half-width marks are found before and not after, as they stand in the file."""
    marks, left = (
        [
            text.splitlines()[one.place.line - 1]
            for one in examined(text, rules=("T-WIDTH",)).findings
            if one.rule == "T-WIDTH"
        ]
        for text in (before, after)
    )
    return [line for line in marks if line not in left]


def test_the_comment_stands_above_a_value_with_a_line_of_its_own() -> None:
    after = commented(f"{_FIRST}.body")
    assert after == FAULTY.replace("        body: |", "        # proof-ignore: T-WIDTH\n        body: |", 1)
    assert {line.strip()[:4] for line in silent(FAULTY, after)} == {"老桥昨天", "夜里10"}


def test_on_the_line_an_article_begins_with_it_stands_at_the_end() -> None:
    after = commented(f"{_FIRST}.headline")
    line = "      - headline: 老桥重开,车流如织"
    assert after == FAULTY.replace(line, f"{line}  # proof-ignore: T-WIDTH")
    assert silent(FAULTY, after) == [line]


def test_for_an_article_as_a_whole_it_stands_above_the_article() -> None:
    after = commented(_LIBRARY)
    assert after is not None
    assert "      # proof-ignore: T-WIDTH\n      - id: library\n" in after
    assert len(silent(FAULTY, after)) == 3


def test_for_what_the_file_does_not_hold_it_is_with_what_would_hold_it() -> None:
    assert commented(f"{_LIBRARY}.byline") == commented(_LIBRARY)
    whole = commented("masthead.editor")
    assert whole == "# proof-ignore: T-WIDTH\n" + FAULTY


def test_a_comment_that_is_there_is_added_to() -> None:
    once = commented(f"{_FIRST}.body")
    assert once is not None
    twice = commented(f"{_FIRST}.body", once, "T-DASH")
    assert twice == once.replace("proof-ignore: T-WIDTH", "proof-ignore: T-DASH, T-WIDTH")


def test_a_reason_stays_behind_the_rules() -> None:
    line = "        body: |"
    text = FAULTY.replace(line, f"{line}  # proof-ignore: T-DASH as printed", 1)
    after = commented(f"{_FIRST}.body", text)
    assert after == text.replace("T-DASH as printed", "T-WIDTH, T-DASH as printed")


def test_its_line_ends_are_those_of_the_file() -> None:
    text = FAULTY.replace("\n", "\r\n")
    after = commented(f"{_LIBRARY}.body", text)
    assert after is not None
    assert "\n" not in after.replace("\r\n", "")
    assert "# proof-ignore: T-WIDTH\r\n" in after


@pytest.mark.parametrize(
    "headline",
    ['"老桥重开,\n          车流如织"', "'老桥重开,\n          车流如织'", "老桥重开,\n          车流如织"],
)
def test_where_a_comment_would_be_text_or_speak_for_more_there_is_none(headline: str) -> None:
    text = FAULTY.replace("老桥重开,车流如织", headline)
    assert commented(f"{_FIRST}.headline", text) is None


@pytest.mark.parametrize(
    "value", ["'老桥重开,车流如织'", '"老桥重开,车流如织"', "|-\n          老桥重开,车流如织"]
)
def test_every_style_of_text_can_have_one(value: str) -> None:
    text = FAULTY.replace("老桥重开,车流如织", value)
    after = commented(f"{_FIRST}.headline", text)
    assert after is not None
    assert len(silent(text, after)) == 1


def test_the_values_of_the_file_stay_what_they_were() -> None:
    for field in a_manuscript().scalars.texts:
        after = commented(field)
        assert after is not None
        values = [scalar.value for scalar in a_manuscript(after).scalars.texts.values()]
        assert values == [scalar.value for scalar in a_manuscript().scalars.texts.values()]
