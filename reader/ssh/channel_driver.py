"""Textual's driver for a terminal that is an SSH channel: no thread, no signal, no file."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from reader.ssh.line import Line

if TYPE_CHECKING:
    from textual.app import App

_ESCAPE_WAIT = 0.1
"""Seconds after which a lone ESC is the key and not the beginning of a sequence."""

_ENTER = (
    "\x1b[?1049h"  # the other screen
    "\x1b[?25l"  # no cursor
    "\x1b[?1004h"  # tell of focus
    "\x1b[?2004h"  # pasted text in brackets
    "\x1b[?7l"  # no line wrap
)
_MOUSE_ON = "\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h"
_MOUSE_OFF = "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
_KITTY_ON = "\x1b[>25u"
_LEAVE = "\x1b[?2004l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"


class ChannelDriver(Driver):
    """Writes to the line of the visit, and is fed what comes from there."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._parser = XTermParser(debug)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._buffer: list[str] = []
        self._is_open = False
        self.line: Line = app.line  # type: ignore[attr-defined]

    def write(self, data: str) -> None:
        """Keep what is drawn until `flush`."""
        self._buffer.append(data)

    def flush(self) -> None:
        """Send what was drawn."""
        if self._buffer:
            text = "".join(self._buffer)
            self._buffer.clear()
            self.line.send(text)

    def start_application_mode(self) -> None:
        """Take the visitor's screen."""
        self._is_open = True
        self.write(_ENTER)
        if self._mouse:
            self.write(_MOUSE_ON)
        self.write(_KITTY_ON)
        self.write("\x1b[?2026$p")  # may frames be shown whole?
        self.flush()
        self.resize(*(self._size or (80, 24)))
        self._app.call_later(self._app.opened)  # type: ignore[attr-defined]

    def stop_application_mode(self) -> None:
        """Give the visitor's screen back as it was."""
        if not self._is_open:
            return
        self._is_open = False
        self.write(_MOUSE_OFF + _LEAVE)
        self.flush()

    def disable_input(self) -> None:
        """Take no more keys."""
        self._is_open = False

    def feed(self, data: bytes) -> None:
        """Take what the visitor has typed."""
        if not self._is_open:
            return
        for message in self._parser.feed(self._decoder.decode(data)):
            self.process_message(message)
        self._loop.call_later(_ESCAPE_WAIT, self._tick)

    def process_message(self, message: Message) -> None:
        """Pass on what the visitor's terminal says, but for sizes: these come from the channel alone."""
        if not isinstance(message, InBandWindowResize):
            super().process_message(message)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing: the browser would be the server's."""

    def deliver_binary(self, binary: Any, **_: Any) -> None:
        """Save nothing: the disk would be the server's."""
        binary.close()

    def _tick(self) -> None:
        if self._is_open:
            for message in self._parser.tick():
                self.process_message(message)

    def resize(self, columns: int, rows: int) -> None:
        """Take the size of the visitor's window."""
        self._size = (columns, rows)
        size = Size(columns, rows)
        self.send_message(events.Resize(size, size))
