"""Taking stock indexes what has changed, the newest first, and says what it could not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive.file_index import FileIndex
from reader.archive.stocktaking import compare, read_file, take_stock
from reader.loading.file_state import Stamp, stamp_of
from reader.loading.load import Loaded, load_edition
from tests.archive.made_up import Maker


def an_index(tmp_path: Path) -> tuple[Path, FileIndex]:
    root = tmp_path / "library"
    root.mkdir()
    return root, FileIndex(tmp_path / "cache", root)


def test_the_newest_are_indexed_first(tmp_path: Path) -> None:
    root, index = an_index(tmp_path)
    Maker(70).library(root, 5)
    read: list[str] = []

    def load(path: Path) -> Loaded:
        read.append(path.stem)
        return load_edition(path)

    take_stock(root, index, load)
    assert read == sorted(read, reverse=True)
    assert len(read) == 5


def test_progress_counts_to_what_is_to_be_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, index = an_index(tmp_path)
    Maker(71).library(root, 6)
    monkeypatch.setattr("reader.archive.stocktaking.MOST_PIECES", 10)
    told: list[tuple[int, int]] = []
    take_stock(root, index, load_edition, progress=lambda done, of: told.append((done, of)))
    assert told[-1] == (6, 6)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert len(told) > 2


def test_given_up_it_says_what_is_pending_and_keeps_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, index = an_index(tmp_path)
    Maker(72).library(root, 6)
    monkeypatch.setattr("reader.archive.stocktaking.MOST_PIECES", 1)
    done: list[int] = []
    stock = take_stock(
        root,
        index,
        load_edition,
        progress=lambda count, _: done.append(count),
        cancelled=lambda: len(done) >= 2,
    )
    assert (stock.written, len(stock.pending)) == (2, 4)
    assert take_stock(root, index, load_edition).written == 4


def test_to_compare_is_to_write_nothing(tmp_path: Path) -> None:
    root, index = an_index(tmp_path)
    Maker(73).library(root, 3)
    stock = compare(root, index)
    assert (stock.files, len(stock.pending), stock.stale) == (3, 3, frozenset())
    assert not (tmp_path / "cache").exists()
    take_stock(root, index, load_edition)
    assert compare(root, index).pending == ()
    next(root.rglob("*.yaml")).unlink()
    assert len(compare(root, index).stale) == 1


def test_a_file_that_changes_while_it_is_read_is_read_again_the_next_time(tmp_path: Path) -> None:
    root, index = an_index(tmp_path)
    (path,) = Maker(74).library(root, 1)

    def load(which: Path) -> Loaded:
        loaded = load_edition(which)
        which.write_text(which.read_text("utf-8") + "# written meanwhile\n", encoding="utf-8")
        return loaded

    # The text read and the stamp it is filed under belong together, so the later stamp is another.
    take_stock(root, index, load)
    assert compare(root, index).pending == (path.relative_to(root).as_posix(),)
    assert take_stock(root, index, load_edition).written == 1


def test_a_file_is_an_edition_or_broken_or_none(tmp_path: Path) -> None:
    stamp = Stamp(1, 2, 3)
    (path,) = Maker(75).library(tmp_path, 1)
    name = path.relative_to(tmp_path).as_posix()
    good = read_file(tmp_path, name, stamp, load_edition)
    assert (good.is_edition, good.is_broken, good.stamp) == (True, False, stamp_of(path))
    (tmp_path / "other.yaml").write_text("just: data\n", encoding="utf-8")
    other = read_file(tmp_path, "other.yaml", stamp, load_edition)
    assert (other.is_edition, other.is_broken) == (False, False)
    (tmp_path / "2024-09-09.yaml").write_text("just: data\n", encoding="utf-8")
    habitual = read_file(tmp_path, "2024-09-09.yaml", stamp, load_edition)
    assert (habitual.is_edition, habitual.is_broken) == (False, True)
