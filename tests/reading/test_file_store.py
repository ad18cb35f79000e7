from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.reading import file_store
from reader.reading.file_store import DELAY, LONGEST_PAUSE, FileStore
from reader.reading.state import Change, Shelf
from reader.reading.state_file import locked
from tests.reading.test_state_file import DAMAGED


class Timer:
    """A stopwatch that a test turns by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def a_place(key: str, stamp: int, block: int) -> Change:
    return Change(Shelf.PLACES, key, stamp, (block, 0))


def on_disk(path: Path) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads(path.read_bytes())
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.json"


def test_what_was_recorded_is_there_at_once_and_on_disk_after_a_flush(path: Path) -> None:
    store = FileStore(path)
    store.record(a_place("a", 1, 7))
    assert store.state.look(Shelf.PLACES, "a") == [1, 7, 0]
    assert not path.exists()
    assert store.flush()
    assert FileStore(path).state.look(Shelf.PLACES, "a") == [1, 7, 0]


def test_a_reader_who_changes_nothing_writes_nothing(path: Path) -> None:
    store = FileStore(path)
    assert store.due_in() is None
    assert store.flush()
    assert list(path.parent.iterdir()) == []


def test_writing_is_due_a_moment_after_the_first_change_however_many_follow(path: Path) -> None:
    timer = Timer()
    store = FileStore(path, timer=timer)
    store.record(a_place("a", 1, 7))
    assert store.due_in() == pytest.approx(DELAY)
    timer.now += DELAY / 2
    store.record(a_place("a", 2, 8))
    assert store.due_in() == pytest.approx(DELAY / 2)
    timer.now += DELAY
    assert store.due_in() == 0
    store.flush()
    assert store.due_in() is None


def test_two_stores_keep_each_others_changes(path: Path) -> None:
    one, other = FileStore(path), FileStore(path)
    assert one.state is not None
    assert other.state is not None
    one.record(a_place("a", 1, 1))
    other.record(a_place("b", 2, 2))
    one.flush()
    other.flush()
    assert set(on_disk(path)["places"]) == {"a", "b"}


def test_of_two_who_read_the_same_piece_the_later_stands_whoever_writes_last(path: Path) -> None:
    one, other = FileStore(path), FileStore(path)
    one.record(a_place("a", 9, 9))
    other.record(a_place("a", 5, 5))
    one.flush()
    other.flush()
    assert on_disk(path)["places"]["a"] == [9, 9, 0]


def test_what_others_wrote_is_taken_in_when_asked(path: Path) -> None:
    one, other = FileStore(path), FileStore(path)
    assert not one.changed()
    other.record(a_place("a", 1, 4))
    other.flush()
    one.record(a_place("b", 1, 1))
    assert one.changed()
    assert one.state.look(Shelf.PLACES, "a") == [1, 4, 0]
    assert one.state.look(Shelf.PLACES, "b") == [1, 1, 0]
    assert not one.changed()


def test_ones_own_write_is_no_change(path: Path) -> None:
    store = FileStore(path)
    store.record(a_place("a", 1, 4))
    store.flush()
    assert not store.changed()


def test_a_removal_reaches_the_other_reader(path: Path) -> None:
    one, other = FileStore(path), FileStore(path)
    one.record(Change(Shelf.MARKS, "a", 1, ("题", "版", 0, 0, "")))
    one.flush()
    other.changed()
    other.record(Change(Shelf.MARKS, "a", 2))
    other.flush()
    one.changed()
    assert one.state.look(Shelf.MARKS, "a") == [2]


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_set_aside_with_a_message_and_a_new_one_begun(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    store = FileStore(path)
    assert store.state.look(Shelf.PLACES, "a") is None
    (aside,) = path.parent.glob("state.json.damaged-*")
    assert aside.read_bytes() == content
    said = store.hear_trouble()
    assert said is not None
    assert aside.name in said.zh
    assert aside.name in said.en
    assert store.hear_trouble() is None
    assert store.trouble is None  # nothing keeps the state from being kept now
    store.record(a_place("a", 1, 7))
    assert store.flush()
    assert on_disk(path)["places"] == {"a": [1, 7, 0]}
    assert FileStore(path).hear_trouble() is None


def test_a_file_damaged_while_it_is_in_use_is_set_aside_and_written_anew_from_memory(path: Path) -> None:
    store = FileStore(path)
    store.record(a_place("a", 1, 1))
    store.flush()
    path.write_bytes(b'{"format":1,"pla')
    assert not store.changed()
    store.record(a_place("b", 2, 2))
    assert store.flush()
    assert set(on_disk(path)["places"]) == {"a", "b"}
    assert len(list(path.parent.glob("*.damaged-*"))) == 1
    assert store.hear_trouble() is not None


def test_a_file_removed_while_it_is_in_use_is_written_anew(path: Path) -> None:
    store = FileStore(path)
    store.record(a_place("a", 1, 1))
    store.flush()
    path.unlink()
    assert not store.changed()
    store.record(a_place("b", 2, 2))
    assert store.flush()
    assert set(on_disk(path)["places"]) == {"a", "b"}


def test_another_reader_may_have_mended_the_damage_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"broken")
    true_lock = locked
    good = b'{"format":1,"places":{"a":[1,2,3]}}'

    def mended_first(where: Path, patience: float) -> object:
        path.write_bytes(good)
        return true_lock(where, patience)

    monkeypatch.setattr(file_store, "locked", mended_first)
    store = FileStore(path)
    assert store.state.look(Shelf.PLACES, "a") == [1, 2, 3]
    assert store.hear_trouble() is None
    assert path.read_bytes() == good


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_no_file_is_left_alone_and_the_state_kept_in_memory(kind: str, path: Path) -> None:
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/null")
    before = path.lstat()
    store = FileStore(path)
    store.record(a_place("a", 1, 7))
    assert not store.flush()
    assert store.state.look(Shelf.PLACES, "a") == [1, 7, 0]
    assert store.hear_trouble() == store.trouble is not None
    assert path.lstat().st_ino == before.st_ino
    assert Path("/dev/null").is_char_device()


def test_a_full_disk_is_said_once_and_what_was_recorded_is_written_when_there_is_room(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    timer = Timer()
    store = FileStore(path, timer=timer)
    true_fsync = os.fsync

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    store.record(a_place("a", 1, 7))
    assert not store.flush()
    said = store.hear_trouble()
    assert said is not None
    assert os.strerror(28) in said.en
    pauses = []
    for _ in range(12):
        assert not store.flush()
        pauses.append(store.due_in())
        assert store.hear_trouble() is None
    assert pauses == sorted(pauses, key=lambda pause: pause or 0.0)
    assert pauses[-1] == LONGEST_PAUSE
    store.record(a_place("b", 1, 7))
    monkeypatch.setattr(os, "fsync", true_fsync)
    assert store.flush()
    assert store.trouble is None
    assert set(on_disk(path)["places"]) == {"a", "b"}


def test_a_file_that_may_not_grow_is_left_as_it_was_by_a_real_process(path: Path) -> None:
    pytest.importorskip("resource", reason="no limits on file sizes here")
    path.write_text('{"format":1,"places":{"a":[1,2,3]}}')
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from reader.reading.file_store import FileStore; from reader.reading.state import Change, Shelf\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8, 8))\n"
        "store = FileStore(Path(sys.argv[1])); store.record(Change(Shelf.PLACES, 'b', 1, (1, 1)))\n"
        "assert not store.flush() and store.hear_trouble() and store.state.look(Shelf.PLACES, 'b')\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, cwd=Path(__file__).parents[2])
    assert on_disk(path)["places"] == {"a": [1, 2, 3]}
    assert sorted(found.name for found in path.parent.iterdir()) == ["state.json", "state.json.lock"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_keeps_the_state_in_memory(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    store = FileStore(folder / "state.json")
    store.record(a_place("a", 1, 7))
    assert not store.flush()
    assert store.state.look(Shelf.PLACES, "a") == [1, 7, 0]
    assert store.hear_trouble() is not None


def test_a_folder_that_cannot_be_made_keeps_the_state_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    store = FileStore(tmp_path / "file" / "state.json")
    store.record(a_place("a", 1, 7))
    assert not store.flush()
    assert store.state.look(Shelf.PLACES, "a") == [1, 7, 0]
    assert store.hear_trouble() is not None


def test_damage_that_cannot_be_set_aside_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"broken")

    def refused(_: Path) -> Path:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(file_store, "set_aside", refused)
    store = FileStore(path)
    store.record(a_place("a", 1, 7))
    assert not store.flush()
    assert store.trouble is not None
    assert path.read_bytes() == b"broken"


def test_a_reader_who_holds_the_lock_too_long_is_waited_for_later(path: Path) -> None:
    store = FileStore(path, patience=0.02)
    store.record(a_place("a", 1, 7))
    with locked(path, 0.1):
        assert not store.flush()
    assert store.flush()


def test_a_linked_state_file_stays_linked(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.json", tmp_path / "state.json"
    real.write_text('{"format":1}')
    link.symlink_to(real)
    store = FileStore(link)
    store.record(a_place("a", 1, 7))
    store.flush()
    assert link.is_symlink()
    assert "a" in on_disk(real)["places"]


def test_an_entry_written_by_a_later_version_survives(path: Path) -> None:
    path.write_text(json.dumps({"format": 1, "places": {"a": {"odd": 1}}, "moods": {"a": [1, "glad"]}}))
    store = FileStore(path)
    store.record(a_place("b", 1, 7))
    store.flush()
    assert on_disk(path)["places"]["a"] == {"odd": 1}
    assert on_disk(path)["moods"] == {"a": [1, "glad"]}


def test_thousands_of_entries_are_read_back_whole(path: Path) -> None:
    store = FileStore(path)
    for number in range(Shelf.PLACES.bound + 10):
        store.record(a_place(f"巷口报//2024-12-23/p01-a{number}", number, number))
    store.flush()
    again = FileStore(path)
    assert len(list(again.state.entries(Shelf.PLACES))) == Shelf.PLACES.bound
    assert again.state.look(Shelf.PLACES, "巷口报//2024-12-23/p01-a9") is None


def test_reading_the_state_imports_little() -> None:
    code = "import sys; import reader.reading.file_store; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "yaml",
        "textual",
        "rich",
        "sqlite3",
        "regex",
        "asyncio",
        "multiprocessing",
        "tempfile",
        "subprocess",
    }
    assert heavy.isdisjoint(ran.stdout.split())
