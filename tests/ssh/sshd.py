"""A real OpenSSH server on the loopback address, with a configuration and keys of its own, and its client."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal import TIMEOUT

_SSHD = "/usr/sbin/sshd"
_CLIENT = ("-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null")
_MORE = ("-o", "LogLevel=ERROR", "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-o", "SendEnv=LANG")


class Sshd:
    """A server that runs; `ssh` is how its client is called."""

    def __init__(self, port: int, key: Path) -> None:
        self.port = port
        self._key = key

    def ssh(self, *arguments: str, options: Sequence[str] = (), port: int | None = None) -> list[str]:
        """Return the command that logs in by key; `options` stand before the host, `arguments` behind.

        `port` is that of a relay between the two, if there is one.
        """
        where = ("-i", str(self._key), "-p", str(port or self.port))
        return ["ssh", *_CLIENT, *_MORE, *where, *options, f"{getpass.getuser()}@127.0.0.1", *arguments]


@contextmanager
def sshd(folder: Path, config: str = "", key_options: str = "", **environment: str) -> Iterator[Sshd]:
    """Run a server whose only user is the one who runs the tests, until the block is left.

    `config` is added to its configuration, `key_options` stand before the listed key, and `environment` is
    that of every session.
    """
    if not Path(_SSHD).exists() or shutil.which("ssh") is None:
        pytest.skip("there is no OpenSSH server and client here")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # it asks for this folder when root starts it
    for name in ("host", "mine"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    (folder / "listed").write_text(f"{key_options} {(folder / 'mine.pub').read_text()}", encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    values = " ".join(f'"{name}={value}"' for name, value in environment.items())
    (folder / "config").write_text(
        f"""ListenAddress 127.0.0.1:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/listed
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
PrintMotd no
PrintLastLog no
AcceptEnv LANG LC_* COLORTERM
{f"SetEnv {values}" if values else ""}
{config}
""",
        encoding="utf-8",
    )
    process = subprocess.Popen([_SSHD, "-D", "-e", "-f", folder / "config"], stderr=subprocess.DEVNULL)
    try:
        _wait(port, process)
        yield Sshd(port, folder / "mine")
    finally:
        process.terminate()
        process.wait(TIMEOUT)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + TIMEOUT
    while time.monotonic() < ends:
        assert process.poll() is None, "the server ended"
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("the server never listened")
