"""What twenty readers notice of others who misbehave: their p95 beside a quiet one of the same run."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

import asyncssh

from benchmarks import papers, stage
from benchmarks.ssh_server import LOOPBACK, serving
from benchmarks.ssh_visitors import READING, Terminal, Visitor, come_all, connect, leave_all, read_all
from benchmarks.table import Figure, ms, percentile, print_table

READERS, PAUSE, SECONDS = 20, 0.5, 8.0
MOST = 2.0
"""Times the quiet p95 that is allowed."""
Fault = Callable[[int, float], Awaitable[None]]


async def _nothing(_: int, ends: float) -> None:
    await asyncio.sleep(ends - time.monotonic())


async def _vanish(port: int, ends: float) -> None:
    """Come, and be gone without a word while the paper opens: two a second."""
    while time.monotonic() < ends:
        connection = await connect(port)
        with suppress(asyncssh.Error, OSError):
            await _terminal(connection)
        await asyncio.sleep(0.1)
        connection.abort()
        await asyncio.sleep(0.4)


async def _garbage_first(port: int, ends: float) -> None:
    """Send bytes that are no SSH, ten times a second."""
    while time.monotonic() < ends:
        with suppress(OSError):
            _, writer = await asyncio.open_connection(LOOPBACK, port)
            writer.write(random.randbytes(4096))
            await asyncio.sleep(0.1)
            writer.close()


async def _garbage_typed(port: int, ends: float) -> None:
    """Type bytes that are no keys, four kilobytes a second."""
    visitor = await Visitor.come(port)
    while time.monotonic() < ends and not visitor.terminal.is_gone:
        _send(visitor, random.randbytes(400).replace(b"q", b"").replace(b"Q", b""))
        await asyncio.sleep(0.1)
    await visitor.leave()


async def _resize(port: int, ends: float) -> None:
    """Draw a window larger and smaller a thousand times."""
    visitor = await Visitor.come(port)
    for turn in range(1000):
        if visitor.terminal.channel is not None and not visitor.terminal.is_gone:
            visitor.terminal.channel.change_terminal_size(60 + turn % 100, 20 + turn % 40)
        await asyncio.sleep(max(0.0, ends - time.monotonic()) / (1000 - turn))
    await visitor.leave()


async def _hold(port: int, ends: float) -> None:
    """Hold a key down: thirty a second, as keyboards do."""
    visitor = await Visitor.come(port)
    turn = 0
    while time.monotonic() < ends and not visitor.terminal.is_gone:
        _send(visitor, b"j" if turn // 60 % 2 == 0 else b"k")
        turn += 1
        await asyncio.sleep(1 / 30)
    await visitor.leave()


async def _never_read(port: int, ends: float) -> None:
    """Turn pages, four a second, and take nothing of what is sent."""
    visitor = await Visitor.come(port)
    assert visitor.terminal.channel is not None
    visitor.terminal.channel.pause_reading()
    while time.monotonic() < ends and not visitor.terminal.is_gone:
        _send(visitor, b" b")
        await asyncio.sleep(0.25)
    visitor.connection.abort()


async def _knock(port: int, ends: float) -> None:
    """Open a thousand connections and say nothing."""
    writers = []
    for turn in range(1000):
        with suppress(OSError):
            _, writer = await asyncio.open_connection(LOOPBACK, port)
            writers.append(writer)
        await asyncio.sleep(max(0.0, ends - time.monotonic()) / (1000 - turn))
    for writer in writers:
        writer.close()


FAULTS: tuple[tuple[str, Fault], ...] = (
    ("nothing", _nothing),
    ("vanish while it opens, 2 a second", _vanish),
    ("send garbage before SSH, 10 a second", _garbage_first),
    ("type garbage, 4 KB a second", _garbage_typed),
    ("resize 1,000 times", _resize),
    ("hold a key, 30 a second", _hold),
    ("never read", _never_read),
    ("open 1,000 connections", _knock),
)


def main() -> None:
    """Measure and print."""
    with (
        stage.stage() as folder,
        serving(folder, papers.CHECKOUT / "editions", "--visitors", "100") as server,
    ):
        before = server.held()[0]
        rows = asyncio.run(_measured(server.port))
        time.sleep(4)
        after, counters = server.held()[0], server.counters()
    late = sum(count for name, count in counters.items() if "delay" in name and '"0.05"' in name)
    looks = sum(count for name, count in counters.items() if "delay" in name and '"+Inf"' in name)
    rows += [
        Figure(
            "descriptors left behind",
            str(after.files - before.files),
            "",
            None,
            "0",
            after.files <= before.files,
        ),
        Figure("memory before and after", f"{after.mebibytes:.1f} MiB", f"{before.mebibytes:.1f} MiB"),
        Figure("loop late by more than 50 ms", f"{looks - late:.0f} of {looks:.0f} looks"),
    ]
    print_table(f"p95 of {READERS} readers × 1 key/{PAUSE:g} s on one worker, while others …", rows)


async def _measured(port: int) -> list[Figure]:
    visitors = await come_all(port, READERS)
    await asyncio.sleep(2)
    rows: list[Figure] = []
    quiet = 0.0
    for name, fault in FAULTS:
        ends = time.monotonic() + SECONDS + len(READING[1]) * PAUSE
        _, answers = await asyncio.gather(
            fault(port, ends), read_all(visitors, READING, PAUSE, SECONDS), return_exceptions=False
        )
        p50, p95 = (percentile(answers.seconds, share) for share in (0.5, 0.95))
        quiet = quiet or p95
        rows.append(
            Figure(
                name,
                f"p50 {ms(p50)}, p95 {ms(p95)}, not answered {answers.missing} of {answers.keys}",
                ms(quiet),
                p95 / quiet,
                f"≤ {MOST:g}x",
                p95 <= MOST * quiet,
            )
        )
    await leave_all(visitors)
    return rows


async def _terminal(connection: asyncssh.SSHClientConnection) -> None:
    await connection.create_session(Terminal, term_type="xterm-256color", term_size=(120, 40), encoding=None)


def _send(visitor: Visitor, data: bytes) -> None:
    if visitor.terminal.channel is not None:
        with suppress(OSError, asyncssh.Error):
            visitor.terminal.channel.write(data)


if __name__ == "__main__":
    main()
