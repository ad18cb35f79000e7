"""The reception of a worker: who is in, from where, and whether one more may enter."""

from __future__ import annotations

import ipaddress
import time
from collections import Counter, deque
from collections.abc import Callable

from reader.ssh.access import Access
from reader.ssh.house_rules import HouseRules
from reader.ssh.refusal import Refusal

_MINUTE = 60.0
_MOST_REMEMBERED = 10_000
"""Addresses whose connections are remembered; of more the oldest are forgotten."""


class Reception:
    """Counts connections and visitors by address."""

    def __init__(
        self,
        rules: HouseRules,
        clock: Callable[[], float] = time.monotonic,
        access: Access | None = None,
    ) -> None:
        """`clock` gives seconds that only go forward; without `access` anybody may log in."""
        self._rules = rules
        self._clock = clock
        self._knocks: dict[str, deque[float]] = {}
        self._visitors: Counter[str] = Counter()
        self.access = access or Access()
        """Who may log in from now on; who is in stays."""
        self.connections = 0
        """Connections now."""
        self.is_closing = False
        """Is nobody let in any more?"""
        self.why_closing = Refusal.CLOSING
        """What those are told who come then."""

    @property
    def visitors(self) -> int:
        """Visitors now."""
        return self._visitors.total()

    def knock(self, address: str) -> Refusal | None:
        """Let a connection in, or say why not; one that is in must `hang_up` in the end."""
        if self.is_closing:
            return self.why_closing
        if self._knocks_too_often(address):
            return Refusal.TOO_FAST
        if 0 < self._rules.connections <= self.connections:
            return Refusal.FULL
        self.connections += 1
        return None

    def hang_up(self) -> None:
        """A connection has ended."""
        self.connections -= 1

    def enter(self, address: str) -> Refusal | None:
        """Let a visitor in, or say why not; one who is in must `leave` in the end."""
        key = address_key(address)
        if self.is_closing:
            return self.why_closing
        if 0 < self._rules.visitors <= self.visitors:
            return Refusal.FULL
        if 0 < self._rules.visitors_of_address <= self._visitors[key]:
            return Refusal.ADDRESS_FULL
        self._visitors[key] += 1
        return None

    def leave(self, address: str) -> None:
        """A visitor has left."""
        key = address_key(address)
        self._visitors[key] -= 1
        if self._visitors[key] <= 0:
            del self._visitors[key]

    def _knocks_too_often(self, address: str) -> bool:
        most = self._rules.connections_a_minute
        if not most:
            return False
        now, key = self._clock(), address_key(address)
        knocks = self._knocks.pop(key, None) or deque(maxlen=most)
        self._knocks[key] = knocks  # at the end: the dictionary's order is that of last knocks
        if len(self._knocks) > _MOST_REMEMBERED:
            del self._knocks[next(iter(self._knocks))]
        if len(knocks) == most and now - knocks[0] < _MINUTE:
            return True
        knocks.append(now)
        return False


def address_key(address: str) -> str:
    """Return what counts as one address: of IPv6 the /64 network, which one household has to itself."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)
    return str(parsed)
