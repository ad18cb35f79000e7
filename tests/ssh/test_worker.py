"""Workers of a real server: replaced when they have had their share, without anybody being turned away."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from reader.ssh.resident import resident
from tests.ssh.visiting import PATIENCE, a_library, connect, sit_down, until
from tests.terminal import clean_environment

ROOT = Path(__file__).parents[2]
# A worker that may hold so little, or that gives up at so little, cannot be asked for on the command line.
PROGRAM = """
import os, sys
from pathlib import Path
from reader.loading.load import load_edition
from reader.ssh.house_rules import HouseRules
from reader.ssh.host_key import host_key
from reader.ssh.kiosk import Kiosk
from reader.ssh.listening import listen
from reader.ssh.room import Plan
from reader.ssh.visitors_book import VisitorsBook
from reader.ssh.worker import Shift, work
from reader.ssh.workers import Workers
from reader.ssh.resident import resident
place = Path(sys.argv[1])
listeners = listen("127.0.0.1", 0)
book = VisitorsBook(sys.stdout)
book.note("serving", port=listeners.where[0][1])
def worker(number, is_retiring):
    book.note("at-work", pid=os.getpid())
    rules = HouseRules(connections_a_minute=0, memory={memory})
    key, kiosk = host_key(place.parent / "key").data, Kiosk(place, load_edition)
    plan = Plan(host_key=key, kiosk=kiosk, rules=rules, tongue="en")
    shift = Shift(plan=plan, book=book, number=0, most_visits={visits}, overlap={overlap}, watch_seconds=0.1)
    return work(shift, listeners.of(0), is_retiring)
sys.exit(Workers(1, worker, book, close=listeners.close).run())
"""


class Server:
    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log

    def events(self, name: str) -> list[dict[str, Any]]:
        lines = [json.loads(line) for line in self._log.read_text().splitlines() if line.endswith("}")]
        return [line for line in lines if line["event"] == name]

    async def event(self, name: str, count: int = 1) -> dict[str, Any]:
        await until(lambda: len(self.events(name)) >= count)
        return self.events(name)[count - 1]


@asynccontextmanager
async def server(
    folder: Path, *, memory: str = "0", visits: int = 0, overlap: float = 2.0
) -> AsyncIterator[tuple[Server, int]]:
    program = PROGRAM.replace("{memory}", memory).replace("{visits}", str(visits))
    program = program.replace("{overlap}", str(overlap))
    place, log = folder / "papers", folder / "log"
    place.mkdir()
    a_library(place)
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(place)], stdout=out, cwd=ROOT, env=clean_environment(folder)
        )
    try:
        running = Server(process, log)
        port = (await running.event("serving"))["port"]
        await running.event("open")
        yield running, port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE * 2)


async def visit(port: int, leaves: bool = True) -> Callable[[], str]:
    """Come, read and leave; return what the terminal has shown."""
    connection = await connect(port)
    visitor = await sit_down(connection)
    await until(lambda: visitor.shows("渡口停摆") or visitor.is_gone)
    if leaves:
        visitor.type("q")
        await until(lambda: visitor.is_gone)
        connection.close()
        await connection.wait_closed()
    return visitor.raw.decode


async def test_a_worker_that_has_had_its_share_is_replaced_and_nobody_is_turned_away(tmp_path: Path) -> None:
    async with server(tmp_path, visits=3, overlap=1.0) as (running, port):
        shown = []
        while len(running.events("at-work")) < 3 or len(running.events("closed")) < 2:
            shown.append((await visit(port))())
            assert len(shown) < 200, running.events("retiring")
        assert all("渡口停摆" in page for page in shown)
        assert running.events("refused") == running.events("failure") == []
        assert running.events("retiring")[0]["reason"] == "closing"
        assert len({event["pid"] for event in running.events("at-work")}) >= 3


async def test_who_reads_goes_on_reading_while_the_worker_retires(tmp_path: Path) -> None:
    async with server(tmp_path, visits=1, overlap=0.2) as (running, port):
        connection = await connect(port)
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        await running.event("open", 2)
        await asyncio.sleep(0.5)
        before = len(visitor.raw)
        visitor.type("?")
        await until(lambda: len(visitor.raw) > before + 100)
        assert not running.events("closed")
        visitor.type("qq")
        connection.close()
        await running.event("closed")


async def test_a_worker_that_holds_too_much_is_replaced_and_says_why(tmp_path: Path) -> None:
    # Nothing may be held at all until the second worker; its limit is out of reach.
    once = tmp_path / "once"
    memory = f"1 << 40 if os.path.exists({str(once)!r}) else os.mkdir({str(once)!r}) or resident() - 1"
    async with server(tmp_path, memory=memory, overlap=0.1) as (running, port):
        event = await running.event("retiring")
        assert event["reason"] == "memory"
        assert event["mebibytes"] > 0
        await running.event("open", 2)
        await running.event("closed")  # who comes to the full one in its last moment is told so
        assert "渡口停摆" in (await visit(port))()


async def test_visits_end_with_a_sentence_where_a_worker_holds_far_too_much(tmp_path: Path) -> None:
    async with server(tmp_path, memory="resident() // 4", overlap=3.0) as (running, port):
        connection = await connect(port)
        visitor = await sit_down(connection)
        await until(lambda: visitor.is_gone)
        assert "this room holds no more" in visitor.raw.decode() or "坐不下" in visitor.raw.decode()
        assert (await running.event("overfull"))["mebibytes"] > 0
        connection.close()


async def test_a_broken_edition_that_comes_while_serving_is_in_the_log(tmp_path: Path) -> None:
    async with server(tmp_path) as (running, port):
        broken = tmp_path / "papers" / "2025-04-07.yaml"
        broken.write_text("paper: [河湾晨报\n", encoding="utf-8")
        said = await running.event("unreadable")
        assert said["path"] == str(broken)
        assert "渡口停摆" in (await visit(port))()  # the last good one
        assert len(running.events("unreadable")) == 1


def test_a_process_knows_what_it_holds() -> None:
    before = resident()
    block = bytearray(os.urandom(1)) * 50_000_000
    assert resident() - before > 40_000_000 or before == 0
    assert len(block) == 50_000_000
