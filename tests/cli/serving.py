"""The reading room as the command opens it: a process of its own, its log, its port."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.terminal import clean_environment, reader_command

PATIENCE = 30.0
"""Seconds that a process may take for anything before it counts as not happening."""


class Serving:
    """A server that runs; `events` are those of its log."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self.log = log

    @property
    def port(self) -> int:
        """The port it serves on."""
        return int(self.event("serving")["where"].rpartition(":")[2])

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return what the log has of an event so far."""
        if not self.log.exists():
            return []
        lines = self.log.read_text(encoding="utf-8").split("\n")[:-1]  # the last may be half written
        events = [json.loads(line) for line in lines if line.startswith("{")]
        return [event for event in events if event["event"] == name]

    def event(self, name: str, count: int = 1) -> dict[str, Any]:
        """Wait until the log has an event so often, and return the last.

        Raises:
            AssertionError: it never has.
        """
        ends = time.monotonic() + PATIENCE
        while len(found := self.events(name)) < count:
            assert self.process.poll() is None, f"it ended before {name}: {self.log}"
            assert time.monotonic() < ends, f"no {name} in the log"
            time.sleep(0.02)
        return found[-1]

    def workers(self) -> list[int]:
        """Return the process ids of its workers."""
        return children(self.process.pid, "serve")

    def indexers(self) -> list[int]:
        """Return the process id of who keeps its index, while one is at work."""
        return children(self.process.pid, "index")

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send it a signal, and return its exit status."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """End it and its workers on the spot, as a machine does that loses its power."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)


def children(pid: int, word: str) -> list[int]:
    """Return the children of a process in whose command this word stands."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    commands: dict[int, bytes] = {}
    for child in map(int, found):
        with suppress(OSError):  # it has ended
            commands[child] = Path(f"/proc/{child}/cmdline").read_bytes()
    return [child for child, command in commands.items() if word.encode() in command.split(b"\0")]


@contextmanager
def serving(
    place: Path,
    home: Path,
    *more: str | Path,
    workers: int = 1,
    port: int = 0,
    logs_to_file: bool = True,
) -> Iterator[Serving]:
    """Serve a library or an edition until the block is left; everything it writes is under `home`."""
    log = home / ("serve.log" if logs_to_file else "said.txt")
    log.unlink(missing_ok=True)
    options: list[str | Path] = ["--port", str(port), "--workers", str(workers)]
    if logs_to_file:
        options += ["--log", log]
    with (home / "said.txt").open("wb") as said:
        process = subprocess.Popen(
            reader_command("serve", place, *options, *more),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            cwd=home,
            env=clean_environment(home),
            start_new_session=True,
        )
    one = Serving(process, log)
    try:
        one.event("open", workers)
        yield one
    finally:
        if process.poll() is None:
            one.stop()
