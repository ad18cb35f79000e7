from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.reading.state import Change, Shelf, State
from reader.reading.state_file import (
    MAX_BYTES,
    Busy,
    Damaged,
    NotAFile,
    encoded,
    file_stamp,
    locked,
    read_state,
    set_aside,
    write_state,
)

PLACES = {f"巷口报//2024-12-23/p01-a{n:02d}": [1_700_000_000_000_000 + n, n, 3] for n in range(20)}
WHOLE = json.dumps({"format": 1, "places": PLACES}, ensure_ascii=False).encode()

DAMAGED: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \n\n",
    "cut early": WHOLE[:9],
    "cut inside a character": WHOLE[: WHOLE.index("巷".encode()) + 1],
    "cut late": WHOLE[:-1],
    "doubled": WHOLE + WHOLE,
    "zeros": b"\0" * 4096,
    "binary": bytes(range(256)) * 8,
    "a picture": b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 99,
    "gb18030": '{"format":1,"last":{"巷口":[1,"甲"]}}'.encode("gb18030"),
    "yaml": b"format: 1\nplaces:\n  a: [1]\n",
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "a string": b'"format"',
    "no format": b"{}",
    "future version": b'{"format":2,"places":{}}',
    "format as text": b'{"format":"1"}',
    "format as truth": b'{"format":true}',
    "shelf a list": b'{"format":1,"places":[]}',
    "shelf null": b'{"format":1,"marks":null}',
    "shelf a number": b'{"format":1,"read":7}',
    "history a text": b'{"format":1,"history":"a b c"}',
    "nested to the sky": b"[" * 200_000,
    "nested inside": b'{"format":1,"places":{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}}",
    "a number without end": b'{"format":1,"places":{"a":[' + b"9" * 10_000 + b"]}}",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_told_from_a_good_one(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(content)
    with pytest.raises(Damaged):
        read_state(path)
    assert path.read_bytes() == content


ODD_ENTRIES: list[Any] = [
    None,
    0,
    "x",
    {},
    [],
    [None],
    [1],
    [1, "x", None],
    [1, [], {}],
    [1e308],
    [{}],
    [-1, 0, 0],
]


@pytest.mark.parametrize("entry", ODD_ENTRIES, ids=repr)
@pytest.mark.parametrize("shelf", list(Shelf))
def test_an_odd_entry_is_kept_as_it_is(shelf: Shelf, entry: Any, tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_text(json.dumps({"format": 1, shelf.value: {"key": entry}}))
    state, _ = read_state(path)
    state.apply(Change(Shelf.PREFERENCES, "measure", 5, (40,)))
    write_state(path, encoded(state), is_alone=True)
    assert json.loads(path.read_bytes())[shelf.value]["key"] == entry


def test_a_file_that_is_not_there_is_an_empty_state(tmp_path: Path) -> None:
    state, stamp = read_state(tmp_path / "state.json")
    assert stamp is None
    assert state.document() == State().document()


def test_a_huge_file_is_damaged_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(Damaged, match="bytes"):
        read_state(path)


def test_what_is_no_file_is_never_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe, Path("/dev/null"), Path("/dev/zero")):
        with pytest.raises(NotAFile):
            read_state(path)


def test_a_state_is_read_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    state = State({"format": 1, "places": PLACES})
    stamp = write_state(path, encoded(state), is_alone=True)
    again, read_stamp = read_state(path)
    assert again.document() == state.document()
    assert stamp == read_stamp == file_stamp(path)


def test_chinese_is_written_as_itself_and_a_lone_surrogate_survives(tmp_path: Path) -> None:
    state = State()
    state.apply(Change(Shelf.PREFERENCES, "theme", 1, ("暮色\udc80",)))
    written = encoded(state)
    assert "暮色".encode() in written
    assert json.loads(written)["preferences"]["theme"] == [1, "暮色\udc80"]


def test_what_can_be_read_but_not_written_again_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    deep: Any = 1
    for _ in range(sys.getrecursionlimit() * 40):
        deep = [deep]
    state = State(
        {"format": 1, "places": {"deep": [1, deep], "flat": [2, 3, 4]}, "unheard": [deep], "note": "x"}
    )
    document = json.loads(encoded(state))
    assert document["places"] == {"flat": [2, 3, 4]}
    assert document["format"] == 1
    assert document["note"] == "x"


def test_the_file_is_its_owners_only_and_so_is_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "state" / "paper-reader" / "state.json"
    with locked(path, 0.1) as is_alone:
        write_state(path, encoded(State()), is_alone=is_alone)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.with_name("state.json.lock").stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_loose_left_over_temporary_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "state.json", tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    path.with_name("state.json.new").symlink_to(elsewhere)
    write_state(path, encoded(State()), is_alone=True)
    assert elsewhere.read_text() == "mine"
    assert not path.is_symlink()
    assert sorted(found.name for found in tmp_path.iterdir()) == ["elsewhere", "state.json"]


@pytest.mark.parametrize("is_alone", [True, False])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    is_alone: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state.json"
    write_state(path, WHOLE, is_alone=is_alone)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_state(path, b"{}", is_alone=is_alone)
    assert path.read_bytes() == WHOLE
    assert [found.name for found in tmp_path.iterdir()] == ["state.json"]


def test_a_damaged_file_is_named_after_the_time_it_was_written(tmp_path: Path) -> None:
    names = []
    for content in ("one", "two", "three"):
        path = tmp_path / "state.json"
        path.write_text(content)
        os.utime(path, (1_734_912_000, 1_734_912_000))
        names.append(set_aside(path).name)
    stem = "state.json.damaged-20241223T000000Z"
    assert names == [stem, f"{stem}-2", f"{stem}-3"]
    assert [(tmp_path / name).read_text() for name in names] == ["one", "two", "three"]


def test_only_one_holds_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    with locked(path, 0.1) as is_alone:
        assert is_alone
        with pytest.raises(Busy), locked(path, 0.02):
            pass
    with locked(path, 0.02) as is_alone:
        assert is_alone


def test_where_there_are_no_locks_writing_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with locked(tmp_path / "state.json", 0.1) as is_alone:
        assert not is_alone


def test_a_disk_that_knows_no_locks_is_written_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def unsupported(*_: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    with locked(tmp_path / "state.json", 0.1) as is_alone:
        assert not is_alone


def test_the_lock_is_let_go_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    with contextlib.suppress(OSError), locked(path, 0.1):
        raise OSError(5, "Input/output error")
    with locked(path, 0.02) as is_alone:
        assert is_alone
