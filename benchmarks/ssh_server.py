"""The server under load: the real command as a process, and what the kernel says of its workers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from tests.terminal import clean_environment

LOOPBACK = "127.0.0.1"
PATIENCE = 30.0
_TICKS = os.sysconf("SC_CLK_TCK")


class Held(NamedTuple):
    """What a process holds at a moment."""

    mebibytes: float
    """Resident memory."""
    seconds: float
    """Processor time so far, user and system."""
    threads: int
    files: int
    """Open file descriptors."""
    peak: float
    """The most resident memory it has ever had, in mebibytes."""


class Server:
    """A running `paper-reader serve`, or another program that serves in the same way."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return what the log has of an event."""
        lines = self._log.read_text(encoding="utf-8").splitlines()
        return [line for line in map(_parsed, lines) if line.get("event") == name]

    def wait(self, name: str, count: int = 1) -> list[dict[str, Any]]:
        """Wait until the log has an event so often, and return all of them.

        Raises:
            RuntimeError: it never has.
        """
        ends = time.monotonic() + PATIENCE
        while len(found := self.events(name)) < count:
            if time.monotonic() > ends or self.process.poll() is not None:
                raise RuntimeError(f"no {name}:\n{self._log.read_text(encoding='utf-8')[-2000:]}")
            time.sleep(0.05)
        return found

    @property
    def port(self) -> int:
        """The port visitors come to."""
        return int(str(self.wait("serving")[0]["where"]).rpartition(":")[2])

    def workers(self) -> list[int]:
        """Return the process ids of the workers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        found = map(int, children.read_text().split())
        # Who keeps the index of the library is a child too, while there is something to be done.
        return [
            pid for pid in found if b"index" not in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        ]

    def held(self) -> list[Held]:
        """Return what each worker holds now."""
        return [held(pid) for pid in self.workers()]

    def counters(self) -> dict[str, float]:
        """Return every counter of the workers, summed up, by name and labels other than the worker."""
        total: dict[str, float] = {}
        for event in self.events("monitor"):
            with suppress(OSError):
                for line in _page(int(event["port"])).splitlines():
                    if not line.startswith("#"):
                        words, _, count = line.rpartition(" ")
                        name = words.replace(f'worker="{event["worker"]}"', "")
                        total[name] = total.get(name, 0.0) + float(count)
        return total


def held(pid: int) -> Held:
    """Return what a process holds now, as /proc says."""
    here = Path("/proc") / str(pid)
    status = dict(line.split(":", 1) for line in (here / "status").read_text().splitlines())
    fields = (here / "stat").read_text().rpartition(")")[2].split()
    return Held(
        int(status["VmRSS"].split()[0]) / 1024,
        (int(fields[11]) + int(fields[12])) / _TICKS,
        int(status["Threads"]),
        len(list((here / "fd").iterdir())),
        int(status["VmHWM"].split()[0]) / 1024,
    )


@contextmanager
def serving(folder: Path, place: Path, *options: str, workers: int = 1) -> Iterator[Server]:
    """Serve the papers of a place to anybody on a free port of the loopback address."""
    log = folder / f"serve-{time.monotonic_ns()}.log"
    command = [sys.executable, "-m", "reader", "serve", str(place), "--host", LOOPBACK, "--port", "0"]
    command += ["--workers", str(workers), "--log", str(log), "--monitor", "0", "--rate", "100000"]
    command += ["--visitors", "1000", "--visitors-each", "1000", *options]
    with started(command, folder, log) as server:
        server.wait("open", workers)
        yield server


@contextmanager
def started(command: list[str], folder: Path, log: Path) -> Iterator[Server]:
    """Start a server by its command, and end it afterwards."""
    log.touch()
    process = subprocess.Popen(
        command,
        env=clean_environment(folder),
        cwd=Path(__file__).parents[1],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield Server(process, log)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _parsed(line: str) -> dict[str, Any]:
    with suppress(ValueError):
        return dict(json.loads(line))
    return {}


def _page(port: int) -> str:
    with urllib.request.urlopen(f"http://{LOOPBACK}:{port}/metrics", timeout=5) as answer:
        return str(answer.read().decode())
