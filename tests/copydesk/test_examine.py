"""Everything that is found in one edition's file."""

from __future__ import annotations

from reader.copydesk.examine import FORMAT_RULE
from reader.proofreading.severity import Severity
from tests.copydesk.desk import FAULTY, examined


def test_findings_come_in_file_order_with_their_places() -> None:
    found = examined(rules=("T-WIDTH",)).findings
    assert [(one.place.line, one.place.column) for one in found] == sorted(
        (one.place.line, one.place.column) for one in found
    )
    first = found[0]
    assert (first.rule, first.severity, first.replacement, first.is_safe) == (
        "T-WIDTH",
        Severity.ERROR,
        "，",
        True,
    )
    assert first.reference == "2024-12-23/p01-a01"


def test_what_the_loader_says_is_a_finding_too() -> None:
    found = examined(FAULTY.removesuffix("...\n"))
    (one,) = [one for one in found.findings if one.rule == FORMAT_RULE]
    assert (one.severity, one.is_fixable) == (Severity.WARNING, False)


def test_a_folded_text_is_an_error_and_still_read() -> None:
    text = FAULTY.replace(
        "headline: 老桥重开,车流如织", "headline: >\n          老桥重开,\n          车流如织"
    )
    rules = [(one.rule, one.place.line) for one in examined(text, rules=("T-WIDTH",)).findings]
    assert (FORMAT_RULE, 7) in rules
    assert ("T-WIDTH", 8) in rules
