"""Whose a connection is, as a proxy in front says (HAProxy's PROXY protocol, versions 1 and 2)."""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

SIGNATURE = b"\r\n\r\n\0\r\nQUIT\n"
"""How version 2 begins (§2.2); twelve bytes, and version 1 is never shorter."""
_LONGEST_LINE = 107
"""Bytes of a line of version 1, its end included (§2.1)."""
_LONGEST = 2048
"""Bytes behind the head of version 2 that are taken, type-length-values included."""
_ADDRESS_BYTES = {0x11: 4, 0x21: 16}
"""TCP over IPv4 and over IPv6."""


class ProxyHeaderError(Exception):
    """What came is no header of the PROXY protocol."""


class Source:
    """Where a connection really comes from."""

    __slots__ = ("address", "is_check")

    def __init__(self, address: str | None, is_check: bool = False) -> None:
        self.address = address
        """None: the proxy does not know, or speaks for itself."""
        self.is_check = is_check
        """Does the proxy only look whether anybody is at home?"""


async def read_source(read: Callable[[int], Awaitable[bytes]]) -> Source:
    """Read a header and not a byte more; `read` returns at most so many bytes, none at the end.

    Raises:
        ProxyHeaderError: it is none.
    """
    begin = await _exactly(read, len(SIGNATURE))
    if begin == SIGNATURE:
        return await _version_2(read)
    if not begin.startswith(b"PROXY "):
        raise ProxyHeaderError("no header")
    line = begin
    while not line.endswith(b"\r\n"):
        if len(line) >= _LONGEST_LINE:
            raise ProxyHeaderError("a line too long")
        line += await _exactly(read, 1)
    return _version_1(line[:-2])


def _version_1(line: bytes) -> Source:
    words = line.decode("ascii", "replace").split(" ")
    if words[1] == "UNKNOWN":
        return Source(None)
    if len(words) != 6 or words[1] not in ("TCP4", "TCP6"):
        raise ProxyHeaderError("a line of another shape")
    version = 4 if words[1] == "TCP4" else 6
    try:
        source, target = (ipaddress.ip_address(word) for word in words[2:4])
    except ValueError as error:
        raise ProxyHeaderError("no address") from error
    if source.version != version or target.version != version or not all(map(_is_port, words[4:])):
        raise ProxyHeaderError("no address of that family, or no port")
    return Source(str(source))


def _is_port(word: str) -> bool:
    return word.isascii() and word.isdigit() and str(int(word[:6])) == word and int(word) < 65_536


async def _version_2(read: Callable[[int], Awaitable[bytes]]) -> Source:
    command, family, high, low = await _exactly(read, 4)
    length = high << 8 | low
    if length > _LONGEST:
        raise ProxyHeaderError("a header too long")
    body = await _exactly(read, length)
    if command == 0x20:
        return Source(None, is_check=True)
    if command != 0x21:
        raise ProxyHeaderError("another version or command")
    size = _ADDRESS_BYTES.get(family)
    if size is None:
        return Source(None)  # §2.2: a receiver takes the connection as it is
    if length < 2 * size + 4:
        raise ProxyHeaderError("a header too short")
    return Source(str(ipaddress.ip_address(body[:size])))


async def _exactly(read: Callable[[int], Awaitable[bytes]], count: int) -> bytes:
    data = b""
    while len(data) < count:
        piece = await read(count - len(data))
        if not piece:
            raise ProxyHeaderError("it ended within the header")
        data += piece
    return data


def networks(words: str) -> tuple[Network, ...]:
    """Return the addresses and networks in a list with commas.

    Raises:
        ValueError: a word is neither.
    """
    return tuple(ipaddress.ip_network(word.strip(), strict=False) for word in words.split(","))


def is_among(address: str, known: Sequence[Network]) -> bool:
    """Is an address in one of these networks?"""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    return any(parsed in network for network in known if network.version == parsed.version)
