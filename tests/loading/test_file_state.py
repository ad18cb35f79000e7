from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.loading.file_state import MAX_BYTES, Stamp, read_file, stamp_of
from reader.loading.front import peek
from reader.loading.load import load_edition
from reader.loading.problem import EditionError
from tests.loading.bad_files import HEAD, TAIL


def said_of(path: Path, limit: int = MAX_BYTES) -> str:
    """Return the message for what stands at this path; it always has a place and is one line."""
    with pytest.raises(EditionError) as caught:
        load_edition(path, limit=limit)
    assert caught.value.path == path
    said = caught.value.render("en")
    assert "\n" not in said
    assert ":1:1: " in said
    assert "; " in said
    assert caught.value.render("zh") != said
    assert peek(path) is None
    return said


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "no such file" in said_of(tmp_path / "none.yaml")
    (tmp_path / "file").write_text("x")
    assert "no such file" in said_of(tmp_path / "file" / "below.yaml")


def test_a_path_no_file_can_have_is_told(tmp_path: Path) -> None:
    assert "no such file" in said_of(tmp_path / "a\0b")
    assert "too long" in said_of(tmp_path / ("长" * 300))


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert "a folder" in said_of(tmp_path)
    assert stamp_of(tmp_path) is None


def test_a_pipe_is_told_and_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert "a pipe" in said_of(pipe)
    assert stamp_of(pipe) is None


def test_a_socket_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        assert "a socket" in said_of(Path("socket"))


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty", "/dev/full"])
def test_a_device_is_told(device: str) -> None:
    if not Path(device).is_char_device():
        pytest.skip("there is no such device here")
    assert "a device" in said_of(Path(device))


def test_a_circle_of_links_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert "in a circle" in said_of(tmp_path / "a.yaml")


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    assert "no such file" in said_of(tmp_path / "a.yaml")


def test_a_file_one_may_not_read_is_told(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may read everything")
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD + TAIL)
    path.chmod(0)
    assert "may not read" in said_of(path)


def test_a_file_that_is_too_large_is_told_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # sparse: it takes no room
    with pytest.raises(EditionError, match=r"1048576 MB, over the limit of 16 MB.*--max-size"):
        load_edition(path)


def test_the_limit_is_the_last_size_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "edition.yaml"
    path.write_text(HEAD + TAIL)
    size = path.stat().st_size
    assert load_edition(path, limit=size).edition.paper == "青石晚报"
    with pytest.raises(EditionError, match="over the limit"):
        load_edition(path, limit=size - 1)


def test_the_stamp_is_that_of_the_file_read(tmp_path: Path) -> None:
    path = tmp_path / "edition.yaml"
    path.write_text(HEAD + TAIL)
    status = path.stat()
    assert (
        load_edition(path).stamp == stamp_of(path) == Stamp(status.st_mtime_ns, status.st_size, status.st_ino)
    )


def test_no_file_has_no_stamp(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "none") is None
    assert stamp_of(Path("a\0b")) is None


def _meddled(monkeypatch: pytest.MonkeyPatch, meddle: Callable[[], None]) -> None:
    """Let something happen to the file after it was opened and before it is looked at again."""
    fstat = os.fstat

    def looked_at(descriptor: int) -> os.stat_result:
        status = fstat(descriptor)
        meddle()
        return status

    monkeypatch.setattr(os, "fstat", looked_at)


def test_a_file_changed_once_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "edition.yaml"
    path.write_text(HEAD + TAIL)
    changes = iter([HEAD + "issue: 2\n" + TAIL])

    def change() -> None:
        for text in changes:
            path.write_text(text)
            return

    _meddled(monkeypatch, change)
    assert load_edition(path).edition.issue == "2"


def test_a_file_that_keeps_changing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "edition.yaml"
    path.write_text(HEAD + TAIL)

    def grow() -> None:
        with path.open("a") as file:
            file.write("# 又一行\n")

    _meddled(monkeypatch, grow)
    with pytest.raises(EditionError, match="keeps changing"):
        load_edition(path)


def test_a_broken_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "edition.yaml"
    path.write_text(HEAD + TAIL)

    def fail(*_: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(EditionError, match="Input/output error"):
        read_file(path, MAX_BYTES)
