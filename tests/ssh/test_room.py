from __future__ import annotations

import asyncio
from pathlib import Path

import asyncssh
import pytest

from reader.ssh.access import Access, hashed
from reader.ssh.house_rules import HouseRules
from tests.cli.paper import put
from tests.ssh.visiting import Visitor, a_library, connect, hall, sit_down, until


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


async def test_a_visitor_reads_the_newest_paper_and_leaves(library: Path) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        visitor.type("l")
        await until(lambda: visitor.shows("从下周起"))
        visitor.type("q")
        await until(lambda: visitor.is_gone)
        assert visitor.status == 0
        assert visitor.raw.endswith(b"\x1b[?1004l")
        ended = await room.event("end")
        assert (ended["reason"], ended["name"]) == ("left", "guest")
        assert room.room.reception.visitors == 0


async def test_visitors_read_side_by_side_and_notice_nothing_of_each_other(library: Path) -> None:
    async with hall(library) as room:
        connections = [await connect(room.port) for _ in range(5)]
        visitors = [await sit_down(connection) for connection in connections]
        for visitor in visitors:
            await until(lambda visitor=visitor: visitor.shows("渡口停摆"))
        visitors[0].type("l")
        await until(lambda: visitors[0].shows("从下周起"))
        assert not any(visitor.shows("从下周起") for visitor in visitors[1:])
        assert room.room.reception.visitors == 5
        for connection in connections:
            connection.abort()
        await until(lambda: room.room.reception.visitors == 0)


async def test_the_interface_speaks_the_visitors_language(library: Path) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        english = await sit_down(connection, env={"LANG": "en_GB.UTF-8"})
        chinese = await sit_down(connection, env={"LANG": "zh_CN.UTF-8"})
        await until(lambda: english.shows("read on") and chinese.shows("读下去"))


async def test_the_window_is_followed(library: Path) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, (100, 30))
        await until(lambda: visitor.shows("渡口停摆"))
        before = len(visitor.raw)
        assert visitor.channel is not None
        visitor.channel.change_terminal_size(60, 20)
        await until(lambda: len(visitor.raw) > before + 500)


async def test_keys_typed_before_the_paper_is_there_are_not_lost(library: Path) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection)
        visitor.type("l")
        await until(lambda: visitor.shows("从下周起"))


async def test_who_has_no_terminal_is_told(library: Path) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, term=None)
        await until(lambda: visitor.is_gone)
        assert "请用终端登录" in visitor.raw.decode()
        assert visitor.status == 1
        assert (await room.event("refused"))["reason"] == "no_terminal"


async def test_on_a_terminal_that_cannot_be_drawn_on_nothing_is_drawn(library: Path) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, term="dumb")
        await until(lambda: visitor.is_gone)
        assert b"\x1b" not in visitor.raw
        assert "TERM=xterm-256color ssh" in visitor.raw.decode()


async def test_a_full_room_says_so(library: Path) -> None:
    rules = HouseRules(visitors=1, connections_a_minute=0)
    async with hall(library, rules) as room, await connect(room.port) as connection:
        first = await sit_down(connection)
        await until(lambda: first.shows("渡口停摆"))
        second = await sit_down(connection)
        await until(lambda: second.is_gone)
        assert "满员" in second.raw.decode()
        assert (await room.event("refused"))["reason"] == "full"
        assert first.shows("渡口停摆")


async def test_who_connects_too_often_is_turned_away_before_the_protocol_begins(library: Path) -> None:
    rules = HouseRules(connections_a_minute=1)
    async with hall(library, rules) as room:
        async with await connect(room.port):
            reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
            assert "连接太频繁" in (await reader.read()).decode("utf-8", "replace")
            writer.close()
        assert (await room.event("refused"))["reason"] == "too_fast"


async def test_who_does_nothing_is_asked_to_leave(library: Path) -> None:
    rules = HouseRules(idle=0.1, connections_a_minute=0)
    async with hall(library, rules) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.is_gone)
        assert "没有翻页" in visitor.raw.decode()
        assert (await room.event("end"))["reason"] == "idle"


async def test_no_visit_is_longer_than_allowed(library: Path) -> None:
    rules = HouseRules(longest=0.1, connections_a_minute=0)
    async with hall(library, rules) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.is_gone)
        assert (await room.event("end"))["reason"] == "too_long"


async def test_who_sends_too_much_is_cut_off(library: Path) -> None:
    rules = HouseRules(input_a_second=100, input_burst=1000, connections_a_minute=0)
    async with hall(library, rules) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        visitor.type("j" * 5000)
        await until(lambda: visitor.is_gone)
        assert (await room.event("end"))["reason"] == "too_much"


async def test_an_error_ends_one_visit_and_is_noted(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with hall(library) as room:
        connections = [await connect(room.port) for _ in range(2)]
        bad, good = [await sit_down(connection) for connection in connections]
        await until(lambda: bad.shows("渡口停摆") and good.shows("渡口停摆"))
        seat = next(seat for seat in room.room._seats if seat.visit is not None)
        assert seat.visit is not None
        app = seat.visit.app

        def fails(*_: object) -> None:
            raise RuntimeError("planted")

        monkeypatch.setattr(app.paper, "action_next_article", fails)
        hit, other = (bad, good) if _peer(seat) == _own(connections[0]) else (good, bad)
        hit.type("l")
        await until(lambda: hit.is_gone)
        assert "程序出了错" in hit.raw.decode()
        assert b"planted" not in hit.raw
        assert b"Traceback" not in hit.raw
        failure = await room.event("failure")
        assert "planted" in failure["error"]
        assert "test_room.py" in failure["trace"]
        other.type("l")
        await until(lambda: other.shows("从下周起"))


def _peer(seat: object) -> object:
    return seat.channel.get_extra_info("peername")[1]  # type: ignore[attr-defined]


def _own(connection: asyncssh.SSHClientConnection) -> object:
    return connection.get_extra_info("sockname")[1]


async def test_a_line_that_breaks_ends_the_visit(library: Path) -> None:
    async with hall(library) as room:
        connection = await connect(room.port)
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        connection.abort()
        await room.event("end")
        assert room.room.reception.visitors == 0
        await until(lambda: room.room.reception.connections == 0)


async def test_when_it_closes_visitors_are_told(library: Path) -> None:
    visitors: list[Visitor] = []
    async with hall(library) as room:
        connection = await connect(room.port)
        visitors.append(await sit_down(connection))
        await until(lambda: visitors[0].shows("渡口停摆"))
    await until(lambda: visitors[0].is_gone)
    assert "要关门了" in visitors[0].raw.decode()
    assert (room.events("end"))[0]["reason"] == "closing"


async def test_with_a_password_only_who_knows_it_enters(library: Path) -> None:
    access = Access(passwords={"lin": hashed("一行一行")})
    async with hall(library, access=access) as room:
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(room.port, username="lin", password="wrong")
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(room.port, username="chen", password="一行一行")
        async with await connect(room.port, username="lin", password="一行一行") as connection:
            visitor = await sit_down(connection)
            await until(lambda: visitor.shows("渡口停摆"))
        assert [event["reason"] for event in room.events("refused")] == ["password", "password"]


async def test_with_a_key_only_who_has_it_enters(library: Path) -> None:
    mine, other = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    access = Access(keys=mine.export_public_key())
    async with hall(library, access=access) as room:
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(room.port, client_keys=[other])
        async with await connect(room.port, client_keys=[mine]) as connection:
            visitor = await sit_down(connection)
            await until(lambda: visitor.shows("渡口停摆"))
        assert (await room.event("visit"))["key"] == mine.get_fingerprint()


async def test_a_new_edition_is_found_open_by_the_next_visitor(library: Path) -> None:
    async with hall(library) as room, await connect(room.port) as connection:
        first = await sit_down(connection)
        await until(lambda: first.shows("渡口停摆"))
        put(library, "2025-04-07", headline="新桥定名")
        room.room._plan.kiosk._newest = None  # it is believed for some seconds
        second = await sit_down(connection)
        await until(lambda: second.shows("新桥定名"))
        assert first.shows("渡口停摆")


async def test_without_a_paper_visitors_are_told(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    async with hall(tmp_path / "none") as room, await connect(room.port) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.is_gone)
        assert "还没有到" in visitor.raw.decode()
