"""The command that serves editors; what it serves is tried in tests/lsp."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.cli.paper import paper_reader, printed, said
from tests.terminal import Terminal, clean_environment, reader_command

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("lost", ["pygls", "lsprotocol"])
def test_without_the_extra_it_names_the_extra(home: Path, tmp_path: Path, tongue: str, lost: str) -> None:
    (tmp_path / f"{lost}.py").write_text("raise ImportError('it is not installed')")
    path = f"{tmp_path}:{ROOT}"
    done = paper_reader("lsp", "--lang", tongue, home=home, PYTHONPATH=path)
    assert (done.returncode, printed(done)) == (2, "")
    assert "pip install 'pygls>=2.1,<3' 'lsprotocol>=2025.0.0'" in said(done)
    assert len(said(done).splitlines()) == 1


def test_an_editor_that_is_gone_before_it_spoke_is_no_more_served(home: Path) -> None:
    done = paper_reader("lsp", "--stdio", home=home)
    assert (done.returncode, printed(done), said(done)) == (1, "", "")


def test_it_takes_no_words(home: Path) -> None:
    done = paper_reader("lsp", "edition.yaml", home=home)
    assert done.returncode == 2
    assert "lsp" in said(done)


def test_only_it_speaks_over_standard_input_and_output(home: Path) -> None:
    done = paper_reader("check", "--stdio", "edition.yaml", home=home)
    assert done.returncode == 2
    assert "lsp" in said(done)


def test_who_starts_it_by_hand_is_told_what_it_waits_for(home: Path) -> None:
    with Terminal(reader_command("lsp"), environment=clean_environment(home)) as terminal:
        terminal.wait_for("docs/editors.md")
        terminal.press("\x03")
        assert terminal.wait() in (-signal.SIGINT, 130)  # Ctrl-C may come before it listens


def test_what_either_side_says_is_shown_when_debugging(home: Path) -> None:
    done = paper_reader("lsp", home=home, PAPER_READER_DEBUG="1")
    assert done.returncode == 1
    assert "pygls" in said(done)
