"""Attempts to get more out of the page than a paper, each refused; who reads beside goes on reading."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from reader.web.web_room import Facade
from tests.cli.paper import edition_text
from tests.ssh.visiting import a_library, until
from tests.web.coming import WebHall, WebVisitor, browser, sit_down, web_hall

NONSENSE: list[Any] = [
    ["exec", "sh -c id"],
    ["meta", {"type": "quit"}],
    ["quit"],
    ["exit"],
    ["deliver_chunk_request", {"key": "x", "size": 1 << 30}],
    ["open_url", {"url": "file:///etc/hostname", "new_tab": True}],
    ["deliver_file_start", "x"],
    ["log", "x"],
    ["resize", {"width": "1;sh", "height": 24}],
    ["resize", {"width": 80.5, "height": 24}],
    ["resize", None],
    ["stdin", {"data": "q"}],
    ["ping", "x" * 5000],
    ["ping", {"deep": [[[]]]}],
    {"type": "stdin", "data": "q"},
    "stdin",
    None,
    [],
]
PATHS = [
    "/etc/passwd",
    "/static/",
    "/static/js/",
    "/static/../../../../etc/passwd",
    "/static/%2e%2e/%2e%2e/etc/passwd",
    "/static/js/..%2f..%2fserver.py",
    "/static/fonts/%00",
    "/page/page.html",
    "/page/../web_room.py",
    "/page//etc/passwd",
    "/download/0",
    "/download/../ws",
    "/metrics",
    "/.git/config",
    "//etc/passwd",
]


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[WebHall]:
    secret = edition_text("2025-04-09", paper="内参", headline="机密")
    (tmp_path / "secret.yaml").write_text(secret, encoding="utf-8")
    async with web_hall(a_library(tmp_path / "library")) as open_room:
        yield open_room


@pytest_asyncio.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with browser() as open_session:
        yield open_session


@pytest_asyncio.fixture
async def other(room: WebHall, session: aiohttp.ClientSession) -> WebVisitor:
    visitor = await sit_down(session, room)
    await visitor.sees("渡口停摆")
    return visitor


# -- messages -------------------------------------------------------------------------------------


@pytest.mark.parametrize("message", NONSENSE, ids=lambda message: json.dumps(message)[:30])
async def test_a_message_that_is_none_ends_its_own_visit_alone(
    room: WebHall, session: aiohttp.ClientSession, other: WebVisitor, message: Any
) -> None:
    visitor = await sit_down(session, room)
    await visitor.sees("渡口停摆")
    await visitor.socket.send_str(json.dumps(message))
    assert (await visitor.is_sent_away())[0] == 1008
    assert (await room.event("refused"))["reason"] == "message"
    await other.still_reads()
    assert room.events("failure") == []


@pytest.mark.parametrize("data", [b"", b"\x00" * 1000, b'["stdin", "q"]'])
async def test_binary_is_no_message(
    room: WebHall, session: aiohttp.ClientSession, other: WebVisitor, data: bytes
) -> None:
    visitor = await sit_down(session, room)
    await visitor.socket.send_bytes(data)
    assert (await visitor.is_sent_away())[0] == 1008
    await other.still_reads()


@pytest.mark.parametrize("compress", [0, 15], ids=["plain", "packed"])
async def test_a_message_of_megabytes_is_not_taken_in(
    room: WebHall, session: aiohttp.ClientSession, other: WebVisitor, compress: int
) -> None:
    visitor = await sit_down(session, room, compress=compress)
    with suppress(ConnectionError):  # it may be hung up on before all of it is sent
        await visitor.socket.send_str(json.dumps(["stdin", "j" * 20_000_000]))
    assert (await visitor.is_sent_away())[0] in (1009, 1006)
    await other.still_reads()


async def test_a_window_of_a_thousand_million_cells_is_cut_to_size(
    room: WebHall, session: aiohttp.ClientSession
) -> None:
    visitor = await sit_down(session, room, (80, 24))
    await visitor.sees("渡口停摆")
    seat = next(iter(room.room._seats))
    assert seat.visit is not None
    app = seat.visit.app
    await visitor.say("resize", {"width": 10**9, "height": 10**9})
    await until(lambda: app.size == (500, 300))
    await visitor.say("resize", {"width": 10**400, "height": -(10**400)})
    await until(lambda: app.size == (500, 2))
    await visitor.still_reads()


async def test_a_thousand_sizes_are_a_few(
    room: WebHall, session: aiohttp.ClientSession, other: WebVisitor
) -> None:
    visitor = await sit_down(session, room)
    await visitor.sees("渡口停摆")
    before = len(visitor.raw)
    for turn in range(1000):
        await visitor.say("resize", {"width": 60 + turn % 40, "height": 20 + turn % 9})
    await asyncio.sleep(0.5)
    assert len(visitor.raw) - before < 400_000
    await other.still_reads()


async def test_who_sends_too_much_is_cut_off(
    room: WebHall, session: aiohttp.ClientSession, other: WebVisitor
) -> None:
    visitor = await sit_down(session, room)
    await visitor.sees("渡口停摆")
    for _ in range(400):
        if visitor.farewell is not None:
            break
        await visitor.type("j" * 1000)
    code, reason = await visitor.is_sent_away()
    assert (code, reason) == (4000, "输入太快，已断开")
    assert (await room.event("end"))["reason"] == "too_much"
    await other.still_reads()


# -- keys -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("keys", ["e", "P", "y", "Y", "r", "\x1a", "\x03", "\x1b]52;c;?\x07"])
async def test_keys_that_reach_the_machine_elsewhere_reach_nothing_here(
    room: WebHall, session: aiohttp.ClientSession, tmp_path: Path, keys: str
) -> None:
    visitor = await sit_down(session, room)
    await visitor.sees("渡口停摆")
    before = sorted(tmp_path.rglob("*"))
    await visitor.type(keys)
    await visitor.still_reads()
    assert b"\x1b]52" not in visitor.raw
    assert sorted(tmp_path.rglob("*")) == before
    assert room.events("failure") == []


async def test_the_paper_beside_the_library_is_out_of_reach(
    room: WebHall, session: aiohttp.ClientSession
) -> None:
    visitor = await sit_down(session, room)
    await visitor.sees("渡口停摆")
    await visitor.type("o")
    await asyncio.sleep(0.5)
    await visitor.type("\x1b/机密")
    await visitor.still_reads()
    assert "机密".encode() not in visitor.raw.split("搜索".encode())[0]


# -- requests -------------------------------------------------------------------------------------


async def raw(room: WebHall, request: bytes) -> bytes:
    """Send bytes that no client would, and return all that comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
    writer.write(request)
    await writer.drain()
    async with asyncio.timeout(10):
        answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.parametrize("path", PATHS)
async def test_no_other_file_is_sent(room: WebHall, path: str) -> None:
    answer = await raw(room, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400"))
    assert b"root:" not in answer
    assert os.fsencode(Path(__file__).parents[2]) not in answer


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "OPTIONS", "PROPFIND"]
)
async def test_nothing_is_done_but_reading(room: WebHall, method: str) -> None:
    answer = await raw(
        room,
        f"{method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode(),
    )
    assert answer.split(b" ")[1] in (b"405", b"400", b"404", b"421")


@pytest.mark.parametrize(
    "garbage",
    [
        b"SSH-2.0-client\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % number for number in range(500)) + b"\r\n",
        b"\x00" * 5000 + b"\r\n\r\n",
    ],
)
async def test_garbage_is_hung_up_on_and_noted_at_most(
    room: WebHall, other: WebVisitor, garbage: bytes
) -> None:
    answer = await raw(room, garbage)
    assert b"Traceback" not in answer
    assert answer[:12] in (b"", b"HTTP/1.1 400", b"HTTP/1.0 400")
    await other.still_reads()
    assert "\n" not in json.dumps([event.get("why") for event in room.events("broken")])


async def test_another_sites_page_opens_no_line(room: WebHall, session: aiohttp.ClientSession) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await sit_down(session, room, headers={"Origin": "https://elsewhere.example"})
    assert refused.value.status == 403
    assert (await room.event("refused"))["reason"] == "origin"


async def test_a_name_made_to_point_here_is_turned_away(
    room: WebHall, session: aiohttp.ClientSession
) -> None:
    for path in ("", "ws", "page/page.js"):
        async with session.get(room.address + path, headers={"Host": "rebound.example"}) as answer:
            assert answer.status == 421
    assert (await room.event("refused"))["detail"] == "rebound.example"


async def test_a_room_open_to_all_is_called_by_any_name(tmp_path: Path) -> None:
    facade = Facade("河湾日报", is_public=True)
    async with (
        web_hall(a_library(tmp_path), facade=facade) as room,
        browser(Host="paper.example") as session,
        session.get(room.address) as answer,
    ):
        assert answer.status == 200


@pytest.mark.parametrize("path", ["", "page/page.css", "static/js/textual.js", "nowhere"])
async def test_every_answer_is_sealed(room: WebHall, session: aiohttp.ClientSession, path: str) -> None:
    async with session.get(room.address + path) as answer:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Server"] == "paper-reader"
