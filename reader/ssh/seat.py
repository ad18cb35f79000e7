"""A seat in the reading room: the SSH session of one visitor, which can do nothing but read."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import asyncssh

from reader.ssh.line import MOST_WAITING
from reader.ssh.refusal import Refusal
from reader.ssh.visit import Visit
from reader.ssh.visitor_terminal import VisitorTerminal, visitor_terminal

if TYPE_CHECKING:
    from reader.ssh.receptionist import Guest
    from reader.ssh.visitor_app import VisitorApp


_MOST_EARLY = 4096
"""Bytes that are kept of what is typed before the paper is there."""


class Host(Protocol):
    """What a seat asks of the room."""

    async def seat(self, seat: Seat) -> None:
        """Let the visitor of a seat read, until they leave."""

    def took(self) -> None:
        """Take note of input from a visitor."""

    def refused(self, seat: Seat, reason: Refusal) -> None:
        """Take note that a visitor was not let in."""


class Seat(asyncssh.SSHServerSession[bytes]):
    """Takes a terminal and a shell, which is the reader; everything else a session may ask for is refused.

    A command or a subsystem is taken as well, as far as the protocol goes: clients show what is said on a
    channel, and only a number of a request that fails. What they get is a sentence and the status 1.
    """

    def __init__(self, host: Host, guest: Guest) -> None:
        self._host = host
        self.guest = guest
        self._channel: asyncssh.SSHServerChannel[bytes] | None = None
        self._has_terminal = False
        self._task: asyncio.Task[None] | None = None
        self._early = b""
        self._has_left = False
        self._asked_for: Refusal | None = None
        """What is said instead of the command or subsystem that was asked for."""
        self.visit: Visit | None = None
        """What is going on, once it is."""
        self.app: VisitorApp | None = None
        """What the paper is shown by, or was."""

    @property
    def channel(self) -> asyncssh.SSHServerChannel[bytes]:
        """The channel; there is one from the first moment on."""
        assert self._channel is not None
        return self._channel

    @property
    def terminal(self) -> VisitorTerminal:
        """The visitor's terminal as the client describes it."""
        channel = self.channel
        return visitor_terminal(
            channel.get_terminal_type(), channel.get_terminal_size(), channel.get_environment()
        )

    # -- what the client asks for -----------------------------------------------------------------

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """Keep the channel."""
        self._channel = chan
        chan.set_write_buffer_limits(high=MOST_WAITING)

    def pty_requested(
        self, term_type: str | None, term_size: tuple[int, int, int, int], term_modes: object
    ) -> bool:
        """Take any terminal; whether it can be drawn on is looked at later."""
        self._has_terminal = True
        return True

    def shell_requested(self) -> bool:
        """Take the request: the shell is the reader."""
        return True

    def exec_requested(self, command: str) -> bool:
        """Run nothing, and say so."""
        self.guest.tried("exec", command)
        self._asked_for = Refusal.EXEC
        return True

    def subsystem_requested(self, subsystem: str) -> bool:
        """Start no subsystem, sftp included, and say so."""
        self.guest.tried("subsystem", subsystem)
        self._asked_for = Refusal.SUBSYSTEM
        return True

    def session_started(self) -> None:
        """Let the visitor read, if that is what they want."""
        self._task = asyncio.get_running_loop().create_task(self._sit())

    async def _sit(self) -> None:
        if self._asked_for is not None:
            self.dismiss(self._asked_for)
            return
        if not self._has_terminal:
            self._host.refused(self, Refusal.NO_TERMINAL)
            self.dismiss(Refusal.NO_TERMINAL)
            return
        if self._has_left:
            self.dismiss(None)
            return
        await self._host.seat(self)

    def begin(self, visit: Visit) -> None:
        """Hand keys and sizes to this visit from now on, those typed while it was made first."""
        self.visit = visit
        early, self._early = self._early, b""
        if early:
            visit.feed(early)
        if self._has_left:
            visit.end()

    # -- what comes while reading -----------------------------------------------------------------

    def data_received(self, data: bytes, datatype: object) -> None:
        """Hand keys to the visit."""
        if self._asked_for is not None:
            return  # what was to be the input of a command
        self._host.took()
        if self.visit is not None:
            self.visit.feed(data)
        elif len(self._early) + len(data) <= _MOST_EARLY:
            self._early += data

    def eof_received(self) -> bool:
        """Take the end of input as leaving; the other direction stays open to give the screen back."""
        self._leave()
        return True

    def break_received(self, msec: int) -> bool:
        """Do nothing on a break."""
        return True

    def signal_received(self, signal: str) -> None:
        """Leave when the client asks its end to end."""
        if signal in ("HUP", "INT", "TERM", "KILL", "QUIT"):
            self._leave()

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        """Hand a new window size to the visit."""
        if self.visit is not None:
            self.visit.resize(width, height)

    def pause_writing(self) -> None:
        """Drop frames: the visitor does not take them."""
        if self.visit is not None:
            self.visit.line.pause()

    def resume_writing(self) -> None:
        """Draw again."""
        if self.visit is not None:
            self.visit.line.resume()

    def connection_lost(self, exc: Exception | None) -> None:
        """End the visit: nobody is there any more."""
        self._leave()

    def _leave(self) -> None:
        self._has_left = True
        if self.visit is not None:
            self.visit.end()

    def dismiss(self, reason: Refusal | None, status: int | None = None) -> None:
        """Say why, and close the channel; a visitor who leaves by themselves is told nothing."""
        channel = self.channel
        if channel.is_closing():
            return
        if reason is not None:
            self._say(reason.wording.say(self.terminal.tongue(self.guest.tongue)))
        channel.exit(status if status is not None else 1 if reason else 0)

    def _say(self, words: str) -> None:
        """Tell the visitor something; what is not for a reader's screen comes by standard error."""
        if not self._has_terminal:
            self.channel.write_stderr(f"{words}\n".encode())
        elif self._asked_for is not None:
            self.channel.write_stderr(f"{words}\r\n".encode())
        else:
            self.channel.write(f"\r\n{words}\r\n".encode())
