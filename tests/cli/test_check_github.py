"""Findings as workflow commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.check_github import GithubReport, command, finding_command
from reader.cli.checked import Checked, Trouble
from reader.edition.wording import Wording
from reader.loading.problem import Problem
from reader.proofreading.severity import Severity
from tests.cli.faulty import a_call, checked, put_faulty

_COMMAND = re.compile(r"::(\w+) ([^:]*(?::(?!:)[^:]*)*)::(.*)")


def read(line: str) -> tuple[str, dict[str, str], str]:
    """Return a command as the runner reads it: what is written as a number is that character again."""
    match = _COMMAND.fullmatch(line)
    assert match is not None, line
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    for name, number in ((":", "%3A"), (",", "%2C"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        properties = {key: value.replace(number, name) for key, value in properties.items()}
    return match[1], properties, match[3].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def test_a_finding_is_an_annotation_at_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first = checked(put_faulty(tmp_path / "paper")).findings[0]
    assert finding_command(first, tmp_path / "paper" / "2024-12-23.yaml", "en") == (
        "::error file=paper/2024-12-23.yaml,line=7,col=23,endLine=7,endColumn=24,"
        "title=T-WIDTH half-width mark::half-width “,” in Chinese text; write the full-width mark"
    )


@pytest.mark.parametrize(
    ("severity", "name"), [("error", "error"), ("warning", "warning"), ("info", "notice")]
)
def test_how_grave_it_is_chooses_the_command(severity: str, name: str, tmp_path: Path) -> None:
    one = checked(put_faulty(tmp_path)).findings[0]._replace(severity=Severity(severity))
    assert finding_command(one, Path("a.yaml"), "en").startswith(f"::{name} ")


def test_over_several_lines_there_are_no_columns_for_github_takes_none(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path))
    assert found.manuscript is not None
    one = found.findings[0]._replace(place=found.manuscript.lines.place(200, 260))
    _, properties, _ = read(finding_command(one, Path("a.yaml"), "en"))
    assert properties.keys() == {"file", "line", "endLine", "title"}


@given(st.text(), st.text())
def test_no_words_end_a_property_a_command_or_a_line(title: str, message: str) -> None:
    line = command("error", message, title=title)
    assert len(line.splitlines()) == 1
    name, properties, _ = read(line)
    assert (name, list(properties)) == ("error", ["title"])


def test_what_steers_a_command_comes_back_as_it_was() -> None:
    line = command("error", "100% 雪,\n：:冰", title="a,b:c%2C=d")
    assert read(line) == ("error", {"title": "a,b:c%2C=d"}, "100% 雪,\n：:冰")


def test_what_could_not_be_looked_at_is_an_annotation_too(tmp_path: Path) -> None:
    call, out = a_call("check", "x")
    problem = Problem(2, 3, Wording("坏了", "it is broken"), Wording("修好", "mend it"))
    path = tmp_path / "stylebook.toml"
    GithubReport(call.output).add(Checked(Path("a.yaml"), trouble=Trouble(path, (problem,))))
    assert read(out.written().rstrip("\n")) == (
        "error",
        {"file": str(path), "line": "2", "col": "3"},
        "it is broken; mend it",
    )
