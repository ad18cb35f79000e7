"""Without an index the files themselves are what it would hold."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reader.archive.archive_search import ArchiveSearch, Order
from reader.archive.file_scan import FileScan
from reader.archive.query import parse_query
from reader.archive.sieve import Sieve
from reader.loading.load import load_edition
from tests.archive.made_up import Maker, by_brute_force, everything, queries, texts_of


def a_scan(root: Path) -> FileScan:
    paths = [path.relative_to(root).as_posix() for path in root.rglob("*.yaml")]
    return FileScan(root, paths, load_edition)


def test_a_scan_finds_what_brute_force_finds(tmp_path: Path) -> None:
    editions = everything(tmp_path, Maker(60).library(tmp_path, 6))
    search = ArchiveSearch(a_scan(tmp_path), tmp_path)
    for words in queries(61, 60, texts_of(editions)):
        hits = [
            (hit.path.relative_to(tmp_path).as_posix(), hit.reference.piece)
            for hit in search.find(parse_query(words))
        ]
        assert set(hits) == by_brute_force(parse_query(words), editions), words


def test_the_newest_comes_first_whatever_its_file_is_called(tmp_path: Path) -> None:
    for path in Maker(62).library(tmp_path, 4):
        path.rename(path.with_name(f"x{9 - int(path.stem[-2:]) % 10}-{path.name}"))
    search = ArchiveSearch(a_scan(tmp_path), tmp_path)
    days = [hit.hit.date for hit in search.find(parse_query("雪"))]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 4


def test_editions_of_other_days_are_not_read(tmp_path: Path) -> None:
    Maker(63).library(tmp_path, 4)
    read: list[str] = []

    def load(path: Path) -> object:
        read.append(path.stem)
        return load_edition(path)

    paths = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.yaml")]
    scan = FileScan(tmp_path, paths, load)  # type: ignore[arg-type]
    assert list(scan.candidates(Sieve(first=dt.date(2024, 1, 4), last=dt.date(2024, 1, 4))))
    assert read == ["2024-01-04"]


def test_a_file_that_is_gone_or_broken_is_passed_over(tmp_path: Path) -> None:
    Maker(64).library(tmp_path, 2)
    (tmp_path / "2024-09-09.yaml").write_text("format: 1\npaper: [", encoding="utf-8")
    paths = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.yaml")]
    search = ArchiveSearch(FileScan(tmp_path, [*paths, "gone.yaml"], load_edition), tmp_path)
    assert len({hit.path for hit in search.find(parse_query("雪"))}) == 2


def test_it_knows_nothing_before_it_reads(tmp_path: Path) -> None:
    scan = a_scan(tmp_path)
    assert scan.records() == {}
    assert scan.tally(Sieve(), 10) is None
    assert scan.is_current()
    scan.close()


def test_given_up_it_reads_no_further(tmp_path: Path) -> None:
    Maker(65).library(tmp_path, 3)
    search = ArchiveSearch(a_scan(tmp_path), tmp_path)
    assert list(search.find(parse_query("雪"), Order.RANK, cancelled=lambda: True)) == []


def test_a_file_is_read_once_until_it_changes(tmp_path: Path) -> None:
    paths = Maker(66).library(tmp_path, 3)
    read: list[str] = []

    def load(path: Path) -> object:
        read.append(path.stem)
        return load_edition(path)

    names = [path.relative_to(tmp_path).as_posix() for path in paths]
    search = ArchiveSearch(FileScan(tmp_path, names, load), tmp_path)  # type: ignore[arg-type]
    for _ in range(3):
        list(search.find(parse_query("雪")))
    assert len(read) == 3
    paths[1].write_text(paths[1].read_text("utf-8").replace("雪", "雨"), encoding="utf-8")
    days = {hit.path for hit in search.find(parse_query("雪"))}
    assert days == {paths[0], paths[2]}
    assert len(read) == 4
