"""The sockets a reading room listens on: one a worker, and the kernel shares out who comes."""

from __future__ import annotations

import errno
import socket
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count

_BACKLOG = 256
_PATIENCE = 1.5
"""Seconds to wait for a port that is taken: the workers of a server that was killed notice within one."""
_TRIES = 16
"""Free ports to try until one is free on every address of a name."""


class Listeners:
    """Listening sockets, some for each worker; held by the process that keeps the workers.

    As long as they are held the port is nobody else's, and who comes while a worker is being replaced waits.
    """

    def __init__(self, rows: Sequence[Sequence[socket.socket]]) -> None:
        """`rows` are the sockets of worker 0, of worker 1, and so on."""
        self._rows = rows

    def of(self, number: int) -> Sequence[socket.socket]:
        """Return a worker's sockets, and let go of all others; to be called in the worker's process."""
        for other, row in enumerate(self._rows):
            if other != number:
                _close(row)
        return self._rows[number]

    @property
    def where(self) -> list[tuple[str, int]]:
        """The addresses and ports, each once."""
        found = [one.getsockname()[:2] for row in self._rows for one in row]
        return sorted({(str(host), int(port)) for host, port in found})

    def close(self) -> None:
        """Listen no more in this process."""
        for row in self._rows:
            _close(row)


def addresses(host: str, port: int) -> list[tuple[socket.AddressFamily, str, int]]:
    """Return the addresses a name stands for; ``*`` and the empty name are all of this machine's.

    Raises:
        OSError: there is no such name.
    """
    name = None if host in ("", "*") else host
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return list(dict.fromkeys((family, str(where[0]), int(where[1])) for family, _, _, _, where in found))


def listen(host: str, port: int, workers: int = 1) -> Listeners:
    """Listen on every address of a name, with a socket for each worker.

    Port 0 takes a free one, the same for all addresses.

    Raises:
        OSError: somebody listens there, another server of the same user included, or it is not to be had.
    """
    if port:
        return Listeners(_patiently(partial(_rows, host, port, workers)))
    for tries in count(1):
        try:
            return Listeners(_rows(host, 0, workers))
        except OSError as error:
            if error.errno != errno.EADDRINUSE or tries == _TRIES:
                raise
    raise AssertionError("unreachable")


def listen_apart(host: str, port: int, workers: int) -> Listeners:
    """Listen with a port of its own for each worker: `port`, the next, and so on; 0 takes free ones.

    Raises:
        OSError: one of them is taken; ``filename`` is its number.
    """
    rows: list[list[socket.socket]] = []
    for number in range(workers):
        mine = port + number if port else 0
        try:
            rows += _patiently(partial(_rows, host, mine, 1))
        except OSError as error:
            for row in rows:
                _close(row)
            error.filename = mine
            raise
    return Listeners(rows)


def _patiently(attempt: Callable[[], list[list[socket.socket]]]) -> list[list[socket.socket]]:
    ends = time.monotonic() + _PATIENCE
    while True:
        try:
            return attempt()
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > ends:
                raise
            time.sleep(0.1)


def _rows(host: str, port: int, workers: int) -> list[list[socket.socket]]:
    rows: list[list[socket.socket]] = [[] for _ in range(workers)]
    taken = port
    try:
        for family, where, _ in addresses(host, port):
            # The first listens before it may be shared: that fails where anybody listens, and from two
            # servers that start at the same moment only one gets through. The rest go beside it.
            first = _listening(family, where, taken, is_shared=False)
            rows[0].append(first)
            if workers > 1:
                first.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            taken = int(first.getsockname()[1])
            for row in rows[1:]:
                row.append(_listening(family, where, taken, is_shared=True))
    except OSError:
        for row in rows:
            _close(row)
        raise
    return rows


def _listening(family: int, where: str, port: int, *, is_shared: bool) -> socket.socket:
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        # What the connections of a server that has ended leave behind is no obstacle.
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if is_shared:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind((where, port))
        one.listen(_BACKLOG)
    except OSError:
        one.close()
        raise
    return one


def _close(row: Sequence[socket.socket]) -> None:
    for one in row:
        one.close()
