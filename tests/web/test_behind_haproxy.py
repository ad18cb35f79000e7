"""The page behind a real reverse proxy, as the guide says to set it up."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from reader.web.web_room import Facade
from tests.ssh.visiting import a_library, until
from tests.web.chromium import CHROMIUM, chromium
from tests.web.coming import UNHURRIED, WebHall, WebVisitor, web_hall

HAPROXY = shutil.which("haproxy", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
pytestmark = pytest.mark.skipif(HAPROXY is None, reason="there is no HAProxy on this machine")


def log_in(name: str, password: str) -> dict[str, str]:
    """Return what a browser sends of who has typed a name and a password."""
    return {"Authorization": f"Basic {b64encode(f'{name}:{password}'.encode()).decode()}"}


DEPLOY = Path(__file__).parents[2] / "docs" / "deploy"
FILES = ["haproxy-web.cfg", "haproxy-folder.cfg"]
LOG_IN = log_in("reader", "ferry")
HASH = "$5$river$8Blo67/wBrwFhCIvTogZNnSgmI0Nby9c1bETTK88RhC"


def configuration(name: str, port: int, behind: int) -> str:
    """Return a file of docs/deploy for this machine: other ports, no TLS, a password, its own user."""
    text = re.sub(
        r"^    (?:log /dev/log|chroot|user haproxy|group) ?.*\n", "", (DEPLOY / name).read_text(), flags=re.M
    )
    for old, new in (
        ("bind :443 ssl crt /etc/haproxy/paper.pem", f"bind 127.0.0.1:{port}"),
        ("bind :::443 v6only ssl crt /etc/haproxy/paper.pem", f"bind ::1:{port} v6only"),
        ("password HASH", f"password {HASH}"),
        ("127.0.0.1:8000", f"127.0.0.1:{behind}"),
    ):
        assert old in text
        text = text.replace(old, new)
    return text.replace("127.0.0.1:8080", "127.0.0.1:1")


@asynccontextmanager
async def haproxy(folder: Path, behind: int, name: str) -> AsyncIterator[int]:
    """Start a proxy before a port, and return its own."""
    assert HAPROXY is not None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    path = folder / "haproxy.cfg"
    path.write_text(configuration(name, port, behind), encoding="utf-8")
    process = subprocess.Popen(
        [HAPROXY, "-f", str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        await until(lambda: _answers(port))
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _answers(port: int) -> bool:
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0


@asynccontextmanager
async def street(tmp_path: Path, name: str = "haproxy-folder.cfg") -> AsyncIterator[tuple[WebHall, int]]:
    """Open a room and a proxy before it."""
    facade = Facade("河湾日报", is_proxied=True)
    rules = UNHURRIED._replace(visitors_of_address=1)
    async with (
        web_hall(a_library(tmp_path / "library"), rules, facade) as room,
        haproxy(tmp_path, room.port, name) as port,
    ):
        yield room, port


@asynccontextmanager
async def coming_from(address: str, **headers: str) -> AsyncIterator[aiohttp.ClientSession]:
    """Open a session whose connections come from another address of this machine."""
    connector = aiohttp.TCPConnector(local_addr=(address, 0))
    sent = {"Accept-Language": "zh", **{name.replace("_", "-"): value for name, value in headers.items()}}
    async with aiohttp.ClientSession(connector=connector, headers={**sent, **LOG_IN}) as session:
        yield session


async def sit_down(session: aiohttp.ClientSession, port: int) -> WebVisitor:
    """Open a line through the proxy."""
    address = f"http://127.0.0.1:{port}/paper/ws?width=80&height=24"
    return WebVisitor(await session.ws_connect(address, max_msg_size=0), (80, 24))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]"])
async def test_only_who_logs_in_gets_the_page(tmp_path: Path, name: str, host: str) -> None:
    path = "/paper/" if name == "haproxy-folder.cfg" else "/"
    async with street(tmp_path, name) as (_, port), aiohttp.ClientSession() as session:
        address = f"http://{host}:{port}{path}"
        async with session.get(address) as refused:
            assert refused.status == 401
        async with session.get(f"{address}ws") as refused:
            assert refused.status == 401
        async with session.get(address, headers=log_in("reader", "HASH")) as refused:
            assert refused.status == 401
        async with session.get(address, headers=LOG_IN) as page:
            assert page.status == 200
            assert "河湾日报" in await page.text()


async def test_the_folder_without_its_slash_leads_to_the_folder(tmp_path: Path) -> None:
    async with street(tmp_path) as (_, port), aiohttp.ClientSession(headers=LOG_IN) as session:
        async with session.get(f"http://127.0.0.1:{port}/paper", allow_redirects=False) as moved:
            assert (moved.status, moved.headers["Location"]) == (301, "/paper/")
        async with session.get(f"http://127.0.0.1:{port}/paper") as page:
            assert page.status == 200


@pytest.mark.parametrize("path", ["/", "/papers/", "/ws"])
async def test_the_rest_of_the_site_is_not_the_papers(tmp_path: Path, path: str) -> None:
    async with (
        street(tmp_path) as (_, port),
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        assert answer.status == 503  # there is no other site here


async def test_visitors_are_known_by_the_address_the_proxy_has_seen(tmp_path: Path) -> None:
    async with (
        street(tmp_path) as (room, port),
        coming_from("127.0.0.2") as one,
        coming_from("127.0.0.3") as other,
    ):
        first, second, third = (
            await sit_down(one, port),
            await sit_down(other, port),
            await sit_down(one, port),
        )
        await first.sees("渡口停摆")
        await second.sees("渡口停摆")
        assert "您的地址" in (await third.is_sent_away())[1]
        assert {event["address"] for event in room.events("visit")} == {"127.0.0.2", "127.0.0.3"}


async def test_nobody_forges_an_address_through_the_proxy(tmp_path: Path) -> None:
    async with (
        street(tmp_path) as (room, port),
        coming_from("127.0.0.2", X_Forwarded_For="198.51.100.7") as session,
    ):
        visitor = await sit_down(session, port)
        await visitor.sees("渡口停摆")
        assert (await room.event("visit"))["address"] == "127.0.0.2"


async def test_when_the_proxy_hangs_up_the_visit_ends(tmp_path: Path) -> None:
    async with street(tmp_path) as (room, port), coming_from("127.0.0.2") as session:
        visitor = await sit_down(session, port)
        await visitor.sees("渡口停摆")
        await visitor.socket.close()
        await room.event("end")
        await until(lambda: room.room.is_empty)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
async def test_in_a_folder_of_another_site_the_page_finds_its_way(tmp_path: Path) -> None:
    async with (
        street(tmp_path) as (_, port),
        chromium(tmp_path / "profile") as window,
        window.tab() as tab,
    ):
        await tab.open(f"http://reader:ferry@127.0.0.1:{port}/paper/")
        await tab.sees("渡口停摆")
        asked = [address for address in tab.requested if not address.startswith("data:")]
        within = tuple(f"{who}127.0.0.1:{port}/paper/" for who in ("//", "//reader:ferry@"))
        assert [address for address in asked if not any(part in address for part in within)] == []
        await tab.type("l")
        await tab.sees("从下周起")
        assert tab.complaints == []
