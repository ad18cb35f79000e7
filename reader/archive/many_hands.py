"""Work on many things done by several processes, its results handed on in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TypeVar

WORTH_IT = 150
"""Things from which on other processes are started: it takes some hundredths of a second."""
_AT_ONCE = 4
"""Things handed over together."""
_AHEAD = 2
"""Handfuls each process may have before it."""

_Thing = TypeVar("_Thing")
_Done = TypeVar("_Done")


def done_by_many(
    work: Callable[[_Thing], _Done], things: Sequence[_Thing], hands: int = 0
) -> Generator[_Done, None, None]:
    """Yield what the work makes of each thing, in order; by so many processes, or one a processor.

    Few things, a single processor, a process with threads of its own or a system that cannot fork: then it is
    done here. Processes that are killed leave their share to this one. What the work raises is raised here.
    Closing the generator ends the processes.
    """
    hands = hands or (os.cpu_count() or 1)
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if hands < 2 or len(things) < WORTH_IT or not can_fork:
        yield from map(work, things)
        return
    handfuls = [things[start : start + _AT_ONCE] for start in range(0, len(things), _AT_ONCE)]
    workers = _started(work, handfuls, min(hands, len(handfuls)))
    try:
        asked: deque[int] = deque()
        for number in range(len(handfuls)):
            while len(asked) < len(workers) * _AHEAD and (following := number + len(asked)) < len(handfuls):
                _ask(workers[following % len(workers)][1], following)
                asked.append(following)
            asked.popleft()
            yield from _answer(workers[number % len(workers)][1], work, handfuls[number])
    finally:
        for process, connection in workers:
            connection.close()
            process.terminate()
        for process, _ in workers:
            process.join()


_Workers = list[tuple[multiprocessing.process.BaseProcess, Connection]]


def _started(work: Callable[[_Thing], _Done], handfuls: Sequence[Sequence[_Thing]], count: int) -> _Workers:
    fork = multiprocessing.get_context("fork")
    workers: _Workers = []
    for _ in range(count):
        ours, theirs = fork.Pipe()
        # A child that kept our ends would never hear that we are gone.
        inherited = [ours, *(connection for _, connection in workers)]
        process = fork.Process(target=_serve, args=(work, handfuls, theirs, inherited), daemon=True)
        process.start()
        theirs.close()
        workers.append((process, ours))
    return workers


def _serve(
    work: Callable[[_Thing], _Done],
    handfuls: Sequence[Sequence[_Thing]],
    asked: Connection,
    inherited: Iterable[Connection],
) -> None:
    """Do in a process of its own what is asked for, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # our parent hears it too, and ends us
    for connection in inherited:
        connection.close()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            handful = handfuls[asked.recv()]
            try:
                answer: list[_Done] | Exception = [work(thing) for thing in handful]
            except Exception as error:
                answer = error
            asked.send(answer)


def _ask(worker: Connection, handful: int) -> None:
    with suppress(OSError):
        worker.send(handful)


def _answer(
    worker: Connection, work: Callable[[_Thing], _Done], handful: Sequence[_Thing]
) -> Iterable[_Done]:
    try:
        answer = worker.recv()
    except (EOFError, OSError):  # it was killed
        return [work(thing) for thing in handful]
    if isinstance(answer, Exception):
        raise answer
    return answer  # type: ignore[no-any-return]  # what came through the pipe is what was sent
