"""The index on servers keeps what every index keeps, and never takes a part of an answer for the whole."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.archive.back_issues import BackIssues
from reader.archive.issue_index import IndexDamaged, IndexUnusable
from reader.archive.query import parse_query
from reader.archive.sieve import ROWS_A_DAY
from reader.archive.sphinx_address import SphinxAddress
from reader.archive.sphinx_index import SphinxIndex
from reader.archive.sphinx_schema import CHUNK, What
from reader.archive.sphinx_wire import Row, Wire
from reader.loading.load import Loaded, load_edition
from tests.archive.index_laws import IndexLaws, MakeIndex
from tests.archive.made_up import Maker, everything, found, queries, texts_of
from tests.searchd import Searchd, Servers, missing, running

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "there is all that is needed")


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    with running(tmp_path_factory.mktemp("searchd") / "servers") as servers:
        yield servers


@pytest.fixture
def index(servers: Servers) -> SphinxIndex:
    """Return an index that has nothing in it yet."""
    index = SphinxIndex(servers.address)
    index.discard()
    return index


@pytest.fixture
def issues(tmp_path: Path, index: SphinxIndex) -> Iterator[BackIssues]:
    root = tmp_path / "library"
    Maker(50).library(root, 12)
    issues = BackIssues(root, index, load_edition)
    yield issues
    issues.close()


class TestTheIndexOnServers(IndexLaws):
    @pytest.fixture
    def make_index(self, index: SphinxIndex) -> MakeIndex:
        return lambda _root: index


def rows(address: SphinxAddress, columns: str, where: str) -> list[Row]:
    """Return rows of all shards, asked for shard by shard."""
    answer: list[Row] = []
    for server in address.shards:
        with contextlib.closing(Wire(server)) as wire:
            answer += wire.ask(f"SELECT {columns} FROM {address.shard_table} WHERE {where} LIMIT 1000")
    return answer


def test_every_shard_has_a_part_of_the_editions_and_each_edition_is_whole(
    issues: BackIssues, servers: Servers
) -> None:
    issues.take_stock()
    seen: list[set[int]] = []
    for server in servers.address.shards:
        with contextlib.closing(Wire(server)) as wire:
            pieces = wire.ask(f"SELECT source FROM paper_shard WHERE what = {What.PIECE:d} LIMIT 1000")
        seen.append({source for (source,) in pieces})
    assert all(seen)
    assert not seen[0] & seen[1]
    assert len(seen[0] | seen[1]) == 12


def test_a_second_stocktaking_reads_no_edition_again(issues: BackIssues, index: SphinxIndex) -> None:
    def refuse(path: Path) -> Loaded:
        raise AssertionError(f"{path} is read again")

    issues.take_stock()
    again = BackIssues(issues.root, index, refuse)
    assert again.take_stock().written == 0
    assert found(again, "雪")
    again.close()


def test_more_hits_than_a_page_holds_all_come_and_none_twice(issues: BackIssues) -> None:
    Maker(51).library(issues.root, 60, 40)
    issues.take_stock()
    hits = found(issues, "雪")
    assert len(hits) > 1500
    assert len(set(hits)) == len(hits)
    assert issues.count(parse_query("雪")).pieces == len(hits)


def test_an_article_longer_than_a_value_may_be_comes_whole(issues: BackIssues) -> None:
    # Random characters, so that packing makes it little shorter.
    body = "".join(Maker(52).random.choices([chr(code) for code in range(0x4E00, 0x9FA5)], k=1_200_000))
    (issues.root / "long.yaml").write_text(
        "format: 1\npaper: 终端日报\ndate: 2024-05-01\nsections:\n"
        "  - name: 要闻\n    articles:\n"
        f"      - headline: 长文\n        body: |\n          {body}\n...\n",
        "utf-8",
    )
    issues.take_stock()
    for start in (0, 600_000, len(body) - 9):
        (hit,) = issues.find(parse_query(body[start : start + 9]))
        assert hit.path.name == "long.yaml"
        assert sum(map(len, hit.hit.copy.folded.split("\0"))) >= len(body)
    (issues.root / "long.yaml").unlink()
    issues.take_stock()
    assert found(issues, body[600_000:600_009]) == []


def test_what_is_gone_leaves_no_row_behind(issues: BackIssues, servers: Servers) -> None:
    issues.take_stock()
    for path in issues.root.rglob("*.yaml"):
        path.unlink()
    assert issues.take_stock().dropped == 12
    kept = {what for (what,) in rows(servers.address, "what", "id > 0")}
    assert kept == {What.PLACE, What.SHARD}


@pytest.mark.parametrize("down", ["front", "one", "two"])
def test_a_server_that_is_down_makes_no_answer_smaller(
    issues: BackIssues, servers: Servers, down: str
) -> None:
    issues.take_stock()
    expected = {words: set(found(issues, words)) for words in ("雪", "管家", "gdp", "日期:2024-01")}
    server = {"front": servers.front, "one": servers.shards[0], "two": servers.shards[1]}[down]
    with stopped(server):
        for words, hits in expected.items():
            assert set(found(issues, words)) == hits, words
        stock = issues.take_stock()
        assert stock.why is not None
        assert "see that every shard runs" in stock.why.en or "look whether it runs" in stock.why.en
        for words, hits in expected.items():
            assert set(found(issues, words)) == hits, words
            assert issues.count(parse_query(words)).pieces == len(hits), words
    for words, hits in expected.items():
        answer = found(issues, words)
        assert set(answer) == hits, words
        assert len(answer) == len(hits), words
    assert issues.take_stock().pending == ()


def test_a_shard_lost_in_the_midst_of_an_answer_is_said(issues: BackIssues, servers: Servers) -> None:
    Maker(53).library(issues.root, 40, 20)
    issues.take_stock()
    hits = issues.find(parse_query("雪"))
    next(hits)
    with stopped(servers.shards[1]), pytest.raises(IndexUnusable) as trouble:
        list(hits)
    assert "not whole" in str(trouble.value)


@contextlib.contextmanager
def stopped(server: Searchd) -> Iterator[None]:
    """Have a server stopped within, at once and without a chance to tidy up."""
    server.stop(signal.SIGKILL)
    try:
        yield
    finally:
        server.start()


def test_a_shard_killed_at_once_still_has_what_it_said_was_written(
    issues: BackIssues, servers: Servers
) -> None:
    issues.take_stock()
    expected = found(issues, "雪")
    for shard in servers.shards:
        with stopped(shard):
            pass
    assert issues.take_stock().written == 0
    assert found(issues, "雪") == expected


def test_a_search_that_waits_for_a_silent_server_can_be_given_up(
    issues: BackIssues, servers: Servers
) -> None:
    issues.take_stock()
    assert found(issues, "雪")
    asked = threading.Event()

    def cancelled() -> bool:
        asked.set()
        return True

    reader = SphinxIndex(servers.address).reader()
    servers.front.freeze()
    try:
        with reader.while_not(cancelled):
            reader.places()
        assert asked.is_set()
    finally:
        servers.front.thaw()
    assert reader.places()
    reader.close()


INDEXER = """
import sys
from pathlib import Path
from reader.archive.back_issues import BackIssues
from reader.archive.sphinx_address import parse_address
from reader.archive.sphinx_index import SphinxIndex
from reader.loading.load import load_edition
issues = BackIssues(Path(sys.argv[1]), SphinxIndex(parse_address(sys.argv[2])), load_edition)
print("ready", flush=True)
stock = issues.take_stock()
assert stock.why is None, stock.why
"""


def indexing(root: Path, address: SphinxAddress) -> subprocess.Popen[str]:
    """Start a process that takes stock of a library, ready to begin."""
    shards = "&".join(f"shard={shard}" for shard in address.shards)
    process = subprocess.Popen(
        [sys.executable, "-c", INDEXER, str(root), f"sphinx://{address.front}/{address.name}?{shards}"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def whole(address: SphinxAddress) -> bool:
    """Has every edition that is known as many pieces as it says, and is every piece of a known edition?"""
    pieces = rows(address, "source, line", f"what = {What.PIECE:d}")
    editions = rows(address, "source, line, pieces", f"what = {What.EDITION:d}")
    found = {source: sorted(line for its, line in pieces if its == source) for source, _ in pieces}
    said = {source: list(range(last, last + count)) for source, last, count in editions if count}
    return found == said


def test_a_process_killed_while_it_indexes_leaves_whole_editions(
    issues: BackIssues, servers: Servers
) -> None:
    paths = Maker(54).library(issues.root, 30, 12)
    for round in range(5):
        process = indexing(issues.root, servers.address)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.02 + 0.06 * round)
        process.kill()
        process.communicate()
        assert whole(servers.address)
    assert issues.take_stock().pending == ()
    editions = everything(issues.root, paths)
    for words in queries(55, 30, texts_of(editions)):
        assert len(found(issues, words)) == issues.count(parse_query(words)).pieces or "ß" in words


def test_several_writers_at_once_agree(issues: BackIssues, servers: Servers) -> None:
    Maker(56).library(issues.root, 30, 12)
    processes = [indexing(issues.root, servers.address) for _ in range(3)]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    assert whole(servers.address)
    assert issues.take_stock().written == 0
    lines = rows(servers.address, "line", f"what = {What.PIECE:d}")
    assert len(lines) == len(set(lines))
    assert len(found(issues, "雪")) > 100


def test_more_pieces_than_a_day_may_hold_are_searched_in_their_file(
    issues: BackIssues, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.archive.sphinx_writer.ROWS_A_DAY", 4)
    stock = issues.take_stock()
    assert stock.why is None
    assert len(stock.pending) == 12
    assert found(issues, "雪")
    monkeypatch.setattr("reader.archive.sphinx_writer.ROWS_A_DAY", ROWS_A_DAY)
    assert issues.take_stock().pending == ()


def test_an_article_longer_than_a_field_may_be_is_searched_in_its_file(
    issues: BackIssues, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.archive.sphinx_writer.LONGEST_PIECE", 60)
    stock = issues.take_stock()
    assert stock.why is None
    assert stock.pending
    expected = found(issues, "雪")
    monkeypatch.undo()
    assert issues.take_stock().pending == ()
    assert found(issues, "雪") == expected


def test_an_index_of_other_shards_is_made_anew(
    issues: BackIssues, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    issues.take_stock()
    expected = found(issues, "雪")
    turned = servers.address._replace(shards=servers.address.shards[::-1])
    other = BackIssues(issues.root, SphinxIndex(turned), load_edition)
    monkeypatch.setattr("reader.archive.sphinx_schema.VERSION", 999)
    with pytest.raises(IndexUnusable):
        SphinxIndex(servers.address).reader()
    monkeypatch.undo()
    assert other.take_stock().written == 12
    assert found(other, "雪") == expected
    other.close()


def test_a_damaged_value_is_noticed_before_it_is_shown(issues: BackIssues, servers: Servers) -> None:
    issues.take_stock()
    expected = found(issues, "雪")
    for server in servers.address.shards:
        with contextlib.closing(Wire(server)) as wire:
            id, line = wire.ask("SELECT id, line FROM paper_shard WHERE what = 0 ORDER BY line DESC LIMIT 1")[
                0
            ]
            columns = "id, line, body, packed"
            wire.change([f"REPLACE INTO paper_shard ({columns}) VALUES ({id}, {line}, '雪', 'x')"])
    with pytest.raises(IndexDamaged):
        found(issues, "雪")
    issues.discard()
    assert issues.take_stock().written == 12
    assert found(issues, "雪") == expected


def test_a_value_of_a_mebibyte_is_far_from_what_a_server_cuts(servers: Servers, index: SphinxIndex) -> None:
    index.writer().close()
    with contextlib.closing(Wire(servers.shards[0].server)) as wire:
        for id, length in ((7, CHUNK), (8, (4 << 20) - 1)):
            wire.change([f"REPLACE INTO paper_shard (id, packed) VALUES ({id}, '{'x' * length}')"])
            assert wire.ask(f"SELECT packed FROM paper_shard WHERE id = {id}") == [("x" * length,)]
