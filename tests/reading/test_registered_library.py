"""A library known from its index answers as one that reads every head, and reads only what has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive.file_index import FileIndex
from reader.archive.library import Library
from reader.loading.load import load_edition
from reader.reading import registered_library
from reader.reading.hunt import NoIndex
from reader.reading.registered_library import RegisteredLibrary
from tests.tui.libraries import ENGLISH, a_library, indexed
from tests.tui.papers import PAPER, a_notice, a_paper, put


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = a_library(tmp_path)
    put(root, {"format": 1, "paper": PAPER}, name="2026-03-10.yaml")
    (root / "notes.yaml").write_text("milk: 2\n", encoding="utf-8")
    return root


@pytest.fixture
def index(root: Path, tmp_path: Path) -> FileIndex:
    return FileIndex(indexed(root, tmp_path / "cache"), root)


def both(root: Path, index: FileIndex) -> tuple[RegisteredLibrary, Library]:
    return RegisteredLibrary(root, index, load_edition), Library(root, load_edition)


def test_it_knows_the_same_files_in_the_same_order(root: Path, index: FileIndex) -> None:
    known, read = both(root, index)
    assert known.files() == read.files()
    assert known.papers() == [ENGLISH, PAPER]
    for file in read.files():
        assert known.neighbours(file.path) == read.neighbours(file.path)
    for paper in read.papers():
        assert known.notice_files(paper) == read.notice_files(paper)


def test_it_reads_no_head_that_the_index_knows(
    root: Path, index: FileIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads: list[str] = []

    def counted(path: Path) -> object:
        heads.append(path.name)
        return None

    monkeypatch.setattr(registered_library, "peek", counted)
    known, _ = both(root, index)
    assert len(known.files()) == 5
    assert heads == []


@pytest.mark.parametrize("day", ["2026-03-15", "2025-01-01"])
def test_an_edition_newer_than_the_index_is_found_wherever_its_day_is(
    root: Path, index: FileIndex, day: str
) -> None:
    put(root, a_paper(date=day, notices=[a_notice(f"late-{day}")]))
    known, read = both(root, index)
    assert known.files() == read.files()
    assert day in [file.date.isoformat() for file in known.notice_files(PAPER)]


def test_an_edition_that_has_become_another_is_known_as_it_now_is(root: Path, index: FileIndex) -> None:
    put(root, a_paper(paper="另一份报", date="2026-03-12"))
    known, read = both(root, index)
    assert known.files() == read.files()
    assert "另一份报" in known.papers()


def test_an_edition_that_is_gone_is_known_no_longer(root: Path, index: FileIndex) -> None:
    (root / "2026-03-12.yaml").unlink()
    known, read = both(root, index)
    assert known.files() == read.files()


def test_the_folder_is_looked_at_again_after_a_while(
    root: Path, index: FileIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, _ = both(root, index)
    count = len(known.files())
    put(root, a_paper(date="2026-03-15"))
    assert len(known.files()) == count  # a held key does not search it each time
    monkeypatch.setattr(registered_library, "KEPT_SECONDS", 0)
    assert len(known.files()) == count + 1
    put(root, a_paper(date="2026-03-16"))
    monkeypatch.setattr(registered_library, "KEPT_SECONDS", 1000)
    known.refresh()
    assert len(known.files()) == count + 2


def test_without_an_index_it_is_a_library_like_any_other(root: Path) -> None:
    known, read = RegisteredLibrary(root, NoIndex(), load_edition), Library(root, load_edition)
    assert known.files() == read.files()
    assert known.notice_files(PAPER) == read.notice_files(PAPER)
    assert known.unreadable.keys() == read.unreadable.keys()


def test_it_knows_what_stands_on_a_front_unless_the_file_has_changed(root: Path, index: FileIndex) -> None:
    known, read = both(root, index)
    file, *_, last = known.files()
    front = known.known(file)
    assert front is not None
    assert front.headline == next(load_edition(file.path).edition.articles()).title
    assert read.known(file) is None
    last.path.write_text(last.path.read_text("utf-8") + "# later\n", encoding="utf-8")
    known.refresh()
    known.files()
    assert known.known(last) is None
