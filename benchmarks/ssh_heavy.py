"""One visitor who asks for much: how long others on the same worker wait for a key meanwhile.

The paper is an edition of fifteen megabytes, and then a library of 36,500 editions. Another visitor presses a
key twenty times a second; the longest of its waits is at least as long as the loop has stood still.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import papers, stage
from benchmarks.back_issues import make_library
from benchmarks.ssh_server import serving
from benchmarks.ssh_visitors import SIZE, Terminal, Visitor
from benchmarks.table import Figure, ms, percentile, print_table

EDITIONS = 36_500
BEAT = 0.05
"""Seconds from key to key of the one who waits."""
MOST = 0.05
"""Seconds more than in quiet that a key may wait for the loop."""


class Deed(NamedTuple):
    """What the demanding visitor does: keys, and seconds to let them work."""

    what: str
    keys: Sequence[bytes]
    pause: float
    """Seconds after each key."""


QUIET = Deed("nothing", (), 0.0)
IN_EDITION = (
    Deed("come and go", (b"come",), 4.0),
    Deed("the end and the beginning", (b"G", b"g") * 3, 0.5),
    Deed("page after page", (b" ",) * 40, 0.05),
    Deed("articles, one after the other", (b"\x1b[C",) * 30, 0.1),
    Deed("contents to and fro", (b"s", b"s", b"\t", b"\x1b[F", b"\x1b[H", b"\t"), 0.5),
    Deed("search while typing", (b"/", b"a", b"\x7f", "的".encode(), "水".encode(), b"\x1b"), 0.7),
    Deed("matches", (b"/", "水".encode(), b"\r", b"n", b"n", b"n", b"N", b"\x1b"), 0.5),
    Deed("the made-up page", (b"v", b"]", b"]", b"[", b"v"), 1.0),
    Deed("another measure", (b"+", b"-", b"=", b"J", b"J"), 0.5),
    Deed("every theme", (b"t",) * 8, 0.3),
    Deed("palette", (b"\x10", b"a", b"r", b"t", b"\x1b"), 0.5),
    Deed("notices and marks", (b"a", b"\x1b", b"m", b"M", b"\x1b", b"?", b"\x1b"), 0.5),
)
IN_LIBRARY = (
    Deed("come and go", (b"come",), 4.0),
    Deed("the calendar", (b"c", b"k", b"k", b"\x1b[5~", b"\x1b[5~", b"\x1b[6~", b"\x1b"), 0.6),
    Deed("edition before edition", (b"{",) * 6 + (b"}",) * 6, 0.4),
    Deed("the newest", (b"O", b"{", b"O"), 0.5),
    Deed("search all editions", (b"/", "水".encode(), b"\t", "库".encode(), b"\x7f", b"\x1b"), 2.0),
    Deed("notices", (b"a", b"\x1b"), 1.0),
)


def main(editions: int = EDITIONS) -> None:
    """Measure and print."""
    with stage.stage() as folder:
        huge = papers.thousandfold(papers.SEED if papers.SEED.exists() else papers.newest_edition(), folder)
        _table(f"an edition of {huge.stat().st_size / 1e6:.1f} MB", folder, huge, IN_EDITION)
        library = make_library(folder / "library", editions, 1, 200)
        _table(f"a library of {editions:,} editions", folder, library, IN_LIBRARY)


def _table(title: str, folder: Path, place: Path, deeds: Sequence[Deed]) -> None:
    with serving(folder, place) as server:
        rows = asyncio.run(_measured(server.port, deeds))
    print_table(f"another's key while one visitor asks for much of {title}", rows)


async def _measured(port: int, deeds: Sequence[Deed]) -> list[Figure]:
    waiting, asking = await Visitor.come(port), await Visitor.come(port)
    await asyncio.sleep(2)
    rows: list[Figure] = []
    quiet = 0.0
    for deed in (QUIET, *deeds):
        doing = asyncio.create_task(_do(port, asking, deed))
        waits = await _wait(waiting.terminal, doing)
        longest = max(waits)
        quiet = quiet or longest
        rows.append(
            Figure(
                deed.what,
                f"p50 {ms(percentile(waits, 0.5))}, p95 {ms(percentile(waits, 0.95))}, longest {ms(longest)}",
                f"quiet, longest {ms(quiet)}",
                longest / quiet,
                f"≤ {ms(quiet + MOST)}",
                longest <= quiet + MOST,
            )
        )
    await asking.leave()
    await waiting.leave()
    return rows


async def _do(port: int, visitor: Visitor, deed: Deed) -> None:
    assert visitor.terminal.channel is not None
    if not deed.keys:
        await asyncio.sleep(4)
    for key in deed.keys:
        if key == b"come":
            other = await Visitor.come(port, SIZE)
            await other.leave()
        else:
            visitor.terminal.channel.write(key)
        await asyncio.sleep(deed.pause)


async def _wait(terminal: Terminal, doing: asyncio.Task[None]) -> list[float]:
    """Press a key again and again until it is done, and return the seconds to each first byte."""
    assert terminal.channel is not None
    waits: list[float] = []
    turn = 0
    while not doing.done():
        began, before = time.perf_counter(), terminal.came
        terminal.channel.write(b"\t" if turn % 2 == 0 else b"\x1b[Z")
        turn += 1
        while terminal.came == before and time.perf_counter() - began < 5:
            await asyncio.sleep(0.001)
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(max(0.0, BEAT - waits[-1]))
    await doing
    return waits


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
