from __future__ import annotations

import asyncio

import pytest

from reader.ssh.line import MOST_WAITING
from reader.web import web_channel
from reader.web.web_channel import WebChannel
from tests.ssh.visiting import until


class Browser:
    """The other end: takes what is sent while its gate is open."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.gate.set()
        self.taken: list[bytes] = []
        self.texts: list[str] = []
        self.farewell: tuple[int, bytes] | None = None
        self.is_broken = False

    async def send_bytes(self, data: bytes, compress: int | None = None) -> None:
        await self.gate.wait()
        if self.is_broken:
            raise ConnectionResetError
        self.taken.append(data)

    async def send_str(self, data: str, compress: int | None = None) -> None:
        await self.gate.wait()
        self.texts.append(data)

    async def close(self, *, code: int, message: bytes) -> bool:
        self.farewell = (code, message)
        return True

    def hang_up(self) -> None:
        self.is_broken = True
        self.gate.set()


def opened() -> tuple[Browser, WebChannel, asyncio.Task[None]]:
    browser = Browser()
    channel = WebChannel(browser, browser.hang_up)
    return browser, channel, asyncio.create_task(channel.send())


async def test_what_is_written_arrives_in_order_and_together() -> None:
    browser, channel, sending = opened()
    channel.write("渡".encode())
    channel.write("口".encode())
    channel.close()
    await sending
    assert browser.taken == ["渡口".encode()]
    assert browser.farewell == (1000, b"")


async def test_a_farewell_comes_after_what_was_drawn_and_says_why() -> None:
    browser, channel, sending = opened()
    channel.write(b"last")
    channel.close(4000, "要关门了")
    channel.close(1000, "")
    assert channel.is_closing()
    channel.write(b"too late")
    await sending
    assert browser.taken == [b"last"]
    assert browser.farewell == (4000, "要关门了".encode())


async def test_a_reason_is_cut_between_characters() -> None:
    browser, channel, sending = opened()
    channel.close(4000, "读" * 100)
    await sending
    assert browser.farewell is not None
    assert browser.farewell[1].decode() == "读" * 41


async def test_a_full_line_is_told_once_and_an_empty_one_too() -> None:
    browser, channel, sending = opened()
    told: list[str] = []
    channel.told_full = lambda: told.append("full")
    channel.told_empty = lambda: told.append("empty")
    browser.gate.clear()
    for _ in range(3):
        channel.write(b"x" * MOST_WAITING)
    assert told == ["full"]
    browser.gate.set()
    await until(lambda: told == ["full", "empty"])
    channel.close()
    await sending


async def test_who_does_not_even_take_a_farewell_is_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_channel, "_PATIENCE", 0.05)
    browser, channel, sending = opened()
    browser.gate.clear()
    channel.write(b"x")
    channel.close()
    await asyncio.wait_for(sending, 5)
    assert browser.is_broken
    assert browser.taken == []


async def test_a_broken_line_ends_sending_and_nothing_else() -> None:
    browser, channel, sending = opened()
    browser.is_broken = True
    channel.write(b"x")
    await sending
    assert channel.is_closing()


async def test_of_many_pings_the_last_is_answered() -> None:
    browser, channel, sending = opened()
    browser.gate.clear()
    for number in range(1000):
        channel.echo(str(number))
    browser.gate.set()
    await until(lambda: browser.texts == ['["pong", "999"]'])
    channel.close()
    await sending
