from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from reader.ssh.house_rules import HouseRules
from tests.ssh.visiting import a_library, until
from tests.web.coming import UNHURRIED, browser, sit_down, web_hall


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


async def test_who_connects_too_often_is_told_to_wait(library: Path) -> None:
    rules = HouseRules(connections_a_minute=1)
    async with web_hall(library, rules) as room, browser() as session:
        async with session.get(room.address) as answer:
            assert answer.status == 200
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
        # What has not been read must not reset the line and take the words with it.
        writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        told = (await reader.read()).decode()
        writer.close()
        assert told.startswith("HTTP/1.1 503")
        assert "Retry-After: 60" in told
        assert "连接太频繁" in told
        assert (await room.event("refused"))["reason"] == "too_fast"


async def test_no_more_connections_are_held_than_allowed(library: Path) -> None:
    rules = UNHURRIED._replace(connections=2)
    async with web_hall(library, rules) as room:
        held = [await asyncio.open_connection("127.0.0.1", room.port) for _ in range(2)]
        await until(lambda: room.room.reception.connections == 2)
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
        assert (await reader.read()).startswith(b"HTTP/1.1 503")
        for _, one in [*held, (reader, writer)]:
            one.close()
        await until(lambda: room.room.reception.connections == 0)


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "])
async def test_a_connection_that_asks_for_nothing_is_hung_up_on(library: Path, sent: bytes) -> None:
    rules = UNHURRIED._replace(login=0.3)
    async with web_hall(library, rules) as room, browser() as session:
        visitor = await sit_down(session, room)
        await visitor.sees("渡口停摆")
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
        writer.write(sent)
        async with asyncio.timeout(10):
            assert await reader.read() == b""
        writer.close()
        await visitor.still_reads()  # who reads stays, however long
        await until(lambda: room.room.reception.connections == 1)


async def test_a_thousand_connections_leave_nothing_behind(library: Path) -> None:
    rules = UNHURRIED._replace(connections=400)
    async with web_hall(library, rules) as room, browser() as session:
        visitor = await sit_down(session, room)
        await visitor.sees("渡口停摆")
        for _ in range(10):
            opened = [await asyncio.open_connection("127.0.0.1", room.port) for _ in range(100)]
            await visitor.still_reads()
            for _, writer in opened:
                writer.close()
        await until(lambda: room.room.reception.connections <= 1)
        await visitor.still_reads()


async def test_a_room_that_closes_lets_nobody_in(library: Path) -> None:
    async with web_hall(library) as room, browser() as session:
        visitor = await sit_down(session, room)
        await visitor.sees("渡口停摆")
        room.room.stop_letting_in()
        with pytest.raises(OSError, match="Errno"):
            await asyncio.open_connection("127.0.0.1", room.port)
        await visitor.still_reads()
