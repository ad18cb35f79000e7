"""Hanging the placard out: as soon as the program runs, when there is one and nothing speaks against it."""

from __future__ import annotations

import os
import sys
import time

from reader.placard.circumstances import circumstances
from reader.placard.sheet import MOST_BYTES, Sheet, name_of, parsed

TYPE_CHECKING = False  # `typing` itself takes a third of the time there is
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.placard.held_terminal import HeldTerminal


class Hung:
    """A placard that hangs in the terminal."""

    __slots__ = ("frame", "size", "terminal")

    def __init__(self, frame: bytes, size: tuple[int, int], terminal: HeldTerminal) -> None:
        """`size` is columns and rows."""
        self.frame = frame
        self.size = size
        self.terminal = terminal


def hang_out(arguments: Sequence[str], environ: Mapping[str, str], version: str) -> Hung | None:
    """Paint the first page of the paper and return what hangs now; None, with nothing done, at any doubt."""
    try:
        size = terminal_size()
        told = circumstances(arguments, environ, size, version) if size is not None else None
        sheet = read(folder(environ), told) if told is not None else None
        if sheet is None or told is None or size is None or not sheet.holds(told, time.time()):
            return None
        from reader.placard.held_terminal import HeldTerminal

        terminal = HeldTerminal(0, 2)
        try:
            terminal.paint(sheet.frame)
        except OSError:
            terminal.give_back()
            return None
    except (OSError, ImportError, UnicodeError):
        return None
    return Hung(sheet.frame, size, terminal)


def terminal_size() -> tuple[int, int] | None:
    """Return columns and rows of the terminal; None where reading, writing or painting goes elsewhere."""
    if not (os.isatty(0) and os.isatty(1) and os.isatty(2)):
        return None
    if sys.stdout is None or (sys.stdout.encoding or "").lower() not in ("utf-8", "utf8"):
        return None
    found = os.get_terminal_size(2)
    return (found.columns, found.lines) if found.columns and found.lines else None


def folder(environ: Mapping[str, str]) -> str:
    """Return the folder placards are kept in: private, and to be thrown away at will (XDG Base Directory)."""
    cache = environ.get("XDG_CACHE_HOME", "")
    if not cache.startswith("/"):
        cache = environ.get("HOME", "") + "/.cache"
    return cache + "/paper-reader/placards"


def read(place: str, told: str) -> Sheet | None:
    """Return the placard for these circumstances; None without one that is private, ours and undamaged."""
    try:
        file = os.open(f"{place}/{name_of(told)}", os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        found = os.fstat(file)
        if found.st_uid != os.geteuid() or found.st_mode & 0o77 or not 0 < found.st_size <= MOST_BYTES:
            return None
        return parsed(os.read(file, found.st_size))
    finally:
        os.close(file)
