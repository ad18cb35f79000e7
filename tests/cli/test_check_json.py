"""Findings as data."""

from __future__ import annotations

import json
from pathlib import Path

from reader.cli.check_json import JsonReport, finding_fields
from tests.cli.faulty import FAULTY, WIDE, a_call, checked, put_faulty


def test_a_finding_has_its_rule_its_place_its_clause_and_what_puts_it_right(tmp_path: Path) -> None:
    first = checked(put_faulty(tmp_path)).findings[0]
    assert finding_fields(first, Path("a.yaml"), "zh") == {
        "rule": "T-WIDTH",
        "severity": "error",
        "message": "中文里用了半角“,”; 改为全角",
        "path": "a.yaml",
        "line": 7,
        "column": 23,
        "end_line": 7,
        "end_column": 24,
        "cell": 27,
        "end_cell": 28,
        "start": FAULTY.index(",车流"),
        "end": FAULTY.index("车流"),
        "reference": "2024-12-23/p01-a01",
        "clause": "GB/T 15834—2011 5.1（点号、括号占一个字位置）",
        "fingerprint": first.fingerprint,
        "fixable": True,
        "safe": True,
        "replacement": "，",
    }


def test_the_replacements_made_at_their_spans_put_the_file_right(tmp_path: Path) -> None:
    call, out = a_call("check", "x")
    report = JsonReport(call.output)
    report.add(checked(put_faulty(tmp_path)))
    report.close()
    text = FAULTY
    for one in reversed(json.loads(out.written())):
        text = text[: one["start"]] + one["replacement"] + text[one["end"] :]
    assert text == WIDE


def test_without_a_replacement_there_is_no_key_for_it(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path, text=FAULTY.removesuffix("...\n")))
    (cut,) = [one for one in found.findings if one.rule == "S-FORMAT"]
    fields = finding_fields(cut, found.path, "en")
    assert (fields["rule"], fields["fixable"], "replacement" in fields) == ("S-FORMAT", False, False)


def test_a_list_without_findings_is_a_list() -> None:
    call, out = a_call("check", "x")
    JsonReport(call.output).close()
    assert json.loads(out.written()) == []
