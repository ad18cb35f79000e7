"""A door to the street: connections accepted one by one, and hung up on when they ask for nothing."""

from __future__ import annotations

import asyncio
import logging
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import web

from reader.ssh.counters import Counters
from reader.ssh.lingering import Lingering
from reader.ssh.reception import Reception
from reader.ssh.refusal import Refusal
from reader.ssh.room import Plan
from reader.ssh.visitors_book import VisitorsBook

if TYPE_CHECKING:
    from reader.web.street import Street

_KEEP_ALIVE = 15.0
"""Seconds a connection may wait for its next request."""
_LOOK_SECONDS = 0.5
_SEND_BUFFER = 64 * 1024
"""Bytes that the kernel is to hold for a browser that takes nothing: enough for some screens."""


class _ToBook(logging.Handler):
    """What aiohttp has to say of garbage and of errors, one event each."""

    def __init__(self, book: VisitorsBook) -> None:
        super().__init__(logging.WARNING)
        self._book = book

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        self._book.note("broken", why=error or record.getMessage())


class StreetDoor:
    """Accepts connections of one listening socket and has aiohttp answer on them."""

    def __init__(
        self,
        listener: socket.socket,
        street: Street,
        reception: Reception,
        book: VisitorsBook,
        counters: Counters,
        plan: Plan,
    ) -> None:
        self._listener = listener
        self._street = street
        self._reception = reception
        self._book = book
        self._counters = counters
        self._plan = plan
        log = logging.Logger("reader.web")
        log.addHandler(_ToBook(book))
        self._runner = web.AppRunner(
            street.app,
            handle_signals=False,
            access_log=None,
            logger=log,
            keepalive_timeout=_KEEP_ALIVE,
            lingering_time=1.0,
            shutdown_timeout=1.0,
        )
        self._lingering = Lingering()
        self._tasks: list[asyncio.Task[None]] = []
        self._connections: dict[asyncio.Transport, float] = {}
        """Those there are, with when they are hung up on unless somebody reads there."""

    async def open(self) -> None:
        """Let connections in."""
        await self._runner.setup()
        self._listener.setblocking(False)
        self._tasks = [asyncio.create_task(self._accept()), asyncio.create_task(self._look_after())]

    def shut(self) -> None:
        """Let no more in."""
        if self._listener.fileno() >= 0:
            # Others hold the same socket: one that is closed while it is watched goes on waking the loop.
            asyncio.get_running_loop().remove_reader(self._listener)
        if self._tasks:
            self._tasks[0].cancel()
        self._listener.close()

    async def close(self) -> None:
        """End every connection."""
        self.shut()
        for task in self._tasks:
            task.cancel()
        await self._lingering.close()
        await self._runner.cleanup()
        for transport in self._connections:
            transport.abort()
            self._reception.hang_up()
        self._connections.clear()

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                client, address = await loop.sock_accept(self._listener)
            except OSError as error:
                # Out of file descriptors, or a client that was gone again: the next may fare better.
                self._book.note("broken", why=error)
                await asyncio.sleep(0.1)
                continue
            await self._let_in(client, str(address[0]))

    async def _let_in(self, client: socket.socket, address: str) -> None:
        refusal = self._reception.knock(address)
        if refusal is not None:
            self._turn_away(client, address, refusal)
            return
        self._counters.add("connections_total")
        with suppress(OSError):
            client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        server = self._runner.server
        assert server is not None
        try:
            transport, _ = await asyncio.get_running_loop().connect_accepted_socket(server, client)
        except OSError as error:
            self._book.note("broken", address=address, why=error)
            self._reception.hang_up()
            client.close()
            return
        patience = self._plan.rules.login or float("inf")
        self._connections[transport] = asyncio.get_running_loop().time() + patience

    def _turn_away(self, client: socket.socket, address: str, refusal: Refusal) -> None:
        """Say why, whatever was asked for, and hang up."""
        self._counters.add("refusals_total", reason=refusal.word)
        self._book.note("refused", address=address, reason=refusal.word)
        words = (refusal.wording.say(self._plan.tongue) + "\n").encode()
        self._lingering.see_off(
            client,
            b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\n"
            b"Retry-After: 60\r\nConnection: close\r\nContent-Length: "
            + str(len(words)).encode()
            + b"\r\n\r\n"
            + words,
        )

    async def _look_after(self) -> None:
        """Hang up on who neither reads nor leaves: a page and its files are sent in less time than that."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            for transport, ends in list(self._connections.items()):
                if transport.is_closing():
                    del self._connections[transport]
                    self._reception.hang_up()
                elif loop.time() > ends and transport not in self._street.seated:
                    transport.abort()
