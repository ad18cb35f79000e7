from __future__ import annotations

import asyncio
import io
import json
import stat
from pathlib import Path

import asyncssh
import pytest

from reader.reading.state import Change, Shelf
from reader.reading.state_file import read_state
from reader.ssh.access import Access, hashed
from reader.ssh.guest_store import MemberStore
from reader.ssh.places import Places
from reader.ssh.visitors_book import VisitorsBook
from tests.ssh.visiting import Visitor, a_library, connect, hall, sit_down, until

KEY = "SHA256:abc/def+0"


def change(stamp: int = 5, piece: str = "p01-a01") -> Change:
    return Change(Shelf.LAST, "河湾晨报", stamp, (piece,))


@pytest.fixture
def log() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def places(tmp_path: Path, log: io.StringIO) -> Places:
    return Places(tmp_path / "visitors", VisitorsBook(log))


def last(path: Path) -> object:
    return read_state(path)[0].look(Shelf.LAST, "河湾晨报")


async def test_the_file_of_a_key_is_found_by_its_fingerprint_alone(places: Places) -> None:
    path = places.path("SHA256:../../etc/passwd")
    assert path.parent == places.path(KEY).parent
    assert path.stem.isalnum()
    assert len(path.stem) == 64
    assert path != places.path(KEY)


async def test_what_a_visit_left_is_found_by_the_next(places: Places) -> None:
    async with places.lent(KEY) as store:
        store.record(change())
    assert places.open_files == 0
    async with places.lent(KEY) as store:
        assert store.state.look(Shelf.LAST, "河湾晨报") == [5, "p01-a01"]


async def test_only_the_owner_of_the_server_can_read_it(places: Places) -> None:
    async with places.lent(KEY) as store:
        store.record(change())
    assert stat.S_IMODE(places.path(KEY).stat().st_mode) == 0o600
    assert stat.S_IMODE(places.path(KEY).parent.stat().st_mode) == 0o700


async def test_two_visits_by_one_key_share_what_is_remembered(places: Places) -> None:
    async with places.lent(KEY) as one:
        async with places.lent(KEY) as other:
            assert one is other
        one.record(change())
        assert places.open_files == 1
    assert last(places.path(KEY)) == [5, "p01-a01"]


async def test_who_comes_while_another_leaves_loses_nothing(places: Places) -> None:
    async def visit(stamp: int) -> None:
        async with places.lent(KEY) as store:
            store.record(change(stamp, f"p01-a{stamp:02}"))
            await asyncio.sleep(0.001 * (stamp % 3))

    await asyncio.gather(*(visit(stamp) for stamp in range(1, 41)))
    assert places.open_files == 0
    assert last(places.path(KEY)) == [40, "p01-a40"]


async def test_a_visit_that_forgot_nothing_writes_nothing(places: Places) -> None:
    async with places.lent(KEY):
        pass
    assert not places.path(KEY).exists()


async def test_what_waits_is_written_while_the_visit_goes_on(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ssh.places.FLUSH_SECONDS", 0.05)
    places.begin()
    async with places.lent(KEY) as store:
        store.record(change())
        await until(places.path(KEY).exists)
        assert last(places.path(KEY)) == [5, "p01-a01"]
    await places.close()


async def test_what_another_server_wrote_is_found_by_the_next_visit(places: Places) -> None:
    async with places.lent(KEY):
        elsewhere = MemberStore(places.path(KEY))
        elsewhere.record(change())
        assert elsewhere.flush()
        async with places.lent(KEY) as store:
            assert store.state.look(Shelf.LAST, "河湾晨报") == [5, "p01-a01"]


async def test_a_folder_that_cannot_be_written_is_noted_and_the_visit_goes_on(
    tmp_path: Path, log: io.StringIO
) -> None:
    (tmp_path / "visitors").write_text("a file")
    places = Places(tmp_path / "visitors", VisitorsBook(log))
    async with places.lent(KEY) as store:
        store.record(change())
        assert store.state.look(Shelf.LAST, "河湾晨报") == [5, "p01-a01"]
    events = [json.loads(line) for line in log.getvalue().splitlines()]
    assert {event["event"] for event in events} == {"places"}
    assert places.open_files == 0


# -- in the reading room ------------------------------------------------------------------------------


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


async def leave(visitor: Visitor) -> None:
    visitor.type("q")
    await until(lambda: visitor.is_gone)


async def test_who_logs_in_by_key_goes_on_where_they_left(library: Path, tmp_path: Path) -> None:
    mine, other = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    access = Access(keys=mine.export_public_key() + other.export_public_key())
    async with hall(library, access=access, places=tmp_path / "places") as room:
        async with await connect(room.port, client_keys=[mine]) as connection:
            visitor = await sit_down(connection)
            await until(lambda: visitor.shows("渡口停摆"))
            visitor.type("l")
            await until(lambda: visitor.shows("从下周起"))
            await leave(visitor)
        async with await connect(room.port, client_keys=[mine]) as connection:
            visitor = await sit_down(connection)
            await until(lambda: visitor.shows("从下周起"))
        async with await connect(room.port, client_keys=[other]) as connection:
            visitor = await sit_down(connection)
            await until(lambda: visitor.shows("老桥昨天重新通车"))
            assert not visitor.shows("从下周起")
        await room.event("end", 3)
        assert len(list((tmp_path / "places").glob("*.json"))) <= 2


async def test_a_line_that_breaks_loses_no_place(library: Path, tmp_path: Path) -> None:
    mine = asyncssh.generate_private_key("ssh-ed25519")
    access = Access(keys=mine.export_public_key())
    async with hall(library, access=access, places=tmp_path / "places") as room:
        connection = await connect(room.port, client_keys=[mine])
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        visitor.type("l")
        await until(lambda: visitor.shows("从下周起"))
        connection.abort()
        await room.event("end")
        async with await connect(room.port, client_keys=[mine]) as again:
            visitor = await sit_down(again)
            await until(lambda: visitor.shows("从下周起"))


async def test_who_comes_without_a_key_leaves_nothing(library: Path, tmp_path: Path) -> None:
    access = Access(passwords={"lin": hashed("一行")})
    async with hall(library, access=access, places=tmp_path / "places") as room:
        async with await connect(room.port, username="lin", password="一行") as connection:
            visitor = await sit_down(connection)
            await until(lambda: visitor.shows("渡口停摆"))
            visitor.type("l")
            await until(lambda: visitor.shows("从下周起"))
            await leave(visitor)
        await room.event("end")
    assert not (tmp_path / "places").exists()


class _Showing(asyncssh.SSHClient):
    """Shows somebody else's key without being able to sign with it, then gives a password of their own."""

    def __init__(self, shown: asyncssh.SSHKey, own: asyncssh.SSHKey) -> None:
        self._keys = [_Borrowed(shown, own)]

    def public_key_auth_requested(self) -> asyncssh.SSHKeyPair | None:
        return self._keys.pop() if self._keys else None

    def password_auth_requested(self) -> str:
        return "一行"


class _Borrowed(asyncssh.SSHKeyPair):
    def __init__(self, shown: asyncssh.SSHKey, own: asyncssh.SSHKey) -> None:
        super().__init__(shown.algorithm, shown.algorithm, (shown.algorithm,), (), shown.public_data, b"")
        self._own = own

    def sign(self, data: bytes) -> bytes:
        return self._own.sign(data, self._own.algorithm)


async def test_a_key_that_is_shown_and_not_owned_opens_nobodys_place(library: Path, tmp_path: Path) -> None:
    theirs, mine = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    access = Access(keys=theirs.export_public_key(), passwords={"lin": hashed("一行")})
    async with hall(library, access=access, places=tmp_path / "places") as room:
        connection, _ = await asyncssh.create_connection(
            lambda: _Showing(theirs, mine),
            "127.0.0.1",
            room.port,
            known_hosts=None,
            username="lin",
            config=None,
            client_keys=None,
        )
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        assert "key" not in await room.event("visit")
        visitor.type("l")
        await until(lambda: visitor.shows("从下周起"))
        await leave(visitor)
        connection.close()
        await room.event("end")
    assert not (tmp_path / "places").exists()
