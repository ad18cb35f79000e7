"""What a key costs over a slow line: the reader behind a real sshd, its connection counted and throttled.

``python -m benchmarks.plain_ssh [BYTES_A_SECOND]`` (10,240 unless told): for each key the bytes the screen
takes, the bytes on the wire (encryption and packing included, or compression with ``ssh -C``), and how long
until all was there. Needs OpenSSH's server and client.
"""

from __future__ import annotations

import select
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ssh.sshd import Sshd, sshd
from tests.terminal import Terminal, clean_environment, reader_command

ROOT = Path(__file__).parents[1]
KEYS = (
    ("line down", "j"),
    ("page down", " "),
    ("next article", "l"),
    ("search opens", "/"),
    ("a letter of the query", "的"),
    ("the query is left", "\x1b"),
    ("help", "?"),
    ("help is left", "\x1b"),
)
QUIET = 1.5
"""Seconds without a byte after which a key counts as answered: more than a packet takes."""


class Relay:
    """Passes a connection on, no faster than so many bytes a second, and counts what comes back."""

    def __init__(self, port: int, rate: int) -> None:
        self._target = port
        self._rate = rate
        self.came = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        client, _ = self._listener.accept()
        server = socket.create_connection(("127.0.0.1", self._target))
        for one in (client, server):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with client, server:
            while True:
                for ready in select.select([client, server], [], [])[0]:
                    data = ready.recv(max(64, self._rate // 50))
                    if not data:
                        return
                    (server if ready is client else client).sendall(data)
                    if ready is server:
                        self.came += len(data)
                        time.sleep(len(data) / self._rate)

    def close(self) -> None:
        """Let nobody in any more."""
        self._listener.close()


@contextmanager
def reading(server: Sshd, port: int, options: list[str]) -> Iterator[Terminal]:
    """Open the reader on a terminal of 80 by 24 through the relay at this port."""
    command = " ".join([*(f"'{word}'" for word in reader_command()), f"'{ROOT / 'editions'}'"])
    call = server.ssh(command, options=["-t", *options], port=port)
    with Terminal(call, size=(80, 24), environment=clean_environment(Path("home"))) as terminal:
        yield terminal


def measure(server: Sshd, port: int, rate: int, options: list[str]) -> None:
    """Print what opening and each key cost."""
    relay = Relay(port, rate)
    try:
        with reading(server, relay.port, options) as terminal:
            began = time.perf_counter()
            terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.output, "the reader opened", timeout=60)
            terminal.settle(quiet=QUIET, timeout=60)
            seconds = time.perf_counter() - began - QUIET
            print(f"| opening | {len(terminal.output):,} | {relay.came:,} | {seconds * 1000:,.0f} |")
            for name, key in KEYS:
                before = relay.came
                settled = terminal.press_and_settle(key, quiet=QUIET)
                wire, taken = relay.came - before, settled.seconds * 1000
                print(f"| {name} | {len(settled.data):,} | {wire:,} | {taken:,.0f} |")
            terminal.press("q")
            terminal.wait()
    finally:
        relay.close()


def main() -> None:
    """Measure without and with compression."""
    rate = int(sys.argv[1]) if len(sys.argv) > 1 else 10_240
    for title, options in (("plain", []), ("compressed", ["-C"])):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            home = clean_environment(folder / "home")
            kept = {key: home[key] for key in home if key not in ("TERM", "PATH")}
            with sshd(folder, **kept) as server:
                print(f"\n{title}, {rate:,} bytes a second\n")
                print("| key | bytes of the screen | bytes on the wire | ms until all is there |")
                print("| --- | --- | --- | --- |")
                measure(server, server.port, rate, options)


if __name__ == "__main__":
    main()
