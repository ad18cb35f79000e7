from __future__ import annotations

import asyncio
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ssh import door
from reader.ssh.house_rules import HouseRules
from reader.ssh.proxy_header import SIGNATURE, ProxyHeaderError, Source, is_among, networks, read_source
from tests.ssh.visiting import Hall, a_library, hall, until


class Wire:
    """Bytes that come piece by piece."""

    def __init__(self, data: bytes, piece: int = 1000) -> None:
        self.left = data
        self._piece = piece

    async def read(self, count: int) -> bytes:
        taken = self.left[: min(count, self._piece)]
        self.left = self.left[len(taken) :]
        return taken


def told(data: bytes, piece: int = 1000) -> tuple[Source, bytes]:
    """Return what a header says and what it leaves."""
    wire = Wire(data, piece)
    return asyncio.run(read_source(wire.read)), wire.left


def version_2(command: int, family: int, body: bytes) -> bytes:
    return SIGNATURE + struct.pack("!BBH", command, family, len(body)) + body


FOUR = bytes([192, 0, 2, 7, 10, 0, 0, 1]) + struct.pack("!HH", 5000, 2222)
SIX = bytes.fromhex("20010db8000000000000000000000007" + "00" * 15 + "01") + struct.pack("!HH", 5000, 2222)


@pytest.mark.parametrize("piece", [1, 3, 1000])
@pytest.mark.parametrize(
    ("header", "address"),
    [
        (b"PROXY TCP4 192.0.2.7 10.0.0.1 5000 2222\r\n", "192.0.2.7"),
        (b"PROXY TCP6 2001:db8::7 ::1 5000 2222\r\n", "2001:db8::7"),
        (b"PROXY UNKNOWN\r\n", None),
        (b"PROXY UNKNOWN anything may stand here\r\n", None),
        (version_2(0x21, 0x11, FOUR), "192.0.2.7"),
        (version_2(0x21, 0x11, FOUR + b"\x03\x00\x04abcd"), "192.0.2.7"),
        (version_2(0x21, 0x21, SIX), "2001:db8::7"),
        (version_2(0x21, 0x00, b""), None),
        (version_2(0x21, 0x31, b"x" * 216), None),
    ],
)
def test_a_header_says_who_comes_and_takes_no_byte_more(
    header: bytes, address: str | None, piece: int
) -> None:
    source, left = told(header + b"SSH-2.0-client\r\n", piece)
    assert (source.address, source.is_check) == (address, False)
    assert left == b"SSH-2.0-client\r\n"


def test_a_proxy_that_looks_after_us_is_told_from_who_comes() -> None:
    source, left = told(version_2(0x20, 0x00, b"") + b"x")
    assert (source.address, source.is_check, left) == (None, True, b"x")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"SSH-2.0-client\r\n",
        b"PROXY TCP4",
        b"PROXY TCP4 192.0.2.7 10.0.0.1 5000\r\n",
        b"PROXY TCP4 192.0.2.7 10.0.0.1 5000 2222 9\r\n",
        b"PROXY TCP4  192.0.2.7 10.0.0.1 5000 2222\r\n",
        b"PROXY TCP4 2001:db8::7 ::1 5000 2222\r\n",
        b"PROXY TCP6 192.0.2.7 10.0.0.1 5000 2222\r\n",
        b"PROXY TCP4 192.0.2.7 10.0.0.1 5000 65536\r\n",
        b"PROXY TCP4 192.0.2.7 10.0.0.1 5000 02\r\n",
        b"PROXY TCP4 192.0.2.7 10.0.0.1 -1 2\r\n",
        b"PROXY TCP4 192.0.2.300 10.0.0.1 5000 2222\r\n",
        b"PROXY UDP4 192.0.2.7 10.0.0.1 5000 2222\r\n",
        b"proxy tcp4 192.0.2.7 10.0.0.1 5000 2222\r\n",
        b"PROXY UNKNOWN " + b"x" * 200 + b"\r\n",
        b"PROXY TCP4 192.0.2.7 10.0.0.1 5000 2222\n" + b"y" * 200,
        version_2(0x21, 0x11, FOUR[:11]),
        version_2(0x21, 0x21, FOUR),
        version_2(0x11, 0x11, FOUR),
        version_2(0x22, 0x11, FOUR),
        version_2(0x21, 0x11, FOUR)[:20],
        version_2(0x21, 0x11, FOUR + b"z" * 4000),
    ],
)
def test_what_is_no_header_is_refused(data: bytes) -> None:
    with pytest.raises(ProxyHeaderError):
        told(data)


@given(st.binary(max_size=300), st.sampled_from([b"", b"PROXY ", b"PROXY TCP4 ", SIGNATURE]))
def test_whatever_comes_it_is_a_source_or_refused(data: bytes, begin: bytes) -> None:
    try:
        source, _ = told(begin + data)
    except ProxyHeaderError:
        return
    assert source.address is None or is_among(source.address, networks("0.0.0.0/0,::/0"))


def test_addresses_and_networks_are_listed_with_commas() -> None:
    known = networks("10.0.0.1, 192.0.2.0/24,2001:db8::/32")
    assert all(
        is_among(one, known) for one in ("10.0.0.1", "192.0.2.9", "::ffff:192.0.2.9", "2001:db8::9%eth0")
    )
    assert not any(is_among(one, known) for one in ("10.0.0.2", "2001:db9::1", "", "socket"))
    with pytest.raises(ValueError, match="front"):
        networks("10.0.0.1,front")


# -- at the door ----------------------------------------------------------------------------------


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


async def answer(room: Hall, sent: bytes) -> bytes:
    """Return the first that comes when this is sent, empty when the line is closed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
    writer.write(sent)
    try:
        return await asyncio.wait_for(reader.read(200), 10)
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def test_limits_count_by_the_address_the_proxy_tells(library: Path) -> None:
    rules = HouseRules(connections_a_minute=1)
    one, other = (f"PROXY TCP4 192.0.2.{number} 10.0.0.1 5000 2222\r\n".encode() for number in (1, 2))
    async with hall(library, rules, proxies=networks("127.0.0.1")) as room:
        assert (await answer(room, one)).startswith(b"SSH-2.0-")
        assert "连接太频繁" in (await answer(room, one)).decode("utf-8", "replace")
        assert (await answer(room, other)).startswith(b"SSH-2.0-")
        assert (await room.event("refused"))["address"] == "192.0.2.1"


async def test_a_proxy_must_say_who_comes(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "_HEADER_SECONDS", 0.1)
    async with hall(library, proxies=networks("127.0.0.1")) as room:
        assert "代理没有说明来者" in (await answer(room, b"SSH-2.0-client\r\n")).decode("utf-8", "replace")
        assert (await room.event("refused"))["reason"] == "proxy"
        assert "代理没有说明来者" in (await answer(room, b"PROX")).decode(
            "utf-8", "replace"
        )  # and no more, ever
        assert (await room.event("refused", 2))["detail"] == "TimeoutError"
        assert room.room.reception.connections == 0


async def test_who_is_no_proxy_is_not_believed(library: Path) -> None:
    async with hall(library, proxies=networks("192.0.2.1")) as room:
        # Lines before the version are for servers only (RFC 4253, 4.2): this is no client.
        assert (await answer(room, b"PROXY TCP4 192.0.2.9 10.0.0.1 1 2\r\n")).startswith(b"SSH-2.0-")
        await until(lambda: room.events("broken"))
        assert room.events("broken")[0]["address"] == "127.0.0.1"


async def test_a_proxys_own_look_costs_nothing_and_is_not_noted(library: Path) -> None:
    async with hall(library, proxies=networks("127.0.0.1")) as room:
        assert await answer(room, version_2(0x20, 0, b"")) == b"SSH-2.0-paper-reader\r\n"
        assert room.room.reception.connections == 0
        assert not room.events("broken")
