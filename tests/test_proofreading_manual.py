"""The manual of proofreading shows only what the program does."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

from reader.cli.check_json import finding_fields
from reader.cli.options import parse
from reader.copydesk.ignored_file import Ignored
from reader.copydesk.ignored_here import ignores
from reader.copydesk.stylebook_file import read_stylebook
from tests.cli.faulty import checked, put_faulty
from tests.copydesk.desk import FAULTY, a_manuscript

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "proofreading.md").read_text(encoding="utf-8")


def block(mark: str) -> str:
    """Return the block of code below a mark."""
    match = re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)```", TEXT, re.DOTALL)
    assert match is not None
    return match[1]


def commands() -> list[str]:
    """Every command line it shows, in the text and in blocks."""
    shown = re.findall(r"paper-reader (?:check|rules|config)\b[^`\n]*", TEXT)
    return sorted({line.split(" > ")[0].split("  #")[0].rstrip(") ") for line in shown})


def test_there_are_commands_to_try() -> None:
    assert len(commands()) >= 10


@pytest.mark.parametrize("line", commands())
def test_a_command_it_shows_is_one(line: str) -> None:
    words = shlex.split(line)[1:]
    if words == ["check"]:
        words.append("PATH")
    assert parse(words).command in ("check", "rules", "config")


def test_the_stylebook_it_shows_is_one(tmp_path: Path) -> None:
    path = tmp_path / "stylebook.toml"
    path.write_text(block("stylebook"), encoding="utf-8")
    read_stylebook(path)


def test_the_workflow_it_shows_runs_what_there_is() -> None:
    steps = yaml.safe_load(block("workflow"))["jobs"]["proofread"]["steps"]
    runs = [step["run"] for step in steps if step.get("run", "").startswith("paper-reader")]
    assert [parse(shlex.split(run.split(" > ")[0])[1:]).options["format"] for run in runs] == [
        "github",
        "sarif",
    ]


def test_the_hooks_it_shows_are_those_there_are() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert set(re.findall(r"- id: ([\w-]+)", TEXT)) == {hook["id"] for hook in hooks}


def test_the_comments_it_shows_are_heard() -> None:
    shown = re.findall(r"# proof-ignore: [^`\n]*", TEXT)
    assert len(shown) >= 2
    for comment in shown:
        text = FAULTY.replace("车流如织\n", f"车流如织 {comment}\n")
        (heard,) = ignores(a_manuscript(text))
        assert heard.rules
        assert heard.reason


def test_the_file_of_ignored_findings_it_shows_is_one() -> None:
    match = re.search(r"```json\n(.*?)```", TEXT, re.DOTALL)
    assert match is not None
    assert all(Ignored(**entry).reason for entry in json.loads(match[1])["ignored"])


def test_it_tells_of_every_key_of_a_finding(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path))
    keys = set(finding_fields(found.findings[0], found.path, "en"))
    table = TEXT[TEXT.index("`--format json` is a list") : TEXT.index("`--format sarif` is SARIF")]
    assert set(re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)))) == keys


def test_it_counts_the_rules_that_are_not_of_the_text() -> None:
    from reader.copydesk.file_rules import FILE_RULES

    assert "The last six are not of the text" in TEXT
    assert len(FILE_RULES) == 6
