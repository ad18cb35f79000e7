"""A reading room on the loopback address, and visitors with a real SSH client and a real screen."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncssh
import pyte

from reader.loading.load import load_edition
from reader.ssh.access import Access
from reader.ssh.counters import Counters
from reader.ssh.house_rules import HouseRules
from reader.ssh.kiosk import Kiosk
from reader.ssh.listening import listen
from reader.ssh.room import Plan, Room
from reader.ssh.visitors_book import VisitorsBook
from tests.cli.paper import put
from tests.terminal import rows_of

PATIENCE = 10.0
"""Seconds that anything may take before it counts as not happening; what happens is waited for by looking."""


class Hall:
    """An open room, its port and its book."""

    def __init__(self, room: Room, port: int, log: io.StringIO) -> None:
        self.room = room
        self.port = port
        self._log = log

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return what the book has of an event."""
        lines = [json.loads(line) for line in self._log.getvalue().splitlines()]
        return [line for line in lines if line["event"] == name]

    async def event(self, name: str, count: int = 1) -> dict[str, Any]:
        """Wait until the book has an event so often, and return the last."""
        await until(lambda: len(self.events(name)) >= count)
        return self.events(name)[-1]


def host_key() -> bytes:
    """Return a host key for a test."""
    return asyncssh.generate_private_key("ssh-ed25519").export_private_key()


@asynccontextmanager
async def hall(
    place: Path, rules: HouseRules | None = None, access: Access | None = None, **more: Any
) -> AsyncIterator[Hall]:
    """Open a room with the papers of this place."""
    log = io.StringIO()
    usual = HouseRules(connections_a_minute=0)
    plan = Plan(
        host_key=host_key(),
        kiosk=Kiosk(place, load_edition),
        rules=rules or usual,
        access=access or Access(),
        **more,
    )
    room = Room(plan, VisitorsBook(log), Counters())
    listeners = listen("127.0.0.1", 0)
    await room.open(listeners.of(0))
    try:
        yield Hall(room, listeners.where[0][1], log)
    finally:
        await room.close()
        listeners.close()


async def until(is_so: Any) -> None:
    """Wait until something is so.

    Raises:
        TimeoutError: it never is.
    """
    async with asyncio.timeout(PATIENCE):
        while not is_so():
            await asyncio.sleep(0.01)


class Visitor(asyncssh.SSHClientSession[bytes]):
    """A visitor's terminal: what the server draws stands on its screen."""

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self.is_gone = False
        self.status: int | None = None
        self.channel: asyncssh.SSHClientChannel[bytes] | None = None

    def data_received(self, data: bytes, datatype: object) -> None:
        self.raw += data
        # pyte stumbles over a few private sequences that terminals ignore.
        for sequence in (b"\x1b[>25u", b"\x1b[<u", b"\x1b[?2026$p"):
            data = data.replace(sequence, b"")
        self._stream.feed(data)

    def exit_status_received(self, status: int) -> None:
        self.status = status

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_gone = True

    def lines(self) -> list[str]:
        """Return the lines of the screen."""
        return [line.rstrip() for line in rows_of(self._screen)]

    def shows(self, words: str) -> bool:
        """Is this on the screen? A wide character's second cell does not count."""
        return words in "\n".join(self.lines())

    def type(self, keys: str | bytes) -> None:
        """Press keys."""
        assert self.channel is not None
        self.channel.write(keys.encode() if isinstance(keys, str) else keys)


async def connect(port: int, **more: Any) -> asyncssh.SSHClientConnection:
    """Log in as anybody does."""
    options: dict[str, Any] = {"known_hosts": None, "username": "guest", "client_keys": None, "config": None}
    return await asyncssh.connect("127.0.0.1", port, **{**options, **more})


async def sit_down(
    connection: asyncssh.SSHClientConnection,
    size: tuple[int, int] = (80, 24),
    term: str | None = "xterm-256color",
    env: dict[str, str] | None = None,
) -> Visitor:
    """Open a terminal and return the visitor who looks at it."""
    told: Any = env or {"LANG": "zh_CN.UTF-8"}
    visitor = Visitor(*size)
    visitor.channel, _ = await connection.create_session(
        lambda: visitor, term_type=term, term_size=size, env=told, encoding=None
    )
    return visitor


def a_library(folder: Path) -> Path:
    """Return a library of two editions."""
    put(folder, "2025-04-05", headline="老桥重开")
    put(folder, "2025-04-06", headline="渡口停摆")
    return folder
