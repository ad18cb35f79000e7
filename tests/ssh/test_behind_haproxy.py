"""Two servers behind a real HAProxy, by the configuration in docs/deploy: one dies, and its readers go on."""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncssh
import pytest

from tests.cli.serving import Serving, serving
from tests.ssh.visiting import Visitor, a_library, connect, sit_down, until
from tests.terminal import TIMEOUT

CONFIG = Path(__file__).parents[2] / "docs" / "deploy" / "haproxy.cfg"
HAPROXY = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
pytestmark = pytest.mark.skipif(HAPROXY is None, reason="there is no HAProxy here")

SOURCES = [f"127.0.0.{number}" for number in range(2, 10)]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def haproxy(folder: Path, one: int, two: int) -> Iterator[int]:
    """Run HAProxy before servers at these ports; only the addresses are other than those of the file."""
    port = free_port()
    text = CONFIG.read_text(encoding="utf-8")
    for old, new in (
        ("bind :2222", f"bind 127.0.0.1:{port}"),
        ("bind :::2222 v6only", f"bind ::1:{port} v6only"),
        ("    log /dev/log local0\n", ""),
        ("    chroot /var/lib/haproxy\n", ""),
        ("    user haproxy\n", ""),
        ("    group haproxy\n", ""),
        ("10.0.0.11:2222", f"127.0.0.1:{one}"),
        ("10.0.0.12:2222", f"127.0.0.1:{two}"),
    ):
        assert old in text
        text = text.replace(old, new)
    path = folder / "haproxy.cfg"
    path.write_text(text, encoding="utf-8")
    assert HAPROXY is not None
    subprocess.run([HAPROXY, "-c", "-f", path], check=True, capture_output=True)
    with (folder / "haproxy.txt").open("wb") as said:
        process = subprocess.Popen([HAPROXY, "-db", "-f", path], stdout=said, stderr=said)
    try:
        _wait(port, process, folder / "haproxy.txt")
        yield port
    finally:
        process.terminate()
        process.wait(TIMEOUT)


def _wait(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    """Wait until it brings one to a server: the first looks take a moment."""
    ends = time.monotonic() + TIMEOUT
    while time.monotonic() < ends:
        assert process.poll() is None, said.read_text(encoding="utf-8")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 2) as client:
            if client.recv(4) == b"SSH-":
                return
        time.sleep(0.05)
    raise AssertionError(said.read_text(encoding="utf-8"))


class Houses:
    """Two servers, and a door to both."""

    def __init__(self, port: int, servers: list[Serving], key: asyncssh.SSHKey) -> None:
        self.port = port
        self.servers = servers
        self._key = key

    async def log_in(self, source: str) -> tuple[asyncssh.SSHClientConnection, Visitor]:
        """Come from an address."""
        connection = await connect(self.port, local_addr=(source, 0), client_keys=[self._key])
        return connection, await sit_down(connection)

    def seen(self, server: int) -> list[str]:
        """Return the addresses of the visits a server has had."""
        return [event["address"] for event in self.servers[server].events("visit")]


@pytest.fixture
def houses(tmp_path: Path) -> Iterator[Houses]:
    library = a_library(tmp_path / "library")
    key = asyncssh.generate_private_key("ssh-ed25519")
    (tmp_path / "keys").write_bytes(key.export_public_key())
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    shared = (
        "--keys",
        tmp_path / "keys",
        "--host-key",
        tmp_path / "host_key",
        "--places",
        tmp_path / "places",
    )
    more = (*shared, "--proxy-protocol", "127.0.0.1")
    with (
        serving(library, tmp_path / "one", *more) as one,
        serving(library, tmp_path / "two", *more) as two,
        haproxy(tmp_path, one.port, two.port) as port,
    ):
        yield Houses(port, [one, two], key)


async def test_one_of_two_servers_dies_and_its_readers_go_on_at_the_other(houses: Houses) -> None:
    visitors = {source: await houses.log_in(source) for source in SOURCES}
    for _, visitor in visitors.values():
        await until(lambda visitor=visitor: visitor.shows("渡口停摆"))
    keys = {connection.get_server_host_key().export_public_key() for connection, _ in visitors.values()}  # type: ignore[union-attr]
    assert len(keys) == 1

    # Each address is told, and none is at both; with eight of them, both have some.
    theirs, others = set(houses.seen(0)), set(houses.seen(1))
    assert theirs
    assert others
    assert not theirs & others
    assert theirs | others == set(SOURCES)

    # Who comes again comes to the same.
    for source in SOURCES:
        connection, visitor = await houses.log_in(source)
        await until(lambda visitor=visitor: visitor.shows("渡口停摆"))
        connection.close()
    assert set(houses.seen(0)) == theirs

    # One reads on to the second article; then its server is gone.
    lost = sorted(theirs)[0]
    visitors[lost][1].type("l")
    await until(lambda: visitors[lost][1].shows("从下周起"))
    await asyncio.sleep(4)  # what is written is written every two seconds
    houses.servers[0].kill()
    await until(lambda: all(visitors[source][1].is_gone for source in theirs))
    assert not any(visitors[source][1].is_gone for source in others)
    for source in others:
        visitor = visitors[source][1]
        visitor.type("?")
        await until(lambda visitor=visitor: visitor.shows("帮助"))

    # It logs in again, at the other server, and is where it was.
    connection, visitor = await houses.log_in(lost)
    await until(lambda: visitor.shows("从下周起"))
    assert lost in houses.seen(1)
    connection.close()
    for connection, _ in visitors.values():
        connection.close()


async def test_the_proxys_own_looks_are_not_in_the_log(houses: Houses) -> None:
    def noted() -> int:
        return sum(len(server.events(name)) for server in houses.servers for name in ("broken", "refused"))

    await asyncio.sleep(5)  # two looks at each
    assert noted() == 0  # nor is the fixture's own knock, which hangs up
    connection, visitor = await houses.log_in(SOURCES[0])
    await until(lambda: visitor.shows("渡口停摆"))
    connection.close()
