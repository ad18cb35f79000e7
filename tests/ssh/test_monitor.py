from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from reader.ssh.listening import listen_apart
from reader.ssh.monitor import open_monitor


async def monitor(page: Callable[[], str]) -> asyncio.Server:
    """Open a monitor at a free port."""
    return await open_monitor(listen_apart("127.0.0.1", 0, 1).of(0)[0], page)


async def ask(port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    writer.write_eof()
    answer = await reader.read()
    writer.close()
    return answer


async def test_the_counters_are_told_over_http() -> None:
    server = await monitor(lambda: "paper_reader_visitors 3\n")
    port = server.sockets[0].getsockname()[1]
    answer = await ask(port, b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK")
    assert b"text/plain; version=0.0.4" in head
    assert f"Content-Length: {len(body)}".encode() in head
    assert body == b"paper_reader_visitors 3\n"
    server.close()


@pytest.mark.parametrize(
    "request_",
    [b"GET / HTTP/1.1\r\n\r\n", b"POST /metrics HTTP/1.1\r\n\r\n", b"GET /metrics/../x HTTP/1.1\r\n\r\n"],
)
async def test_there_is_nothing_else(request_: bytes) -> None:
    server = await monitor(lambda: "secret")
    answer = await ask(server.sockets[0].getsockname()[1], request_)
    assert answer.startswith(b"HTTP/1.1 404")
    assert b"secret" not in answer
    server.close()


@pytest.mark.parametrize("garbage", [b"", b"\x00" * 100, b"x" * 20_000])
async def test_garbage_is_hung_up_on(garbage: bytes) -> None:
    server = await monitor(lambda: "secret")
    port = server.sockets[0].getsockname()[1]
    assert b"secret" not in await ask(port, garbage)
    assert b"secret" in await ask(port, b"GET /metrics HTTP/1.1\r\n\r\n")
    server.close()


async def test_only_this_machine_is_told() -> None:
    server = await monitor(lambda: "")
    assert server.sockets[0].getsockname()[0] == "127.0.0.1"
    server.close()
