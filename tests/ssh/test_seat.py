"""What OpenSSH's own programs show of what is refused to them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from reader.ssh.refusal import Refusal
from tests.ssh.openssh import Said, needs_sftp, needs_ssh, run
from tests.ssh.visiting import Hall, a_library, hall

NO_COMMAND = Refusal.EXEC.wording
NO_FILES = Refusal.SUBSYSTEM.wording


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[Hall]:
    async with hall(a_library(tmp_path / "library")) as open_room:
        yield open_room


async def told(room: Hall, *command: str, options: tuple[str, ...] = ()) -> Said:
    """Ask for a command by ssh."""
    return await run("ssh", room.port, "127.0.0.1", *command, options=options)


@needs_ssh
@pytest.mark.parametrize("terminal", [(), ("-T",), ("-t",), ("-tt",)], ids=["usual", "-T", "-t", "-tt"])
async def test_ssh_shows_that_no_command_is_run(room: Hall, terminal: tuple[str, ...]) -> None:
    said = await told(room, "cat", "/etc/hostname", options=terminal)
    assert said.status == 1
    assert said.out == ""
    # With a terminal the line ends as terminals want it.
    assert said.error.splitlines()[-1] == NO_COMMAND.zh
    assert (await room.event("refused"))["detail"] == "cat /etc/hostname"


@needs_ssh
async def test_ssh_shows_it_in_the_visitors_language(room: Hall) -> None:
    said = await told(room, "ls", options=("-o", "SetEnv=LANG=en_GB.UTF-8"))
    assert said.error.strip() == NO_COMMAND.en


@needs_ssh
async def test_ssh_shows_that_a_terminal_is_needed_and_keeps_it_out_of_a_pipe(room: Hall) -> None:
    said = await told(room, options=("-T",))
    assert said == Said(1, "", Refusal.NO_TERMINAL.wording.zh + "\n")


@needs_ssh
async def test_ssh_shows_that_there_is_no_subsystem(room: Hall) -> None:
    said = await told(room, "netconf", options=("-s",))
    assert said == Said(1, "", NO_FILES.zh + "\n")


@needs_sftp
async def test_sftp_shows_that_no_files_are_to_be_had(room: Hall) -> None:
    said = await run("sftp", room.port, "127.0.0.1")
    assert said.status != 0
    assert NO_FILES.zh in said.error


@needs_sftp
@pytest.mark.parametrize("old", [(), ("-O",)], ids=["by sftp", "by scp"])
async def test_scp_shows_why_nothing_is_copied(room: Hall, tmp_path: Path, old: tuple[str, ...]) -> None:
    mine = tmp_path / "mine"
    mine.write_text("x", encoding="utf-8")
    for pair in (("127.0.0.1:/etc/hostname", str(tmp_path / "theirs")), (str(mine), "127.0.0.1:mine")):
        said = await run("scp", room.port, *pair, options=old)
        assert said.status != 0
        assert NO_FILES.zh in said.error or NO_COMMAND.zh in said.error
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine"]
