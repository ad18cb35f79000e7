from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from reader.ssh.house_rules import HouseRules
from reader.web.web_room import Facade
from tests.ssh.visiting import a_library, until
from tests.web.coming import UNHURRIED, browser, sit_down, web_hall


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


async def test_a_visitor_reads_searches_and_leaves(library: Path) -> None:
    async with web_hall(library) as room, browser() as session:
        visitor = await sit_down(session, room)
        await visitor.sees("渡口停摆")
        await visitor.type("l")
        await visitor.sees("从下周起")
        await visitor.type("/水位和风")
        await visitor.sees("写满了水位和风")
        await visitor.type("\x1b")
        await until(lambda: not visitor.shows("换范围"))
        await visitor.type("q")
        assert await visitor.is_sent_away() == (1000, "")
        assert visitor.raw.endswith(b"\x1b[?1004l")
        ended = await room.event("end")
        assert (ended["reason"], ended["address"]) == ("left", "127.0.0.1")


async def test_visitors_read_side_by_side(library: Path) -> None:
    async with web_hall(library) as room, browser() as session:
        visitors = [await sit_down(session, room) for _ in range(4)]
        for visitor in visitors:
            await visitor.sees("渡口停摆")
        await visitors[0].type("l")
        await visitors[0].sees("从下周起")
        assert not any(visitor.shows("从下周起") for visitor in visitors[1:])
        assert room.room.reception.visitors == 4
        for visitor in visitors:
            await visitor.socket.close()
        await until(lambda: room.room.reception.visitors == 0 and room.room.is_empty)


async def test_a_line_that_breaks_ends_the_visit_and_leaves_no_task(library: Path) -> None:
    async with web_hall(library) as room:
        before = len(asyncio.all_tasks())
        async with browser() as session:
            visitor = await sit_down(session, room)
            await visitor.sees("渡口停摆")
            assert visitor.socket._response.connection is not None
            transport = visitor.socket._response.connection.transport
            assert transport is not None
            transport.abort()
            await room.event("end")
        await until(lambda: room.room.reception.connections == 0)
        await until(lambda: len(asyncio.all_tasks()) <= before)


async def test_what_is_typed_before_the_paper_is_there_is_not_lost(library: Path) -> None:
    async with web_hall(library) as room, browser() as session:
        visitor = await sit_down(session, room)
        await visitor.type("l")
        await visitor.sees("从下周起")


async def test_the_window_is_followed(library: Path) -> None:
    async with web_hall(library) as room, browser() as session:
        visitor = await sit_down(session, room, (100, 30))
        await visitor.sees("渡口停摆")
        assert (await room.event("visit"))["size"] == "100x30"
        await visitor.still_reads()


@pytest.mark.parametrize(("accepted", "words"), [("en-GB,en;q=0.9", "read on"), ("zh-TW", "读下去")])
async def test_the_interface_speaks_the_browsers_language(library: Path, accepted: str, words: str) -> None:
    async with web_hall(library) as room, browser(Accept_Language=accepted) as session:
        visitor = await sit_down(session, room)
        await visitor.sees(words)


async def test_a_ping_is_answered(library: Path) -> None:
    async with web_hall(library) as room, browser() as session:
        visitor = await sit_down(session, room)
        await visitor.say("ping", "1731")
        await until(lambda: visitor.texts == [["pong", "1731"]])


async def test_when_the_room_is_full_the_page_is_told_why(library: Path) -> None:
    async with web_hall(library, UNHURRIED._replace(visitors=1)) as room, browser() as session:
        first, second = await sit_down(session, room), await sit_down(session, room)
        await first.sees("渡口停摆")
        code, reason = await second.is_sent_away()
        assert (code, reason) == (4000, "阅览室满员，请稍后再来")
        assert (await room.event("refused"))["reason"] == "full"
        await first.still_reads()


async def test_one_address_does_not_take_all_seats(library: Path) -> None:
    rules = UNHURRIED._replace(visitors_of_address=1)
    async with web_hall(library, rules) as room, browser() as session:
        first, second = await sit_down(session, room), await sit_down(session, room)
        assert (await second.is_sent_away())[0] == 4000
        assert (await room.event("refused"))["reason"] == "address_full"
        await first.sees("渡口停摆")


async def test_behind_a_proxy_addresses_are_those_it_has_seen(library: Path) -> None:
    rules = UNHURRIED._replace(visitors_of_address=1)
    facade = Facade("河湾日报", is_proxied=True)
    async with web_hall(library, rules, facade) as room, browser() as session:
        one = {"X-Forwarded-For": "203.0.113.9, 198.51.100.1", "Host": "paper.example"}
        first = await sit_down(session, room, headers=one)
        second = await sit_down(session, room, headers={**one, "X-Forwarded-For": "198.51.100.2"})
        third = await sit_down(session, room, headers={**one, "X-Forwarded-For": "198.51.100.1"})
        assert (await third.is_sent_away())[0] == 4000
        await first.sees("渡口停摆")
        await second.sees("渡口停摆")
        assert {event["address"] for event in room.events("visit")} == {"198.51.100.1", "198.51.100.2"}


async def test_without_a_proxy_nobody_chooses_their_address(library: Path) -> None:
    async with web_hall(library) as room, browser(X_Forwarded_For="198.51.100.1") as session:
        visitor = await sit_down(session, room)
        await visitor.sees("渡口停摆")
        assert (await room.event("visit"))["address"] == "127.0.0.1"


@pytest.mark.parametrize(
    ("rules", "reason", "words"),
    [
        (UNHURRIED._replace(idle=0.1), "idle", "没有翻页"),
        (UNHURRIED._replace(longest=0.1), "too_long", "时间到了"),
    ],
)
async def test_who_stays_too_long_is_asked_to_leave(
    library: Path, rules: HouseRules, reason: str, words: str
) -> None:
    async with web_hall(library, rules) as room, browser() as session:
        visitor = await sit_down(session, room)
        assert words in (await visitor.is_sent_away())[1]
        assert (await room.event("end"))["reason"] == reason


async def test_an_error_ends_one_visit_and_is_noted(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with web_hall(library) as room, browser() as session:
        bad = await sit_down(session, room, (99, 24))
        good = await sit_down(session, room)
        await bad.sees("渡口停摆")
        await good.sees("渡口停摆")
        seat = next(seat for seat in room.room._seats if seat.terminal.columns == 99)
        assert seat.visit is not None

        def fails(*_: object) -> None:
            raise RuntimeError("planted")

        monkeypatch.setattr(seat.visit.app.paper, "action_next_article", fails)
        await bad.type("l")
        code, reason = await bad.is_sent_away()
        assert code == 4000
        assert reason.startswith("程序出了错")
        assert b"planted" not in bad.raw
        assert "planted" in (await room.event("failure"))["error"]
        await good.type("l")
        await good.sees("从下周起")


async def test_when_it_closes_visitors_are_told(library: Path) -> None:
    async with browser() as session:
        async with web_hall(library) as room:
            visitor = await sit_down(session, room)
            await visitor.sees("渡口停摆")
        assert await visitor.is_sent_away() == (4000, "阅览室要关门了，请过一会儿再来")
        assert room.events("end")[0]["reason"] == "closing"


async def test_who_takes_nothing_is_cut_off_and_keeps_little_waiting(library: Path) -> None:
    rules = UNHURRIED._replace(unsent=0.5)
    async with web_hall(library, rules) as room, browser() as session:
        other = await sit_down(session, room)
        await other.sees("渡口停摆")
        visitor = await sit_down(session, room, (300, 100))
        await until(lambda: len(room.events("visit")) == 2)
        seat = next(seat for seat in room.room._seats if seat.terminal.columns == 300)
        assert visitor.socket._response.connection is not None
        transport = visitor.socket._response.connection.transport
        assert transport is not None
        visitor._listening.cancel()
        transport.pause_reading()
        most = 0
        for turn in range(150):
            if room.events("end"):
                break
            await visitor.say("resize", {"width": 300 - turn % 2, "height": 100 - turn % 3})
            most = max(most, seat.channel._size)  # type: ignore[attr-defined]
            await asyncio.sleep(0.13)
        assert (await room.event("end"))["reason"] == "not_reading"
        assert most < 512 * 1024
        await other.still_reads()
        await until(lambda: room.room.reception.visitors == 1)
