"""A census says whether any file of a library is not what it was, and is taken in goes of any length."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.ssh.census import Census, Stand
from tests.cli.paper import put
from tests.ssh.visiting import a_library


def stand(root: Path, go: float = 10.0) -> Stand:
    census = Census(root)
    while (found := census.go_on(go)) is None:
        pass
    return found


def rename(root: Path) -> None:
    (root / "2025-04-05.yaml").rename(root / "2025-04-04.yaml")


def rewrite(root: Path) -> None:
    path = root / "2025-04-05.yaml"
    path.write_bytes(path.read_bytes() + b"\n")


def touch(root: Path) -> None:
    os.utime(root / "2025-04-05.yaml", ns=(1, 1))


def add_below(root: Path) -> None:
    put(root / "2025" / "05", "2025-05-01", headline="灯会开场")


def remove(root: Path) -> None:
    (root / "2025-04-05.yaml").unlink()


@pytest.mark.parametrize("change", [rename, rewrite, touch, add_below, remove])
def test_every_change_is_noticed(tmp_path: Path, change: Callable[[Path], None]) -> None:
    root = a_library(tmp_path / "library")
    before = stand(root)
    change(root)
    assert stand(root) != before


def test_what_is_no_edition_does_not_count(tmp_path: Path) -> None:
    root = a_library(tmp_path / "library")
    before = stand(root)
    (root / ".2025-04-07.yaml.part").write_text("half", encoding="utf-8")
    (root / "photo.jpg").write_bytes(b"x")
    assert stand(root) == before


def test_counted_one_file_at_a_time_it_comes_to_the_same(tmp_path: Path) -> None:
    root = a_library(tmp_path / "library")
    assert stand(root, -1.0) == stand(root)
    assert stand(root).files == 2


def test_a_go_ends_before_everything_is_counted(tmp_path: Path) -> None:
    census = Census(a_library(tmp_path / "library"))
    assert census.go_on(-1.0) is None
    census.close()


def test_a_library_that_is_gone_has_no_files(tmp_path: Path) -> None:
    assert stand(tmp_path / "nowhere") == Stand(0, 0)
