"""A reading room with a page on the loopback address, and visitors who come over a WebSocket."""

from __future__ import annotations

import asyncio
import io
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pyte

from reader.loading.load import load_edition
from reader.ssh.counters import Counters
from reader.ssh.house_rules import HouseRules
from reader.ssh.kiosk import Kiosk
from reader.ssh.listening import listen
from reader.ssh.room import Plan
from reader.ssh.visitors_book import VisitorsBook
from reader.web.web_room import Facade, WebRoom
from tests.ssh.visiting import Hall, until
from tests.terminal import rows_of

UNHURRIED = HouseRules(connections_a_minute=0)


class WebHall(Hall):
    """An open room with a page."""

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}/"


@asynccontextmanager
async def web_hall(
    place: Path, rules: HouseRules = UNHURRIED, facade: Facade | None = None, **more: Any
) -> AsyncIterator[WebHall]:
    """Open a room with the papers of this place."""
    log = io.StringIO()
    plan = Plan(kiosk=Kiosk(place, load_edition), rules=rules, **more)
    room = WebRoom(plan, VisitorsBook(log), Counters(), facade or Facade("河湾日报"))
    listeners = listen("127.0.0.1", 0)
    await room.open(listeners.of(0))
    try:
        yield WebHall(room, listeners.where[0][1], log)
    finally:
        await room.close()
        listeners.close()


class WebVisitor:
    """What a browser is to the server: a WebSocket, and a screen on which stands what came."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, size: tuple[int, int]) -> None:
        self.socket = socket
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._width = size[0]
        self.raw = b""
        self.texts: list[Any] = []
        self.farewell: tuple[int | None, str] | None = None
        """The code and the reason it was closed with, once it was."""
        self._listening = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        reason = ""
        while True:
            message = await self.socket.receive()
            match message.type:
                case aiohttp.WSMsgType.BINARY:
                    self.raw += message.data
                    self._stream.feed(re.sub(rb"\x1b\[(>25u|<u|\?2026\$p)", b"", message.data))
                case aiohttp.WSMsgType.TEXT:
                    self.texts.append(json.loads(message.data))
                case aiohttp.WSMsgType.CLOSE:
                    reason = message.extra or ""
                case _:
                    break
            if self.socket.closed:
                break
        self.farewell = (self.socket.close_code, reason)

    def shows(self, words: str) -> bool:
        """Is this on the screen?"""
        return any(words in line for line in rows_of(self._screen))

    async def sees(self, words: str) -> None:
        """Wait until something is on the screen."""
        await until(lambda: self.shows(words))

    async def say(self, *message: Any) -> None:
        """Send a message of the protocol."""
        await self.socket.send_str(json.dumps(list(message)))

    async def type(self, keys: str) -> None:
        """Press keys."""
        await self.say("stdin", keys)

    async def is_sent_away(self) -> tuple[int | None, str]:
        """Wait until the connection is closed, and return code and reason."""
        await until(lambda: self.farewell is not None)
        assert self.farewell is not None
        return self.farewell

    async def still_reads(self) -> None:
        """See that the visit goes on: a size that the window has never had is answered with a frame."""
        self._width += 1
        before = len(self.raw)
        await self.say("resize", {"width": self._width, "height": 24})
        await until(lambda: len(self.raw) > before + 300)


@asynccontextmanager
async def browser(**headers: str) -> AsyncIterator[aiohttp.ClientSession]:
    """Open a session that speaks Chinese unless told otherwise."""
    sent = {"Accept-Language": "zh-CN", **{name.replace("_", "-"): value for name, value in headers.items()}}
    async with aiohttp.ClientSession(headers=sent) as session:
        yield session


async def sit_down(
    session: aiohttp.ClientSession, room: WebHall, size: tuple[int, int] = (80, 24), **more: Any
) -> WebVisitor:
    """Open the WebSocket as the page does, and return the visitor."""
    address = f"{room.address}ws?width={size[0]}&height={size[1]}"
    return WebVisitor(await session.ws_connect(address, autoclose=True, max_msg_size=0, **more), size)
