"""A worker: one process with a reading room in it, until it is told to stop or has had its share."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.ssh.access import Access
from reader.ssh.counters import Counters
from reader.ssh.monitor import open_monitor
from reader.ssh.paper_watch import PaperWatch
from reader.ssh.refusal import Refusal
from reader.ssh.resident import resident
from reader.ssh.room import Plan, Room
from reader.ssh.visitors_book import VisitorsBook

SWITCH_SECONDS = 0.0005
"""How long a thread may keep the interpreter while another waits for it."""
_LOOK_SECONDS = 0.5
_WATCH_SECONDS = 30.0
"""How often it is looked whether the newest editions can be read."""
_MEBIBYTE = 1024 * 1024
_TOO_MUCH = 2
"""Times the memory it may hold at which a worker ends the visits of those who still read."""


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
    overlap: float = 2.0
    """Seconds it still lets visitors in while the worker in its place begins, so that nobody is refused."""
    renew: Callable[[VisitorsBook], Access] | None = None
    """Reads anew, on SIGHUP, what may change while it serves, and returns who may enter."""
    watch_seconds: float = _WATCH_SECONDS
    """Seconds between two looks at the newest editions; only the first of the workers looks."""
    monitor: socket.socket | None = None
    """Listens where counters are told; None nowhere."""


def work(shift: Shift, listeners: Sequence[socket.socket], is_retiring: Callable[[], None]) -> int:
    """Serve visitors, and return the exit status; `is_retiring` is called once nobody is let in any more.

    SIGTERM and SIGINT ask everybody to leave, SIGHUP has the shift renewed. To be called in the process that
    is to be the worker.
    """
    return asyncio.run(_work(shift, listeners, is_retiring))


async def _work(shift: Shift, listeners: Sequence[socket.socket], is_retiring: Callable[[], None]) -> int:
    # What threads work out for one visitor must not keep the loop from the others: at the usual five
    # milliseconds every write of a frame could cost that much, for it lets another thread have its turn.
    sys.setswitchinterval(SWITCH_SECONDS)
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    counters = Counters(shift.number)
    counters.gauges["memory_bytes"] = resident
    room = shift.make_room(shift.plan, shift.book, counters)
    loop.add_signal_handler(signal.SIGHUP, _renew, room, shift)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP})  # one that came before is heard now
    await room.open(listeners)
    monitor = None
    if shift.monitor is not None:
        monitor = await open_monitor(shift.monitor, counters.page)
        shift.book.note("monitor", port=monitor.sockets[0].getsockname()[1])
    shift.book.note("open")
    watching = [asyncio.create_task(_watch_parent(shift.book, stopping))]
    if shift.number == 0:  # once is enough for all
        watching.append(asyncio.create_task(_watch_papers(shift)))
    why = await _until_retiring(room, shift, stopping)
    if monitor is not None:
        monitor.close()  # whoever takes the place answers at this port
    if why is not None:
        is_retiring()
        why = await _until_empty(room, shift, stopping, why)
    await room.close(why=why or Refusal.CLOSING)
    for task in watching:
        task.cancel()
    shift.book.note("closed", visits=room.visits)
    return 0


def _renew(room: Room, shift: Shift) -> None:
    if shift.renew is not None:
        room.reception.access = shift.renew(shift.book)


async def _watch_parent(book: VisitorsBook, stopping: asyncio.Event) -> None:
    """Stop the worker when its parent is gone: it would share the port with who comes after."""
    parent = os.getppid()
    while os.getppid() == parent:
        await asyncio.sleep(_LOOK_SECONDS)
    book.note("orphaned")
    stopping.set()


async def _watch_papers(shift: Shift) -> None:
    """Say which of the newest editions cannot be read."""
    watch = PaperWatch(shift.plan.kiosk, shift.book)
    while True:
        await asyncio.to_thread(watch.look)
        await asyncio.sleep(shift.watch_seconds)


async def _until_retiring(room: Room, shift: Shift, stopping: asyncio.Event) -> Refusal | None:
    """Wait until the worker has had its share, and return of what; None when it is told to stop."""
    most = shift.plan.rules.memory
    while not await _is_set(stopping, _LOOK_SECONDS):
        holds = resident() if most else 0
        if holds > most:
            why = Refusal.MEMORY
        elif shift.most_visits and room.visits >= shift.most_visits:
            why = Refusal.CLOSING
        else:
            continue
        shift.book.note("retiring", visits=room.visits, reason=why.word, mebibytes=holds // _MEBIBYTE)
        return why
    return None


async def _until_empty(room: Room, shift: Shift, stopping: asyncio.Event, why: Refusal) -> Refusal:
    """Wait until the last visitor has left or may stay no longer; return why those there are have to go."""
    loop = asyncio.get_running_loop()
    ends = loop.time() + shift.longest_end
    if await _is_set(stopping, shift.overlap):
        return Refusal.CLOSING
    room.stop_letting_in(why if why is Refusal.MEMORY else None)
    most = _TOO_MUCH * shift.plan.rules.memory
    while not room.is_empty and loop.time() < ends and not await _is_set(stopping, _LOOK_SECONDS):
        if 0 < most < resident():
            shift.book.note("overfull", mebibytes=resident() // _MEBIBYTE)
            return Refusal.MEMORY
    return Refusal.CLOSING


async def _is_set(event: asyncio.Event, seconds: float) -> bool:
    """Wait so many seconds at most for an event; has it come?"""
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True
