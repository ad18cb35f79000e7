"""Findings as annotations of a GitHub workflow: they show beside the line in a change that is reviewed."""

from __future__ import annotations

from pathlib import Path

from reader.cli.check_paths import from_here
from reader.cli.checked import Checked, sentence
from reader.cli.output import Output
from reader.cli.rule_cards import name_of
from reader.copydesk.examine import Located
from reader.edition.printable import printable
from reader.edition.wording import Tongue
from reader.proofreading.severity import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class GithubReport:
    """Prints findings as they are found."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def add(self, checked: Checked) -> None:
        """Print what was found in a file, and why one could not be looked at."""
        tongue = self._output.tongue
        lines = [finding_command(one, checked.path, tongue) for one in checked.findings]
        if checked.trouble is not None:
            lines += (
                command(
                    "error",
                    f"{problem.what.say(tongue)}; {problem.advice.say(tongue)}",
                    file=from_here(checked.trouble.path),
                    line=problem.line,
                    col=problem.column,
                )
                for problem in checked.trouble.problems
            )
        self._output.lines(lines)

    def close(self) -> None:
        """Nothing is left to print."""


def finding_command(one: Located, path: Path, tongue: Tongue) -> str:
    """Return a finding as a workflow command."""
    place = one.place
    properties: dict[str, object] = {"file": from_here(path), "line": place.line}
    # GitHub takes columns within one line only.
    if place.end_line == place.line:
        properties |= {"col": place.column, "endLine": place.end_line, "endColumn": place.end_column}
    else:
        properties |= {"endLine": place.end_line}
    properties["title"] = f"{one.rule} {name_of(one.rule).say(tongue)}"
    return command(_COMMANDS[one.severity], sentence(one, tongue), **properties)


def command(name: str, message: str, **properties: object) -> str:
    """Return a workflow command; what would end a property, a command or a line is written as its number."""
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    # Line ends first as they are: GitHub shows them; everything else that steers is made visible.
    lines = text.replace("\r\n", "\n").split("\n")
    return "%0A".join(printable(line).replace("%", "%25").replace("\r", "%0D") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
