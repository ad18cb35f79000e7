from __future__ import annotations

import asyncio
import struct
from pathlib import Path

import asyncssh
import pytest

from reader.edition.wording import Tongue
from reader.ssh.farewell import VERSION, farewell
from reader.ssh.house_rules import HouseRules
from reader.ssh.proxy_header import networks
from reader.ssh.refusal import Refusal
from tests.ssh.openssh import needs_ssh, run
from tests.ssh.visiting import Hall, a_library, connect, hall, until


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


def taken_apart(data: bytes) -> tuple[str, bytes, tuple[int, int, str, str]]:
    """Return the line, the version, and the message: its number, its code, its words, their language."""
    line, version, packet = data.split(b"\r\n", 2)
    length, padding = struct.unpack_from(">IB", packet)
    assert len(packet) == 4 + length
    assert len(packet) % 8 == 0
    assert padding >= 4
    payload = packet[5 : len(packet) - padding]
    number, code, words = struct.unpack_from(">BII", payload)
    description = payload[9 : 9 + words]
    (language,) = struct.unpack_from(">I", payload, 9 + words)
    assert len(payload) == 13 + words + language
    return line.decode(), version, (number, code, description.decode(), payload[13 + words :].decode())


# -- the bytes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("refusal", Refusal)
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_it_is_a_line_a_version_and_a_disconnect(refusal: Refusal, tongue: Tongue) -> None:
    line, version, message = taken_apart(farewell(refusal, tongue))
    assert line == refusal.wording.say(tongue)
    assert version + b"\r\n" == VERSION
    assert (message[0], message[2:]) == (1, (refusal.wording.en, "en"))


def test_too_many_is_told_apart_from_the_servers_own_reasons() -> None:
    codes = {refusal: taken_apart(farewell(refusal, "en"))[2][1] for refusal in Refusal}
    assert codes[Refusal.TOO_FAST] == codes[Refusal.FULL] == 12
    assert codes[Refusal.CLOSING] == codes[Refusal.PROXY] == 11


@pytest.mark.parametrize("refusal", Refusal)
def test_what_openssh_shows_is_ascii_and_fits_in_its_line(refusal: Refusal) -> None:
    assert refusal.wording.en.isascii()
    assert len(farewell(refusal, "zh").split(b"\r\n")[0]) <= 255 - 2


def test_no_line_looks_like_a_version() -> None:
    assert not [refusal for refusal in Refusal if refusal.wording.en.startswith("SSH-")]


# -- what clients make of it ----------------------------------------------------------------------


async def turned_away(room: Hall) -> list[str]:
    """Return what ssh shows, some times over: what is said must not be lost to a reset now and then."""
    tries = [await run("ssh", room.port, "127.0.0.1") for _ in range(4)]
    assert {one.status for one in tries} == {255}
    assert {one.out for one in tries} == {""}
    return [one.error for one in tries]


@needs_ssh
async def test_ssh_shows_that_connections_come_too_fast(library: Path) -> None:
    async with hall(library, HouseRules(connections_a_minute=1)) as room, await connect(room.port):
        for shown in await turned_away(room):
            assert ":12: too many connections, please wait a minute" in shown
        assert room.events("refused")[-1]["reason"] == "too_fast"


@needs_ssh
async def test_ssh_shows_that_the_room_is_full(library: Path) -> None:
    rules = HouseRules(connections=1, connections_a_minute=0)
    async with hall(library, rules) as room, await connect(room.port):
        for shown in await turned_away(room):
            assert ":12: the reading room is full, please come back later" in shown


@needs_ssh
async def test_ssh_shows_that_the_room_closes(library: Path) -> None:
    async with hall(library) as room:
        room.room.reception.is_closing = True
        for shown in await turned_away(room):
            assert ":11: the reading room is closing, please come back in a while" in shown


@needs_ssh
async def test_ssh_shows_that_a_proxy_does_not_say_who_comes(library: Path) -> None:
    async with hall(library, proxies=networks("127.0.0.1")) as room:
        for shown in await turned_away(room):
            assert ":11: the proxy does not say who comes: have it send the PROXY protocol" in shown


async def test_asyncssh_has_the_reason_as_a_reason(library: Path) -> None:
    async with hall(library, HouseRules(connections_a_minute=1)) as room, await connect(room.port):
        with pytest.raises(asyncssh.DisconnectError, match="too many connections") as told:
            await connect(room.port)
        assert told.value.code == 12


async def test_who_does_not_speak_ssh_reads_the_line(library: Path) -> None:
    async with hall(library, HouseRules(connections_a_minute=1)) as room, await connect(room.port):
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n" * 50)
        assert (await reader.readline()).decode() == "连接太频繁，请过一分钟再来\r\n"
        writer.close()


@needs_ssh
async def test_ssh_that_is_in_without_reading_is_told_when_the_room_closes(library: Path) -> None:
    async with hall(library) as room:
        waiting = asyncio.create_task(run("ssh", room.port, "127.0.0.1", options=("-N",)))
        await until(lambda: bool(getattr(room.room._doors[0], "_connections", None)))
    assert ":11: the reading room is closing, please come back in a while" in (await waiting).error


async def test_who_knocked_before_the_room_closed_is_told_while_it_closes(library: Path) -> None:
    async with hall(library) as room:
        room.room.reception.is_closing = True
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
        writer.write(b"SSH-2.0-client\r\n")
        await room.event("refused")
    assert "要关门了" in (await reader.read()).decode("utf-8", "replace")
    writer.close()
