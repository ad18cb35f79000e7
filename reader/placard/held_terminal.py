"""The terminal while the placard hangs: keys wait unread, and whatever ends the program gives it back."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found] # `signal` makes enumerations of it, which take too long
import os
import sys
import termios

TYPE_CHECKING = False  # `typing` itself takes a third of the time there is
if TYPE_CHECKING:
    from typing import Any

_ENTER = b"\x1b[?1049h\x1b[?25l"
"""The other screen, without a cursor: what Textual begins with."""
_LEAVE = b"\x1b[?1049l\x1b[?25h"
_DEADLY = (_signal.SIGTERM, _signal.SIGHUP, _signal.SIGINT, _signal.SIGQUIT)


class HeldTerminal:
    """A terminal in the state Textual puts it in, and how it was before."""

    def __init__(self, keys: int, screen: int) -> None:
        """Take it: `keys` and `screen` are the descriptors it is read from and painted on.

        Raises:
            OSError: it does not let itself be taken.
        """
        self._keys = keys
        self._screen = screen
        self._owner = os.getpid()
        try:
            self.attributes: list[Any] = termios.tcgetattr(keys)
        except termios.error as error:
            raise OSError(*error.args) from error
        self._is_held = True
        self._handlers = [(number, _signal.signal(number, self.end)) for number in _DEADLY]
        silent: list[Any] = [part[:] if isinstance(part, list) else part for part in self.attributes]
        silent[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        silent[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        silent[6][termios.VMIN] = 1
        try:
            termios.tcsetattr(keys, termios.TCSANOW, silent)
        except termios.error as error:
            self._forget()
            raise OSError(*error.args) from error

    @property
    def is_held(self) -> bool:
        """Is it in our hands still?"""
        return self._is_held

    def paint(self, frame: bytes) -> None:
        """Show a frame on the other screen."""
        left = memoryview(_ENTER + frame)
        while left:
            left = left[os.write(self._screen, left) :]

    def hand_over(self) -> None:
        """Leave the terminal as it is to who goes on with it."""
        self._forget()

    def give_back(self) -> None:
        """Put the terminal back as it was, unless somebody has taken it over or it has been given back."""
        if not self._is_held or os.getpid() != self._owner:
            return
        self._forget()
        try:
            os.write(self._screen, _LEAVE)
            termios.tcsetattr(self._keys, termios.TCSANOW, self.attributes)
        except (OSError, termios.error):
            pass  # it is gone

    def _forget(self) -> None:
        self._is_held = False
        for number, handler in self._handlers:
            if _signal.getsignal(number) == self.end:  # else somebody looks after it already
                _signal.signal(number, handler)

    def end(self, number: int, _: object = None) -> None:
        """Die of a signal as one would have, but with the terminal given back."""
        self.give_back()
        _signal.signal(number, _signal.SIG_DFL)
        os.kill(os.getpid(), number)
        sys.exit(128 + number)
