"""Placards are private, whole, and few."""

from __future__ import annotations

import os
from pathlib import Path

from reader.placard.hang import read
from reader.placard.keep import MOST, keep, take_down
from reader.placard.sheet import MOST_BYTES, name_of
from tests.placard.test_sheet import a_sheet, fields


def test_what_is_kept_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "placards"
    keep(folder, a_sheet())
    assert fields(read(str(folder), a_sheet().circumstances)) == fields(a_sheet())
    assert folder.stat().st_mode & 0o77 == 0
    assert [file.stat().st_mode & 0o177 for file in folder.iterdir()] == [0]


def test_the_last_one_kept_counts(tmp_path: Path) -> None:
    keep(tmp_path, a_sheet())
    keep(tmp_path, a_sheet(frame=b"other"))
    found = read(str(tmp_path), a_sheet().circumstances)
    assert found is not None
    assert found.frame == b"other"
    assert len(list(tmp_path.iterdir())) == 1


def test_one_taken_down_is_gone(tmp_path: Path) -> None:
    keep(tmp_path, a_sheet())
    take_down(tmp_path, a_sheet().circumstances)
    take_down(tmp_path, "never kept")
    assert read(str(tmp_path), a_sheet().circumstances) is None


def test_of_many_the_oldest_go(tmp_path: Path) -> None:
    for number in range(MOST + 5):
        told = str(number)
        keep(tmp_path, a_sheet(circumstances=told))
        os.utime(tmp_path / name_of(told), (number, number))
    keep(tmp_path, a_sheet())
    assert len(list(tmp_path.iterdir())) == MOST
    assert read(str(tmp_path), a_sheet().circumstances) is not None
    assert read(str(tmp_path), "0") is None


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    keep(tmp_path, a_sheet(frame=b" " * MOST_BYTES))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep(tmp_path / "file", a_sheet())
    assert (tmp_path / "file").read_bytes() == b""


def test_a_file_others_may_read_or_a_link_is_not_believed(tmp_path: Path) -> None:
    told = a_sheet().circumstances
    keep(tmp_path, a_sheet())
    file = tmp_path / name_of(told)
    file.chmod(0o640)
    assert read(str(tmp_path), told) is None
    file.chmod(0o600)
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert read(str(tmp_path), told) is None
