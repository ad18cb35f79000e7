"""What visitors do to a server, wanting or not; the others notice nothing and nothing is left behind."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import asyncssh
import pytest
import pytest_asyncio

from reader.ssh.house_rules import HouseRules
from reader.ssh.seat import Seat
from reader.ssh.visitor_app import VisitorApp
from tests.ssh.visiting import Hall, Visitor, a_library, connect, hall, sit_down, until


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[Hall]:
    async with hall(a_library(tmp_path / "library")) as open_room:
        yield open_room


@pytest_asyncio.fixture
async def other(room: Hall) -> AsyncIterator[Visitor]:
    """Somebody who reads meanwhile."""
    async with await connect(room.port) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        yield visitor
        visitor.type("l")
        await until(lambda: visitor.shows("从下周起"))


async def nobody_else(room: Hall) -> None:
    """Wait until the one other visitor is the only connection."""
    await until(lambda: room.room.reception.connections == 1 and room.room.reception.visitors == 1)


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        b"SSH-2.0-x\r\n" + b"\x00" * 500,
        b"SSH-1.5-old\r\n",
        b"\x16\x03\x01" + os.urandom(400),
        b"SSH-2.0-" + b"x" * 10_000,
        b"\n" * 5000,
    ],
    ids=["nothing", "a web browser", "zeros", "protocol 1", "TLS", "a long name", "empty lines"],
)
async def test_what_is_no_ssh_is_let_go(room: Hall, other: Visitor, garbage: bytes) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", room.port)
    with suppress(OSError):
        writer.write(garbage)
        await writer.drain()
        writer.close()
        await writer.wait_closed()
    await nobody_else(room)


async def test_garbage_behind_the_key_exchange_ends_that_connection(room: Hall, other: Visitor) -> None:
    connection = await connect(room.port)
    await sit_down(connection)
    transport = connection._transport
    assert transport is not None
    transport.write(os.urandom(4096))
    await nobody_else(room)


async def test_clients_that_vanish_at_any_moment_leave_nothing(room: Hall, other: Visitor) -> None:
    for moment in range(12):
        connection = await connect(room.port)
        if moment % 3:
            visitor = await sit_down(connection)
            if moment % 3 == 2:
                await until(lambda visitor=visitor: visitor.shows("渡口停摆"))
        connection.abort()
    await nobody_else(room)
    assert [event["trace"] for event in room.events("failure")] == []


async def test_a_thousand_sizes_of_the_window_are_a_few_frames(room: Hall, other: Visitor) -> None:
    async with await connect(room.port) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        assert visitor.channel is not None
        for number in range(1000):
            visitor.channel.change_terminal_size(40 + number % 100, 10 + number % 40)
        visitor.channel.change_terminal_size(80, 24)
        await until(lambda: visitor.shows("渡口停摆"))
        visitor.type("l")
        await until(lambda: visitor.shows("从下周起"))
        assert len(visitor.raw) < 200_000
    await nobody_else(room)


async def test_a_key_held_down_is_answered_and_the_next_one_too(room: Hall, other: Visitor) -> None:
    async with await connect(room.port) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        for _ in range(200):
            visitor.type("j")
            await asyncio.sleep(0.002)
        visitor.type("l")
        await until(lambda: visitor.shows("从下周起"))
    await nobody_else(room)


async def test_who_takes_nothing_is_sent_no_more_and_let_go(tmp_path: Path) -> None:
    rules = HouseRules(unsent=0.5, connections_a_minute=0, input_a_second=0)
    async with hall(a_library(tmp_path / "library"), rules) as room, await connect(room.port) as reading:
        other = await sit_down(reading)
        await until(lambda: other.shows("渡口停摆"))
        connection = await connect(room.port)
        visitor = await sit_down(connection, (200, 60))
        await until(lambda: visitor.shows("渡口停摆"))
        assert visitor.channel is not None
        visitor.channel.pause_reading()
        seat = next(seat for seat in room.room._seats if seat.terminal.columns == 200)
        line = seat.visit.line if seat.visit is not None else None
        assert line is not None
        for _ in range(4000):
            if line.dropped:
                break
            visitor.type("tT")
            await asyncio.sleep(0.002)
        assert line.dropped > 0
        ended = await room.event("end")
        assert ended["reason"] == "not_reading"
        connection.abort()
        await nobody_else(room)
        other.type("l")
        await until(lambda: other.shows("从下周起"))


async def test_a_visitor_who_takes_again_what_is_sent_has_the_paper_whole(tmp_path: Path) -> None:
    rules = HouseRules(connections_a_minute=0, input_a_second=0)
    async with hall(a_library(tmp_path / "library"), rules) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, (200, 60))
        await until(lambda: visitor.shows("渡口停摆"))
        seat = next(iter(room.room._seats))
        assert isinstance(seat, Seat)
        assert seat.visit is not None
        seat.pause_writing()
        visitor.type("l")
        await until(lambda: seat.visit is not None and seat.visit.line.dropped > 0)
        assert not visitor.shows("从下周起")
        seat.resume_writing()
        await until(lambda: visitor.shows("从下周起"))


async def test_a_thousand_connections_are_let_in_as_far_as_the_rules_go(tmp_path: Path) -> None:
    rules = HouseRules(connections=50, connections_a_minute=0)
    async with hall(a_library(tmp_path / "library"), rules) as room, await connect(room.port) as reading:
        other = await sit_down(reading)
        await until(lambda: other.shows("渡口停摆"))
        writers: list[asyncio.StreamWriter] = []
        for _ in range(1000):
            _, writer = await asyncio.open_connection("127.0.0.1", room.port)
            writers.append(writer)
        await until(lambda: room.room.counters.count("refusals_total", "full") == 1000 - 49)
        assert room.room.reception.connections == 50
        other.type("l")
        await until(lambda: other.shows("从下周起"))
        for writer in writers:
            writer.close()
        await nobody_else(room)


async def test_visits_leave_no_task_file_thread_or_app_behind(room: Hall, other: Visitor) -> None:
    async def visit() -> None:
        async with await connect(room.port) as connection:
            visitor = await sit_down(connection)
            await until(lambda: visitor.shows("渡口停摆"))
            visitor.type("ll/桥\r")
            await until(lambda: visitor.shows("桥"))
            visitor.type("v")
            visitor.type("\x03")
            assert visitor.channel is not None
            visitor.channel.write_eof()
            await until(lambda: visitor.is_gone)

    await visit()  # what is made once for all is made by the first
    await nobody_else(room)
    before = (len(list(Path("/proc/self/fd").iterdir())), threading.active_count())
    for _ in range(6):
        await visit()
    await nobody_else(room)
    await until(lambda: sum(bool(vars(app)) for app in room.room._apps) == 1)
    room.room._sweeper.left()

    def apps() -> int:
        gc.collect()
        return sum(isinstance(one, VisitorApp) for one in gc.get_objects())

    # A timer that was called off knows its app until its time has come, some seconds later.
    await until(lambda: apps() == 1)
    assert len(list(Path("/proc/self/fd").iterdir())) <= before[0] + 1
    assert threading.active_count() <= before[1] + 2
    names = [task.get_name() for task in asyncio.all_tasks()]
    assert len(names) < 60


async def test_a_slow_visitor_keeps_nobody_waiting_at_the_door(tmp_path: Path) -> None:
    rules = HouseRules(openings=1, connections_a_minute=0)
    async with hall(a_library(tmp_path / "library"), rules) as room:
        connections = [await connect(room.port) for _ in range(4)]
        visitors = [await sit_down(connection) for connection in connections]
        for visitor in visitors:
            await until(lambda visitor=visitor: visitor.shows("渡口停摆"))
        for connection in connections:
            connection.close()


async def test_a_client_that_does_not_log_in_is_let_go(tmp_path: Path) -> None:
    rules = HouseRules(login=0.3, connections_a_minute=0)
    async with hall(a_library(tmp_path / "library"), rules) as room:
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
        assert (await reader.readline()).startswith(b"SSH-2.0-")
        await until(lambda: room.room.reception.connections == 0)
        writer.close()


async def test_the_two_ends_may_compress(room: Hall, other: Visitor) -> None:
    async with await connect(room.port, compression_algs=["zlib@openssh.com"]) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        assert connection.get_extra_info("recv_compression") == "zlib@openssh.com"


async def test_an_abrupt_end_of_a_session_is_no_error(room: Hall, other: Visitor) -> None:
    async with await connect(room.port) as connection:
        visitor = await sit_down(connection)
        assert visitor.channel is not None
        visitor.channel.write_eof()
        await until(lambda: visitor.is_gone)
    await nobody_else(room)
    assert room.events("failure") == []
    assert isinstance(connection, asyncssh.SSHClientConnection)


async def test_who_hangs_up_while_the_paper_opens_keeps_nobody_waiting(tmp_path: Path) -> None:
    rules = HouseRules(connections_a_minute=0, openings=1)
    async with hall(a_library(tmp_path / "library"), rules) as room:
        for moment in range(8):
            connection = await connect(room.port)
            await sit_down(connection)
            await asyncio.sleep(moment / 100)
            connection.abort()
        await room.event("end", 1)
        await until(lambda: room.room.is_empty)
        # An app that never opened was waited for until it was cancelled, five seconds later.
        assert max(end["seconds"] for end in room.events("end")) < 4
        assert not room.events("failure")
