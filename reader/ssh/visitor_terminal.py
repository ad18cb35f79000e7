"""What a visitor's terminal is, as the client tells: its size, its colours, its language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.edition.wording import Tongue

SMALLEST, LARGEST = (2, 2), (500, 300)
"""Columns and rows that are believed; a window beyond them would be paid for by everybody."""

ACCEPTED = ("LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "COLORTERM", "NO_COLOR", "PAPER_READER_LANG")
"""Variables that are looked at; a client may send any other, and it goes nowhere."""

_LONGEST = 64
_DUMB = frozenset({"", "dumb", "unknown"})


class VisitorTerminal(NamedTuple):
    """A terminal at the other end of the line."""

    term: str
    columns: int
    rows: int
    environ: Mapping[str, str]
    """The variables of `ACCEPTED` that the client has sent, and ``TERM``."""
    is_browser: bool = False
    """Is it a page in a browser?"""

    @property
    def is_dumb(self) -> bool:
        """Can it not be drawn on?"""
        return self.term in _DUMB

    @property
    def is_colourless(self) -> bool:
        """Is colour unwanted (NO_COLOR)?"""
        return bool(self.environ.get("NO_COLOR"))

    def tongue(self, usual: Tongue) -> Tongue:
        """Return the language its user asks for (POSIX 8.2: LC_ALL, then LC_MESSAGES, then LANG)."""
        asked = self.environ.get("PAPER_READER_LANG", "")
        names = (asked, *(self.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")))
        locale = next((name for name in names if name), "")
        if locale.lower().startswith("zh"):
            return "zh"
        return usual if locale.partition(".")[0] in ("", "C", "POSIX") else "en"


def visitor_terminal(
    term: str | None, size: tuple[int, ...], environ: Mapping[str, str | bytes]
) -> VisitorTerminal:
    """Return the terminal a client describes; what is not plain or too long is not believed.

    `size` is columns and rows, and what else comes (pixels) is ignored; zero means that it is not known.
    """
    name = _plain(term or "")
    sent = {key: _plain(environ.get(key, "")) for key in ACCEPTED}
    told = {key: value for key, value in sent.items() if value}
    columns, rows = fitting(*size[:2])
    return VisitorTerminal(name, columns, rows, {**told, "TERM": name})


def fitting(columns: int, rows: int) -> tuple[int, int]:
    """Return a window's size within what is believed; an unknown one is 80 by 24."""
    columns, rows = columns or 80, rows or 24
    return (
        min(max(columns, SMALLEST[0]), LARGEST[0]),
        min(max(rows, SMALLEST[1]), LARGEST[1]),
    )


def _plain(value: str | bytes) -> str:
    text = value.decode("ascii", "replace") if isinstance(value, bytes) else value
    return text if len(text) <= _LONGEST and text.isascii() and text.isprintable() else ""
