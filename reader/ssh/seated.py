"""Who sits in a reading room, whichever way they came in; and the doors they come in by."""

from __future__ import annotations

from typing import Protocol

from reader.ssh.line import Channel
from reader.ssh.refusal import Refusal
from reader.ssh.visit import Visit
from reader.ssh.visitor_app import VisitorApp
from reader.ssh.visitor_terminal import VisitorTerminal


class KnownGuest(Protocol):
    """What the book says of a visitor."""

    @property
    def address(self) -> str:
        """Where they come from."""

    @property
    def name(self) -> str:
        """What they call themselves; may be empty."""

    @property
    def fingerprint(self) -> str:
        """Of the key they have shown; empty without one."""


class Seated(Protocol):
    """A visitor's seat as the room sees it."""

    visit: Visit | None
    app: VisitorApp | None
    """What the visitor reads with; it is taken apart when they have left."""

    @property
    def guest(self) -> KnownGuest:
        """Who it is."""

    @property
    def terminal(self) -> VisitorTerminal:
        """What they look at."""

    @property
    def channel(self) -> Channel:
        """Where what is drawn goes."""

    def begin(self, visit: Visit) -> None:
        """Hand keys and sizes to this visit from now on."""

    def dismiss(self, reason: Refusal | None) -> None:
        """Say why, if there is a reason, and see them out."""


class Entrance(Protocol):
    """A way into the room."""

    async def open(self) -> None:
        """Let visitors in."""

    def shut(self) -> None:
        """Let no more in; who is in stays."""

    async def close(self) -> None:
        """End what is still there."""
