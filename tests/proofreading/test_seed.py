"""The seed page: what was found on it by hand is found by the rules, at its line, and nothing that is right.

A row is an item of the list, the readings of the page it shows in, a rule, and the lines of the page. Rows of
other families are added to the same tables.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest

from reader.proofreading.proofread import proofread
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.manuscripts import a_proof
from tests.proofreading.seed_page import PAGE, READINGS, SeedEdition

pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="the seed page is not here")


class Row(NamedTuple):
    """An item of the list: what a rule must find in these readings of the page, at each of the lines."""

    item: str
    readings: tuple[str, ...]
    rule: str
    lines: tuple[int, ...]


FOUND = [
    Row("G1", READINGS, "S-META", (1,)),
    Row("G2", ("flat",), "S-ROLE", (5, 15, 59)),
    Row("G2", ("flat",), "S-EMPTYHEAD", (55, 57)),
    Row("G4", ("read",), "S-CAPTION", (33,)),
    Row("G5", ("read",), "S-NOHEAD", (35,)),
    Row("G5", ("flat", "plain"), "S-NOHEAD", (33,)),
    Row("G5", ("read",), "S-JUMP", (0,)),
    Row("G8", READINGS, "S-SEAM", (39, 47, 67, 73, 79, 97, 113)),
    Row("G9", READINGS, "S-SEAM-LOST", (97,)),
    Row("G10", READINGS, "S-TINY", (75,)),
    Row("G11", READINGS, "S-TRUNC", (53,)),
    Row("G12", READINGS, "S-ROLE", (59,)),
    Row("G13", READINGS, "S-TINY", (89,)),
    Row("G14", ("flat", "plain"), "S-EMPTYHEAD", (121,)),
    Row("G15", ("read",), "S-NOTICE", (125,)),
    Row("G16", READINGS, "S-BLANKRUN", (90,)),
    Row("G16", ("flat", "plain"), "S-BLANKRUN", (30, 118)),
    Row("G34", ("read",), "S-NOTICE", (125,)),
    Row("G30", READINGS, "E-BYLINE", (7, 21, 29, 61, 89, 107)),
    Row("G31", READINGS, "E-BYLINE", (7,)),
    Row("G32", READINGS, "E-BYLINE", (21, 29)),
    Row("G33", READINGS, "E-DATE", (7,)),
    Row("G34", READINGS, "E-DATE", (125,)),
    Row("G55", READINGS, "E-LONG", (51, 77, 103, 125)),
    Row("G58", READINGS, "E-REPEAT", (111,)),
    Row("G17", READINGS, "S-BALANCE", (113, 115)),
    Row("G18", READINGS, "T-WIDTH", (9, 11, 17, 25, 27)),
    Row("G19", READINGS, "T-WIDTH", (7, 53)),
    Row("G20", READINGS, "T-WIDTH", (37, 127)),
    Row("G21", READINGS, "T-WIDTH", (63,)),
    Row("G22", READINGS, "T-WIDTH", (17, 19, 21, 29, 125)),
    Row("G23", READINGS, "T-ENUM", (17,)),
    Row("G26", READINGS, "T-AMBIGUOUS", (125,)),
    Row("G29", READINGS, "T-AMBIGUOUS", (61, 107)),
    Row("G35", READINGS, "N-COUNTER", (17, 19)),
    Row("G36", READINGS, "N-PRECISION", (19,)),
    Row("G53", READINGS, "E-COUNTER", (79,)),
]

ONLY = [
    "S-SEAM",
    "S-SEAM-LOST",
    "S-TINY",
    "S-TRUNC",
    "S-BLANKRUN",
    "S-DUP",
    "S-JUMP",
    "E-DATE",
    "E-LONG",
    "E-REPEAT",
    "S-BALANCE",
    "T-ENUM",
    "T-AMBIGUOUS",
    "N-COUNTER",
    "N-PRECISION",
    "E-COUNTER",
    "E-COUNT",
]
"""Rules that find nothing on the page but what the list has."""

NUMBERS = {"S-NOTICE": 4, "S-SEAM": 7, "S-SEAM-LOST": 1, "T-WIDTH": 268}
"""How many findings a rule has in the fullest reading."""


@cache
def found(reading: str) -> list[tuple[str, int]]:
    """Return rule and line of everything the rules in force find in a reading of the page."""
    edition = SeedEdition(PAGE.read_text(encoding="utf-8"), reading)
    findings = proofread(a_proof(edition.text), Stylebook())
    return [(finding.rule, edition.page_line(finding.spot)) for finding in findings]


@pytest.mark.parametrize("row", FOUND, ids=lambda row: f"{row.item}-{row.rule}")
def test_what_was_found_by_hand_is_found(row: Row) -> None:
    for reading in row.readings:
        lines = {line for rule, line in found(reading) if rule == row.rule}
        assert set(row.lines) <= lines, reading


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("rule", ONLY)
def test_nothing_else_is(rule: str, reading: str) -> None:
    wanted = {line for row in FOUND if row.rule == rule and reading in row.readings for line in row.lines}
    assert {line for found, line in found(reading) if found == rule} == wanted


@pytest.mark.parametrize("rule", NUMBERS)
def test_nothing_is_found_twice(rule: str) -> None:
    assert len([1 for found, _ in found("read") if found == rule]) == NUMBERS[rule]
