"""The reader's terminal: keys are taken as they come, and it is left the moment its reader leaves."""

from __future__ import annotations

import codecs
import os
import selectors
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.message import Message

_AT_ONCE = 4096
"""The most bytes that are taken at a time."""


class TerminalDriver(LinuxDriver):
    """Sleeps until there is a key, or the word to leave.

    Textual's own looks ten times a second whether its reader leaves, and once more when it has seen it: for a
    sixth of a second nothing happens after the key.
    """

    _word: tuple[int, int] | None = None
    """The pipe through which the thread that takes keys is told to end."""

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._word = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again when the program goes on, also where it did not stop of itself.

        A shell that ends tells all it leaves behind to go on, and so does who stopped it from outside.
        """
        if self._auto_restart:
            if self._word is not None:
                self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()

    def disable_input(self) -> None:
        """Take no more keys."""
        word, self._word = self._word, None
        if word is not None:
            os.write(word[1], b".")
        super().disable_input()
        if word is not None:
            for end in word:
                os.close(end)

    def run_input_thread(self) -> None:
        """Hand keys on until told to end."""
        word = self._word
        if word is None:
            return  # told before it began
        parser = XTermParser(self._debug)
        # A byte that is no text is shown as such: a key that no terminal should send must not end the reader.
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        # Not the system's best: some have none for terminals.
        with selectors.SelectSelector() as selector:
            selector.register(word[0], selectors.EVENT_READ)
            selector.register(self.fileno, selectors.EVENT_READ)
            pause: float | None = None
            while word[0] not in (ready := {key.fd for key, _ in selector.select(pause)}):
                # An escape alone becomes a key when nothing has followed it for a while; then there is rest.
                pause = constants.ESCAPE_DELAY if ready else None
                if ready:
                    keys = self._keys()
                    if not keys:  # the terminal is gone; the signal that says so ends the reader
                        selector.unregister(self.fileno)
                    if text := decode(keys):  # of a character that is not whole yet there is none
                        self._hand_on(parser.feed(text))
                self._hand_on(parser.tick())

    def _keys(self) -> bytes:
        with suppress(OSError):
            return os.read(self.fileno, _AT_ONCE)
        return b""

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
