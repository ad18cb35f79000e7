"""A worker: one process with a reading room in it, until it is told to stop or has had its share."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.ssh.counters import Counters
from reader.ssh.listening import listen
from reader.ssh.monitor import open_monitor
from reader.ssh.room import Plan, Room
from reader.ssh.visitors_book import VisitorsBook

_LOOK_SECONDS = 0.5


@dataclass(frozen=True, kw_only=True)
class Shift:
    """What a worker is told."""

    plan: Plan
    book: VisitorsBook
    number: int
    """Its place among the workers, from 0."""
    most_visits: int = 0
    """Visits after which it lets nobody in and ends when the last has left; 0 is never."""
    longest_end: float = 600.0
    """Seconds it then waits for the last to leave."""
    make_room: Callable[[Plan, VisitorsBook, Counters], Room] = Room
    """Makes its room."""
    monitor_port: int | None = None
    """Where counters are told; None nowhere."""


def work(shift: Shift, reserved: Sequence[socket.socket], is_retiring: Callable[[], None]) -> int:
    """Serve visitors, and return the exit status; `is_retiring` is called once nobody is let in any more.

    SIGTERM and SIGINT ask everybody to leave. To be called in the process that is to be the worker.
    """
    return asyncio.run(_work(shift, reserved, is_retiring))


async def _work(shift: Shift, reserved: Sequence[socket.socket], is_retiring: Callable[[], None]) -> int:
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    counters = Counters(shift.number)
    room = shift.make_room(shift.plan, shift.book, counters)
    await room.open(listen(reserved))
    monitor = None
    if shift.monitor_port is not None:
        port = shift.monitor_port + shift.number if shift.monitor_port else 0
        monitor = await open_monitor(port, counters.page)
        shift.book.note("monitor", port=monitor.sockets[0].getsockname()[1])
    shift.book.note("open")

    def retire() -> None:
        if monitor is not None:
            monitor.close()  # its port is the next worker's, who begins while the last visitor still reads
        is_retiring()

    await _until_done(room, shift, stopping, retire)
    await room.close()
    if monitor is not None:
        monitor.close()
    shift.book.note("closed", visits=room.visits)
    return 0


async def _until_done(
    room: Room, shift: Shift, stopping: asyncio.Event, is_retiring: Callable[[], None]
) -> None:
    """Wait until the worker is told to stop, or is done."""
    ends: float | None = None
    parent = os.getppid()
    loop = asyncio.get_running_loop()
    while True:
        try:
            await asyncio.wait_for(stopping.wait(), _LOOK_SECONDS)
            return
        except TimeoutError:
            pass
        if os.getppid() != parent:
            # Nobody would replace or stop us any more, and we would share the port with who comes after.
            shift.book.note("orphaned")
            return
        if ends is None and shift.most_visits and room.visits >= shift.most_visits:
            shift.book.note("retiring", visits=room.visits)
            room.stop_letting_in()
            is_retiring()
            ends = loop.time() + shift.longest_end
        if ends is not None and (room.is_empty or loop.time() > ends):
            return
