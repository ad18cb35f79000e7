"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.copydesk.atomic import write_whole


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"1")
    write_whole(tmp_path / "a", b"2")
    assert (tmp_path / "a").read_bytes() == b"2"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.write_bytes(b"1")
    real.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(real)
    write_whole(link, b"2")
    assert link.is_symlink()
    assert real.read_bytes() == b"2"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_closed_folder_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")
    tmp_path.chmod(0o555)
    with pytest.raises(OSError, match="ermission"):
        write_whole(path, b"2")
    tmp_path.chmod(0o755)
    assert path.read_bytes() == b"1"
