"""Whatever befalls an index while it is written, answers stay right and no file of the library is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.archive.filed import Filed
from tests.archive.faults import check, indexing, issues_of, kill, kill_while_indexing, stamps
from tests.archive.made_up import Maker, everything, found

EDITIONS = 60


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, Filed]]]:
    root = tmp_path_factory.mktemp("faults") / "library"
    paths = Maker(40).library(root, EDITIONS, 8, length=200)
    return root, everything(root, paths)


Library = tuple[Path, list[tuple[str, Filed]]]


def test_a_process_killed_at_any_moment_leaves_whole_editions_and_right_answers(
    library: Library, tmp_path: Path
) -> None:
    root, editions = library
    before = stamps(root)
    held = kill_while_indexing(root, tmp_path, editions, 8, seed=41)
    assert all(0 <= count <= EDITIONS for count in held)
    process = indexing(root, tmp_path)
    assert process.communicate()[0] == b""
    assert process.returncode == 0
    assert check(root, tmp_path, editions, 42, 20) == EDITIONS
    assert stamps(root) == before


def test_two_that_index_at_once_make_one_right_index(library: Library, tmp_path: Path) -> None:
    root, editions = library
    rivals = [indexing(root, tmp_path) for _ in range(3)]
    for rival in rivals:
        assert (rival.communicate()[0], rival.returncode) == (b"", 0)
    assert check(root, tmp_path, editions, 43, 20) == EDITIONS
    assert len(list((tmp_path / "paper-reader" / "index").glob("*.sqlite"))) == 1


def test_of_two_that_index_at_once_one_may_be_killed(library: Library, tmp_path: Path) -> None:
    root, editions = library
    victim, survivor = indexing(root, tmp_path), indexing(root, tmp_path)
    kill(victim)
    assert (survivor.communicate()[0], survivor.returncode) == (b"", 0)
    assert check(root, tmp_path, editions, 44) == EDITIONS


def test_a_reader_finds_whole_editions_while_another_process_indexes(
    library: Library, tmp_path: Path
) -> None:
    root, editions = library
    sizes = {path: len(file.pieces) for path, file in editions}
    writer = indexing(root, tmp_path)
    issues = issues_of(root, tmp_path)
    seen: set[int] = set()
    while writer.poll() is None:
        hits = found(issues, "日期:2024..")
        counts = {path: sum(name == path for name, _ in hits) for path, _ in hits}
        assert counts == {path: sizes[path] for path in counts}
        seen.add(len(counts))
    writer.communicate()
    assert len(found(issues, "日期:2024..")) == sum(sizes.values())
    issues.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where the tests may mount one."""
    place = tmp_path / "small"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], capture_output=True, check=False
    )
    if done.returncode != 0:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.decode().strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def test_a_full_disk_leaves_an_index_that_is_right_as_far_as_it_goes(
    library: Library, small_disk: Path
) -> None:
    root, editions = library
    process = indexing(root, small_disk)
    said = process.communicate()[0].decode()
    assert process.returncode == 2
    assert "the disk is full" in said
    assert said.count("\n") == 2
    assert "Traceback" not in said
    assert check(root, small_disk, editions, 45, 12) < EDITIONS
    assert stamps(root)


def test_a_disk_that_is_full_from_the_beginning_leaves_the_files_to_be_searched(
    library: Library, small_disk: Path
) -> None:
    root, editions = library
    (small_disk / "ballast").write_bytes(b"\0" * (1024 * 1024 - 8192))
    process = indexing(root, small_disk)
    assert "Traceback" not in process.communicate()[0].decode()
    assert process.returncode == 2
    assert check(root, small_disk, editions, 46) == 0


def test_a_disk_that_gets_room_again_gets_the_whole_index(library: Library, small_disk: Path) -> None:
    root, editions = library
    process = indexing(root, small_disk)
    process.communicate()
    assert process.returncode == 2
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    process = indexing(root, small_disk)
    assert (process.communicate()[0], process.returncode) == (b"", 0)
    assert check(root, small_disk, editions, 47, 12) == EDITIONS


def test_a_cache_that_became_read_only_is_still_read_and_what_changed_comes_from_the_files(
    library: Library, small_disk: Path, tmp_path: Path
) -> None:
    root = tmp_path / "library"
    shutil.copytree(library[0], root)
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    process = indexing(root, small_disk)
    assert (process.communicate()[0], process.returncode) == (b"", 0)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    paths = sorted(root.rglob("*.yaml"))
    paths[3].unlink()
    del paths[3]
    paths += Maker(48).library(root / "more", 2)
    editions = everything(root, paths)
    process = indexing(root, small_disk)
    said = process.communicate()[0].decode()
    assert process.returncode == 2
    assert "Traceback" not in said
    assert check(root, small_disk, editions, 49, 12) == EDITIONS - 1
