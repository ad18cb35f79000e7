"""Comments that keep rules silent."""

from __future__ import annotations

import pytest

from reader.copydesk.ignored_here import ignores
from tests.copydesk.desk import FAULTY, a_manuscript, examined


def _lines(text: str) -> list[int]:
    return [one.place.line for one in examined(text, rules=("T-WIDTH",)).findings if one.rule == "T-WIDTH"]


def test_without_a_comment_every_mark_is_found() -> None:
    assert _lines(FAULTY) == [7, 10, 10, 13, 15, 15, 17]


@pytest.mark.parametrize(
    ("line", "comment", "left"),
    [
        ("format: 1", "above", []),
        ("      - headline: 老桥重开,车流如织", "above", [16, 16, 18]),
        ("      - headline: 老桥重开,车流如织", "behind", [10, 10, 13, 15, 15, 17]),
        ("        body: |", "above", [7, 16, 16, 18]),
        ("        body: |", "behind", [7, 15, 15, 17]),
        ("      - id: library", "above", [7, 10, 10, 13]),
        ("sections:", "above", []),
    ],
)
def test_a_comment_is_for_what_begins_there(line: str, comment: str, left: list[int]) -> None:
    words = "# proof-ignore: T-WIDTH as it was printed"
    indent = " " * (len(line) - len(line.lstrip()))
    written = f"{indent}{words}\n{line}" if comment == "above" else f"{line}  {words}"
    assert _lines(FAULTY.replace(line, written, 1)) == left


def test_all_is_every_rule_and_a_list_is_several() -> None:
    assert _lines("# proof-ignore: all\n" + FAULTY) == []
    assert _lines("# proof-ignore: T-DASH, T-WIDTH\n" + FAULTY) == []
    assert len(_lines("# proof-ignore: T-DASH\n" + FAULTY)) == 7


def test_words_of_a_text_are_no_comment() -> None:
    text = FAULTY.replace("栏杆刷了三遍漆。", "# proof-ignore: T-WIDTH")
    assert list(ignores(a_manuscript(text))) == []


def test_the_reason_is_kept() -> None:
    (ignore,) = ignores(a_manuscript("# proof-ignore: T-WIDTH -- 照登\r\n" + FAULTY))
    assert (ignore.rules, ignore.reason) == (("T-WIDTH",), "照登")


def test_a_comment_that_names_no_rule_there_is_is_told() -> None:
    found = examined("# proof-ignore: T-WIDHT\n" + FAULTY).findings[0]
    assert (found.rule, found.place.line) == ("S-IGNORE", 1)
    assert "T-WIDTH" in found.advice.en
    assert examined("# proof-ignore:\n" + FAULTY).findings[0].rule == "S-IGNORE"


def test_what_is_ignored_is_counted() -> None:
    assert len(examined("# proof-ignore: T-WIDTH\n" + FAULTY, rules=("T-WIDTH",)).ignored) == 7
