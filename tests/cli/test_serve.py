"""The command that serves visitors, as a process; what visitors can do is tried in tests/ssh."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import asyncssh
import pytest

from reader.ssh.access import verified
from tests.cli.paper import paper_reader, printed, put
from tests.cli.serving import Serving, serving
from tests.ssh.visiting import Visitor, connect, sit_down, until

HAS_PROC = Path("/proc/self/task").is_dir()


@pytest.fixture
def serve(library: Path, home: Path) -> Iterator[Serving]:
    with serving(library, home) as one:
        yield one


async def shown(server: Serving, words: str) -> tuple[asyncssh.SSHClientConnection, Visitor]:
    """Log in, open a terminal, and wait until these words stand on it."""
    connection = await connect(server.port)
    visitor = await sit_down(connection)
    await until(lambda: visitor.shows(words))
    return connection, visitor


# -- serving --------------------------------------------------------------------------------------


async def test_who_comes_finds_the_newest_edition_open(serve: Serving) -> None:
    connection, visitor = await shown(serve, "新桥定名")
    visitor.type("q")
    await until(lambda: visitor.is_gone)
    assert visitor.status == 0
    connection.close()
    assert await asyncio.to_thread(serve.event, "end")


async def test_it_says_where_it_serves_and_by_which_key(serve: Serving, home: Path) -> None:
    words = (home / "said.txt").read_text(encoding="utf-8")
    assert f"127.0.0.1:{serve.port}" in words
    assert "河湾晨报" in words
    async with await connect(serve.port) as connection:
        key = connection.get_server_host_key()
        assert key is not None
        assert key.get_fingerprint() in words


async def test_an_edition_by_itself_is_served_too(edition: Path, home: Path) -> None:
    with serving(edition, home) as server:
        connection, _ = await shown(server, "渡口停摆")
        connection.close()


async def test_every_event_is_a_line_of_json_with_its_time(serve: Serving) -> None:
    connection, visitor = await shown(serve, "新桥定名")
    visitor.type("q")
    await until(lambda: visitor.is_gone)
    connection.close()
    end = await asyncio.to_thread(serve.event, "end")
    assert (end["address"], end["reason"], end["worker"]) == ("127.0.0.1", "left", 0)
    assert end["at"].endswith("+00:00")


def test_without_a_log_file_the_log_goes_to_standard_error(library: Path, home: Path) -> None:
    with serving(library, home, logs_to_file=False) as server:
        assert server.stop() == 0
    lines = (home / "said.txt").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["event"] for line in lines if line.startswith("{")][-1] == "stopped"


async def test_a_monitor_is_told_the_counts(library: Path, home: Path) -> None:
    with serving(library, home, "--monitor", "0") as server:
        port = (await asyncio.to_thread(server.event, "monitor"))["port"]
        connection, _ = await shown(server, "新桥定名")
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /metrics HTTP/1.1\r\nHost: here\r\n\r\n")
        page = (await reader.read()).decode()
        writer.close()
        connection.close()
    assert page.startswith("HTTP/1.1 200")
    assert 'paper_reader_visits_total{worker="0"} 1' in page


async def test_a_worker_that_retires_leaves_the_monitor_to_the_next(library: Path, home: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with serving(library, home, "--monitor", str(port), "--recycle", "1") as server:
        connection, visitor = await shown(server, "新桥定名")
        await asyncio.to_thread(server.event, "retiring")
        await asyncio.to_thread(server.event, "open", 2)
        assert (await asyncio.to_thread(server.event, "monitor", 2))["port"] == port
        assert not server.events("worker-failed")
        visitor.type("l")  # who is there reads on
        await until(lambda: visitor.shows("从下周起"))
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /metrics HTTP/1.1\r\n\r\n")
        assert b"paper_reader_visitors{" in await reader.read()
        writer.close()
        other, _ = await shown(server, "新桥定名")
        other.close()
        connection.close()


async def test_a_password_file_and_the_hashes_made_for_it_go_together(library: Path, home: Path) -> None:
    made = paper_reader("serve", "--hash-password", home=home, given="过河拆桥\n".encode())
    kept = printed(made).strip()
    assert verified("过河拆桥", kept)
    (home / "passwords").write_text(f"lin:{kept}\n", encoding="utf-8")
    with serving(library, home, "--passwords", home / "passwords") as server:
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(server.port, username="lin", password="wrong")
        async with await connect(server.port, username="lin", password="过河拆桥") as connection:
            visitor = await sit_down(connection)
            await until(lambda: visitor.shows("新桥定名"))


async def test_with_keys_only_who_has_one_enters(library: Path, home: Path) -> None:
    mine = asyncssh.generate_private_key("ssh-ed25519")
    (home / "keys").write_bytes(mine.export_public_key())
    with serving(library, home, "--keys", home / "keys") as server:
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(server.port)
        async with await connect(server.port, client_keys=[mine]):
            pass


async def test_places_by_key_outlive_the_server(library: Path, home: Path) -> None:
    mine = asyncssh.generate_private_key("ssh-ed25519")
    (home / "keys").write_bytes(mine.export_public_key())
    for words in ("新桥定名", "从下周起"):  # left at the second article, found there
        with serving(library, home, "--keys", home / "keys", "--keep-places") as server:
            connection = await connect(server.port, client_keys=[mine])
            visitor = await sit_down(connection)
            await until(lambda visitor=visitor, words=words: visitor.shows(words))
            visitor.type("l")
            await until(lambda visitor=visitor: visitor.shows("从下周起") or visitor.shows("水位"))
            await asyncio.to_thread(server.stop)
            connection.close()
    folder = home / "state" / "paper-reader" / "visitors"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(list(folder.glob("*.json"))) == 1


async def test_the_limits_given_are_kept(library: Path, home: Path) -> None:
    with serving(library, home, "--visitors", "1") as server:
        connection, _ = await shown(server, "新桥定名")
        other = await connect(server.port)
        refused = await sit_down(other)
        await until(lambda: refused.is_gone)
        assert "满员" in refused.raw.decode()
        connection.close()
        other.close()


# -- the host key ---------------------------------------------------------------------------------


def test_the_host_key_is_made_for_its_owner_only(serve: Serving, home: Path) -> None:
    path = home / "state" / "paper-reader" / "host_key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


async def test_started_again_it_has_the_same_host_key(library: Path, home: Path) -> None:
    keys = []
    for _ in range(2):
        with serving(library, home) as server:
            async with await connect(server.port) as connection:
                keys.append(connection.get_server_host_key())
    assert keys[0] == keys[1]


# -- ending ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_told_to_end_it_tells_visitors_and_ends_with_0(serve: Serving, number: int) -> None:
    connection, visitor = await shown(serve, "新桥定名")
    stopping = asyncio.create_task(asyncio.to_thread(serve.stop, number))
    await until(lambda: visitor.is_gone)
    assert "要关门了" in visitor.raw.decode()
    assert b"\x1b[?1049l" in visitor.raw  # the visitor's own screen is back before the words
    assert await stopping == 0
    assert serve.events("end")[0]["reason"] == "closing"
    assert serve.events("stopped")
    connection.close()


@pytest.mark.skipif(not HAS_PROC, reason="children are found in /proc")
async def test_a_worker_that_is_killed_is_replaced_and_the_others_read_on(library: Path, home: Path) -> None:
    with serving(library, home, "--visitors-each", "40", workers=2) as server:
        visitors = [await shown(server, "新桥定名") for _ in range(6)]
        started = server.workers()
        assert len(started) == 2
        os.kill(started[0], signal.SIGKILL)
        await asyncio.to_thread(server.event, "worker-ended")
        await asyncio.to_thread(server.event, "open", 3)
        number = server.events("worker-ended")[0]["number"]
        gone = len([event for event in server.events("visit") if event["worker"] == number])
        await until(lambda: sum(visitor.is_gone for _, visitor in visitors) == gone)
        left = [visitor for _, visitor in visitors if not visitor.is_gone]
        for visitor in left:
            visitor.type("l")
            await until(lambda visitor=visitor: visitor.shows("从下周起"))
        connection, _ = await shown(server, "新桥定名")
        connection.close()
        for other, _ in visitors:
            other.close()


async def test_workers_do_not_outlive_the_process_that_keeps_them(serve: Serving) -> None:
    connection, visitor = await shown(serve, "新桥定名")
    port = serve.port
    serve.process.kill()
    serve.process.wait()
    await until(lambda: visitor.is_gone)
    assert "要关门了" in visitor.raw.decode()
    connection.close()
    await until(lambda: serve.events("closed"))
    with pytest.raises(ConnectionRefusedError):
        await connect(port)


# -- a new edition --------------------------------------------------------------------------------


async def test_a_new_edition_is_announced_quietly_and_nobody_is_thrown_out(
    serve: Serving, library: Path
) -> None:
    connection, visitor = await shown(serve, "新桥定名")
    for day in ("08", "09", "10"):  # the one that is there at the first look is not told of
        put(library, f"2025-04-{day}", headline="灯会开场")
        with suppress(TimeoutError):
            await until(lambda: visitor.shows("新的一期到了"))
            break
    assert visitor.shows("新的一期到了")
    assert visitor.shows("新桥定名")
    visitor.type("l")
    await until(lambda: visitor.shows("从下周起"))
    visitor.type("O")
    await until(lambda: visitor.shows("灯会开场"))
    assert not serve.events("end")
    connection.close()
