"""Workers as processes of their own, forked by a process that does nothing else."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import clean_environment

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, signal, sys, time
from reader.ssh.visitors_book import VisitorsBook
from reader.ssh.workers import Workers
book = VisitorsBook(sys.stdout)
def work(number, is_retiring):
    book.note("at-work", number=number, pid=os.getpid())
    {work}
    signal.pause()
    return 0
class Chore:
    child = None
    def look(self):
        if self.child is None:
            self.child = os.posix_spawn("/bin/sleep", ["sleep", "0.05"], {})
        elif self.child and (status := os.waitpid(self.child, os.WNOHANG)) != (0, 0):
            book.note("done", keeper=os.getpid(), status=status[1])
            self.child = 0
    def leave(self):
        book.note("left", pid=os.getpid())
    def end(self):
        book.note("chore-ended", keeper=os.getpid())
sys.exit(Workers(2, work, book, chore=Chore()).run())
"""
PATIENCE = 20.0


class Server:
    def __init__(self, home: Path, work: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.replace("{work}", work)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=clean_environment(home),
        )
        self.log: list[dict[str, Any]] = []
        self.rest = ""
        """What came after the log was last read."""

    def wait_for(self, is_so: Callable[[list[dict[str, Any]]], object]) -> None:
        """Read the log until it says so."""
        ends = time.monotonic() + PATIENCE
        assert self._process.stdout is not None
        while not is_so(self.log):
            assert time.monotonic() < ends, self.log
            line = self._process.stdout.readline()
            assert line, self.log
            self.log.append(json.loads(line))

    def at_work(self) -> list[int]:
        return [event["pid"] for event in self.log if event["event"] == "at-work"]

    def end(self) -> int:
        self._process.send_signal(signal.SIGTERM)
        self.rest, _ = self._process.communicate(timeout=PATIENCE)
        return self._process.returncode


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def test_so_many_workers_work_until_the_server_is_told_to_stop(home: Path) -> None:
    server = Server(home, "pass")
    server.wait_for(lambda log: len(server.at_work()) == 2)
    assert server.end() == 0
    for child in server.at_work():
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)


def test_a_worker_that_is_killed_is_replaced(home: Path) -> None:
    server = Server(home, "pass")
    server.wait_for(lambda log: len(server.at_work()) == 2)
    os.kill(server.at_work()[0], signal.SIGKILL)
    server.wait_for(lambda log: len(server.at_work()) == 3)
    assert any(event["event"] == "worker-ended" for event in server.log)
    assert server.end() == 0


def test_the_place_of_a_worker_that_retires_is_filled_while_it_still_works(home: Path) -> None:
    once = home / "once"
    server = Server(
        home, f"number or os.path.exists({str(once)!r}) or (os.mkdir({str(once)!r}), is_retiring())"
    )
    server.wait_for(lambda log: len(server.at_work()) == 3)
    os.kill(server.at_work()[0], 0)
    assert server.end() == 0


def test_a_worker_that_fails_says_so(home: Path) -> None:
    server = Server(home, "number == 1 and 1 / 0")
    server.wait_for(lambda log: any(event["event"] == "worker-failed" for event in log))
    failed = next(event for event in server.log if event["event"] == "worker-failed")
    assert "ZeroDivisionError" in failed["error"]
    assert server.end() == 0


def test_a_chore_is_done_beside_the_workers_and_ends_with_them(home: Path) -> None:
    server = Server(home, "pass")
    server.wait_for(lambda log: any(event["event"] == "done" for event in log))
    done = next(event for event in server.log if event["event"] == "done")
    assert done["status"] == 0  # the workers' deaths are waited for one by one: its child is its own to fetch
    server.wait_for(lambda log: len(server.at_work()) == 2)
    left = [event["pid"] for event in server.log if event["event"] == "left"]
    assert sorted(left) == sorted(server.at_work())
    assert done["keeper"] not in left
    assert server.end() == 0
    assert [json.loads(line)["event"] for line in server.rest.splitlines()] == ["chore-ended"]
