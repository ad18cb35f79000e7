from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reader.archive.library import EditionFile, Library
from reader.loading.load import load_edition
from reader.loading.loaded import Loaded
from reader.loading.problem import EditionError
from reader.reading.store import MemoryStore
from reader.ssh import kiosk as kiosk_module
from reader.ssh.kiosk import Kiosk, NoPaper, SharedShelf
from reader.tui.arrivals import Arrivals
from reader.tui.opening import Opening
from tests.cli.paper import put, wind_warning
from tests.ssh.visiting import a_library


class Counting:
    """Reads editions and counts how often."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, path: Path) -> Loaded:
        self.read.append(path.name)
        return load_edition(path)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


def test_an_edition_is_read_once_for_everybody(library: Path) -> None:
    load = Counting()
    kiosk = Kiosk(library, load)
    path = library / "2025-04-05.yaml"
    first = kiosk.load(path)
    assert kiosk.load(path) is first
    assert load.read == ["2025-04-05.yaml"]


def test_an_edition_that_has_changed_is_read_again(library: Path) -> None:
    kiosk = Kiosk(library, load_edition)
    path = library / "2025-04-05.yaml"
    first = kiosk.load(path)
    put(library, "2025-04-05", headline="另一个标题，长一些")
    assert kiosk.load(path) is not first


def test_only_so_many_editions_are_kept(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kiosk_module, "MOST_EDITIONS", 1)
    load = Counting()
    kiosk = Kiosk(library, load)
    for day in ("05", "06", "05"):
        kiosk.load(library / f"2025-04-{day}.yaml")
    assert len(load.read) == 3


def test_the_newest_edition_that_can_be_read_is_the_paper(library: Path) -> None:
    kiosk = Kiosk(library, load_edition)
    assert kiosk.newest().path.name == "2025-04-06.yaml"
    put(library, "2025-04-07")
    (library / "2025-04-08.yaml").write_text("format: 1\npaper: 河湾晨报\ndate: 2025-04-08\nsections: 1\n")
    assert kiosk.newest().path.name == "2025-04-06.yaml"  # believed for a moment
    kiosk._newest = None
    assert kiosk.newest().path.name == "2025-04-07.yaml"
    assert kiosk.root == library


def test_a_single_edition_has_no_library_and_keeps_its_last_good_version(library: Path) -> None:
    path = library / "2025-04-05.yaml"
    kiosk = Kiosk(path, load_edition)
    assert kiosk.root is None
    good = kiosk.newest()
    path.write_text("format: 1\npaper: x\ndate: nonsense\nsections: []\n")
    kiosk._newest = (float("-inf"), good)
    assert kiosk.newest().loaded is good.loaded


def test_where_nothing_can_be_read_there_is_no_paper(tmp_path: Path) -> None:
    with pytest.raises(NoPaper):
        Kiosk(tmp_path, load_edition).newest()
    (tmp_path / "bad.yaml").write_text("format: 1\n")
    with pytest.raises(NoPaper):
        Kiosk(tmp_path / "bad.yaml", load_edition).newest()


def test_the_notices_of_a_paper_are_gathered_once(library: Path) -> None:
    put(library, "2025-04-04", notices=wind_warning("2025-04-04"))
    load = Counting()
    kiosk = Kiosk(library, load)
    paper = kiosk.newest()
    shelves = [
        SharedShelf(
            Opening(path=paper.path, loaded=paper.loaded, store=MemoryStore(), library_root=library), kiosk
        )
        for _ in range(3)
    ]
    boards = [shelf.gather_notices() for shelf in shelves]
    assert boards[0][0] is boards[1][0] is boards[2][0]
    assert [posting.notice.id for posting in boards[0][0].postings] == ["wind-04"]
    assert len(load.read) == len(set(load.read))


def test_many_threads_share_what_one_reads(library: Path) -> None:
    kiosk = Kiosk(library, load_edition)
    found: list[Path] = []
    threads = [threading.Thread(target=lambda: found.append(kiosk.newest().path)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {path.name for path in found} == {"2025-04-06.yaml"}


def test_what_cannot_be_read_says_why(library: Path) -> None:
    (library / "bad.yaml").write_text("format: 1\n")
    with pytest.raises(EditionError):
        Kiosk(library, load_edition).load(library / "bad.yaml")


def test_a_visitors_shelf_writes_no_plate(library: Path, tmp_path: Path) -> None:
    kiosk = Kiosk(library, load_edition)
    paper = kiosk.newest()
    opening = Opening(path=paper.path, loaded=paper.loaded, store=MemoryStore(), cache_dir=tmp_path / "cache")
    SharedShelf(opening, kiosk).save_plate()
    assert not (tmp_path / "cache").exists()


def _arrivals(kiosk: Kiosk, library: Path) -> Arrivals:
    path = library / "2025-04-05.yaml"
    opening = Opening(path=path, loaded=load_edition(path), store=MemoryStore(), library_root=library)
    found = SharedShelf(opening, kiosk).arrivals
    assert found is not None
    return found


def test_an_edition_that_arrives_is_told_to_every_visitor_once(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk_module, "FRESH_SECONDS", 0.0)
    kiosk = Kiosk(library, load_edition)
    visitors = [_arrivals(kiosk, library) for _ in range(2)]
    paper = load_edition(library / "2025-04-05.yaml").edition.paper
    assert [visitor.look(paper) for visitor in visitors] == [None, None]
    put(library, "2025-04-09")
    found = [visitor.look(paper) for visitor in visitors]
    assert [file.path.name for file in found if file is not None] == ["2025-04-09.yaml"] * 2
    assert [visitor.look(paper) for visitor in visitors] == [None, None]


def test_the_library_is_looked_through_once_for_visitors_who_look_at_the_same_time(library: Path) -> None:
    kiosk, looks = Kiosk(library, load_edition), 0
    paper = load_edition(library / "2025-04-05.yaml").edition.paper

    def look(asked: str) -> list[EditionFile]:
        nonlocal looks
        looks += 1
        return list(Library(library).newest_of(asked))

    first, second = list(kiosk.newest_of(paper, look)), list(kiosk.newest_of(paper, look))
    assert first == second
    assert looks == 1


def test_of_a_paper_whose_newest_editions_cannot_be_read_older_ones_are_still_found(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk_module, "FRESH_EDITIONS", 1)
    paper = load_edition(library / "2025-04-05.yaml").edition.paper
    found = list(Kiosk(library, load_edition).newest_of(paper, Library(library).newest_of))
    assert found == list(Library(library).newest_of(paper))
    assert len(found) > 1
