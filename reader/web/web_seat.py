"""A seat in the reading room that a browser has taken: its WebSocket, which can do nothing but read."""

from __future__ import annotations

from collections.abc import Callable

from reader.edition.wording import Tongue
from reader.ssh.house_rules import HouseRules
from reader.ssh.refusal import Refusal
from reader.ssh.tap import Tap
from reader.ssh.visit import Visit
from reader.ssh.visitor_app import VisitorApp
from reader.ssh.visitor_terminal import VisitorTerminal
from reader.web.browser import WebGuest
from reader.web.browser_message import Keys, Nothing, Ping, Size, browser_message
from reader.web.web_channel import WebChannel

REFUSED = 4000
"""The code a connection is closed with when there is a reason to tell (RFC 6455 §7.4.2)."""
_MOST_EARLY = 4096
"""Bytes that are kept of what is typed before the paper is there."""
_FRAME_COST = 16
"""Bytes that a message counts beside its own: the smallest are not free."""


class WebSeat:
    """Hands the visitor's keys and sizes to the visit; anything else ends it."""

    def __init__(
        self,
        channel: WebChannel,
        guest: WebGuest,
        terminal: VisitorTerminal,
        tongue: Tongue,
        rules: HouseRules,
        took: Callable[[], None],
    ) -> None:
        """`took` is told of every message with keys in it."""
        self.channel = channel
        self.guest = guest
        self.terminal = terminal
        self._tongue: Tongue = tongue
        self._tap = Tap(rules.input_a_second, rules.input_burst)
        self._took = took
        self._early = b""
        self._size: Size | None = None
        self._has_left = False
        self.visit: Visit | None = None
        """What is going on, once it is."""
        self.app: VisitorApp | None = None
        channel.told_full = self._pause
        channel.told_empty = self._resume

    def begin(self, visit: Visit) -> None:
        """Hand keys and sizes to this visit from now on, those that came while it was made first."""
        self.visit = visit
        early, self._early = self._early, b""
        if early:
            visit.feed(early)
        if self._size is not None:
            visit.resize(*self._size)
        if self._has_left:
            visit.end()

    def take(self, text: str) -> str | None:
        """Take a message, and return the word that is to be sent back, if there is one.

        Raises:
            NotAMessage: it is nothing that the page sends.
        """
        if not self._tap.takes(len(text.encode("utf-8", "replace")) + _FRAME_COST):
            self.end(Refusal.TOO_MUCH)
            return None
        match browser_message(text):
            case Keys(data):
                self._took()
                self._type(data)
            case Size() as size:
                self._resize(size)
            case Ping(word):
                return word
            case Nothing():
                pass
        return None

    def end(self, reason: Refusal | None = None) -> None:
        """End the visit, or keep it from beginning."""
        self._has_left = True
        if self.visit is not None:
            self.visit.end(reason)
        elif reason is not None:
            self.dismiss(reason)

    def dismiss(self, reason: Refusal | None) -> None:
        """Close the connection and say why, for the page to show."""
        if reason is None:
            self.channel.close()
        else:
            self.channel.close(REFUSED, reason.wording.say(self._tongue))

    def _type(self, data: bytes) -> None:
        if self.visit is not None:
            self.visit.feed(data)
        elif len(self._early) + len(data) <= _MOST_EARLY:
            self._early += data

    def _resize(self, size: Size) -> None:
        self._size = size
        if self.visit is not None:
            self.visit.resize(*size)

    def _pause(self) -> None:
        if self.visit is not None:
            self.visit.line.pause()

    def _resume(self) -> None:
        if self.visit is not None:
            self.visit.line.resume()
