from __future__ import annotations

from pathlib import Path

import pytest

from reader.reading.file_store import FileStore
from reader.reading.state import Change, Shelf
from reader.ssh.guest_store import LONGEST_ENTRY, MOST_KEPT, GuestStore, MemberStore


@pytest.fixture(params=["guest", "member"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> GuestStore | MemberStore:
    return GuestStore() if request.param == "guest" else MemberStore(tmp_path / "one.json")


def test_it_remembers(store: GuestStore | MemberStore) -> None:
    store.record(Change(Shelf.LAST, "河湾晨报", 5, ("p01-a01",)))
    assert store.state.look(Shelf.LAST, "河湾晨报") == [5, "p01-a01"]


@pytest.mark.parametrize("shelf", list(Shelf))
def test_however_much_is_recorded_only_the_latest_is_kept(
    store: GuestStore | MemberStore, shelf: Shelf
) -> None:
    most = MOST_KEPT[shelf]
    for stamp in range(1, 5 * most):
        store.record(Change(shelf, f"key {stamp}", stamp, ("x",)))
        assert sum(1 for _ in store.state.entries(shelf)) < most + 64
    assert store.state.look(shelf, f"key {5 * most - 1}") is not None
    assert store.state.look(shelf, "key 1") is None


def test_a_monstrous_note_is_not_kept(store: GuestStore | MemberStore) -> None:
    store.record(Change(Shelf.MARKS, "note/a", 5, ("好" * (LONGEST_ENTRY + 1),)))
    store.record(Change(Shelf.MARKS, "note/" + "b" * LONGEST_ENTRY, 5, ("好",)))
    assert not list(store.state.entries(Shelf.MARKS))


def test_the_list_of_what_was_read_may_be_as_long_as_the_paper(store: GuestStore | MemberStore) -> None:
    pieces = tuple(f"p01-a{number:04}" for number in range(2000))
    store.record(Change(Shelf.READ, "2025-04-06", 5, pieces))
    assert store.state.look(Shelf.READ, "2025-04-06") == [5, *pieces]


def test_what_a_visitor_may_have_on_the_disk_is_bounded(tmp_path: Path) -> None:
    store = MemberStore(tmp_path / "one.json")
    for stamp in range(1, 3000):
        store.record(Change(Shelf.MARKS, f"note/{stamp}", stamp, ("好" * 1000,)))
    assert store.flush()
    assert store.path.stat().st_size < 3200 * (MOST_KEPT[Shelf.MARKS] + 64)


def test_what_is_written_is_found_again(tmp_path: Path) -> None:
    store = MemberStore(tmp_path / "one.json")
    store.record(Change(Shelf.LAST, "河湾晨报", 5, ("p01-a01",)))
    assert store.flush()
    again = MemberStore(tmp_path / "one.json")
    assert again.state.look(Shelf.LAST, "河湾晨报") == [5, "p01-a01"]


def test_what_another_server_wrote_is_taken_in_when_asked_for_and_not_while_reading(tmp_path: Path) -> None:
    store, other = MemberStore(tmp_path / "one.json"), FileStore(tmp_path / "one.json")
    assert not store.take_in()
    other.record(Change(Shelf.LAST, "河湾晨报", 5, ("p01-a01",)))
    assert other.flush()
    assert not store.changed()
    assert store.state.look(Shelf.LAST, "河湾晨报") is None
    assert store.take_in()
    assert store.state.look(Shelf.LAST, "河湾晨报") == [5, "p01-a01"]


def test_trouble_with_the_disk_is_told_to_the_house_and_not_to_the_visitor(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text("no state")
    store = MemberStore(tmp_path / "one.json")
    assert store.state is not None
    assert store.hear_trouble() is None
    assert store.trouble is None
    trouble = store.house_trouble()
    assert trouble is not None
    assert "could not be understood" in trouble.en
    assert store.house_trouble() is None
