"""Where a monitor asks: one page of counters, over HTTP, on this machine only."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

_LONGEST_REQUEST = 8192
_PATIENCE = 5.0


async def open_monitor(listener: socket.socket, page: Callable[[], str]) -> asyncio.Server:
    """Answer ``GET /metrics`` at a listening socket with the page."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError):
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _PATIENCE)
            words = head.split(b"\r\n", 1)[0].split()
            is_asked = len(words) == 3 and words[0] == b"GET" and words[1] == b"/metrics"
            body = page().encode() if is_asked else b"see /metrics\n"
            status = b"200 OK" if is_asked else b"404 Not Found"
            writer.write(
                b"HTTP/1.1 " + status + b"\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
                b"Content-Length: " + str(len(body)).encode() + b"\r\nConnection: close\r\n\r\n" + body
            )
            await writer.drain()
        writer.close()

    return await asyncio.start_server(answer, sock=listener, limit=_LONGEST_REQUEST)
