from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncssh
import pytest

from reader.ssh.access import Access, hashed, read_keys, read_passwords
from reader.ssh.renewal import LogFile, Renewal
from reader.ssh.visitors_book import VisitorsBook
from tests.ssh.visiting import a_library, connect, hall, sit_down, until


def a_key() -> asyncssh.SSHKey:
    return asyncssh.generate_private_key("ssh-ed25519")


@contextmanager
def log_file(path: Path | None) -> Iterator[LogFile]:
    """Open a log and close it in the end."""
    log = LogFile(path)
    yield log
    log.close()


class Desk:
    """A renewal whose file of keys a test writes, and what the book says."""

    def __init__(self, folder: Path) -> None:
        self.keys = folder / "keys"
        self.first = a_key()
        self.keys.write_bytes(self.first.export_public_key())
        self._out = io.StringIO()
        self._book = VisitorsBook(self._out)
        self.log = LogFile(folder / "log")
        self.renewal = Renewal(self.log, self._read(), self._read)

    def _read(self) -> Access:
        return Access(keys=read_keys(self.keys))

    def renewed(self) -> dict[str, Any]:
        """Renew, and return what is noted."""
        self.renewal.renew(self._book)
        event: dict[str, Any] = json.loads(self._out.getvalue().splitlines()[-1])
        assert event["event"] == "renewed"
        return event


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    one = Desk(tmp_path)
    yield one
    one.log.close()


# -- the log --------------------------------------------------------------------------------------


def test_a_log_that_was_renamed_is_begun_anew(tmp_path: Path) -> None:
    path, old = tmp_path / "log", tmp_path / "log.1"
    with log_file(path) as log:
        log.write("one\n")
        path.rename(old)
        log.write("two\n")
        log.reopen()
        log.write("three\n")
        log.flush()
        assert (old.read_text(), path.read_text()) == ("one\ntwo\n", "three\n")


def test_a_log_that_is_where_it_was_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_text("before\n")
    with log_file(path) as log:
        log.write("one\n")
        log.reopen()
        log.write("two\n")
        assert path.read_text() == "before\none\ntwo\n"


def test_the_same_log_is_opened_wherever_the_process_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with log_file(Path("log")) as log:
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        log.reopen()
        log.write("here\n")
        assert (tmp_path / "log").read_text() == "here\n"


def test_a_log_that_cannot_be_opened_is_not_lost(tmp_path: Path) -> None:
    path, old = tmp_path / "log", tmp_path / "log.1"
    with log_file(path) as log:
        path.rename(old)
        path.mkdir()
        with pytest.raises(OSError, match="directory"):
            log.reopen()
        log.write("still\n")
        assert old.read_text() == "still\n"


def test_standard_error_stays_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with log_file(None) as log:
        log.reopen()
        log.write("here\n")
        assert capsys.readouterr().err == "here\n"
        assert not sys.stderr.closed


# -- who may enter --------------------------------------------------------------------------------


def test_a_key_that_was_added_opens_and_one_that_was_removed_does_not(desk: Desk) -> None:
    second = a_key()
    desk.keys.write_bytes(second.export_public_key())
    assert desk.renewed()["who"] == "1 key"
    assert desk.renewal.access.knows(second.convert_to_public())
    assert not desk.renewal.access.knows(desk.first.convert_to_public())


@pytest.mark.parametrize("text", ["", "# nobody\n", "ssh-ed25519 nonsense\n"])
def test_a_file_that_cannot_be_used_changes_nothing_and_is_named(desk: Desk, text: str) -> None:
    desk.keys.write_text(text)
    event = desk.renewed()
    assert event["why"].startswith(f"{desk.keys}:1: ")
    assert desk.renewal.access.knows(desk.first.convert_to_public())


def test_a_file_that_is_gone_shuts_nobody_out_and_lets_nobody_in(desk: Desk) -> None:
    desk.keys.unlink()
    assert "No such file" in desk.renewed()["why"]
    assert desk.renewal.access.knows(desk.first.convert_to_public())
    assert not desk.renewal.access.is_open


def test_a_shut_door_is_never_opened_by_what_is_read(tmp_path: Path) -> None:
    shut = Access(keys=a_key().export_public_key())
    renewal = Renewal(LogFile(None), shut, Access)
    out = io.StringIO()
    assert renewal.renew(VisitorsBook(out)) == shut
    assert "nobody is listed" in out.getvalue()


def test_what_is_wrong_with_both_is_said_of_both(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "log").unlink()
    (tmp_path / "log").mkdir()
    desk.keys.unlink()
    why = desk.renewed()["why"]
    assert str(tmp_path / "log") in why
    assert str(desk.keys) in why


def test_what_is_listed_is_told_in_words(tmp_path: Path) -> None:
    keys, passwords = tmp_path / "keys", tmp_path / "passwords"
    lines = [a_key().export_public_key().decode() for _ in range(2)]
    keys.write_text("# the desk\n\n" + "".join(lines))
    passwords.write_text(f"lin:{hashed('x')}\n")
    assert Access(keys=read_keys(keys), passwords=read_passwords(passwords)).listed == "2 keys, 1 password"
    assert Access().listed == ""


async def test_who_comes_later_is_asked_by_the_new_list_and_who_is_in_stays(tmp_path: Path) -> None:
    first, second = a_key(), a_key()
    access = Access(keys=first.export_public_key())
    async with hall(a_library(tmp_path / "library"), access=access) as room:
        connection = await connect(room.port, client_keys=[first])
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        room.room.reception.access = Access(keys=second.export_public_key())
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(room.port, client_keys=[first])
        async with await connect(room.port, client_keys=[second]):
            pass
        visitor.type("l")
        await until(lambda: visitor.shows("从下周起"))
        connection.close()
