"""A file named by the reader is written whole or not at all, and not over another unless that is wanted."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reader.cli.written_file import refuse_unwritable, write_file
from reader.cli.wrong_use import WrongUse


def test_a_new_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "剪报.md"
    write_file(path, "剪报\n".encode(), is_forced=False)
    assert path.read_text(encoding="utf-8") == "剪报\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")
    with pytest.raises(WrongUse, match="there already") as refused:
        write_file(path, b"theirs", is_forced=False)
    assert "--force" in refused.value.advice.en
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_force_writes_over_it_and_leaves_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")
    path.chmod(0o600)
    write_file(path, b"theirs", is_forced=True)
    assert path.read_text() == "theirs"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_file_may_be_read_by_whom_the_umask_allows(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_file(tmp_path / "a.md", b"", is_forced=False)
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.md", tmp_path / "b.md"
    target.write_text("mine")
    link.symlink_to(target)
    write_file(link, b"theirs", is_forced=True)
    assert link.is_symlink()
    assert target.read_text() == "theirs"


def test_a_link_that_leads_nowhere_is_there_already(tmp_path: Path) -> None:
    link = tmp_path / "b.md"
    link.symlink_to(tmp_path / "a.md")
    with pytest.raises(WrongUse, match="there already"):
        refuse_unwritable(link, is_forced=False)


@pytest.mark.parametrize("is_forced", [False, True])
def test_a_folder_a_pipe_and_a_place_in_no_folder_are_refused(tmp_path: Path, is_forced: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, what in ((tmp_path, "not a file"), (pipe, "not a file"), (tmp_path / "x" / "a", "no such")):
        with pytest.raises(WrongUse, match=what):
            write_file(path, b"", is_forced=is_forced)


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_file(tmp_path / "a.md", b"much", is_forced=False)
    assert list(tmp_path.iterdir()) == []
