"""The seed page as it came, every line a paragraph: what typography finds there, line by line."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from reader.edition.edition import Edition
from reader.proofreading.finding import Finding
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof
from reader.proofreading.proofread import proofread
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook

_PAGE = Path(__file__).parents[3] / "shared/data/seed-page.txt"
_RULES = [rule for rule in BY_ID.values() if rule.id.startswith("T-") or rule.id == "S-BALANCE"]

pytestmark = pytest.mark.skipif(not _PAGE.exists(), reason="needs the shared seed page beside the checkout")


def _found() -> list[tuple[int, Finding, str]]:
    """Return line, finding and words of whatever the default rules find."""
    lines = _PAGE.read_text(encoding="utf-8").split("\n")
    passages = tuple(
        Passage(f"line[{number}]", Role.PARAGRAPH, line.lstrip("# "))
        for number, line in enumerate(lines, 1)
        if line.strip()
    )
    texts = {passage.field: passage.text for passage in passages}
    proof = Proof(Edition(paper="河湾晨报", date=dt.date(2024, 12, 23)), texts, (), (), passages)
    return [
        (int(one.spot.field[5:-1]), one, texts[one.spot.field][one.spot.start : one.spot.end])
        for one in proofread(proof, Stylebook(), _RULES)
    ]


def test_the_half_width_marks_are_all_found_and_all_safe_to_widen() -> None:
    marks = [(one, words) for _, one, words in _found() if one.rule == "T-WIDTH"]
    assert Counter(words for _, words in marks) == {",": 253, "(": 5, ")": 5, ":": 2, ";": 2, "!": 1}
    assert all(one.is_safe for one, _ in marks)


def test_everything_else_is_found_at_its_line_and_nothing_more() -> None:
    others = {(one.rule, line) for line, one, _ in _found() if one.rule != "T-WIDTH"}
    assert others == {
        ("T-ENUM", 17),
        ("T-AMBIGUOUS", 61),
        ("T-AMBIGUOUS", 107),
        ("T-AMBIGUOUS", 125),
        ("S-BALANCE", 113),
        ("S-BALANCE", 115),
    }
