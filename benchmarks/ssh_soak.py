"""Visitors coming and going: memory, descriptors, threads and tasks of the workers stay where they were.

By itself some hundreds of visits; ``python -m benchmarks.ssh_soak --visits 10000 --minutes 30`` for the
whole of it. It ends with whichever comes first.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
from contextlib import suppress

import asyncssh

from benchmarks import papers, stage
from benchmarks.ssh_server import Held, Server, serving
from benchmarks.ssh_visitors import READING, Answers, Terminal, Visitor, connect
from benchmarks.table import Figure, ms, percentile, print_table

VISITS, MINUTES, AT_ONCE, WORKERS = 600, 2.5, 40, 2
FOR_EVER = ("--recycle", "1000000")
"""No worker is replaced: what it leaves behind is to be seen."""
PARTS = 5
"""How often the workers are looked at: at the beginning, and after each part."""
REST = 4.0
"""Seconds without a key before they are looked at: a full collection comes after two."""
HOLLOW = 50
"""Apps a worker may still have: the event loop keeps a timer that was called off until it has a hundred of
them, and each knows its app, of which nothing is left by then."""
FLAT = 1.1
"""Memory at the end as a multiple of memory after the first part that still counts as flat."""


class Crowd:
    """People who come, read a little and go, each in a way of their own."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.answers = Answers()
        self.visits = 0
        self.turned_away = 0

    async def come_and_go(self, visits: int, ends: float) -> None:
        """Have so many visits made, a number of them at the same time, and stop at a moment in any case."""
        todo = iter(range(visits))

        async def person() -> None:
            for _ in todo:
                if time.monotonic() > ends:
                    return
                try:
                    await asyncio.wait_for(self._visit(), 60)
                    self.visits += 1
                except (OSError, asyncssh.Error, TimeoutError):
                    self.turned_away += 1

        await asyncio.gather(*(person() for _ in range(AT_ONCE)))

    async def _visit(self) -> None:
        """Come, press a few keys, and leave by the key or by hanging up; a few go before it is there."""
        if random.random() < 0.1:
            await self._look_in()
            return
        visitor = await Visitor.come(self._port, random.choice(((80, 24), (120, 40))))
        await visitor.read(READING, 0.2, random.uniform(0.3, 1.5), self.answers)
        if random.random() < 0.7:
            await visitor.leave()
        else:
            visitor.connection.abort()

    async def _look_in(self) -> None:
        connection = await connect(self._port)
        await connection.create_session(
            Terminal, term_type="xterm", term_size=(80, 24), env={"LANG": "zh_CN.UTF-8"}, encoding=None
        )
        await asyncio.sleep(random.random() * 0.05)
        connection.abort()


def main(visits: int = VISITS, minutes: float = MINUTES) -> None:
    """Measure and print."""
    with (
        stage.stage() as folder,
        serving(folder, papers.CHECKOUT / "editions", *FOR_EVER, workers=WORKERS) as server,
    ):
        crowd = Crowd(server.port)
        unvisited = server.counters()
        looks = asyncio.run(_soak(server, crowd, visits, minutes))
        counters = server.counters()
    shown = [_total(look) for look in looks]
    names = ("at the beginning", *(f"after {part} of {PARTS}" for part in range(1, PARTS + 1)))
    rows = [Figure(name, _said(look, len(looks[0]))) for name, look in zip(names, shown, strict=True)]
    first, last = shown[1], shown[-1]
    growth = last.mebibytes / first.mebibytes
    rows.append(
        Figure(
            "memory, last against first part",
            f"{last.mebibytes:.1f} MiB",
            f"{first.mebibytes:.1f} MiB",
            growth,
            f"≤ {FLAT}x",
            growth <= FLAT,
        )
    )
    for name, now, then in (
        ("file descriptors left behind", last.files, shown[0].files),
        ("threads beyond the pool's", last.threads, first.threads),
    ):
        rows.append(Figure(name, str(now - then), "", None, "0", now <= then))
    rows.append(Figure("most memory a worker held", f"{max(held.peak for held in looks[-1]):.1f} MiB"))
    for name, what in (
        ("visitors left behind", "visitors"),
        ("tasks left behind", "tasks"),
        ("empty apps left behind", "apps"),
    ):
        spare, most = (
            _gauge(counters, what) - _gauge(unvisited, what),
            HOLLOW * WORKERS if what == "apps" else 0,
        )
        rows.append(Figure(name, f"{spare:.0f}", "", None, f"≤ {most}", spare <= most))
    failures = sum(count for key, count in counters.items() if "failures_total" in key)
    rows.append(Figure("visits ended by an error", f"{failures:.0f}", "", None, "0", not failures))
    rows.append(Figure("turned away or broken", str(crowd.turned_away), "", None, "0", not crowd.turned_away))
    seconds = crowd.answers.seconds
    rows.append(
        Figure(
            f"{len(seconds)} keys meanwhile",
            f"p50 {ms(percentile(seconds, 0.5))}, p95 {ms(percentile(seconds, 0.95))}",
        )
    )
    print_table(f"{crowd.visits} visits coming and going, {AT_ONCE} at a time, {WORKERS} workers", rows)


async def _soak(server: Server, crowd: Crowd, visits: int, minutes: float) -> list[list[Held]]:
    ends = time.monotonic() + 60 * minutes
    looks = [server.held()]
    for part in range(PARTS):
        mine = visits * (part + 1) // PARTS - visits * part // PARTS
        left = ends - time.monotonic()
        await crowd.come_and_go(mine, time.monotonic() + left / (PARTS - part) - REST)
        await asyncio.sleep(REST)
        looks.append(server.held())
        _note(part, crowd, looks[-1])
    return looks


def _gauge(counters: dict[str, float], what: str) -> float:
    """How much of something the workers have at a moment."""
    return sum(count for key, count in counters.items() if key.startswith(f"paper_reader_{what}{{"))


def _note(part: int, crowd: Crowd, look: list[Held]) -> None:
    """Say how far it has come: the whole of it takes half an hour."""
    with suppress(BrokenPipeError):
        print(f"  {part + 1}/{PARTS}: {crowd.visits} visits, {_said(_total(look), len(look))}", flush=True)


def _total(look: list[Held]) -> Held:
    return Held(*map(sum, zip(*look, strict=True)))


def _said(total: Held, workers: int) -> str:
    return (
        f"{total.mebibytes / workers:.1f} MiB, {total.files / workers:.1f} descriptors, "
        f"{total.threads / workers:.1f} threads a worker"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=VISITS)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    given = parser.parse_args()
    main(given.visits, given.minutes)
