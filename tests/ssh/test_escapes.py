"""Attempts to get out of the reading room, each refused: what a visitor has is a paper, and nothing else."""

from __future__ import annotations

import os
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import asyncssh
import pytest
import pytest_asyncio

from reader.ssh.refusal import Refusal
from tests.cli.paper import edition_text
from tests.ssh.visiting import Hall, Visitor, a_library, connect, hall, sit_down, until

COMMANDS = [
    "sh",
    "/bin/bash -i",
    "cat /etc/hostname",
    "paper-reader show /etc/hostname",
    "scp -f /etc/hostname",
    "scp -t /tmp",
    "rsync --server --sender . /",
    "git-upload-pack '/'",
    "$(id)",
]
SUBSYSTEMS = ["sftp", "netconf", "shell", "../../bin/sh"]


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[Hall]:
    (tmp_path / "secret.yaml").write_text(
        edition_text("2025-04-09", paper="内参", headline="机密"), encoding="utf-8"
    )
    async with hall(a_library(tmp_path / "library")) as open_room:
        yield open_room


@pytest_asyncio.fixture
async def guest(room: Hall) -> AsyncIterator[asyncssh.SSHClientConnection]:
    async with await connect(room.port) as connection:
        yield connection


@pytest_asyncio.fixture
async def visitor(guest: asyncssh.SSHClientConnection) -> Visitor:
    sitting = await sit_down(guest)
    await until(lambda: sitting.shows("渡口停摆"))
    return sitting


async def still_reads(visitor: Visitor) -> None:
    """See that the visit goes on: a new size of the window is answered with a frame."""
    assert visitor.channel is not None
    before = len(visitor.raw)
    visitor.channel.change_terminal_size(90, 30)
    await until(lambda: len(visitor.raw) > before + 500)
    assert not visitor.is_gone


# -- commands and subsystems ----------------------------------------------------------------------


class Attempt(Visitor):
    """A session that is to be something else than reading: what comes, and by which stream."""

    def __init__(self) -> None:
        super().__init__()
        self.streams: dict[object, bytes] = {}

    def data_received(self, data: bytes, datatype: object) -> None:
        self.streams[datatype] = self.streams.get(datatype, b"") + data

    async def told(self, end: str) -> str:
        """Wait for the end, and return what is said; nothing but one sentence is, and that on stderr."""
        await until(lambda: self.is_gone)
        assert self.status == 1
        assert list(self.streams) == [asyncssh.EXTENDED_DATA_STDERR]
        words = self.streams[asyncssh.EXTENDED_DATA_STDERR].decode()
        assert words.endswith(end)
        assert words.count("\n") == 1
        return words.removesuffix(end)


async def attempt_at(
    guest: asyncssh.SSHClientConnection, command: str | tuple[()] = (), **more: Any
) -> tuple[asyncssh.SSHClientChannel[bytes], Attempt]:
    """Ask for a command or a subsystem on a channel of its own."""
    attempt = Attempt()
    channel, _ = await guest.create_session(lambda: attempt, command, encoding=None, **more)
    return channel, attempt


def nothing_runs(room: Hall) -> bool:
    """Is nobody seated, and has this process no child?"""
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    return not room.room._seats and not (children.exists() and children.read_text().strip())


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("term", [None, "xterm"], ids=["no terminal", "terminal"])
async def test_no_command_is_run(
    guest: asyncssh.SSHClientConnection, room: Hall, command: str, term: str | None
) -> None:
    channel, attempt = await attempt_at(guest, command, term_type=term)
    with suppress(OSError):  # it may be over before we say anything
        channel.write(b"id\n" * 100)
    words = await attempt.told("\r\n" if term else "\n")
    assert words == Refusal.EXEC.wording.zh
    assert [(event["reason"], event["detail"]) for event in room.events("refused")] == [("exec", command)]
    assert nothing_runs(room)


@pytest.mark.parametrize("subsystem", SUBSYSTEMS)
async def test_no_subsystem_is_started(
    guest: asyncssh.SSHClientConnection, room: Hall, subsystem: str
) -> None:
    _, attempt = await attempt_at(guest, subsystem=subsystem)
    assert await attempt.told("\n") == Refusal.SUBSYSTEM.wording.zh
    assert (await room.event("refused"))["reason"] == "subsystem"
    assert nothing_runs(room)


async def test_a_refused_command_leaves_no_shell_behind_on_its_channel(
    guest: asyncssh.SSHClientConnection, room: Hall
) -> None:
    channel, attempt = await attempt_at(guest, "sh", term_type="xterm")
    # A second request on the same channel (RFC 4254 §6.5 allows one): the client's own check is passed by.
    channel._send_request(b"shell", want_reply=True)
    await attempt.told("\r\n")
    assert not room.events("visit")
    assert nothing_runs(room)


async def test_commands_leave_room_for_reading_on_the_same_connection(
    guest: asyncssh.SSHClientConnection, room: Hall
) -> None:
    for _ in range(8):  # twice as many as there are seats
        _, attempt = await attempt_at(guest, "id")
        await attempt.told("\n")
    sitting = await sit_down(guest)
    await until(lambda: sitting.shows("渡口停摆"))


async def test_no_file_is_had_by_sftp(guest: asyncssh.SSHClientConnection) -> None:
    with pytest.raises((asyncssh.SFTPError, asyncssh.ChannelOpenError)):
        await guest.start_sftp_client()


# -- forwarding -----------------------------------------------------------------------------------


@pytest.mark.parametrize("port", [22, 80, 65535])
async def test_no_port_is_reached_through_the_server(
    guest: asyncssh.SSHClientConnection, room: Hall, port: int
) -> None:
    with pytest.raises(asyncssh.ChannelOpenError):
        await guest.open_connection("127.0.0.1", port)
    assert (await room.event("refused"))["reason"] == "forward"


async def test_the_server_is_no_way_to_itself(guest: asyncssh.SSHClientConnection, room: Hall) -> None:
    with pytest.raises(asyncssh.ChannelOpenError):
        await guest.open_connection("127.0.0.1", room.port)


async def test_the_server_listens_on_no_port_for_a_visitor(
    guest: asyncssh.SSHClientConnection, room: Hall
) -> None:
    with pytest.raises(asyncssh.ChannelListenError):
        await guest.forward_remote_port("127.0.0.1", 0, "127.0.0.1", 9)
    assert (await room.event("refused"))["reason"] == "listen"


async def test_no_socket_of_the_machine_is_reached(
    guest: asyncssh.SSHClientConnection, tmp_path: Path
) -> None:
    path = tmp_path / "socket"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()
        with pytest.raises(asyncssh.ChannelOpenError):
            await guest.open_unix_connection(str(path))


async def test_no_socket_is_made_for_a_visitor(guest: asyncssh.SSHClientConnection, tmp_path: Path) -> None:
    with pytest.raises(asyncssh.ChannelListenError):
        await guest.forward_remote_path(str(tmp_path / "socket"), str(tmp_path / "mine"))
    assert not (tmp_path / "socket").exists()


@pytest.mark.parametrize("kind", ["tun", "tap"])
async def test_no_tunnel_is_opened(guest: asyncssh.SSHClientConnection, room: Hall, kind: str) -> None:
    opened: Any = guest.create_tun if kind == "tun" else guest.create_tap
    with pytest.raises(asyncssh.ChannelOpenError):
        await opened(asyncssh.SSHTunTapSession)
    assert (await room.event("refused"))["reason"] == "tunnel"


async def test_no_agent_is_asked_for(room: Hall) -> None:
    async with await connect(room.port, agent_forwarding=True) as connection:
        sitting = await sit_down(connection)
        await until(lambda: sitting.shows("渡口停摆"))
        assert "SSH_AUTH_SOCK" not in _environment_of(room)


async def test_no_display_is_opened(guest: asyncssh.SSHClientConnection) -> None:
    with pytest.raises((asyncssh.ChannelOpenError, ValueError, OSError)):
        await guest.create_session(
            Visitor, term_type="xterm", x11_forwarding=True, x11_display="127.0.0.1:99", encoding=None
        )


# -- the environment ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "EDITOR",
        "VISUAL",
        "PAGER",
        "PATH",
        "LD_PRELOAD",
        "PYTHONPATH",
        "PYTHONSTARTUP",
        "PAPER_READER_LIBRARY",
        "PAPER_READER_CONFIG",
        "PAPER_READER_DEBUG",
        "TEXTUAL",
        "TEXTUAL_LOG",
        "HOME",
    ],
)
async def test_no_variable_of_the_process_is_a_visitors(
    guest: asyncssh.SSHClientConnection, room: Hall, name: str
) -> None:
    before = os.environ.get(name)
    sitting = await sit_down(guest, env={name: "/tmp/planted", "LANG": "zh_CN.UTF-8"})
    await until(lambda: sitting.shows("渡口停摆"))
    assert os.environ.get(name) == before
    assert name not in _environment_of(room)


def _environment_of(room: Hall) -> dict[str, str]:
    seat = next(iter(room.room._seats))
    return dict(seat.terminal.environ)


# -- keys -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("\x1a", "ctrl+z, suspend"),
        ("\x1c", "ctrl+backslash, quit"),
        ("\x13", "ctrl+s, flow control"),
        ("\x03", "ctrl+c, interrupt"),
        ("\x04", "ctrl+d, end of file"),
        ("e", "open the editor"),
        ("P", "proofread"),
        ("!sh\r", "a shell, as pagers have it"),
        (":!sh\r", "a shell, as editors have it"),
        ("|sh\r", "a pipe"),
        ("v\x1b", "the page, and back"),
    ],
    ids=lambda value: value if " " in value else "",
)
async def test_no_key_leads_out(visitor: Visitor, room: Hall, keys: str, name: str) -> None:
    visitor.type(keys)
    await still_reads(visitor)
    assert room.events("failure") == []


async def test_the_editor_and_proofreading_say_that_they_are_not_to_be_had(visitor: Visitor) -> None:
    visitor.type("e")
    await until(lambda: visitor.shows("此处不能打开编辑器"))


@pytest.mark.parametrize(
    "command", ["screenshot", "quit the server", "suspend", "bell", "save", "inspect", "settings", "devtools"]
)
async def test_the_palette_has_no_command_of_the_toolkits(
    visitor: Visitor, room: Hall, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(path.name for path in tmp_path.rglob("*"))
    visitor.type("\x10")
    visitor.type(command)
    visitor.type("\r")
    visitor.type("\x1b\x1b")
    await still_reads(visitor)
    assert room.events("failure") == []
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


# -- what a terminal answers ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer",
    [
        b"\x1b[48;100000;100000;1;1t",
        b"\x1b[48;0;0;0;0t",
        b"\x1b[?2048;1$y",
        b"\x1b[?2026;2$y",
        b"\x1b[999999;999999R",
        b"\x1b[<0;999999;999999M\x1b[<0;999999;999999m",
        b"\x1b[<35;-5;-5M",
        b"\x1b[M\xff\xff\xff",
        b"\x1b]52;c;c2VjcmV0\x07",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1bP>|xterm(1)\x1b\\",
        b"\x1b[?1;2c",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[200~" + b"\x1b]52;c;eA==\x07" * 20 + b"\x1b[201~",
        b"\x1b[57441;1:3u" * 50,
        b"\xff\xfe\xfd" * 100,
        b"\x00" * 200,
        b"\x1b[" + b"1;" * 500 + b"u",
    ],
)
async def test_nothing_a_terminal_answers_does_harm(visitor: Visitor, room: Hall, answer: bytes) -> None:
    visitor.type(answer)
    visitor.type(b"\x1b\x1b")
    await until(lambda: room.events("failure") == [])
    visitor.type("q")
    await until(lambda: visitor.is_gone or _left_a_query(visitor))
    assert room.events("failure") == []


def _left_a_query(visitor: Visitor) -> bool:
    """Press once more what leaves, for an answer may have opened a sheet, a query or the page."""
    visitor.type("\x1b")
    visitor.type("q")
    return False


# -- other papers ---------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["../secret", "2025-04-09", "/etc/hostname", "../../", "~"])
async def test_no_paper_beside_the_library_is_reached(visitor: Visitor, place: str) -> None:
    visitor.type("o")
    visitor.type(place)
    visitor.type("\r")
    visitor.type("\x1b\x1b\x1b")
    visitor.type("g")
    await until(lambda: visitor.shows("停摆") or visitor.shows("重开"))
    assert "机密" not in visitor.raw.decode("utf-8", "replace")


async def test_a_link_out_of_the_library_shows_nothing(tmp_path: Path) -> None:
    library = a_library(tmp_path / "library")
    outside = tmp_path / "secret.png"
    outside.write_bytes(b"\x89PNG\r\n\x1a\nsecret")
    (library / "p.png").symlink_to(outside)
    path = library / "2025-04-06.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            "      - headline: 渡口停摆\n", "      - headline: 渡口停摆\n        photos: [{file: p.png}]\n"
        ),
        encoding="utf-8",
    )
    async with hall(library) as room, await connect(room.port) as connection:
        sitting = await sit_down(connection)
        await until(lambda: sitting.shows("渡口停摆"))
        assert b"secret" not in sitting.raw


async def test_visitors_leave_nothing_on_the_disk(tmp_path: Path) -> None:
    library = a_library(tmp_path / "library")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    async with hall(library) as room, await connect(room.port) as connection:
        sitting = await sit_down(connection)
        await until(lambda: sitting.shows("渡口停摆"))
        for key in ("m", "c", "note\r", "t", "+", "J", "v", "v", "Y"):
            sitting.type(key)
        await still_reads(sitting)
        assert sitting.channel is not None
        sitting.channel.write_eof()  # wherever these keys have led
        await until(lambda: sitting.is_gone)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


async def test_the_clipboard_is_the_visitors_own_only_where_that_is_allowed(tmp_path: Path) -> None:
    library = a_library(tmp_path / "library")
    for allowed in (False, True):
        async with hall(library, can_copy=allowed) as room, await connect(room.port) as connection:
            sitting = await sit_down(connection)
            await until(lambda sitting=sitting: sitting.shows("渡口停摆"))
            sitting.type("Y")
            words = "复制" if allowed else "不许写剪贴板"
            await until(lambda sitting=sitting, words=words: sitting.shows(words))
            assert (b"\x1b]52;c;" in sitting.raw) is allowed


async def test_a_connection_has_only_so_many_seats(guest: asyncssh.SSHClientConnection, room: Hall) -> None:
    for _ in range(4):
        await sit_down(guest)
    with pytest.raises(asyncssh.ChannelOpenError):
        await sit_down(guest)
    assert (await room.event("refused"))["reason"] == "seats"
