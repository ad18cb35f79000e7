"""The reading room of one worker: doors, visitors, and what has to be seen to while they read."""

from __future__ import annotations

import asyncio
import socket
import traceback
import weakref
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from reader.archive.issue_index import IssueIndex
from reader.edition.wording import Tongue
from reader.reading.store import StateStore
from reader.ssh.access import Access
from reader.ssh.counters import Counters
from reader.ssh.guest_store import GuestStore
from reader.ssh.house_rules import HouseRules
from reader.ssh.kiosk import Kiosk, NoPaper, Paper
from reader.ssh.line import Line
from reader.ssh.places import Places
from reader.ssh.proxy_header import Network
from reader.ssh.reception import Reception
from reader.ssh.refusal import Refusal
from reader.ssh.seated import Entrance, KnownGuest, Seated
from reader.ssh.sweeping import Sweeper
from reader.ssh.visit import Visit
from reader.ssh.visitor_app import VisitorApp
from reader.ssh.visitor_opening import visitor_opening
from reader.ssh.visitor_terminal import VisitorTerminal
from reader.ssh.visitors_book import VisitorsBook
from reader.tui.desk import Habits
from reader.tui.edition_app import laid_out
from reader.tui.index_news import IndexPost
from reader.tui.opening import Opening

_TRACE = 1500
"""Characters of a traceback that go into the book: its end, where the error is."""
_LOOK_SECONDS = 0.25
_OPENING_SECONDS = 20.0
"""How long a visit may take to open before it no longer keeps others waiting."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a reading room is told by whoever opens it."""

    host_key: bytes = b""
    kiosk: Kiosk
    access: Access = field(default_factory=Access)
    rules: HouseRules = field(default_factory=HouseRules)
    habits: Habits = field(default_factory=Habits)
    tongue: Tongue = "zh"
    banner: str = ""
    make_index: Callable[[Path], IssueIndex] | None = None
    index_post: IndexPost | None = None
    """Who keeps the index of the library tells of it here; None: nobody keeps it."""
    can_copy: bool = False
    places: Path | None = None
    """Where visitors who log in by key have their place kept; None: nowhere."""
    proxies: Sequence[Network] = ()
    """Whose word is taken on where a connection comes from (the PROXY protocol)."""

    def opening(self, paper: Paper, terminal: VisitorTerminal, store: StateStore) -> Opening:
        """Return what a visitor is handed who has this terminal and is remembered by this store."""
        return visitor_opening(
            paper,
            self.kiosk.root,
            terminal,
            self.tongue,
            self.habits,
            self.make_index,
            store,
            index_post=self.index_post,
            can_copy=self.can_copy,
        )


class Room:
    """Seats visitors; `close` tells them that it closes and returns when they have left."""

    def __init__(self, plan: Plan, book: VisitorsBook, counters: Counters) -> None:
        self._plan = plan
        self.book = book
        self.counters = counters
        self.reception = Reception(plan.rules, access=plan.access)
        self._places = Places(plan.places, book) if plan.places else None
        self._sweeper = Sweeper()
        self._openings = asyncio.Semaphore(plan.rules.openings or 1_000_000)
        self._seats: set[Seated] = set()
        self._apps: weakref.WeakSet[VisitorApp] = weakref.WeakSet()
        counters.gauges["apps"] = lambda: len(self._apps)
        counters.gauges["tasks"] = lambda: len(asyncio.all_tasks())
        if (post := plan.index_post) is not None:
            counters.gauges["index_failed"] = lambda: int(post.read().has_failed)
        self._caretaker: asyncio.Task[None] | None = None
        self._doors: list[Entrance] = []
        self.visits = 0
        """Visits begun so far."""

    # -- opening and closing ----------------------------------------------------------------------

    async def open(self, listeners: Sequence[socket.socket]) -> None:
        """Let visitors in through these listening sockets."""
        for listener in listeners:
            door = self.make_door(listener)
            await door.open()
            self._doors.append(door)
        if self._places is not None:
            self._places.begin()
        self._sweeper.begin()
        self._caretaker = asyncio.create_task(self._take_care())

    def make_door(self, listener: socket.socket) -> Entrance:
        """Return the way in at a listening socket: SSH, unless a room of another kind says otherwise."""
        # Rooms of another kind do without asyncssh.
        from reader.ssh.door import Door
        from reader.ssh.receptionist import House

        plan = self._plan
        house = House(lambda: self.reception.access, self.book, self.counters, self, plan.banner, plan.tongue)
        return Door(listener, house, self.reception, plan.host_key, plan.rules.login, plan.proxies)

    def stop_letting_in(self, why: Refusal | None = None) -> None:
        """Open the doors to nobody any more; who has knocked before is still seated, unless told why not."""
        if why is not None and not self.reception.is_closing:
            self.reception.is_closing, self.reception.why_closing = True, why
        for door in self._doors:
            door.shut()

    async def close(self, patience: float = 5.0, why: Refusal = Refusal.CLOSING) -> None:
        """Ask everybody to leave, and wait at most so many seconds until they have."""
        self.stop_letting_in(why)
        for seat in list(self._seats):
            if seat.visit is not None:
                seat.visit.end(why)
        ends = asyncio.get_running_loop().time() + patience
        while self._seats and asyncio.get_running_loop().time() < ends:
            await asyncio.sleep(0.05)
        for door in self._doors:
            await door.close()
        if self._caretaker is not None:
            self._caretaker.cancel()
        if self._places is not None:
            await self._places.close()

    @property
    def is_empty(self) -> bool:
        """Has everybody left, those included who have knocked and are not seated yet?"""
        return not self._seats and not self.reception.connections

    async def _take_care(self) -> None:
        """Measure how late the loop is, and collect garbage while nobody presses a key."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + _LOOK_SECONDS
            await asyncio.sleep(_LOOK_SECONDS)
            self.counters.delay(max(0.0, loop.time() - due))
            self.counters.visitors = self.reception.visitors
            self._sweeper.look()

    # -- visitors ---------------------------------------------------------------------------------

    def took(self) -> None:
        """Take note of a key."""
        self.counters.add("keys_total")
        self._sweeper.key()

    def refused(self, seat: Seated, reason: Refusal) -> None:
        """Take note that somebody was not let in."""
        self.counters.add("refusals_total", reason=reason.word)
        self.book.note("refused", address=seat.guest.address, name=seat.guest.name, reason=reason.word)

    async def seat(self, seat: Seated) -> None:
        """Let the visitor of a seat read, until they leave."""
        refusal = Refusal.DUMB_TERMINAL if seat.terminal.is_dumb else self.reception.enter(seat.guest.address)
        if refusal is not None:
            self.refused(seat, refusal)
            seat.dismiss(refusal)
            return
        self._seats.add(seat)
        try:
            async with self._store(seat.guest) as store:
                await self._read(seat, store)
        except NoPaper:
            self.refused(seat, Refusal.NO_PAPER)
            seat.dismiss(Refusal.NO_PAPER)
        except Exception as error:
            self._tell_failure(seat, error)
            seat.dismiss(Refusal.FAILED)
        finally:
            self._seats.discard(seat)
            self.reception.leave(seat.guest.address)
            self._sweeper.left(seat.app)

    def _store(self, guest: KnownGuest) -> AbstractAsyncContextManager[StateStore]:
        """Lend what remembers a guest: for good if they are known by key and the house keeps places."""
        if self._places is None or not guest.fingerprint:
            return nullcontext(GuestStore())
        return self._places.lent(guest.fingerprint)

    async def _read(self, seat: Seated, store: StateStore) -> None:
        async with self._openings:
            if seat.channel.is_closing():
                return
            visit = await self._visit(seat, store)
            seat.begin(visit)
            seat.app = visit.app
            running = asyncio.create_task(visit.run())
            opened = asyncio.create_task(visit.is_open.wait())
            first = asyncio.FIRST_COMPLETED
            await asyncio.wait({running, opened}, timeout=_OPENING_SECONDS, return_when=first)
            opened.cancel()
        self._tell_begin(seat)
        try:
            await running
        finally:
            seat.visit = None
            self._tell_end(seat, visit)
        seat.dismiss(visit.reason)

    async def _visit(self, seat: Seated, store: StateStore) -> Visit:
        plan, terminal = self._plan, seat.terminal
        paper = await asyncio.to_thread(plan.kiosk.newest)
        opening = plan.opening(paper, terminal, store)
        desk = await asyncio.to_thread(laid_out, opening)

        def make_app(line: Line) -> VisitorApp:
            app = VisitorApp(opening, desk, line, terminal, plan.kiosk)
            self._apps.add(app)
            return app

        return Visit(seat.channel, terminal, plan.rules, make_app)

    # -- the book ---------------------------------------------------------------------------------

    def _tell_begin(self, seat: Seated) -> None:
        self.visits += 1
        self.counters.add("visits_total")
        terminal, guest = seat.terminal, seat.guest
        self.book.note(
            "visit",
            address=guest.address,
            name=guest.name,
            key=guest.fingerprint or None,
            term=terminal.term,
            size=f"{terminal.columns}x{terminal.rows}",
        )

    def _tell_end(self, seat: Seated, visit: Visit) -> None:
        reason = visit.reason.word if visit.reason else "left"
        self.counters.add("endings_total", reason=reason)
        self.counters.add("sent_bytes_total", visit.line.sent)
        self.counters.add("dropped_bytes_total", visit.line.dropped)
        self.book.note(
            "end",
            address=seat.guest.address,
            name=seat.guest.name,
            reason=reason,
            seconds=round(visit.seconds, 1),
            sent=visit.line.sent,
            dropped=visit.line.dropped or None,
        )
        if visit.error is not None:
            self._tell_failure(seat, visit.error)

    def _tell_failure(self, seat: Seated, error: BaseException) -> None:
        self.counters.add("failures_total")
        trace = "".join(traceback.format_exception(error))[-_TRACE:]
        self.book.note("failure", address=seat.guest.address, error=repr(error), trace=trace)
