"""The workers of a server: forked from one process, started again when they end, stopped together."""

from __future__ import annotations

import gc
import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from reader.ssh.visitors_book import VisitorsBook

_SOON = 5.0
"""A worker that ends within so many seconds of its start is not replaced at once."""
_PATIENCE = 10.0
"""Seconds workers have to end once they are told to."""
_LOOK_SECONDS = 0.2


class Chore(Protocol):
    """What the process that keeps the workers does beside that; no method raises."""

    def look(self) -> None:
        """See what is to be done, some times a second; it must not take long."""

    def leave(self) -> None:
        """Let go of it in a worker, which has been forked and has nothing to do with it."""

    def end(self) -> None:
        """End what it has begun, and wait for that some seconds at most."""


class Workers:
    """Keeps so many workers at work; `run` returns when it is told to stop by SIGTERM or SIGINT.

    SIGHUP has everything renewed, unless it says that the terminal is gone: then it is a SIGTERM.
    """

    def __init__(
        self,
        count: int,
        work: Callable[[int, Callable[[], None]], int],
        book: VisitorsBook,
        renew: Callable[[], object] = lambda: None,
        chore: Chore | None = None,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        """`work` is what a worker does, in a process of its own, given its number and how it says that it
        lets nobody in any more; it returns the exit status. `renew` is called on SIGHUP in this
        process, before every worker gets one. `chore` is done beside the workers. `close` lets go of what
        workers listen on, once they are told to stop."""
        self._count = count
        self._work = work
        self._book = book
        self._renew = renew
        self._chore = chore
        self._close = close
        self._places: dict[int, tuple[int, float]] = {}
        """Process ids of those at work, with their number and when they began."""
        self._retiring: set[int] = set()
        self._due: dict[int, float] = {}
        """When a place is to be filled again."""
        self._is_stopping = False
        self._is_to_renew = False
        self._had_terminal = _has_terminal()
        self._told, self._tell = os.pipe()

    def run(self) -> int:
        """Keep the workers at work until told to stop; return the exit status."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # as nohup leaves it
            signal.signal(signal.SIGHUP, self._hear_hangup)
        for unused in (signal.SIGUSR1, signal.SIGUSR2):  # they mean nothing here, and would kill
            signal.signal(unused, signal.SIG_IGN)
        gc.freeze()  # what is there now is shared with every worker as long as nobody touches it
        for number in range(self._count):
            self._start(number)
        while not self._is_stopping:
            self._hear()
            self._renew_all()
            self._reap()
            self._replace()
            if self._chore is not None:
                self._chore.look()
        return self._end()

    def _start(self, number: int) -> None:
        # A worker that has not begun yet hears of a SIGHUP when it does, and does not die of it.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})
        child = os.fork()
        if child:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP})
            self._places[child] = (number, time.monotonic())
            return
        status = 1
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            if self._chore is not None:
                self._chore.leave()
            status = self._work(number, self._say_retiring)
        except BaseException as error:
            self._book.note("worker-failed", number=number, error=repr(error))
        finally:
            os._exit(status)

    def _say_retiring(self) -> None:
        """Say in a worker that its place is to be filled; a line this short is written whole."""
        os.write(self._tell, f"{os.getpid()}\n".encode())

    def _hear(self) -> None:
        """Wait a moment for workers that retire, and fill their places."""
        try:
            ready, _, _ = select.select([self._told], [], [], _LOOK_SECONDS)
        except InterruptedError:
            return
        for word in os.read(self._told, 4096).split() if ready else ():
            child = int(word)
            if child in self._places and child not in self._retiring:
                self._retiring.add(child)
                self._start(self._places[child][0])

    def _reap(self) -> None:
        """Take note of workers that have ended; other children are others' to wait for."""
        for child in list(self._places):
            try:
                ended, status = os.waitpid(child, os.WNOHANG)
            except (
                ChildProcessError
            ):  # the system has fetched it already, as it does where SIGCHLD is ignored
                ended, status = child, 0
            if not ended:
                continue
            number, began = self._places.pop(child)
            if child in self._retiring:
                self._retiring.discard(child)
            elif not self._is_stopping:
                self._book.note("worker-ended", number=number, status=status)
                lasted = time.monotonic() - began
                self._due[number] = time.monotonic() + (_SOON if lasted < _SOON else 0.0)

    def _replace(self) -> None:
        now = time.monotonic()
        for number in [number for number, due in self._due.items() if due <= now]:
            del self._due[number]
            self._start(number)

    def _end(self) -> int:
        self._close()  # the workers still have it, and answer who has knocked
        for child in self._places:
            _signal(child, signal.SIGTERM)
        if self._chore is not None:
            self._chore.end()
        ends = time.monotonic() + _PATIENCE
        while self._places and time.monotonic() < ends:
            self._reap()
            time.sleep(0.05)
        for child in self._places:
            _signal(child, signal.SIGKILL)
        return 0

    def _stop(self, *_: object) -> None:
        self._is_stopping = True

    def _hear_hangup(self, *_: object) -> None:
        self._is_to_renew = True

    def _renew_all(self) -> None:
        """Have everything renewed here and in the workers, if that was asked for."""
        if not self._is_to_renew:
            return
        self._is_to_renew = False
        if self._had_terminal and not _has_terminal():
            self._is_stopping = True
            return
        self._renew()
        for child in self._places:
            _signal(child, signal.SIGHUP)


def _has_terminal() -> bool:
    """Has this process a terminal that is still there?"""
    try:
        os.close(os.open("/dev/tty", os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY))
    except OSError:
        return False
    return True


def _signal(child: int, number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(child, number)
