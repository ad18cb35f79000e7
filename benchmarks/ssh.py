"""The paper over SSH under load: a hundred readers on one worker, five hundred on two.

Beside them, in the same run: five readers by themselves, and a bare SSH server that answers with as many
bytes. Readers are real SSH clients in this process; the server is a process of its own on the same cores.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import papers, ssh_echo, stage
from benchmarks.ssh_server import Held, Server, serving, started
from benchmarks.ssh_visitors import CURSOR, READING, Answers, Keys, Visitor, come_all, leave_all, read_all
from benchmarks.table import Figure, ms, percentile, print_table

SECONDS = 20.0
FEW = 5
STALL = "0.05"
"""The class of the monitor's histogram beyond which the loop has stalled, in seconds."""


class Load(NamedTuple):
    """So many readers with a key every `pause` seconds on so many workers, and the goal for p95."""

    readers: int
    pause: float
    workers: int
    goal: float
    keys: Keys
    what: str


class Measured(NamedTuple):
    """What a load has come to."""

    answers: Answers
    mebibytes: float
    """A reader, after reading."""
    opening: float
    """Seconds of processor time to open one."""
    key: float
    """Seconds of processor time a key, what else goes on included."""
    idle: float
    """Share of a core while nobody presses a key."""
    stalls: float
    """Looks at the loop, of four a second, at which it was more than 50 ms late."""


LOADS = (
    Load(100, 1.0, 1, 0.025, CURSOR, "cursor and articles"),
    Load(100, 1.0, 1, 0.025, READING, "pages and articles"),
    Load(500, 5.0, 2, 0.016, CURSOR, "cursor and articles"),
)


def main(readers: Sequence[int] = (100, 500), seconds: float = SECONDS, mixes: int = len(LOADS)) -> None:
    """Measure and print the loads of so many readers, each for so many seconds, the first mixes of keys."""
    with stage.stage() as folder:
        for load in [load for load in LOADS if load.readers in readers][:mixes]:
            few = load._replace(readers=FEW, pause=1.0, workers=1)
            quiet, busy = measured(folder, few, seconds), measured(folder, load, seconds)
            bare = _bare(folder, load, busy.answers.bytes // max(1, busy.answers.keys))
            title = f"{load.readers} readers × 1 key/{load.pause:g} s, workers: {load.workers}; {load.what}"
            print_table(title, _rows(load, busy, quiet, bare))


def measured(folder: Path, load: Load, seconds: float = SECONDS) -> Measured:
    """Have readers read, and return what it came to."""
    place = papers.CHECKOUT / "editions"
    with serving(folder, place, workers=load.workers) as server:
        return asyncio.run(_measured(server, load, seconds))


async def _measured(server: Server, load: Load, seconds: float) -> Measured:
    (first,) = await come_all(server.port, 1)
    await asyncio.sleep(1)
    empty = server.held()
    visitors = [first, *await come_all(server.port, load.readers - 1)]
    await asyncio.sleep(3)
    opened = server.held()
    await asyncio.sleep(5)
    rested, stalled = server.held(), _stalls(server)
    answers = await read_all(visitors, load.keys, load.pause, seconds)
    read, stalls = server.held(), _stalls(server) - stalled
    pressed = load.readers * (seconds / load.pause + len(load.keys[1]) / 2)
    await leave_all(visitors)
    more = max(1, load.readers - 1)
    return Measured(
        answers,
        sum(now.mebibytes - then.mebibytes for now, then in zip(read, empty, strict=True)) / more,
        _spent(empty, opened) / more,
        _spent(rested, read) / pressed,
        _spent(opened, rested) / 5,
        stalls,
    )


def _bare(folder: Path, load: Load, frame: int) -> Answers:
    """Return the answers of a server that does nothing but answer."""
    log = folder / f"echo-{frame}.log"
    command = [sys.executable, "-m", ssh_echo.__name__, str(frame), str(log)]
    with started(command, folder, log) as server:
        return asyncio.run(_answers(server.port, load))


async def _answers(port: int, load: Load) -> Answers:
    visitors: list[Visitor] = await come_all(port, load.readers)
    answers = await read_all(visitors, load.keys, load.pause, SECONDS / 2)
    await leave_all(visitors)
    return answers


def _rows(load: Load, busy: Measured, quiet: Measured, bare: Answers) -> list[Figure]:
    p95, calm = percentile(busy.answers.seconds, 0.95), percentile(quiet.answers.seconds, 0.95)
    ssh = percentile(bare.seconds, 0.95)
    return [
        Figure("key to last byte", _said(busy.answers), f"{FEW} readers {_said(quiet.answers)}", p95 / calm),
        Figure(
            "  p95",
            ms(p95),
            f"bare SSH p95 {ms(ssh)}",
            p95 / ssh,
            f"≤ {load.goal * 1000:.0f} ms",
            p95 <= load.goal,
        ),
        Figure(
            "  not answered",
            f"{busy.answers.missing} of {busy.answers.keys}",
            f"{quiet.answers.missing} of {quiet.answers.keys}",
            None,
            "0",
            not busy.answers.missing,
        ),
        Figure("  bytes a key", f"{busy.answers.bytes / busy.answers.keys:.0f}"),
        Figure("memory a session", f"{busy.mebibytes:.2f} MiB", "", None, "≤ 3 MiB", busy.mebibytes <= 3),
        Figure("processor time a key", ms(busy.key), ms(quiet.key), None, "≤ 5 ms", busy.key <= 0.005),
        Figure("processor time to open", ms(busy.opening)),
        Figure("a core while nobody types", f"{busy.idle * 100:.1f} %"),
        Figure("loop late by more than 50 ms", f"{busy.stalls:.0f}", f"{quiet.stalls:.0f}"),
    ]


def _said(answers: Answers) -> str:
    p50, p95, p99 = (percentile(answers.seconds, share) for share in (0.5, 0.95, 0.99))
    return f"p50 {ms(p50)}, p95 {ms(p95)}, p99 {ms(p99)}"


def _spent(then: list[Held], now: list[Held]) -> float:
    return sum(after.seconds - before.seconds for before, after in zip(then, now, strict=True))


def _stalls(server: Server) -> float:
    counters = server.counters()
    late = {key: count for key, count in counters.items() if "loop_delay_seconds_bucket" in key}
    return sum(
        count if '"+Inf"' in key else -count
        for key, count in late.items()
        if f'"{STALL}"' in key or '"+Inf"' in key
    )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or (100, 500))
