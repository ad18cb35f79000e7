"""The sockets a reading room listens on: one a worker, and the kernel shares out who comes."""

from __future__ import annotations

import socket
from collections.abc import Sequence

_BACKLOG = 256


def addresses(host: str, port: int) -> list[tuple[socket.AddressFamily, str, int]]:
    """Return the addresses a name stands for; ``*`` and the empty name are all of this machine's.

    Raises:
        OSError: there is no such name.
    """
    name = None if host in ("", "*") else host
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return list(dict.fromkeys((family, str(where[0]), int(where[1])) for family, _, _, _, where in found))


def reserve(host: str, port: int) -> list[socket.socket]:
    """Return sockets bound to the addresses of a name, so that workers can listen beside them.

    Port 0 takes a free one, the same for all addresses.

    Raises:
        OSError: an address is taken, or not to be had.
    """
    bound: list[socket.socket] = []
    try:
        for family, where, number in addresses(host, port):
            taken = bound[0].getsockname()[1] if bound and not number else number
            bound.append(_bound(family, where, taken))
    except OSError:
        for one in bound:
            one.close()
        raise
    return bound


def listen(reserved: Sequence[socket.socket]) -> list[socket.socket]:
    """Return listening sockets of a worker's own, beside those reserved."""
    listening = []
    for one in reserved:
        host, port = one.getsockname()[:2]
        mine = _bound(one.family, host, port)
        mine.listen(_BACKLOG)
        listening.append(mine)
    return listening


def _bound(family: int, host: str, port: int) -> socket.socket:
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind((host, port))
    except OSError:
        one.close()
        raise
    return one
