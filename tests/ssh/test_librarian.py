"""The librarian has the index made, and brought up to every change, and says what is in the way."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from reader.archive.file_index import FileIndex
from reader.ssh.librarian import Index, Librarian
from reader.ssh.slate import Slate
from reader.ssh.turn import Turn
from reader.ssh.visitors_book import VisitorsBook
from reader.tui.index_keeper import command
from reader.tui.index_news import IndexNews
from tests.cli.paper import put
from tests.ssh.visiting import a_library

PATIENCE = 20.0
FOREVER = [sys.executable, "-c", "import time; print('1/9', flush=True); time.sleep(600)"]


class Desk:
    """A librarian with all that is told by them."""

    def __init__(self, root: Path, words: Sequence[str], cache: Path, **more: Any) -> None:
        self.log = io.StringIO()
        self.slate = Slate()
        self.told: list[str] = []
        self.discarded = 0
        self.index = FileIndex(cache / "paper-reader" / "index", root)
        index = Index(root, words, self.index.file.present, self.discard, more.pop("turn", None))
        book = VisitorsBook(self.log, -1)
        self.librarian = Librarian(index, self.slate, book, self.told.append, look_seconds=0.05, **more)

    def discard(self) -> None:
        self.discarded += 1
        self.index.discard()

    def events(self, name: str) -> list[dict[str, Any]]:
        lines = [json.loads(line) for line in self.log.getvalue().splitlines()]
        return [line for line in lines if line["event"] == name]

    def until(self, is_so: Callable[[], object]) -> None:
        """Have the librarian look until something is so."""
        ends = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < ends, (self.log.getvalue(), self.slate.read())
            self.librarian.look()
            time.sleep(0.01)

    def look_for(self, seconds: float) -> None:
        """Have the librarian look for a while in which nothing is to happen."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            self.librarian.look()
            time.sleep(0.01)

    def paths(self) -> set[str]:
        reader = self.index.reader()
        try:
            return set(reader.records())
        finally:
            reader.close()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


def test_the_index_is_made_at_the_start_and_for_every_new_edition(root: Path, cache: Path) -> None:
    desk = Desk(root, command(root), cache)
    assert desk.slate.read() == IndexNews(is_indexing=True)
    desk.until(lambda: desk.events("indexed"))
    assert desk.paths() == {"2025-04-05.yaml", "2025-04-06.yaml"}
    assert desk.slate.read() == IndexNews(rounds=1)
    assert desk.events("index-begun")[0]["files"] == 2
    assert desk.events("indexed")[0]["editions"] == 2
    put(root, "2025-04-07", headline="灯会开场")
    desk.until(lambda: len(desk.events("indexed")) == 2)
    assert "2025-04-07.yaml" in desk.paths()
    assert desk.events("indexed")[1]["editions"] == 1
    (root / "2025-04-05.yaml").unlink()
    desk.until(lambda: len(desk.events("indexed")) == 3)
    assert desk.paths() == {"2025-04-06.yaml", "2025-04-07.yaml"}
    assert desk.slate.read().rounds == 3
    assert not desk.told


def test_a_library_that_stays_as_it_is_is_left_alone(root: Path, cache: Path) -> None:
    desk = Desk(root, command(root), cache)
    desk.until(lambda: desk.events("indexed"))
    desk.look_for(0.5)
    assert len(desk.events("index-begun")) == 1


def test_a_disk_that_is_away_empties_no_index(root: Path, cache: Path) -> None:
    desk = Desk(root, command(root), cache)
    desk.until(lambda: desk.events("indexed"))
    root.rename(root.with_name("away"))
    desk.look_for(0.5)
    root.mkdir()
    desk.look_for(0.5)
    assert len(desk.events("index-begun")) == 1
    root.rmdir()
    root.with_name("away").rename(root)
    assert len(desk.paths()) == 2


def test_an_index_that_is_removed_is_made_again(root: Path, cache: Path) -> None:
    desk = Desk(root, command(root), cache)
    desk.until(lambda: desk.events("indexed"))
    for path in (cache / "paper-reader" / "index").iterdir():
        path.unlink()
    desk.until(lambda: len(desk.events("indexed")) == 2)
    assert len(desk.paths()) == 2


def test_a_damaged_index_is_given_up_and_made_anew(root: Path, cache: Path) -> None:
    desk = Desk(root, command(root), cache)
    desk.until(lambda: desk.events("indexed"))
    before = desk.index.file.present()
    desk.slate.tell_damage()
    desk.until(lambda: len(desk.events("indexed")) == 2)
    assert desk.discarded == 1
    assert desk.events("index-damaged")
    assert desk.index.file.present() != before
    assert len(desk.paths()) == 2


def test_how_far_it_is_is_chalked_up_and_only_one_works(root: Path, cache: Path, tmp_path: Path) -> None:
    log = tmp_path / "begun"
    code = (
        f"open({str(log)!r}, 'a').write('begun\\n'); import time; print('1/9', flush=True); time.sleep(600)"
    )
    desk = Desk(root, [sys.executable, "-c", code], cache)
    desk.until(lambda: desk.slate.read() == IndexNews(is_indexing=True, done=1, of=9))
    put(root, "2025-04-07", headline="灯会开场")
    desk.look_for(0.3)
    desk.librarian.end()
    assert log.read_text() == "begun\n"


def test_told_to_end_it_leaves_no_process_and_a_whole_index(root: Path, cache: Path) -> None:
    desk = Desk(root, FOREVER, cache)
    desk.until(lambda: desk.slate.read().done)
    assert desk.librarian._indexer is not None
    pid = desk.librarian._indexer.pid
    desk.librarian.end()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert not desk.events("index-failed")


def test_a_cache_that_cannot_be_written_is_said_once(root: Path, cache: Path) -> None:
    cache.write_text("a file, and no folder", encoding="utf-8")
    desk = Desk(root, command(root, "--lang", "en"), cache, retry_seconds=0.1)
    desk.until(lambda: desk.slate.read().rounds >= 3)
    assert desk.slate.read().has_failed
    [failed] = desk.events("index-failed")
    assert "check the cache folder" in failed["why"]
    assert desk.told == [failed["why"]]
    assert len(desk.events("index-begun")) == 1
    cache.unlink()
    desk.until(lambda: desk.events("indexed"))
    assert not desk.slate.read().has_failed


def test_a_process_that_crashes_is_one_line_and_is_tried_again_later(
    root: Path, cache: Path, tmp_path: Path
) -> None:
    once = tmp_path / "once"
    code = f"import os, sys; os.path.exists({str(once)!r}) or (os.mkdir({str(once)!r}), os.abort())"
    desk = Desk(root, [sys.executable, "-c", code], cache, retry_seconds=0.2)
    desk.until(lambda: desk.events("indexed"))
    assert [event["why"] for event in desk.events("index-failed")] == ["status -6"]


def test_a_program_that_cannot_be_started_ends_nothing(root: Path, cache: Path) -> None:
    desk = Desk(root, ["/no/such/program"], cache)
    desk.until(lambda: desk.events("index-failed"))
    assert desk.slate.read() == IndexNews(rounds=1, has_failed=True)


def test_while_another_server_has_the_turn_it_waits_and_says_that_the_index_is_being_made(
    root: Path, cache: Path, tmp_path: Path
) -> None:
    path = tmp_path / "turn"
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        if Turn(path).take():
            os.write(theirs, b"x")
            time.sleep(PATIENCE)
        os._exit(1)
    os.read(ours, 1)
    desk = Desk(root, command(root), cache, turn=Turn(path))
    desk.look_for(0.3)
    assert not desk.events("index-begun")
    assert desk.slate.read().is_indexing
    os.kill(child, 9)
    os.waitpid(child, 0)
    desk.until(lambda: desk.events("indexed"))
    other = Turn(path)
    assert other.take()
    other.give_back()
