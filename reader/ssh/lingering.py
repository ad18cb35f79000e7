"""Those who are turned away at a door, for the moment they need to hear why."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress

_MOST = 256
"""Clients that may linger at once; of more, the one who came first is hung up on."""
_SECONDS = 2.0
"""How long a client may linger."""
_BYTES = 65_536
"""What a client may send meanwhile; nobody looks at it."""
_LOOK_SECONDS = 0.5


class _Leaving:
    """One client who has been told."""

    def __init__(self, until: float) -> None:
        self.until = until
        self.taken = 0


class Lingering:
    """Says something to clients and hangs up once they have hung up, so that what was said arrives.

    To close a socket whose client has sent something we have not read resets the connection, and a reset
    destroys what we have sent and the client has not read (RFC 9293 §3.10.4, RFC 2525 §2.17). So we only
    close our direction, and throw away what comes until the client has closed its own. It costs a socket and
    no task; how many there are, how long and how much they send is bounded.
    """

    def __init__(self, most: int = _MOST, seconds: float = _SECONDS) -> None:
        self._most = most
        self._seconds = seconds
        self._leaving: dict[socket.socket, _Leaving] = {}
        """In the order they came."""
        self._looking: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._leaving)

    def see_off(self, client: socket.socket, words: bytes) -> None:
        """Send these words, no more than a fresh socket takes at once, and see to the end of it."""
        loop = asyncio.get_running_loop()
        try:
            client.setblocking(False)
            client.send(words)
            client.shutdown(socket.SHUT_WR)
        except OSError:
            client.close()
            return
        if len(self._leaving) >= self._most:
            self._hang_up(next(iter(self._leaving)))
        self._leaving[client] = _Leaving(loop.time() + self._seconds)
        loop.add_reader(client, self._take, client)
        if self._looking is None:
            self._looking = loop.call_later(_LOOK_SECONDS, self._look)

    async def close(self, patience: float = 0.5) -> None:
        """Hang up on everybody, after so many seconds at most."""
        ends = asyncio.get_running_loop().time() + patience
        while self._leaving and asyncio.get_running_loop().time() < ends:
            await asyncio.sleep(0.01)
        for client in list(self._leaving):
            self._hang_up(client)
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _take(self, client: socket.socket) -> None:
        leaving = self._leaving[client]
        try:
            came = len(client.recv(4096))
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            came = 0
        leaving.taken += came
        if not came or leaving.taken > _BYTES:
            self._hang_up(client)

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        for client, leaving in list(self._leaving.items()):
            if leaving.until > loop.time():
                break  # they came in this order
            self._hang_up(client)
        self._looking = loop.call_later(_LOOK_SECONDS, self._look) if self._leaving else None

    def _hang_up(self, client: socket.socket) -> None:
        del self._leaving[client]
        with suppress(OSError, ValueError):
            asyncio.get_running_loop().remove_reader(client)
        client.close()
