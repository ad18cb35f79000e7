"""New editions of the open paper: each once, only when it can be read, however files come and go."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.loading.load import load_edition
from reader.loading.loaded import Loaded
from reader.tui.arrivals import Arrivals
from tests.tui.papers import PAPER, a_paper, put

HALF = f"format: 1\npaper: {PAPER}\ndate: 2026-03-15\nsections: ["


def arrived(arrivals: Arrivals, paper: str = PAPER) -> str | None:
    found = arrivals.look(paper)
    return found.path.name if found is not None else None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, a_paper(date="2026-03-13"))
    put(tmp_path)
    return tmp_path


@pytest.fixture
def arrivals(folder: Path) -> Arrivals:
    """What has seen the folder as it is."""
    arrivals = Arrivals(folder, load_edition)
    assert arrivals.look(PAPER) is None
    return arrivals


def test_what_was_there_is_not_told(arrivals: Arrivals) -> None:
    assert arrived(arrivals) is None


def test_a_newer_edition_is_told_once(arrivals: Arrivals, folder: Path) -> None:
    put(folder, a_paper(date="2026-03-15"))
    assert arrived(arrivals) == "2026-03-15.yaml"
    assert arrived(arrivals) is None


def test_an_older_edition_and_another_paper_are_none_of_it(arrivals: Arrivals, folder: Path) -> None:
    put(folder, a_paper(date="2026-03-12"))
    put(folder, a_paper(date="2026-03-20", paper="另一份报"), "other/2026-03-20.yaml")
    assert arrived(arrivals) is None
    assert arrived(arrivals, "另一份报") is None


def test_an_evening_edition_of_the_newest_day_is_new(arrivals: Arrivals, folder: Path) -> None:
    put(folder, a_paper(edition="晚报版"), "2026-03-14-pm.yaml")
    assert arrived(arrivals) == "2026-03-14-pm.yaml"
    assert arrived(arrivals) is None


def test_a_half_written_one_is_told_when_it_is_whole(arrivals: Arrivals, folder: Path) -> None:
    path = folder / "2026-03-15.yaml"
    path.write_text(HALF, encoding="utf-8")
    assert arrived(arrivals) is None
    assert arrived(arrivals) is None
    put(folder, a_paper(date="2026-03-15"))
    assert arrived(arrivals) == path.name


def test_one_that_was_broken_from_the_beginning_is_told_when_it_is_right(folder: Path) -> None:
    (folder / "2026-03-15.yaml").write_text(HALF, encoding="utf-8")
    arrivals = Arrivals(folder, load_edition)
    assert arrived(arrivals) is None
    put(folder, a_paper(date="2026-03-15"))
    assert arrived(arrivals) == "2026-03-15.yaml"


def test_a_broken_one_is_not_read_again_until_it_changes(folder: Path) -> None:
    read: list[Path] = []

    def load(path: Path) -> Loaded:
        read.append(path)
        return load_edition(path)

    arrivals, broken = Arrivals(folder, load), folder / "2026-03-15.yaml"
    arrivals.look(PAPER)
    broken.write_text(HALF, encoding="utf-8")
    for _ in range(3):
        arrivals.look(PAPER)
    assert read.count(broken) == 1
    broken.write_text(HALF + "{", encoding="utf-8")
    arrivals.look(PAPER)
    assert read.count(broken) == 2


def test_a_broken_newest_keeps_no_other_new_one_back(arrivals: Arrivals, folder: Path) -> None:
    (folder / "2026-03-16.yaml").write_text(HALF.replace("15", "16"), encoding="utf-8")
    put(folder, a_paper(date="2026-03-15"))
    assert arrived(arrivals) == "2026-03-15.yaml"


def test_one_that_goes_and_comes_again_is_told_once(arrivals: Arrivals, folder: Path) -> None:
    path = put(folder, a_paper(date="2026-03-15"))
    assert arrived(arrivals) == path.name
    path.unlink()
    assert arrived(arrivals) is None
    put(folder, a_paper(date="2026-03-15"))
    assert arrived(arrivals) is None


def test_a_library_that_is_gone_or_empty_is_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    arrivals = Arrivals(folder, load_edition)
    assert (arrived(arrivals), arrivals.newest(PAPER)) == (None, None)
    put(folder)
    arrivals.look(PAPER)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert arrived(arrivals) is None


def test_the_newest_is_the_newest_that_can_be_read_and_need_not_be_told(
    arrivals: Arrivals, folder: Path
) -> None:
    put(folder, a_paper(date="2026-03-15"))
    (folder / "2026-03-16.yaml").write_text(HALF.replace("15", "16"), encoding="utf-8")
    newest = arrivals.newest(PAPER)
    assert newest is not None
    assert newest.date == dt.date(2026, 3, 15)
    assert arrived(arrivals) is None
