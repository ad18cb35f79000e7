"""Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), for code scanning services."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader import __version__
from reader.cli.check_paths import as_uri
from reader.cli.checked import Checked, Trouble, sentence
from reader.cli.output import Output
from reader.cli.rule_cards import rule_cards
from reader.cli.sarif_rules import LEVELS, LINE_ENDS, SCHEMA, descriptor
from reader.copydesk.correct import correct
from reader.copydesk.examine import Located, Silenced
from reader.copydesk.ignored_here import Ignore
from reader.copydesk.manuscript import Manuscript
from reader.copydesk.place import Place
from reader.edition.wording import Tongue
from reader.proofreading.stylebook import Stylebook

_BASE = "%SRCROOT%"
"""What relative addresses are relative to: the folder the program was started in."""

_PRINT = "paperReaderFinding/v1"
"""The key of our fingerprints; another way of making them takes another number."""

Fields = dict[str, object]


class SarifReport:
    """Gathers findings and prints them as one log of one run."""

    def __init__(self, output: Output, *, has_baseline: bool) -> None:
        """With a baseline every finding is told to be new or known."""
        self._output = output
        self._has_baseline = has_baseline
        self._cards = rule_cards(Stylebook())
        self._numbers = {card.id: number for number, card in enumerate(self._cards)}
        self._results: list[Fields] = []
        self._troubles: list[Fields] = []

    def add(self, checked: Checked) -> None:
        """Gather what was found in a file, what is ignored in it, and why it could not be looked at."""
        artifact, fixable = _artifact(checked.path), _fixable(checked)
        rows: list[tuple[Located, list[Fields], str]] = [(one, [], "new") for one in checked.findings]
        rows += [(one.found, [_suppression(one)], "new") for one in checked.silenced]
        rows += [(one, [], "unchanged") for one in checked.known]
        rows.sort(key=lambda row: (row[0].place.start, row[0].place.end, row[0].rule))
        for one, suppressions, state in rows:
            result = self._result(one, artifact)
            result["suppressions"] = suppressions
            if self._has_baseline:
                result["baselineState"] = state
            if checked.manuscript is not None and id(one) in fixable:
                fix = _fix(one, checked.manuscript, artifact, self._output.tongue)
                result |= {"fixes": [fix]} if fix is not None else {}
            self._results.append(result)
        if checked.trouble is not None:
            self._troubles += _notifications(checked.trouble, self._output.tongue)

    def close(self) -> None:
        """Print the log."""
        tongue = self._output.tongue
        driver = {
            "name": "paper-reader",
            "version": __version__,
            "language": "zh-CN" if tongue == "zh" else "en-US",
            "rules": [descriptor(card, tongue) for card in self._cards],
        }
        invocation: Fields = {"executionSuccessful": not self._troubles}
        if self._troubles:
            invocation["toolExecutionNotifications"] = self._troubles
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "newlineSequences": LINE_ENDS,
            "invocations": [invocation],
            "results": self._results,
        }
        self._output.json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, is_long=True)

    def _result(self, one: Located, artifact: Fields) -> Fields:
        result: Fields = {
            "ruleId": one.rule,
            "ruleIndex": self._numbers[one.rule],
            "level": LEVELS[one.severity],
            "message": {"text": sentence(one, self._output.tongue)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": _region(one.place)}}],
        }
        if one.reference is not None:
            result["properties"] = {"reference": one.reference}
        if one.fingerprint:
            result["partialFingerprints"] = {_PRINT: one.fingerprint}
        return result


def _artifact(path: Path) -> Fields:
    uri, is_relative = as_uri(path)
    return {"uri": uri, "uriBaseId": _BASE} if is_relative else {"uri": uri}


def _region(place: Place) -> Fields:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fixable(checked: Checked) -> set[int]:
    """Return which findings can be put right without touching anything else; the file is read again once."""
    if checked.manuscript is None:
        return set()
    listed = [*checked.findings, *(one.found for one in checked.silenced), *checked.known]
    able = [one for one in listed if one.is_fixable]
    if not able:
        return set()
    try:
        refused = {id(one) for one in correct(checked.manuscript, able).refused}
    except UnicodeEncodeError:  # the file's encoding cannot carry what would put it right
        return set()
    return {id(one) for one in able} - refused


def _fix(one: Located, manuscript: Manuscript, artifact: Fields, tongue: Tongue) -> Fields | None:
    """Return a finding's changes as replacements in the file, in the style of the text they are in."""
    changes = one.finding.changes if one.finding is not None else ()
    pieces = manuscript.in_file(changes)
    if not pieces:
        return None
    replacements: Sequence[Fields] = [
        {
            "deletedRegion": _region(manuscript.lines.place(piece.start, piece.end)),
            "insertedContent": {"text": piece.text},
        }
        for piece in pieces
    ]
    return {
        "description": {"text": one.advice.say(tongue)},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _suppression(one: Silenced) -> Fields:
    """Return by what a finding is kept silent: a comment in the edition, or the file beside it."""
    found: Fields = {"kind": "inSource" if isinstance(one.by, Ignore) else "external", "status": "accepted"}
    if one.by.reason:
        found["justification"] = one.by.reason
    return found


def _notifications(trouble: Trouble, tongue: Tongue) -> list[Fields]:
    return [
        {
            "level": "error",
            "message": {"text": f"{problem.what.say(tongue)}; {problem.advice.say(tongue)}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": _artifact(trouble.path),
                        "region": {"startLine": problem.line, "startColumn": problem.column},
                    }
                }
            ],
        }
        for problem in trouble.problems
    ]
