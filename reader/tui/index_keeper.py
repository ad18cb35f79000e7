"""Keeps the index of the back issues: a process of its own, at low priority, brings it up to the library."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import reader

NICE = 10
"""How far the process stands back behind everything else on the machine."""
_PATIENCE = 2.0
"""Seconds it has to end by itself once it is told to."""


class Progress(NamedTuple):
    """How far the index is: files done, and files to do."""

    done: int
    of: int


class Ended(NamedTuple):
    """What became of it."""

    is_whole: bool
    """Is the index now what the library is?"""
    why: str = ""
    """What the process said was in its way."""


def command(root: Path, *options: str) -> list[str]:
    """Return what brings the index of a library up to it: this very program, by another name."""
    # -P: a file reader.py that lies in the folder the program is run in is nobody's to run.
    base = [sys.executable, "-P", "-m", "reader", "index", str(root.absolute())]
    return [*base, "--quiet", "--progress", *options]


def environment(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment in which the command finds the code that runs here."""
    ours = str(Path(reader.__file__).absolute().parents[1])
    paths = [ours, *filter(None, environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**environ, "PYTHONPATH": os.pathsep.join(paths)}


def progress_in(line: bytes) -> Progress | None:
    """Return how far the index is by a line the process has written; None where it says something else."""
    done, _, of = line.decode(errors="replace").strip().partition("/")
    return Progress(int(done), int(of)) if done.isdecimal() and of.isdecimal() else None


def ended_with(status: int | None, said: bytes) -> Ended:
    """Return what became of the index by the status of the process and what it said on standard error."""
    why = said.decode(errors="replace").partition("\n")[0].removeprefix("paper-reader: ").strip()
    # Its status says also that an edition cannot be read; that is no fault of the index.
    return Ended(is_whole=not why and status in (0, 2), why=why)


def stand_back(pid: int) -> None:
    """Let a process have the machine only as far as nobody else wants it."""
    # Here, and not in the child before it begins: between fork and exec a process with threads may hang.
    if hasattr(os, "setpriority"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, NICE)


class IndexKeeper:
    """Runs the process, one at most; what it says is told in the loop of the screen."""

    def __init__(
        self,
        command: Sequence[str],
        told: Callable[[Progress], None],
        ended: Callable[[Ended], None],
    ) -> None:
        """`told` hears how far it is, `ended` what became of it."""
        self._command = command
        self._told = told
        self._ended = ended
        self._is_wanted_again = False
        self.is_running = False
        """Is the index being brought up to the library?"""
        self.process: Process | None = None

    async def run(self) -> None:
        """Bring the index up to the library; asked again meanwhile, it begins anew when it has ended."""
        if self.is_running:
            self._is_wanted_again = True
            return
        self.is_running = True
        try:
            while True:
                self._is_wanted_again = False
                ended = await self._run_once()
                if not self._is_wanted_again:
                    break
        finally:
            self.is_running = False
        self._ended(ended)

    async def stop(self) -> None:
        """End the process; when this returns nothing is left of it."""
        self._is_wanted_again = False
        if self.process is not None:
            await _end(self.process)

    async def _run_once(self) -> Ended:
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command, stdin=DEVNULL, stdout=PIPE, stderr=PIPE, env=environment()
            )
        except OSError as error:
            return Ended(is_whole=False, why=error.strerror or str(error))
        self.process = process
        try:
            stand_back(process.pid)
            assert process.stdout is not None
            assert process.stderr is not None
            _, said = await asyncio.gather(self._follow(process.stdout), process.stderr.read())
            await process.wait()
        finally:
            await _end(process)
            self.process = None
        return ended_with(process.returncode, said)

    async def _follow(self, lines: asyncio.StreamReader) -> None:
        while line := await lines.readline():
            if (progress := progress_in(line)) is not None:
                self._told(progress)


async def _end(process: Process) -> None:
    """End a process that has not ended, and wait for it, so that nothing of it is left."""
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _PATIENCE)
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
