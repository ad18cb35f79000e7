"""Findings as data: a list of them, with the same keys for every one."""

from __future__ import annotations

from pathlib import Path

from reader.cli.checked import Checked, sentence
from reader.cli.output import Output
from reader.cli.rule_cards import clause_of
from reader.copydesk.examine import Located
from reader.edition.wording import Tongue


class JsonReport:
    """Gathers findings and prints them as one list."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._found: list[dict[str, object]] = []

    def add(self, checked: Checked) -> None:
        """Gather what was found in a file."""
        self._found += (finding_fields(one, checked.path, self._output.tongue) for one in checked.findings)

    def close(self) -> None:
        """Print the list."""
        self._output.json(self._found)


def finding_fields(one: Located, path: Path, tongue: Tongue) -> dict[str, object]:
    """Return a finding as data.

    Lines and columns count from 1, columns in characters, cells in cells of a terminal, `start` and `end` in
    characters of the file; ends are behind the last character. `replacement` is there when the program knows
    what would put it right: the words of the span after that, as readers see them. `safe` says that ``--fix``
    does it.
    """
    place = one.place
    fields: dict[str, object] = {
        "rule": one.rule,
        "severity": one.severity.value,
        "message": sentence(one, tongue),
        "path": str(path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "cell": place.cell,
        "end_cell": place.end_cell,
        "start": place.start,
        "end": place.end,
        "reference": one.reference,
        "clause": clause_of(one.rule).say(tongue),
        "fingerprint": one.fingerprint,
        "fixable": one.is_fixable,
        "safe": one.is_safe,
    }
    if one.replacement is not None:
        fields["replacement"] = one.replacement
    return fields
