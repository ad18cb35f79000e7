"""The command that serves visitors keeps the index they search: as a process, with real clients."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from pathlib import Path

import asyncssh
import pytest

from tests.archive.made_up import Maker
from tests.cli.paper import put
from tests.cli.serving import PATIENCE, Serving, serving
from tests.ssh.visiting import Visitor, connect, sit_down, until

HAS_PROC = Path("/proc/self/task").is_dir()


async def seated(
    server: Serving, words: str, lang: str = "zh_CN.UTF-8"
) -> tuple[asyncssh.SSHClientConnection, Visitor]:
    """Log in, open a terminal, and wait until these words stand on it."""
    connection = await connect(server.port)
    visitor = await sit_down(connection, (120, 30), env={"LANG": lang})
    await until(lambda: visitor.shows(words))
    return connection, visitor


async def sees(visitor: Visitor, words: str) -> None:
    """Wait, as long as a library may take to be looked at, until something is on the screen."""
    ends = time.monotonic() + PATIENCE
    while not visitor.shows(words):
        assert time.monotonic() < ends, visitor.lines()
        await asyncio.sleep(0.02)


async def page_of(port: int) -> str:
    """Return what a monitor is told."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /metrics HTTP/1.1\r\n\r\n")
    page = (await reader.read()).decode()
    writer.close()
    return page


def indexers(library: Path) -> list[int]:
    """Return the processes that index this library now."""
    done = subprocess.run(["ps", "-ww", "-eo", "pid=,args="], capture_output=True, text=True, check=True)
    lines = (line.split(None, 1) for line in done.stdout.splitlines())
    return [int(pid) for pid, words in lines if "reader index" in words and str(library) in words]


async def test_on_a_fresh_cache_all_editions_are_searched_and_a_later_one_is_found_by_who_is_there(
    library: Path, home: Path
) -> None:
    with serving(library, home, workers=2) as server:
        connection, visitor = await seated(server, "新桥定名")
        visitor.type("/重开")
        await until(lambda: visitor.shows("本期没有"))
        visitor.type("\t")
        await sees(visitor, "▸全部 1")
        assert await asyncio.to_thread(server.event, "indexed")
        visitor.type("\x15")
        await until(lambda: not visitor.shows("重开"))
        visitor.type("灯会")
        await sees(visitor, "▸全部 0")
        put(library, "2025-04-02", headline="灯会开场")
        await sees(visitor, "▸全部 1")
        await sees(visitor, "2025-04-02")  # found and counted apart: either may be seen first
        assert len(server.events("indexed")) == 2
        assert {event["worker"] for event in server.events("indexed")} == {-1}
        connection.close()


async def test_where_the_cache_cannot_be_written_serving_goes_on_and_a_visitor_is_told_no_command(
    library: Path, home: Path
) -> None:
    (home / "cache").write_text("a file, and no folder", encoding="utf-8")
    with serving(library, home, "--monitor", "0") as server:
        failed = await asyncio.to_thread(server.event, "index-failed")
        assert 'paper_reader_index_failed{worker="0"} 1' in await page_of(server.event("monitor")["port"])
        assert "cache" in failed["why"]
        for lang, words in (
            ("zh_CN.UTF-8", "往期现在搜不了"),
            ("en_US.UTF-8", "cannot be searched here now"),
        ):
            connection, visitor = await seated(server, "新桥定名", lang)
            visitor.type("/重开\t")
            await sees(visitor, words)
            assert not any("paper-reader" in line for line in visitor.lines())
            connection.close()
        said = (home / "said.txt").read_text(encoding="utf-8")
        assert len([line for line in said.splitlines() if "the cache is" in line]) == 1
        assert len(server.events("index-failed")) == 1


def test_a_server_told_to_end_while_it_indexes_ends_that_too_and_leaves_a_whole_index(
    home: Path, tmp_path: Path
) -> None:
    library = tmp_path / "years"
    Maker(7).library(library, 400, 8, length=400)
    with serving(library, home) as server:
        server.event("index-begun")
        ends = time.monotonic() + PATIENCE
        while not indexers(library):
            assert time.monotonic() < ends
        assert server.stop() == 0
        assert not server.events("indexed")
    ends = time.monotonic() + PATIENCE
    while indexers(library):  # the hands it had end when they notice that nobody asks any more
        assert time.monotonic() < ends
        time.sleep(0.02)
    with serving(library, home) as server:
        server.event("indexed")
        assert not server.events("index-failed")


async def test_two_servers_with_one_cache_make_one_index(home: Path, tmp_path: Path) -> None:
    library = tmp_path / "years"
    Maker(8).library(library, 200, 4, length=200)
    other = tmp_path / "other"
    (other / "cache").parent.mkdir()
    (home / "cache").mkdir()
    (other / "cache").symlink_to(home / "cache")
    with serving(library, home) as one, serving(library, other) as two:
        first = await asyncio.to_thread(one.event, "indexed")
        second = await asyncio.to_thread(two.event, "indexed")
        assert first["editions"] + second["editions"] == 200
        assert not one.events("index-failed") + two.events("index-failed")
    assert len(list((home / "cache" / "paper-reader" / "index").glob("*.sqlite"))) == 1


@pytest.mark.skipif(not HAS_PROC, reason="children are found in /proc")
async def test_an_indexer_that_is_killed_is_one_line_in_the_log(home: Path, tmp_path: Path) -> None:
    library = tmp_path / "years"
    Maker(9).library(library, 400, 8, length=400)
    with serving(library, home) as server:
        await asyncio.to_thread(server.event, "index-begun")
        ends = time.monotonic() + PATIENCE
        while not (found := server.indexers()):
            assert time.monotonic() < ends
        os.kill(found[0], signal.SIGKILL)
        failed = await asyncio.to_thread(server.event, "index-failed")
        assert failed["why"] == "status -9"
        connection, _ = await seated(server, "2024")
        connection.close()
        assert not server.events("worker-ended")


def test_an_edition_by_itself_has_no_index(edition: Path, home: Path) -> None:
    with serving(edition, home) as server:
        time.sleep(1.0)
        assert not server.events("index-begun")
    assert not (home / "cache" / "paper-reader" / "index").exists()


@pytest.mark.skipif(not HAS_PROC, reason="what a process has open is found in /proc")
async def test_neither_the_keeper_nor_a_worker_takes_part_in_indexing(library: Path, home: Path) -> None:
    with serving(library, home) as server:
        await asyncio.to_thread(server.event, "indexed")
        for pid in (server.process.pid, *server.workers()):
            names = [str(path.readlink()) for path in Path(f"/proc/{pid}/fd").iterdir()]
            assert not [name for name in names if ".sqlite" in name or name.endswith(".turn")]
