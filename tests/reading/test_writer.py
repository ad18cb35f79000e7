from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.reading.file_store import FileStore
from reader.reading.state import Change, Shelf
from reader.reading.writer import Writer

REPO = Path(__file__).parents[2]


def a_reader(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.reading.busy_reader", str(path), name, str(count)],
        cwd=REPO,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("readers", [2, 8])
def test_readers_who_write_at_once_lose_nothing(readers: int, tmp_path: Path) -> None:
    path, each = tmp_path / "state.json", 15
    running = [a_reader(path, f"r{number}", each) for number in range(readers)]
    for process in running:
        process.communicate(timeout=60)
        assert process.returncode == 0
    document = json.loads(path.read_bytes())
    wanted = {f"r{reader}-{number}" for reader in range(readers) for number in range(each)}
    assert set(document["places"]) == wanted
    assert set(document["marks"]) == wanted
    assert set(document["read"]["shared"][1:]) == wanted
    assert {found.name for found in tmp_path.iterdir()} == {"state.json", "state.json.lock"}


def test_a_reader_killed_at_any_moment_loses_the_last_second_at_most(tmp_path: Path) -> None:
    chance = random.Random(20241223)
    paths = [_a_folder(tmp_path, number) / "state.json" for number in range(24)]
    for group in range(0, 24, 8):
        _kill_together(paths[group : group + 8], [chance.uniform(0.0, 1.5) for _ in range(8)], count=0)


def test_a_reader_killed_in_the_middle_of_writing_leaves_the_state_whole(tmp_path: Path) -> None:
    chance = random.Random(20241224)
    paths = [_a_folder(tmp_path, number) / "state.json" for number in range(24)]
    for group in range(0, 24, 4):
        _kill_together(paths[group : group + 4], [chance.uniform(0.0, 0.1) for _ in range(4)], count=-1)


def _a_folder(parent: Path, number: int) -> Path:
    folder = parent / str(number)
    folder.mkdir()
    return folder


def _kill_together(paths: list[Path], lengths: list[float], *, count: int) -> None:
    """Start a reader on each path and kill each so many seconds after its first step."""
    steps: list[list[tuple[float, int]]] = [[] for _ in paths]

    def follow(process: subprocess.Popen[str], length: float, taken: list[tuple[float, int]]) -> None:
        assert process.stdout is not None
        first = process.stdout.readline()
        threading.Timer(length, process.send_signal, [signal.SIGKILL]).start()
        for line in [first, *process.stdout]:
            if line.endswith("\n"):
                moment, step = line.split()
                taken.append((float(moment), int(step)))

    processes = [a_reader(path, "one", count) for path in paths]
    threads = [
        threading.Thread(target=follow, args=(process, length, taken))
        for process, length, taken in zip(processes, lengths, steps, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread, process in zip(threads, processes, strict=True):
        thread.join(timeout=30)
        process.wait(timeout=30)
        if process.stdout is not None:
            process.stdout.close()
    for path, taken in zip(paths, steps, strict=True):
        _check(path, taken, slack=0.0 if count else 1.0)


def _check(path: Path, taken: list[tuple[float, int]], *, slack: float) -> None:
    store = FileStore(path)
    entry = store.state.look(Shelf.PLACES, "here")
    assert store.hear_trouble() is None  # readable, whenever the kill came
    ended = taken[-1][0]
    due = [step for moment, step in taken if ended - moment >= slack]
    kept = entry[1] if entry is not None else 0
    assert kept >= (due[-1] if due else 0)
    store.record(Change(Shelf.PLACES, "here", 2**53, (1, 0)))
    assert store.flush()  # and no lock or left-over file is in the way of the next reader
    assert {found.name for found in path.parent.iterdir()} == {"state.json", "state.json.lock"}


def test_the_writer_writes_by_itself_and_sleeps_when_there_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    store = FileStore(path)
    with Writer(store):
        store.record(Change(Shelf.PLACES, "a", 1, (1, 0)))
        _until(path.exists)
        _until(lambda: store.due_in() is None)
        stamp = path.stat().st_mtime_ns
        store.record(Change(Shelf.PLACES, "a", 2, (2, 0)))
        _until(lambda: path.stat().st_mtime_ns != stamp)
    assert FileStore(path).state.look(Shelf.PLACES, "a") == [2, 2, 0]


def test_leaving_writes_what_still_waits(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "state.json")
    with Writer(store):
        store.record(Change(Shelf.PLACES, "a", 1, (1, 0)))
    assert FileStore(tmp_path / "state.json").state.look(Shelf.PLACES, "a") == [1, 1, 0]
    assert threading.active_count() == len([t for t in threading.enumerate() if t.name != "state-writer"])


def test_a_writer_that_was_never_started_can_be_closed(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "state.json")
    store.record(Change(Shelf.PLACES, "a", 1, (1, 0)))
    assert Writer(store).close()


def test_leaving_does_not_hang_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    store = FileStore(tmp_path / "file" / "state.json")
    writer = Writer(store)
    with writer:
        store.record(Change(Shelf.PLACES, "a", 1, (1, 0)))
    assert not writer.close()
    assert store.hear_trouble() is not None


def _until(happened: object, seconds: float = 10.0) -> None:
    assert callable(happened)
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.01)
