"""The receptionist: one SSH connection, which may log in as the house allows and open seats, nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import asyncssh

from reader.edition.wording import Tongue
from reader.ssh.access import Access
from reader.ssh.seat import Host, Seat

if TYPE_CHECKING:
    from reader.ssh.counters import Counters
    from reader.ssh.visitors_book import VisitorsBook

_MOST_SEATS = 4
"""Sessions that one connection may have open: a person has one terminal, some have two."""


class Guest:
    """Whoever is at the other end of a connection."""

    def __init__(self, address: str, tongue: Tongue, tried: Callable[[str, str], None]) -> None:
        self.address = address
        self.tongue: Tongue = tongue
        self.tried = tried
        self.name = ""
        self.fingerprint = ""
        """Of the key the guest has logged in with; empty without one."""


class House(NamedTuple):
    """What every receptionist of a worker knows."""

    access: Callable[[], Access]
    """Who may enter now."""
    book: VisitorsBook
    counters: Counters
    host: Host
    banner: str
    tongue: Tongue


class Receptionist(asyncssh.SSHServer):
    """Lets guests log in; refuses forwarding of ports, sockets, agents and displays, each with a note."""

    def __init__(self, house: House, address: str) -> None:
        self._house = house
        self._access = house.access()
        self.guest = Guest(address, house.tongue, self._tried)
        self._connection: asyncssh.SSHServerConnection | None = None
        self._seats: list[Seat] = []
        self._strange_keys = 0
        """Keys that were shown and are not listed."""
        self._is_in = False
        self.why_lost: Exception | None = None
        """What has broken the connection, if something has."""

    def _tried(self, what: str, detail: str) -> None:
        self._house.counters.add("refusals_total", reason=what)
        self._house.book.note("refused", address=self.guest.address, reason=what, detail=detail)

    # -- logging in -------------------------------------------------------------------------------

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Keep the connection."""
        self._connection = conn

    def connection_lost(self, exc: Exception | None) -> None:
        """Keep what has broken it; say which keys opened nothing, if nothing else has opened the door."""
        self.why_lost = exc
        if self._strange_keys and not self._is_in:
            # Clients show every key they have before they ask for a password: it is no refusal until they go.
            keys = "1 key" if self._strange_keys == 1 else f"{self._strange_keys} keys"
            self._tried("key", f"{self.guest.name}, {keys}")

    def begin_auth(self, username: str) -> bool:
        """Show the banner; ask for a key or a password unless anybody may enter."""
        self.guest.name = username
        if self._connection is not None and self._house.banner:
            self._connection.send_auth_banner(self._house.banner)
        return not self._access.is_open

    def auth_completed(self) -> None:
        """Somebody is in."""
        self._is_in = True

    def public_key_auth_supported(self) -> bool:
        """Are keys listed?"""
        return bool(self._access.keys)

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Is this key listed?"""
        known = self._access.knows(key)
        if known:
            self.guest.fingerprint = key.get_fingerprint()
        else:
            self._strange_keys += 1
        return known

    def password_auth_supported(self) -> bool:
        """Are passwords listed?"""
        return bool(self._access.passwords)

    async def validate_password(self, username: str, password: str) -> bool:
        """Is this the password of that name? Looked at in a thread: it is made to take time."""
        admitted = await asyncio.to_thread(self._access.admits, username, password)
        # A key that was only shown, and not signed with, opens nothing: its owner's place is not theirs.
        self.guest.fingerprint = ""
        if not admitted:
            self._tried("password", username)
        return admitted

    # -- what may be opened -----------------------------------------------------------------------

    def session_requested(self) -> Seat | bool:
        """Give a seat."""
        self._seats = [seat for seat in self._seats if not seat.channel.is_closing()]
        if len(self._seats) >= _MOST_SEATS:
            self._tried("seats", "")
            return False
        seat = Seat(self._house.host, self.guest)
        self._seats.append(seat)
        return seat

    def connection_requested(self, dest_host: str, dest_port: int, orig_host: str, orig_port: int) -> bool:
        """Forward no port."""
        self._tried("forward", f"{dest_host}:{dest_port}")
        return False

    def server_requested(self, listen_host: str, listen_port: int) -> bool:
        """Listen on no port."""
        self._tried("listen", f"{listen_host}:{listen_port}")
        return False

    def unix_connection_requested(self, dest_path: str) -> bool:
        """Forward no socket."""
        self._tried("forward", dest_path)
        return False

    def unix_server_requested(self, listen_path: str) -> bool:
        """Listen on no socket."""
        self._tried("listen", listen_path)
        return False

    def tun_requested(self, unit: int | None) -> bool:
        """Open no tunnel."""
        self._tried("tunnel", str(unit))
        return False

    def tap_requested(self, unit: int | None) -> bool:
        """Open no tunnel."""
        self._tried("tunnel", str(unit))
        return False
