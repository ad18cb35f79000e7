"""What HTTP can ask for: the page, the files it needs, and a seat; there is nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web
from aiohttp.typedefs import Middleware

from reader.edition.wording import Tongue, Wording
from reader.ssh.room import Plan
from reader.web.browser import (
    WebGuest,
    address_behind,
    browser_terminal,
    is_own_page,
    is_this_machine,
    tongue_of,
)
from reader.web.browser_message import LONGEST, NotAMessage
from reader.web.front_page import HEADERS, OWN, front_page, permissions
from reader.web.web_channel import WebChannel
from reader.web.web_seat import WebSeat

if TYPE_CHECKING:
    from reader.web.web_room import Facade, WebRoom

_HEARTBEAT = 20.0
"""Seconds between questions whether the browser is still there (RFC 6455 §5.5.2)."""
_NOT_UNDERSTOOD = 1008
"""The code of RFC 6455 §7.4.1 for a message against the rules."""
_KEEP = "public, max-age=3600"
_NOT_BY_THIS_NAME = Wording(
    "这份报纸只在本机的 localhost 开放，别的名字不行。"
    "管它的人可以用 --open 对外开放，或在代理后面用 --proxied。",
    "This paper is open at localhost only, under no other name. "
    "Whoever runs it can open it with --open, or say --proxied behind a proxy.",
)
_SAY_OPEN = "say --open, or --proxied behind a proxy"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".ttf": "font/ttf"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Street:
    """Answers requests; `app` is what aiohttp runs."""

    def __init__(self, room: WebRoom, plan: Plan, facade: Facade) -> None:
        self._room = room
        self._plan = plan
        self._facade = facade
        self._told = {**HEADERS, "Permissions-Policy": permissions(can_copy=plan.can_copy)}
        self.seated: set[object] = set()
        """The transports on which somebody reads."""
        self.app = web.Application(middlewares=[_guarding(self)], client_max_size=1024)
        self.app.router.add_get("/", self._page)
        self.app.router.add_get("/ws", self._seat, allow_head=False)
        for path, file in _served():
            self.app.router.add_get(path, _sender(file))

    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn away who calls this machine by a name that is not its own, and seal every answer."""
        is_known = self._facade.is_public or self._facade.is_proxied or is_this_machine(request.host)
        try:
            if not is_known:
                self._room.counters.add("refusals_total", reason="host")
                self._room.book.note(
                    "refused",
                    address=request.remote,
                    reason="host",
                    detail=request.host,
                    hint=_SAY_OPEN,
                )
                words = _NOT_BY_THIS_NAME.say(self._tongue(request)) + "\n"
                raise web.HTTPMisdirectedRequest(text=words)
            answer = await handler(request)
        except web.HTTPException as error:
            error.headers.update(self._told)
            raise
        if not answer.prepared:
            answer.headers.update(self._told)
        return answer

    def _tongue(self, request: web.Request) -> Tongue:
        return tongue_of(request.headers.get("Accept-Language", ""), self._plan.tongue)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        page = front_page(self._facade.paper, self._tongue(request), request.query.get("fontsize", ""))
        kept = {"Cache-Control": "no-store", "Vary": "Accept-Language"}
        return web.Response(text=page, content_type="text/html", charset="utf-8", headers=kept)

    # -- a seat -----------------------------------------------------------------------------------

    async def _seat(self, request: web.Request) -> web.StreamResponse:
        guest = WebGuest(self._address(request))
        if not is_own_page(request.headers.get("Origin"), request.host):
            self._room.counters.add("refusals_total", reason="origin")
            origin = request.headers.get("Origin")
            self._room.book.note("refused", address=guest.address, reason="origin", detail=origin)
            raise web.HTTPForbidden
        ws = web.WebSocketResponse(
            heartbeat=_HEARTBEAT, max_msg_size=LONGEST, timeout=2.0, writer_limit=65_536
        )
        await ws.prepare(request)
        transport = request.transport
        self.seated.add(transport)
        try:
            await self._sit(request, ws, guest)
        finally:
            self.seated.discard(transport)
        return ws

    async def _sit(self, request: web.Request, ws: web.WebSocketResponse, guest: WebGuest) -> None:
        tongue = self._tongue(request)

        def hang_up() -> None:
            if request.transport is not None:
                request.transport.abort()

        channel = WebChannel(ws, hang_up)
        terminal = browser_terminal(request.query, tongue)
        seat = WebSeat(channel, guest, terminal, tongue, self._plan.rules, self._room.took)
        sending = asyncio.create_task(channel.send())
        reading = asyncio.create_task(self._room.seat(seat))
        try:
            await self._listen(ws, seat)
        finally:
            seat.end()
            await asyncio.wait({reading})
            channel.close()
            await asyncio.wait({sending})

    async def _listen(self, ws: web.WebSocketResponse, seat: WebSeat) -> None:
        """Hand over what the browser says, until it or the visit is over."""
        async for message in ws:
            try:
                if message.type is not WSMsgType.TEXT:
                    raise NotAMessage("not a text")
                echo = seat.take(message.data)
            except NotAMessage as error:
                self._room.counters.add("refusals_total", reason="message")
                self._room.book.note(
                    "refused", address=seat.guest.address, reason="message", detail=error, said=message.data
                )
                seat.channel.close(_NOT_UNDERSTOOD)
                return
            if echo is not None:
                seat.channel.echo(echo)

    def _address(self, request: web.Request) -> str:
        peer = request.remote or ""
        if not self._facade.is_proxied:
            return peer
        return address_behind(",".join(request.headers.getall("X-Forwarded-For", [])), peer)


def _guarding(street: Street) -> Middleware:
    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        return await street.guard(request, handler)

    return guard


def _sender(file: Path) -> Handler:
    """Return what sends one file, read once: no path that is asked for is ever looked up on the disk."""
    body, kind = file.read_bytes(), _TYPES[file.suffix]

    async def send(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, content_type=kind, headers={"Cache-Control": _KEEP})

    return send


def _served() -> list[tuple[str, Path]]:
    """Return the files there are, by the path they are asked for: those of textual-serve, and our own."""
    theirs = Path(str(files("textual_serve"))) / "static"
    named = ("js/textual.js", "css/xterm.css")
    fonts = sorted((theirs / "fonts").glob("*.ttf"))
    return [
        *((f"/static/{name}", theirs / name) for name in named),
        *((f"/static/fonts/{font.name}", font) for font in fonts),
        *((f"/page/{name}", OWN / name) for name in ("page.css", "page.js")),
    ]
