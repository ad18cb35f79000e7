"""What the command that serves visitors makes sure of first: as a process, at a terminal where it asks."""

from __future__ import annotations

import asyncio
import os
import pty
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import asyncssh
import pytest

from reader.ssh.access import verified
from reader.ssh.listening import listen
from tests.cli.paper import paper_reader, printed, said
from tests.cli.serving import serving
from tests.ssh.visiting import connect, sit_down, until
from tests.terminal import clean_environment, reader_command

PATIENCE = 30.0


class AtATerminal:
    """`serve --hash-password` at a terminal of its own."""

    def __init__(self, home: Path, tongue: str = "en") -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            reader_command("serve", "--hash-password", "--lang", tongue),
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=theirs,
            cwd=home,
            env=clean_environment(home),
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""

    def sees(self, words: str) -> None:
        """Wait until these words stand on the terminal."""
        ends = time.monotonic() + PATIENCE
        while words not in self.shown:
            assert time.monotonic() < ends, self.shown
            self.shown += os.read(self._ours, 4096).decode()

    def types(self, words: str) -> None:
        os.write(self._ours, words.encode())

    def ends(self) -> tuple[int, str]:
        """Wait for its end; return the status and what it printed."""
        out, _ = self.process.communicate(timeout=PATIENCE)
        os.set_blocking(self._ours, False)
        with suppress(OSError):
            self.shown += os.read(self._ours, 4096).decode()
        os.close(self._ours)
        return self.process.returncode, out.decode()


def test_at_a_terminal_a_password_is_asked_for_and_not_shown(home: Path) -> None:
    terminal = AtATerminal(home)
    terminal.sees("Password: ")
    terminal.types("ferry\n")
    terminal.sees("Once more: ")
    terminal.types("ferry\n")
    status, out = terminal.ends()
    assert status == 0
    assert verified("ferry", out.strip())
    assert "ferry" not in terminal.shown


def test_two_different_passwords_have_no_hash(home: Path) -> None:
    terminal = AtATerminal(home)
    terminal.sees("Password: ")
    terminal.types("ferry\n")
    terminal.sees("Once more: ")
    terminal.types("fairy\n")
    assert terminal.ends() == (2, "")
    assert "two different ones; try again" in terminal.shown


@pytest.mark.parametrize("nothing", ["\n", "\x04"])
def test_no_password_at_a_terminal_has_no_hash(home: Path, nothing: str) -> None:
    terminal = AtATerminal(home, "zh")
    terminal.sees("密码：")
    terminal.types(nothing)
    assert terminal.ends() == (2, "")
    assert "没有密码" in terminal.shown


# -- ports ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("kind", [(), ("--web",)], ids=["ssh", "web"])
def test_a_port_of_another_reading_room_is_not_shared(
    library: Path, home: Path, kind: tuple[str, ...], workers: str
) -> None:
    with serving(library, home, *kind, workers=2) as first:
        options = (*kind, "--port", str(first.port), "--workers", workers, "--lang", "en")
        done = paper_reader("serve", library, *options, home=home)
        assert done.returncode == 2
        assert said(done).strip().splitlines()[-1] == (
            f"paper-reader: cannot listen on 127.0.0.1:{first.port}: Address already in use; "
            "choose another --host or --port"
        )
        assert "is open" not in said(done)
        with socket.create_connection(("127.0.0.1", first.port)):
            pass


def test_a_port_stays_taken_while_a_worker_is_being_replaced(library: Path, home: Path) -> None:
    with serving(library, home) as first:
        for worker in first.workers():
            os.kill(worker, signal.SIGKILL)  # twice within five seconds: the next takes its time
        first.event("open", 2)
        for worker in first.workers():
            os.kill(worker, signal.SIGKILL)
        with pytest.raises(OSError, match="in use"):
            listen("127.0.0.1", first.port)


async def test_started_again_at_once_it_has_its_port_again(library: Path, home: Path) -> None:
    port = 0
    for kill in (False, True, False):
        with serving(library, home, workers=2, port=port) as server:
            port = server.port
            connection = await connect(port)
            visitor = await sit_down(connection)
            await until(lambda visitor=visitor: visitor.shows("新桥定名"))
            if kill:
                server.process.kill()  # its workers notice a moment later
                server.process.wait()
            else:
                await asyncio.to_thread(server.stop)
            connection.close()


def test_a_port_of_a_monitor_that_is_taken_is_named_before_anything_is_open(
    library: Path, home: Path
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        options = ("--port", "0", "--monitor", str(port - 1), "--workers", "2", "--lang", "en")
        done = paper_reader("serve", library, *options, home=home)
    assert not (home / "state").exists()
    assert (done.returncode, printed(done)) == (2, "")
    assert f"cannot listen on 127.0.0.1:{port}: Address already in use; choose another --monitor" in said(
        done
    )
    assert len(said(done).splitlines()) == 1


@pytest.mark.parametrize(("port", "workers"), [("65535", "2"), ("65500", "64")])
def test_more_monitors_than_ports_are_wrong_use(library: Path, home: Path, port: str, workers: str) -> None:
    options = ("--port", "0", "--monitor", port, "--workers", workers, "--lang", "en")
    done = paper_reader("serve", library, *options, home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert f"--monitor {port} is too high for {workers} workers" in said(done)
    assert f"say {65_536 - int(workers)} at most" in said(done)
    assert len(said(done).splitlines()) == 1


def test_the_last_port_will_do_for_one_worker(library: Path, home: Path) -> None:
    with serving(library, home, "--monitor", "65535") as server:
        assert server.event("monitor")["port"] == 65_535


# -- the host key ---------------------------------------------------------------------------------


def test_a_state_folder_that_cannot_be_made_is_named_and_no_port_is_blamed(
    library: Path, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    options = ("--port", "0", "--lang", "en")
    done = paper_reader("serve", library, *options, home=home, XDG_STATE_HOME=str(tmp_path / "state"))
    assert (done.returncode, printed(done)) == (2, "")
    assert str(tmp_path / "state") in said(done)
    assert "the host key cannot be read or made" in said(done)
    assert "listen" not in said(done)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_host_key_that_may_not_be_read_is_named(library: Path, home: Path) -> None:
    path = home / "key"
    path.write_bytes(asyncssh.generate_private_key("ssh-ed25519").export_private_key())
    path.chmod(0)
    done = paper_reader("serve", library, "--host-key", path, "--port", "0", "--lang", "en", home=home)
    assert done.returncode == 2
    assert f"{path}: the host key cannot be read or made: Permission denied" in said(done)


def test_a_host_key_in_a_folder_that_is_not_there_is_not_made(library: Path, home: Path) -> None:
    path = home / "mistyped" / "key"
    done = paper_reader("serve", library, "--host-key", path, "--port", "0", "--lang", "en", home=home)
    assert done.returncode == 2
    assert f"{path.parent}: there is no such folder for the host key" in said(done)
    assert not path.parent.exists()


def test_a_new_host_key_is_said_out_loud_and_only_once(library: Path, home: Path) -> None:
    for is_new in (True, False):
        with serving(library, home, "--host-key", home / "key", "--lang", "en"):
            words = (home / "said.txt").read_text(encoding="utf-8")
        assert (f"a new host key was made, {home / 'key'}" in words) is is_new
