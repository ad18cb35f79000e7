"""Everything that is found in one edition's file."""

from __future__ import annotations

from reader.copydesk.examine import FORMAT_RULE
from reader.copydesk.ignored_file import Ignored
from reader.copydesk.ignored_here import Ignore
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


def test_what_the_loader_says_can_be_ignored_by_its_fingerprint() -> None:
    text = FAULTY.removesuffix("...\n")
    (one,) = [one for one in examined(text).findings if one.rule == FORMAT_RULE]
    entry = Ignored(FORMAT_RULE, one.fingerprint, reason="旧档案")
    found = examined(text, entry)
    assert FORMAT_RULE not in {one.rule for one in found.findings}
    assert [(one.found.rule, one.by) for one in found.silenced if one.by == entry] == [(FORMAT_RULE, entry)]


def test_it_is_told_what_keeps_a_finding_silent() -> None:
    text = FAULTY.replace("车流如织\n", "车流如织 # proof-ignore: T-WIDTH 沿用旧题\n")
    entry = Ignored("T-WIDTH", article="library", reason="试行稿")
    found = examined(text, entry, rules=("T-WIDTH",))
    comments = [one.by for one in found.silenced if isinstance(one.by, Ignore)]
    assert [comment.reason for comment in comments] == ["沿用旧题"]
    assert [one.by for one in found.silenced].count(entry) == 3
    assert [one.found for one in found.silenced] == found.ignored
    assert {one.reference for one in found.findings} == {"2024-12-23/p01-a01"}
