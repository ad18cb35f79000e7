"""The house rules: what CONTRIBUTING says of the code and the documents is checked here, not remembered."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "reader").rglob("*.py"))
TABLES = {"linebreak_table.py", "pinyin_table.py", "width_table.py"}
"""Generated data; a table may be long."""

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "base"}
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")

# How absolute paths begin on the machines people work on; one in a file ties the project to that machine.
MACHINE_PATH = re.compile(r"(?<![\w./~-])/(?:home|root|Users|work|mnt|media|private)/[\w.-]+")
TEXT_SUFFIXES = {".py", ".md", ".toml", ".yaml", ".yml", ".sh", ".tcss", ".txt", ".json", ""}


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _committed() -> list[Path]:
    """Every file of the project: as git knows it, or, in an unpacked archive, what lies there."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode == 0 and listing.stdout:
        return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]
    outside = {".venv", ".git", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
    files = (path for path in ROOT.rglob("*") if path.is_file())
    return [path for path in files if not outside & set(path.relative_to(ROOT).parts)]


def _public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in body:
        if isinstance(
            node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        ) and not node.name.startswith("_"):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=_relative)
class TestEverySourceFile:
    def test_is_one_sentence_of_under_300_lines(self, path: Path) -> None:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= 300 or path.name in TABLES

    def test_has_no_class_over_200_lines(self, path: Path) -> None:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        lengths = {
            node.name: (node.end_lineno or node.lineno) - node.lineno + 1
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
        }
        assert {name: length for name, length in lengths.items() if length > 200} == {}

    def test_says_what_it_is_and_what_its_public_names_are(self, path: Path) -> None:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        silent = [] if ast.get_docstring(tree) else ["the module"]
        for node in _public(tree.body):
            if not ast.get_docstring(node):
                silent.append(node.name)
            if isinstance(node, ast.ClassDef):
                # An action or an override of the framework is named by what it answers.
                members = (member for member in _public(node.body) if not _is_framework_name(member.name))
                silent += [
                    f"{node.name}.{member.name}" for member in members if not ast.get_docstring(member)
                ]
        assert silent == []

    def test_is_named_after_what_it_holds(self, path: Path) -> None:
        assert path.stem not in FORBIDDEN_NAMES
        assert not any(part in FORBIDDEN_NAMES for part in path.relative_to(ROOT).parts)

    def test_keeps_no_state_of_its_own(self, path: Path) -> None:
        """Several readers share a process, so nothing a function changes may live in a module."""
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert [node.names for node in ast.walk(tree) if isinstance(node, ast.Global)] == []


def _is_framework_name(name: str) -> bool:
    return name.startswith(("action_", "on_", "watch_", "validate_", "compute_")) or name in {
        "compose",
        "render",
        "render_line",
    }


def test_every_trade_of_the_house_has_its_tests() -> None:
    trades = {path.relative_to(ROOT / "reader").parts[0] for path in SOURCES if path.parent.name != "reader"}
    assert [trade for trade in sorted(trades) if not any((ROOT / "tests" / trade).glob("test_*.py"))] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    found = {}
    for path in _committed():
        if path.suffix not in TEXT_SUFFIXES or path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if match := MACHINE_PATH.search(text):
            found[_relative(path)] = match.group()
    assert found == {}


def test_no_link_is_committed_for_it_leads_to_a_place_on_one_machine() -> None:
    listing = subprocess.run(["git", "ls-files", "-s"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert [line for line in listing.stdout.splitlines() if line.startswith("120000 ")] == []


def test_nothing_is_left_for_later_in_the_code() -> None:
    left = re.compile(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b")
    assert [_relative(path) for path in SOURCES if left.search(path.read_text(encoding="utf-8"))] == []


def _readme_command(mark: str) -> str:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(rf"^<!-- command: {mark} -->\n```sh\n(.+)\n```$", readme, re.MULTILINE)
    assert match is not None, f"the README marks no command {mark!r}"
    return match[1]


@pytest.mark.parametrize(
    ("mark", "last"), [("read", ".venv/bin/paper-reader"), ("test", ".venv/bin/python -m pytest")]
)
def test_a_readme_command_sets_up_everything_and_ends_where_it_says(mark: str, last: str) -> None:
    steps = _readme_command(mark).split(" && ")
    assert steps[0] == "python3 -m venv .venv"
    assert steps[-1] == last
    assert "\n" not in _readme_command(mark)
    assert subprocess.run(["sh", "-n", "-c", _readme_command(mark)], check=False).returncode == 0


def test_the_two_commands_are_the_first_thing_in_the_readme() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    first = [line for line in lines if line.startswith(("<!-- command:", "## "))][:2]
    assert first == ["<!-- command: read -->", "<!-- command: test -->"]
    assert lines.index(first[1]) < 16


@pytest.mark.parametrize("document", DOCUMENTS, ids=_relative)
def test_a_link_between_documents_leads_somewhere(document: Path) -> None:
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target and not target.startswith("mailto:")]
    assert [target for target in local if not (document.parent / target).exists()] == []


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [path.name.split("-")[0] for path in DECISIONS]
    assert all(re.fullmatch(r"\d{4}", number) for number in numbers)
    assert len(set(numbers)) == len(numbers) > 0


@pytest.mark.parametrize("record", DECISIONS, ids=_relative)
def test_a_decision_says_what_was_decided_and_why(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(record.name.split('-')[0])}. ")
    assert [part for part in ("## Decision", "## Why") if part not in text] == []


def test_the_architecture_links_every_decision() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [record.name for record in DECISIONS if f"(decisions/{record.name})" not in architecture] == []


def test_the_architecture_names_every_folder_of_the_house_and_only_these() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = {path.parent.name for path in SOURCES if path.parent.parent == ROOT / "reader"}
    assert {folder for folder in folders if f"`{folder}/`" not in architecture} == set()


def test_the_architecture_names_only_files_that_exist() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:\w+/)+\w+\.py)`", architecture)
    assert [name for name in named if not any((top / name).exists() for top in (ROOT, ROOT / "reader"))] == []


def test_the_changelog_has_a_place_for_what_is_not_released() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## \[Unreleased\]$", changelog, re.MULTILINE)
    assert "keepachangelog.com" in changelog
