"""Two searchd shards and a front that asks them, on loopback, configured as docs/scale-out.md says."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from reader.archive.sphinx_address import Server, SphinxAddress

GUIDE = Path(__file__).parent.parent / "docs" / "scale-out.md"
SHARDS = 2
PATIENCE = 20.0
"""Seconds a server may take to start."""


def missing() -> str:
    """Return why there can be no servers here; empty when there can."""
    if shutil.which("searchd") is None:
        return "searchd is not installed (Debian: apt-get install sphinxsearch)"
    try:
        import pymysql  # noqa: F401
    except ImportError:
        return "PyMySQL is not installed (the extra sphinx)"
    return ""


class Searchd:
    """One server, started from a folder of its own, and stopped by its process."""

    def __init__(self, folder: Path, config: str) -> None:
        """`config` is one of the guide's, its paths and ports not yet replaced."""
        folder.mkdir()
        self._folder = folder
        self.port, self.api_port = _free_port(), _free_port()
        config = re.sub(r"/var/(?:lib|run|log)/sphinxsearch/(?:data)?", f"{folder}/", config)
        config = config.replace("0.0.0.0:9306", f"127.0.0.1:{self.port}")
        self._config = config.replace("0.0.0.0:9312", f"127.0.0.1:{self.api_port}")
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def server(self) -> Server:
        """Where it listens for the MySQL protocol."""
        return Server("127.0.0.1", self.port)

    def start(self) -> None:
        """Start it and wait until it listens."""
        path = self._folder / "sphinx.conf"
        path.write_text(self._config, encoding="utf-8")
        with (self._folder / "said").open("ab") as said:
            self._process = subprocess.Popen(
                ["searchd", "--nodetach", "--config", path],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
        until = time.monotonic() + PATIENCE
        while not _listens(self.port):
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self._folder / "said").read_text("utf-8", "replace"))
            time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop it, and wait until it has."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGCONT)
        self._process.send_signal(how)
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def freeze(self) -> None:
        """Let it go on holding its port and answer nothing."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it answer again."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGCONT)


class Servers:
    """The shards and the front."""

    def __init__(self, folder: Path) -> None:
        self.shards = [Searchd(folder / f"shard{number}", config("shard")) for number in range(SHARDS)]
        words = config("front")
        for shard, host in zip(self.shards, ("one", "two"), strict=True):
            words = words.replace(f"{host}:9312", f"127.0.0.1:{shard.api_port}")
        self.front = Searchd(folder / "front", words)

    @property
    def address(self) -> SphinxAddress:
        """The address of their index."""
        return SphinxAddress(self.front.server, tuple(shard.server for shard in self.shards), "paper")


@contextmanager
def running(folder: Path) -> Iterator[Servers]:
    """Start all in a new folder, and stop them in the end."""
    folder.mkdir()
    servers = Servers(folder)
    with ExitStack() as stack:
        for server in (*servers.shards, servers.front):
            stack.callback(server.stop)
            server.start()
        yield servers


def config(name: str) -> str:
    """Return the configuration of this name, as the guide gives it."""
    found = re.search(rf"<!-- config: {name} -->\n```\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
