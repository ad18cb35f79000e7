"""The hooks for pre-commit, run on staged files as it runs them."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.faulty import WIDE, put_faulty
from tests.cli.paper import put
from tests.terminal import clean_environment

ROOT = Path(__file__).parents[2]

_KEYS = {"id", "name", "description", "entry", "language", "types", "files"}
"""What we say of a hook, of what pre-commit understands."""


def hook(name: str) -> dict[str, Any]:
    listed = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (found,) = [one for one in listed if one["id"] == name]
    assert isinstance(found, dict)
    return found


def git(folder: Path, home: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=clean_environment(home),
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout


def commit_hook(name: str, folder: Path, home: Path) -> tuple[int, str]:
    """Run a hook on the staged files it is for, and return what pre-commit would show and make of it.

    It fails when the entry does, or when that changes a file.
    """
    found = hook(name)
    staged = [path for path in git(folder, home, "diff", "--cached", "--name-only", "-z").split("\0") if path]
    assert found["types"] == ["yaml"]
    files = [path for path in staged if path.endswith((".yaml", ".yml")) and re.search(found["files"], path)]
    if not files:
        return 0, ""
    before = git(folder, home, "diff")
    program, *words = shlex.split(found["entry"])
    done = subprocess.run(
        [sys.executable, str(ROOT / "bin" / program), *words, *files],
        cwd=folder,
        env=clean_environment(home, PRE_COMMIT="1"),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    has_changed = git(folder, home, "diff") != before
    return done.returncode or int(has_changed), done.stdout + done.stderr


@pytest.fixture
def paper(tmp_path: Path, home: Path) -> Path:
    """A repository with a clean edition in it."""
    folder = tmp_path / "paper"
    put(folder / "2025" / "04", "2025-04-05")
    git(folder, home, "init", "--quiet")
    git(folder, home, "add", ".")
    git(folder, home, "-c", "user.name=林一舟", "-c", "user.email=desk@example.org", "commit", "-qm", "首期")
    return folder


@pytest.mark.parametrize("name", ["paper-reader-check", "paper-reader-fix"])
def test_a_hook_says_what_pre_commit_needs(name: str) -> None:
    found = hook(name)
    assert set(found) == _KEYS
    assert found["language"] == "python"
    re.compile(found["files"])


@pytest.mark.parametrize(
    ("path", "is_edition"),
    [
        ("2024-12-23.yaml", True),
        ("河湾晨报/2024/12/2024-12-23.yml", True),
        ("2024/12/2024-12-23-晚报版.yaml", True),
        ("mkdocs.yaml", False),
        ("2024-12-23/notes.yaml", False),
        ("2024-12-23.proof.json", False),
        (".github/workflows/2024.yaml", False),
    ],
)
def test_editions_are_known_by_their_names(path: str, is_edition: bool) -> None:
    assert bool(re.search(hook("paper-reader-check")["files"], path)) is is_edition


def test_an_edition_with_an_error_does_not_get_in(paper: Path, home: Path) -> None:
    put_faulty(paper / "2024" / "12")
    git(paper, home, "add", ".")
    status, shown = commit_hook("paper-reader-check", paper, home)
    assert status == 1
    assert "2024/12/2024-12-23.yaml:7:23: half-width" in shown


def test_what_is_clean_or_no_edition_gets_in_in_silence(paper: Path, home: Path) -> None:
    put(paper / "2025" / "04", "2025-04-06")
    (paper / "mkdocs.yaml").write_text("site_name: 河湾,河湾\n", encoding="utf-8")
    git(paper, home, "add", ".")
    assert commit_hook("paper-reader-check", paper, home) == (0, "")
    git(paper, home, "reset", "--quiet")
    assert commit_hook("paper-reader-check", paper, home) == (0, "")


def test_the_other_hook_puts_right_and_stops_once_for_the_change_to_be_added(paper: Path, home: Path) -> None:
    path = put_faulty(paper / "2024" / "12")
    git(paper, home, "add", ".")
    status, shown = commit_hook("paper-reader-fix", paper, home)
    assert status == 1
    assert "put right (T-WIDTH 7)" in shown
    assert path.read_text(encoding="utf-8") == WIDE
    git(paper, home, "add", ".")
    assert commit_hook("paper-reader-fix", paper, home)[0] == 0
