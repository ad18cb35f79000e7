"""Signals besides those that end a server: what it reads anew, and what does it no harm."""

from __future__ import annotations

import asyncio
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import asyncssh
import pytest

from tests.cli.serving import PATIENCE, Serving, serving
from tests.ssh.visiting import connect, sit_down, until
from tests.terminal import clean_environment, reader_command

# Python with a terminal of its own, which a hang-up comes from.
ON_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


async def reads(server: Serving) -> None:
    """See that somebody who comes can read."""
    async with await connect(server.port) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("新桥定名"))


@pytest.mark.parametrize("number", [signal.SIGUSR1, signal.SIGUSR2, signal.SIGHUP])
async def test_a_signal_that_is_not_meant_to_end_it_does_not(
    library: Path, home: Path, number: signal.Signals
) -> None:
    with serving(library, home, workers=2) as server:
        for _ in range(3):
            os.killpg(server.process.pid, number)  # the workers too
        await reads(server)
        assert server.process.poll() is None
        assert not server.events("worker-ended")
        assert server.stop() == 0


async def test_on_hangup_keys_are_read_anew_and_who_is_in_reads_on(library: Path, home: Path) -> None:
    old, new = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    keys = home / "keys"
    keys.write_bytes(old.export_public_key())
    with serving(library, home, "--keys", keys) as server:
        connection = await connect(server.port, client_keys=[old])
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("新桥定名"))
        keys.write_bytes(new.export_public_key() + b"\n" + old.export_public_key())
        server.process.send_signal(signal.SIGHUP)
        assert (await asyncio.to_thread(server.event, "renewed", 2))["who"] == "2 keys"
        async with await connect(server.port, client_keys=[new]):
            pass
        keys.write_bytes(new.export_public_key())
        server.process.send_signal(signal.SIGHUP)
        await asyncio.to_thread(server.event, "renewed", 4)
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(server.port, client_keys=[old])
        visitor.type("l")
        await until(lambda: visitor.shows("从下周起"))
        connection.close()


async def test_a_worker_that_comes_later_has_the_new_keys(library: Path, home: Path) -> None:
    old, new = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    keys = home / "keys"
    keys.write_bytes(old.export_public_key())
    with serving(library, home, "--keys", keys) as server:
        keys.write_bytes(new.export_public_key())
        server.process.send_signal(signal.SIGHUP)
        await asyncio.to_thread(server.event, "renewed", 2)
        os.kill(server.workers()[0], signal.SIGKILL)
        await asyncio.to_thread(server.event, "open", 2)
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(server.port, client_keys=[old])
        async with await connect(server.port, client_keys=[new]):
            pass


async def test_a_bad_file_of_keys_changes_nothing_and_is_in_the_log(library: Path, home: Path) -> None:
    mine = asyncssh.generate_private_key("ssh-ed25519")
    keys = home / "keys"
    keys.write_bytes(mine.export_public_key())
    with serving(library, home, "--keys", keys) as server:
        keys.write_text("nonsense\n", encoding="utf-8")
        server.process.send_signal(signal.SIGHUP)
        await asyncio.to_thread(server.event, "renewed", 2)
        assert {event["worker"] for event in server.events("renewed")} == {-1, 0}
        assert all(f"{keys}:1:" in event["why"] for event in server.events("renewed"))
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(server.port)
        async with await connect(server.port, client_keys=[mine]):
            pass


async def test_on_hangup_a_log_that_was_renamed_is_begun_anew(library: Path, home: Path) -> None:
    with serving(library, home) as server:
        port = server.port
        server.log.rename(home / "serve.log.1")
        server.process.send_signal(signal.SIGHUP)
        await asyncio.to_thread(server.event, "renewed", 2)
        async with await connect(port) as connection:
            visitor = await sit_down(connection)
            await until(lambda: visitor.shows("新桥定名"))
            assert await asyncio.to_thread(server.event, "visit")
    assert '"visit"' not in (home / "serve.log.1").read_text(encoding="utf-8")
    assert '"stopped"' in server.log.read_text(encoding="utf-8")


def test_where_its_terminal_is_gone_it_ends(library: Path, home: Path) -> None:
    log = home / "serve.log"
    command = reader_command("serve", library, "--port", "0", "--workers", "1", "--log", log)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", ON_TERMINAL, *command[1:]],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=home,
        env=clean_environment(home),
        start_new_session=True,
    )
    os.close(theirs)
    server = Serving(process, log)
    try:
        server.event("open")
        process.send_signal(signal.SIGHUP)  # while the terminal is there it only reads anew
        server.event("renewed", 2)
        os.close(ours)  # the system sends the next
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait(PATIENCE)
    assert server.events("stopped")


# -- what the first line says ---------------------------------------------------------------------


def test_the_log_says_who_may_enter_and_how_many_workers_there_are(library: Path, home: Path) -> None:
    with serving(library, home, workers=2) as server:
        said = server.event("serving")
        assert (said["who"], said["workers"]) == ("anybody on this machine", 2)


def test_the_log_says_how_many_are_listed(library: Path, home: Path) -> None:
    keys = home / "keys"
    keys.write_bytes(asyncssh.generate_private_key("ssh-ed25519").export_public_key())
    with serving(library, home, "--keys", keys) as server:
        assert server.event("serving")["who"] == "1 key"


@pytest.mark.parametrize("more", [("--proxy-protocol", "10.0.0.1"), ("--host", "0.0.0.0")])
def test_the_log_says_that_anybody_may_enter(library: Path, home: Path, more: tuple[str, str]) -> None:
    with serving(library, home, "--open", *more) as server:
        assert server.event("serving")["who"] == "anybody"
