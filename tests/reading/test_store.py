from __future__ import annotations

from pathlib import Path

import pytest

from reader.reading.file_store import FileStore
from reader.reading.state import Change, Shelf
from reader.reading.store import MemoryStore, StateStore


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> StateStore:
    return MemoryStore() if request.param == "memory" else FileStore(tmp_path / "state.json")


def test_every_store_remembers_what_was_recorded(store: StateStore) -> None:
    store.record(Change(Shelf.PREFERENCES, "measure", 1, (44,)))
    assert store.state.look(Shelf.PREFERENCES, "measure") == [1, 44]


def test_every_store_is_without_trouble_and_has_nothing_waiting_at_first(store: StateStore) -> None:
    assert store.trouble is None
    assert store.hear_trouble() is None
    assert store.due_in() is None
    assert not store.changed()


def test_after_a_flush_nothing_waits_in_any_store(store: StateStore) -> None:
    store.record(Change(Shelf.PREFERENCES, "measure", 1, (44,)))
    assert store.flush()
    assert store.due_in() is None


def test_two_memories_are_two_readers() -> None:
    one, other = MemoryStore(), MemoryStore()
    one.record(Change(Shelf.PREFERENCES, "measure", 1, (44,)))
    assert other.state.look(Shelf.PREFERENCES, "measure") is None
