"""The embedded index keeps what every index keeps, and is made anew whenever its file is not what it was."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.archive.archive_search import Order
from reader.archive.back_issues import BackIssues
from reader.archive.file_index import FileIndex
from reader.archive.issue_index import IndexDamaged, IndexUnusable
from reader.archive.query import parse_query
from reader.loading.load import Loaded, load_edition
from tests.archive.index_laws import IndexLaws, MakeIndex
from tests.archive.made_up import Maker, found


class TestTheEmbeddedIndex(IndexLaws):
    @pytest.fixture
    def make_index(self, tmp_path: Path) -> MakeIndex:
        return lambda root: FileIndex(tmp_path / "cache", root)


def an_index(tmp_path: Path, editions: int = 6) -> BackIssues:
    """Return the back issues of a made-up library, their index in the folder ``cache``."""
    root = tmp_path / "library"
    Maker(20).library(root, editions)
    return BackIssues(root, FileIndex(tmp_path / "cache", root), load_edition)


def the_file(tmp_path: Path) -> Path:
    """Return the one index file in the cache."""
    (path,) = (tmp_path / "cache").glob("*.sqlite")
    return path


def answers(issues: BackIssues) -> dict[str, list[tuple[str, str]]]:
    """Return what some queries find."""
    return {words: found(issues, words) for words in ("雪", "管家", "ai", "5", '"的人"', "gdp -雪", "zhang")}


def test_a_second_stocktaking_reads_no_edition_again(tmp_path: Path) -> None:
    an_index(tmp_path).take_stock()

    def refuse(path: Path) -> Loaded:
        raise AssertionError(f"{path} is read again")

    root = tmp_path / "library"
    again = BackIssues(root, FileIndex(tmp_path / "cache", root), refuse)
    assert again.take_stock().written == 0
    assert found(again, "雪")


def test_an_index_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    an_index(tmp_path).take_stock()
    assert the_file(tmp_path).stat().st_mode & 0o077 == 0
    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("libraries", [("one", "two")])
def test_two_libraries_have_two_indexes(tmp_path: Path, libraries: tuple[str, str]) -> None:
    for number, name in enumerate(libraries):
        Maker(30 + number).library(tmp_path / name, number + 2)
        root = tmp_path / name
        issues = BackIssues(root, FileIndex(tmp_path / "cache", root), load_edition)
        assert issues.take_stock().files == number + 2
    assert len(list((tmp_path / "cache").glob("*.sqlite"))) == 2


def _cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 3)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _garbage(path: Path) -> None:
    path.write_bytes(b"no index at all\n" * 5000)


def _scribble(path: Path) -> None:
    with path.open("r+b") as file:
        for at in range(16384, path.stat().st_size, 9000):
            file.seek(at)
            file.write(b"\xff" * 64)


def _older(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()


def _foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (thing)")
    connection.close()


def _without_a_table(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE place")
    connection.close()


def _of_another_library(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE fact SET value = ? WHERE name = 'root'", (b"elsewhere",))
    connection.commit()
    connection.close()


DAMAGES = (_cut, _empty, _garbage, _older, _foreign, _without_a_table, _of_another_library, _scribble)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew_and_answers_as_before(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    issues = an_index(tmp_path)
    issues.take_stock()
    before = answers(issues)
    issues.close()
    damage(the_file(tmp_path))
    for attempt in range(3):
        try:
            issues.take_stock()
            assert answers(issues) == before
            break
        except IndexDamaged:
            assert attempt < 2
            issues.discard()
    assert issues.take_stock().written == 0
    assert len(list((tmp_path / "cache").glob("*.sqlite"))) == 1


def test_a_damaged_text_is_noticed_before_it_is_shown(tmp_path: Path) -> None:
    issues = an_index(tmp_path)
    issues.take_stock()
    issues.close()
    connection = sqlite3.connect(the_file(tmp_path))
    connection.execute("UPDATE text SET words = zeroblob(length(words))")
    connection.commit()
    connection.close()
    with pytest.raises(IndexDamaged):
        found(issues, "雪")


def test_an_index_given_up_is_not_used_even_by_who_cannot_write(tmp_path: Path) -> None:
    issues = an_index(tmp_path)
    issues.take_stock()
    before = answers(issues)
    issues.discard()
    with pytest.raises(IndexUnusable):
        FileIndex(tmp_path / "cache", issues.root).reader()
    issues.compare()
    assert len(issues.stock.pending) == 6
    assert answers(issues) == before


def test_where_there_is_no_cache_the_editions_themselves_are_searched(tmp_path: Path) -> None:
    issues = an_index(tmp_path)
    issues.take_stock()
    before = answers(issues)
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    without = BackIssues(issues.root, FileIndex(tmp_path / "file" / "cache", issues.root), load_edition)
    stock = without.take_stock()
    assert stock.why is not None
    assert len(stock.pending) == 6
    assert answers(without) == before
    assert without.records() == {}


def test_what_changed_since_the_index_could_be_written_is_read_from_the_files(tmp_path: Path) -> None:
    issues = an_index(tmp_path)
    issues.take_stock()
    paths = sorted(issues.root.rglob("*.yaml"))
    paths[0].unlink()
    paths[1].write_text(Maker(21).edition(dt.date.fromisoformat(paths[1].stem), 6), encoding="utf-8")
    Maker(22).library(issues.root / "more", 2)
    expected = BackIssues(issues.root, FileIndex(tmp_path / "other", issues.root), load_edition)
    expected.take_stock()
    issues.compare()
    assert (len(issues.stock.pending), len(issues.stock.stale)) == (3, 2)
    for words, hits in answers(expected).items():
        assert sorted(found(issues, words)) == sorted(hits), words
        assert sorted(found(issues, words, Order.RANK)) == sorted(hits), words


def test_more_pieces_than_a_day_may_hold_are_searched_in_their_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issues = an_index(tmp_path, 3)
    monkeypatch.setattr("reader.archive.sieve.ROWS_A_DAY", 4)
    stock = issues.take_stock()
    assert stock.why is None
    assert len(stock.pending) == 3
    assert found(issues, "雪")


def test_a_reader_that_is_open_sees_what_a_writer_adds(tmp_path: Path) -> None:
    issues = an_index(tmp_path)
    issues.take_stock()
    before = len(found(issues, "雪"))
    other = BackIssues(issues.root, FileIndex(tmp_path / "cache", issues.root), load_edition)
    Maker(23).library(issues.root / "more", 2)
    other.take_stock()
    assert len(found(issues, "雪")) > before
    assert len(list((tmp_path / "cache").glob("*.sqlite"))) == 1


def test_a_reader_in_the_midst_of_its_hits_is_not_disturbed_by_a_writer(tmp_path: Path) -> None:
    issues = an_index(tmp_path, 12)
    issues.take_stock()
    expected = found(issues, "雪")
    hits = issues.find(parse_query("雪"))
    first = [next(hits) for _ in range(3)]
    other = BackIssues(issues.root, FileIndex(tmp_path / "cache", issues.root), load_edition)
    for path in sorted(issues.root.rglob("*.yaml"))[:6]:
        path.unlink()
    other.take_stock()
    assert len(first) + len(list(hits)) == len(expected)
    assert len(found(issues, "雪")) < len(expected)
