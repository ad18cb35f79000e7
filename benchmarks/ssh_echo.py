"""What SSH itself takes: a server of asyncssh that answers every key with a frame of so many bytes."""

from __future__ import annotations

import asyncio
import gc
import json
import sys

import asyncssh


class Echo(asyncssh.SSHServerSession[bytes]):
    """Answers with the frame."""

    frame = b""

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        self._channel = chan

    def pty_requested(self, term_type: str | None, term_size: object, term_modes: object) -> bool:
        return True

    def shell_requested(self) -> bool:
        return True

    def session_started(self) -> None:
        self._channel.write(b" " * 4000)

    def data_received(self, data: bytes, datatype: object) -> None:
        if data == b"q":
            self._channel.exit(0)
        else:
            self._channel.write(self.frame)


class Open(asyncssh.SSHServer):
    """Lets anybody in."""

    def begin_auth(self, username: str) -> bool:
        return False

    def session_requested(self) -> Echo:
        return Echo()


async def main(size: int, log: str) -> None:
    """Serve until killed, and say in the log where."""
    Echo.frame = b"x" * size
    key = asyncssh.generate_private_key("ssh-ed25519")
    server = await asyncssh.listen(
        "127.0.0.1", 0, server_factory=Open, server_host_keys=[key], encoding=None, line_editor=False
    )
    with open(log, "a", encoding="utf-8") as out:  # noqa: PTH123
        print(json.dumps({"event": "serving", "where": f"127.0.0.1:{server.get_port()}"}), file=out)
    gc.freeze()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
