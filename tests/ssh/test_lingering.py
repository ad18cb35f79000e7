from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import closing

import pytest_asyncio

from reader.ssh.lingering import Lingering
from tests.ssh.visiting import PATIENCE, until


class Door:
    """A listening socket, and one who turns away whoever comes."""

    def __init__(self, lingering: Lingering) -> None:
        self.lingering = lingering
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)

    async def come(self, sends: bytes = b"") -> socket.socket:
        """Connect, send something and be told; return the client's socket."""
        loop = asyncio.get_running_loop()
        client = socket.socket()
        client.setblocking(False)
        await loop.sock_connect(client, self.listener.getsockname())
        await loop.sock_sendall(client, sends)
        here, _ = await loop.sock_accept(self.listener)
        self.lingering.see_off(here, b"please wait a minute\n")
        return client


async def heard(client: socket.socket) -> bytes:
    """Return all that a client is told.

    Raises:
        ConnectionResetError: it is lost.
    """
    loop, told = asyncio.get_running_loop(), b""
    async with asyncio.timeout(PATIENCE):
        while data := await loop.sock_recv(client, 100):
            told += data
    return told


@pytest_asyncio.fixture
async def door() -> AsyncIterator[Door]:
    one = Door(Lingering())
    yield one
    await one.lingering.close(0)
    one.listener.close()


async def test_what_the_client_has_sent_destroys_nothing(door: Door) -> None:
    for _ in range(20):
        with closing(await door.come(b"SSH-2.0-client\r\n" + bytes(1500))) as client:
            assert await heard(client) == b"please wait a minute\n"


async def test_who_hangs_up_is_let_go_at_once(door: Door) -> None:
    clients = [await door.come(b"x") for _ in range(10)]
    assert len(door.lingering) == 10
    for client in clients:
        client.close()
    await until(lambda: len(door.lingering) == 0)


async def test_it_costs_no_task(door: Door) -> None:
    before = len(asyncio.all_tasks())
    clients = [await door.come() for _ in range(50)]
    assert len(asyncio.all_tasks()) == before
    for client in clients:
        client.close()


async def test_nobody_lingers_for_ever() -> None:
    door = Door(Lingering(seconds=0.1))
    client = await door.come()
    await until(lambda: len(door.lingering) == 0)
    assert await heard(client) == b"please wait a minute\n"
    client.close()
    door.listener.close()


async def test_only_so_many_linger_and_the_first_is_hung_up_on() -> None:
    door = Door(Lingering(most=3))
    clients = [await door.come() for _ in range(5)]
    assert len(door.lingering) == 3
    for client in clients:
        assert await heard(client) == b"please wait a minute\n"
        client.close()
    await door.lingering.close(0)
    door.listener.close()


async def test_who_goes_on_sending_is_hung_up_on(door: Door) -> None:
    client = await door.come()
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(PATIENCE):
            while len(door.lingering):
                await loop.sock_sendall(client, bytes(8192))
    except ConnectionError:
        pass
    await until(lambda: len(door.lingering) == 0)
    client.close()


async def test_a_client_that_is_gone_already_is_no_trouble(door: Door) -> None:
    here, there = socket.socketpair()
    there.close()
    door.lingering.see_off(here, b"words")
    await until(lambda: len(door.lingering) == 0)


async def test_closing_ends_it_for_all(door: Door) -> None:
    clients = [await door.come() for _ in range(3)]
    await door.lingering.close(0.05)
    assert len(door.lingering) == 0
    for client in clients:
        assert await heard(client) == b"please wait a minute\n"
        client.close()
