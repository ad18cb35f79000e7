"""Visitors of the server under load: real SSH clients, with keys to press and a clock for the answers."""

from __future__ import annotations

import asyncio
import gc
import random
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import asyncssh

from benchmarks.ssh_server import LOOPBACK

SIZE = (120, 40)
SETTLED = 0.15
"""Seconds of silence after which an answer is over."""
ANSWERED = 1.0
"""Seconds after which a key counts as not answered."""
OPENINGS = 8
"""Visitors that come at the same time; of these the server opens four at once."""

CURSOR = ("\t", (b"j", b"k", b"j", b"\x1b[C", b"j", b"k", b"k", b"\x1b[D"))
"""Three moves of the cursor in the contents and an article: what the prototypes were measured with."""
READING = ("", (b" ", b"j", b" ", b"k", b"b", b"\x1b[C", b" ", b"\x1b[D"))
"""Pages and articles, hardly anything small."""
Keys = tuple[str, Sequence[bytes]]


class Answers:
    """What the keys of some visitors have taken, in seconds, and what was not answered."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.missing = 0
        self.bytes = 0

    @property
    def keys(self) -> int:
        """How many keys were pressed."""
        return len(self.seconds) + self.missing


class Terminal(asyncssh.SSHClientSession[bytes]):
    """Counts what comes; it draws nothing, for the load is to be the server's."""

    def __init__(self) -> None:
        self.channel: asyncssh.SSHClientChannel[bytes] | None = None
        self.came = 0
        self.is_gone = False
        self._pressed = self._first = self._last = 0.0
        self._answer = 0

    def data_received(self, data: bytes, datatype: object) -> None:
        now = time.perf_counter()
        self.came += len(data)
        self._answer += len(data)
        # What comes after a silence is not the answer to the key: a clock, a notice.
        if not self._first:
            self._first = self._last = now
        elif now - self._last < SETTLED:
            self._last = now

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_gone = True

    def press(self, keys: bytes) -> None:
        """Press a key, and begin to wait for what comes of it."""
        assert self.channel is not None
        self._first = self._last = 0.0
        self._answer = 0
        self._pressed = time.perf_counter()
        self.channel.write(keys)

    def settle(self, answers: Answers) -> None:
        """Add what the last key has taken."""
        if self._first and self._first - self._pressed < ANSWERED:
            answers.seconds.append(self._last - self._pressed)
            answers.bytes += self._answer
        else:
            answers.missing += 1


async def connect(port: int, **more: Any) -> asyncssh.SSHClientConnection:
    """Log in as anybody does."""
    options: dict[str, Any] = {"known_hosts": None, "username": "guest", "client_keys": None, "config": None}
    options["encryption_algs"] = ["aes128-gcm@openssh.com"]
    return await asyncssh.connect(LOOPBACK, port, **{**options, **more})


class Visitor:
    """One reader at one terminal."""

    def __init__(self, connection: asyncssh.SSHClientConnection, terminal: Terminal) -> None:
        self.connection = connection
        self.terminal = terminal

    @classmethod
    async def come(cls, port: int, size: tuple[int, int] = SIZE) -> Visitor:
        """Log in, open a terminal, and wait for the paper: something, and then nothing for a while."""
        connection = await connect(port)
        terminal = Terminal()
        terminal.channel, _ = await connection.create_session(
            lambda: terminal,
            term_type="xterm-256color",
            term_size=size,
            env={"LANG": "zh_CN.UTF-8"},
            encoding=None,
        )
        before = -1
        while terminal.came < 2000 or terminal.came != before:
            before = terminal.came
            await asyncio.sleep(0.3)
            if terminal.is_gone:
                raise ConnectionError("turned away")
        return cls(connection, terminal)

    async def read(self, keys: Keys, pause: float, seconds: float, answers: Answers) -> None:
        """Press a key every `pause` seconds, at moments of one's own, and count for the last `seconds`.

        A round of the keys is pressed first, begun at any moment of it: people do not turn pages in step.
        """
        first, mix = keys
        around = len(mix) * pause
        counts_from = time.monotonic() + around
        ends = counts_from + seconds
        if first:
            self.terminal.press(first.encode())
        await asyncio.sleep(SETTLED + random.random() * around)
        turn = 0
        while time.monotonic() < ends and not self.terminal.is_gone:
            counts = time.monotonic() >= counts_from
            self.terminal.press(mix[turn % len(mix)])
            turn += 1
            await asyncio.sleep(pause)
            if counts:
                self.terminal.settle(answers)

    async def leave(self) -> None:
        """Leave by the reader's own key, and close the connection."""
        with suppress(OSError, asyncssh.Error):
            if self.terminal.channel is not None:
                self.terminal.channel.write(b"q")
                ends = time.monotonic() + 5
                while not self.terminal.is_gone and time.monotonic() < ends:
                    await asyncio.sleep(0.05)
        self.connection.close()
        with suppress(OSError, asyncssh.Error, TimeoutError):
            await asyncio.wait_for(self.connection.wait_closed(), 5)


async def come_all(port: int, count: int) -> list[Visitor]:
    """Have so many visitors come, a few at a time."""
    few = asyncio.Semaphore(OPENINGS)

    async def one() -> Visitor:
        async with few:
            return await Visitor.come(port)

    return list(await asyncio.gather(*(one() for _ in range(count))))


async def read_all(visitors: Sequence[Visitor], keys: Keys, pause: float, seconds: float) -> Answers:
    """Have visitors read, and return what their keys have taken."""
    answers = Answers()
    gc.collect()
    gc.disable()  # a collection here would count as the server's
    try:
        await asyncio.gather(*(visitor.read(keys, pause, seconds, answers) for visitor in visitors))
    finally:
        gc.enable()
    return answers


async def leave_all(visitors: Sequence[Visitor]) -> None:
    """Have visitors leave."""
    await asyncio.gather(*(visitor.leave() for visitor in visitors))
