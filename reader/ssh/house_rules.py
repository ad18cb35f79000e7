"""The rules of the reading room: how many visitors, how long, how fast."""

from __future__ import annotations

from typing import NamedTuple


class HouseRules(NamedTuple):
    """Limits; each refusal or ending by one says which. Zero lifts a limit."""

    visitors: int = 200
    """Visitors at once, in one worker."""
    visitors_of_address: int = 20
    """Visitors at once from one address (of IPv6 from one /64 network), in one worker."""
    connections: int = 400
    """Connections at once in one worker, those that are not visits yet among them."""
    connections_a_minute: int = 60
    """New connections a minute from one address."""
    openings: int = 4
    """Visits that are being opened at the same time: each costs the others a twentieth of a second."""
    idle: float = 1800.0
    """Seconds without a key after which a visit ends."""
    longest: float = 14_400.0
    """Seconds after which a visit ends in any case."""
    input_a_second: int = 8192
    """Bytes a visitor may send in a second, after a first `input_burst`."""
    input_burst: int = 65_536
    """Bytes a visitor may send at once: a pasted text, a mouse that is moved about."""
    unsent: float = 60.0
    """Seconds a visitor may take nothing of what is sent before the visit ends."""
    login: float = 30.0
    """Seconds a client has to log in."""
    resizes_a_second: int = 8
    """Window sizes of one visitor that are followed in a second; of more, the last."""
    memory: int = 1024 * 1024 * 1024
    """Bytes a worker may hold; beyond, it lets nobody in any more and is replaced, and beyond twice as many
    its visits end. What one visitor holds is not told apart: they share editions, pages and the program."""
