"""Findings as an editor's diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lsprotocol import types

from reader.copydesk.examine import Located
from reader.edition.wording import Tongue
from reader.lsp.house import Trouble
from reader.lsp.positions import Positions
from reader.proofreading.severity import Severity

SOURCE = "paper-reader"
"""Who says it, as editors show it."""

_FAR = 2**31 - 1  # a column behind every line's end stands for that end (LSP 3.17, Position)
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


class Stretch(NamedTuple):
    """A finding and where an editor is to show it, as offsets in the draft's text."""

    finding: Located
    start: int
    end: int
    """Where the start is, only in a line without a character."""


def stretch_of(finding: Located, text: str, positions: Positions, shift: int) -> Stretch:
    """Return where a finding is shown in a text that has so many characters before the copy desk's."""
    start, end = finding.place.start + shift, finding.place.end + shift
    if start == end:
        # An article as a whole, or something missing: the rest of the line, else what stands before.
        end = positions.line_end(start)
        if start == end and start > 0 and text[start - 1] not in "\r\n":
            start -= 1
    return Stretch(finding, start, end)


def diagnostic(stretch: Stretch, positions: Positions, tongue: Tongue) -> types.Diagnostic:
    """Return one finding as a diagnostic; its code is the rule."""
    finding = stretch.finding
    return types.Diagnostic(
        positions.range(stretch.start, stretch.end),
        sentence(finding, tongue),
        _SEVERITIES[finding.severity],
        finding.rule,
        source=SOURCE,
    )


def sentence(finding: Located, tongue: Tongue) -> str:
    """Return what is wrong and what to do."""
    mark = "；" if tongue == "zh" else "; "
    return mark.join(words for words in (finding.message.say(tongue), finding.advice.say(tongue)) if words)


def trouble_diagnostics(troubles: Iterable[Trouble], tongue: Tongue) -> list[types.Diagnostic]:
    """Return what is wrong in one file of the house, each over its whole line."""
    return [
        types.Diagnostic(
            types.Range(types.Position(trouble.line - 1, 0), types.Position(trouble.line - 1, _FAR)),
            trouble.message.say(tongue),
            types.DiagnosticSeverity.Error,
            source=SOURCE,
        )
        for trouble in troubles
    ]
