"""The start leaves out what it can do without, and whoever needs it later gets it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import clean_environment

SPARED = ("ssl", "bz2", "lzma")


def told(code: str, home: Path, **environ: str) -> str:
    """Return what this code prints in an interpreter of its own, where nothing is imported yet."""
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=clean_environment(home, **environ),
        capture_output=True,
        check=True,
        text=True,
    )
    return run.stdout.strip()


START = """
import os, sys
from reader.cli.lean import leaner_imports
with leaner_imports():
    import reader.tui.open_reader
"""


@pytest.mark.parametrize("name", SPARED)
def test_the_start_leaves_it_out_and_it_is_there_for_who_needs_it_later(tmp_path: Path, name: str) -> None:
    code = f"{START}\nprint({name!r} in sys.modules)\nimport {name}\nprint({name}.__name__)"
    assert told(code, tmp_path).split() == ["False", name]


def test_what_was_there_before_stays(tmp_path: Path) -> None:
    code = f"import ssl, lzma\n{START}\nprint(sys.modules['ssl'] is ssl, sys.modules['lzma'] is lzma)"
    assert told(code, tmp_path) == "True True"


def test_archives_are_read_afterwards_as_ever(tmp_path: Path) -> None:
    code = f"{START}\nimport zipfile\nprint(zipfile.bz2 is not None, zipfile.lzma is not None)"
    assert told(code, tmp_path) == "True True"


def test_frames_follow_fast_and_the_environment_is_as_before(tmp_path: Path) -> None:
    code = f"{START}\nfrom textual import constants\nprint(constants.MAX_FPS, os.environ.get('TEXTUAL_FPS'))"
    assert told(code, tmp_path) == "250 None"


def test_frames_are_as_fast_as_a_reader_has_asked_for(tmp_path: Path) -> None:
    code = f"{START}\nfrom textual import constants\nprint(constants.MAX_FPS, os.environ.get('TEXTUAL_FPS'))"
    assert told(code, tmp_path, TEXTUAL_FPS="30") == "30 30"
    assert "TEXTUAL_FPS" not in os.environ
