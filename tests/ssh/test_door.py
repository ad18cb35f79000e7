"""What the book has of connections that end: once what is wrong, and nothing of what is not."""

from __future__ import annotations

import asyncio
from pathlib import Path

import asyncssh
import pytest

from reader.ssh.access import Access, hashed
from reader.ssh.house_rules import HouseRules
from tests.ssh.openssh import needs_sftp, needs_ssh, run
from tests.ssh.visiting import Hall, a_library, connect, hall, sit_down, until


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


async def everybody_is_gone(room: Hall) -> None:
    await until(lambda: room.room.reception.connections == 0 and room.room.is_empty)
    await asyncio.sleep(0)


# -- broken ---------------------------------------------------------------------------------------


@needs_ssh
async def test_a_refused_command_is_refused_and_not_broken_as_well(library: Path) -> None:
    async with hall(library) as room:
        await run("ssh", room.port, "127.0.0.1", "ls")
        await everybody_is_gone(room)
        assert [event["reason"] for event in room.events("refused")] == ["exec"]
        assert room.events("broken") == []


@needs_sftp
@pytest.mark.parametrize("program", ["sftp", "scp"])
async def test_a_refused_copy_is_not_broken_either(library: Path, tmp_path: Path, program: str) -> None:
    more = [] if program == "sftp" else [str(tmp_path / "theirs")]
    async with hall(library) as room:
        await run(program, room.port, "127.0.0.1:/etc/hostname", *more)
        await everybody_is_gone(room)
        assert [event["reason"] for event in room.events("refused")] == ["subsystem"]
        assert room.events("broken") == []


@pytest.mark.parametrize("sent", [b"", b"SSH-2.0-client\r\n"])
async def test_who_looks_in_and_goes_is_not_noted(library: Path, sent: bytes) -> None:
    async with hall(library) as room:
        _, writer = await asyncio.open_connection("127.0.0.1", room.port)
        writer.write(sent)
        await until(lambda: room.room.reception.connections == 1)
        writer.close()
        await everybody_is_gone(room)
        assert room.events("broken") == []


async def test_a_reader_whose_line_breaks_has_left(library: Path) -> None:
    async with hall(library) as room:
        connection = await connect(room.port)
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        connection.abort()
        assert (await room.event("end"))["reason"] == "left"
        await everybody_is_gone(room)
        assert room.events("broken") == []


async def test_who_does_not_log_in_in_time_is_noted_once(library: Path) -> None:
    async with hall(library, HouseRules(login=0.3, connections_a_minute=0)) as room:
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
        await reader.read()
        writer.close()
        await everybody_is_gone(room)
        assert [event["why"] for event in room.events("broken")] == ["Login timeout expired"]


async def test_what_is_no_ssh_is_noted_once(library: Path) -> None:
    async with hall(library) as room:
        _, writer = await asyncio.open_connection("127.0.0.1", room.port)
        writer.write(b"GET / HTTP/1.1\r\n\r\n")
        await until(lambda: room.events("broken"))
        writer.close()
        await everybody_is_gone(room)
        assert len(room.events("broken")) == 1


# -- keys -----------------------------------------------------------------------------------------


async def test_a_key_shown_before_the_password_is_no_refusal(library: Path) -> None:
    listed, other = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    access = Access(keys=listed.export_public_key(), passwords={"lin": hashed("一行一行")})
    async with hall(library, access=access) as room:
        async with await connect(
            room.port, username="lin", password="一行一行", client_keys=[other]
        ) as connection:
            visitor = await sit_down(connection)
            await until(lambda: visitor.shows("渡口停摆"))
        await everybody_is_gone(room)
        assert room.events("refused") == []
        assert room.room.counters.count("refusals_total", "key") == 0


async def test_the_second_of_two_keys_opens_without_a_refusal(library: Path) -> None:
    listed, other = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    async with hall(library, access=Access(keys=listed.export_public_key())) as room:
        async with await connect(room.port, client_keys=[other, listed]):
            pass
        await everybody_is_gone(room)
        assert room.events("refused") == []


async def test_who_has_only_other_keys_is_refused_once(library: Path) -> None:
    listed, *others = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(4))
    async with hall(library, access=Access(keys=listed.export_public_key())) as room:
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(room.port, username="lin", client_keys=others)
        refused = await room.event("refused")
        await everybody_is_gone(room)
        assert (refused["reason"], refused["detail"]) == ("key", "lin, 3 keys")
        assert room.room.counters.count("refusals_total", "key") == 1


async def test_a_wrong_password_is_noted_beside_the_key(library: Path) -> None:
    listed, other = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    access = Access(keys=listed.export_public_key(), passwords={"lin": hashed("一行一行")})
    async with hall(library, access=access) as room:
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(room.port, username="lin", password="wrong", client_keys=[other])
        await room.event("refused", 2)
        await everybody_is_gone(room)
        assert [event["reason"] for event in room.events("refused")] == ["password", "key"]
        assert room.events("refused")[1]["detail"] == "lin, 1 key"
