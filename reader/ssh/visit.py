"""One visit: a paper opened for one visitor, and everything that ends it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from reader.edition.wording import Wording
from reader.ssh.hourglass import Hourglass
from reader.ssh.house_rules import HouseRules
from reader.ssh.line import Channel, Line
from reader.ssh.refusal import Refusal
from reader.ssh.tap import Tap
from reader.ssh.visitor_app import VisitorApp
from reader.ssh.visitor_terminal import VisitorTerminal, fitting

WARNINGS = {
    Refusal.IDLE: Wording(
        "您有一阵没有翻页，{left} 秒后送您出门；要接着读，请按任意键",
        "No key has come for a while, and your visit ends in {left} seconds; press any key to stay",
    ),
    Refusal.TOO_LONG: Wording(
        "阅览时间还剩 {left} 秒；到时可以再登录，接着读",
        "Your time is up in {left} seconds; you can log in again and go on reading",
    ),
}
"""What is said a little before a limit ends a visit."""

_SOON = 0.05
_PAUSES = 4
"""How often, while it may be paused, a visit is looked at whether it still is."""
_PATIENCE = 5.0
"""Seconds an app has to end by itself before its task is cancelled."""


class Visit:
    """Runs the app of one visitor; `run` returns when it is over and says why."""

    def __init__(
        self,
        channel: Channel,
        terminal: VisitorTerminal,
        rules: HouseRules,
        make_app: Callable[[Line], VisitorApp],
    ) -> None:
        """`make_app` makes the app that draws on a line."""
        self._rules = rules
        self._size = (terminal.columns, terminal.rows)
        self.line = Line(channel, self._catch_up)
        self.app = make_app(self.line)
        self.app.tells(failed=self._failed, opened=self.opened)
        self._tap = Tap(rules.input_a_second, rules.input_burst)
        self._began = time.monotonic()
        self._glass = Hourglass(rules, self._began)
        self._resized = 0.0
        self._resizing: asyncio.TimerHandle | None = None
        self._cancelling: asyncio.TimerHandle | None = None
        self._early: list[bytes] = []
        self.is_open = asyncio.Event()
        """Set when the visitor's screen is ours."""
        self._task: asyncio.Task[None] | None = None
        self._is_over = False
        self._is_ending = False
        """Was it asked to end?"""
        self.reason: Refusal | None = None
        """Why it was ended, when the visitor did not end it."""
        self.error: BaseException | None = None
        """What the program failed with."""

    @property
    def seconds(self) -> float:
        """How long it has lasted."""
        return time.monotonic() - self._began

    async def run(self) -> None:
        """Show the paper until the visitor leaves or is asked to."""
        self._task = asyncio.create_task(self._run())
        try:
            while not self._task.done():
                await asyncio.wait({self._task}, timeout=self._next_check())
                self._check()
        finally:
            self._is_over = True
            for timer in (self._resizing, self._cancelling):
                if timer is not None:
                    timer.cancel()
            if not self._task.done():
                self._task.cancel()
                await asyncio.wait({self._task}, timeout=_PATIENCE)
        error = None if self._task.cancelled() else self._task.exception() if self._task.done() else None
        if error is not None:
            self._failed(error)

    async def _run(self) -> None:
        await self.app.run_async(size=self._size)

    def end(self, reason: Refusal | None = None) -> None:
        """Ask the visitor to leave; what ends the visit first is the reason."""
        if self._is_over:
            return
        self._is_over = self._is_ending = True
        self.reason = self.reason or reason
        if self.app.is_running:
            self.app.exit()
        self._cancelling = asyncio.get_running_loop().call_later(_PATIENCE, self._cancel)

    def feed(self, data: bytes) -> None:
        """Take what the visitor has sent."""
        if self._is_over:
            return
        if not self._tap.takes(len(data)):
            self.end(Refusal.TOO_MUCH)
            return
        if self._glass.key(time.monotonic()):
            self.app.take_back_warning()
        driver = self.app.channel_driver
        if driver is None or self._early:
            self._early.append(data)  # typed before the paper is there: it is not lost
            return
        driver.feed(data)

    def opened(self) -> None:
        """Hand over what was typed before the paper was there; who has left by then keeps nobody waiting."""
        self.is_open.set()
        if self._is_ending:
            self.app.exit()
            return
        driver, early = self.app.channel_driver, self._early
        self._early = []
        if driver is not None and early:
            driver.feed(b"".join(early))

    def resize(self, columns: int, rows: int) -> None:
        """Take a new window size, of many in short order the last."""
        self._size = fitting(columns, rows)
        if self._resizing is not None or self._is_over:
            return
        rate = self._rules.resizes_a_second
        wait = self._resized + (1 / rate if rate else 0) - time.monotonic()
        self._resizing = asyncio.get_running_loop().call_later(max(0.0, wait), self._take_size)

    def _take_size(self) -> None:
        self._resizing = None
        self._resized = time.monotonic()
        driver = self.app.channel_driver
        if driver is not None and not self._is_over:
            driver.resize(*self._size)

    def _next_check(self) -> float | None:
        """Return in how many seconds a limit of time may be reached; None when there is none."""
        waits = []
        if (wait := self._glass.wait(time.monotonic())) is not None:
            waits.append(wait)
        if self._rules.unsent:
            waits.append(self._rules.unsent / _PAUSES)
        return max(_SOON, min(waits)) if waits else None

    def _check(self) -> None:
        """End the visit where a limit of time is reached; a little before, say so."""
        unsent, now = self._rules.unsent, time.monotonic()
        if (over := self._glass.over(now)) is not None:
            self.end(over)
        elif unsent and self.line.seconds_paused > unsent:
            self.end(Refusal.NOT_READING)
        elif self.is_open.is_set() and (near := self._glass.warning(now)) is not None:
            self.app.warn(WARNINGS[near], self._glass.left(near, now))

    def _catch_up(self) -> None:
        if not self._is_over and self.app.is_running:
            self.app.paint_anew()

    def _failed(self, error: BaseException) -> None:
        if self._is_ending:
            return  # an app that is ended while it opens stumbles over what is not there yet
        self.error = self.error or error
        self.reason = Refusal.FAILED

    def _cancel(self) -> None:
        if self._task is not None and not self._task.done():
            self._task.cancel()
