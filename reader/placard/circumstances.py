"""All that decides which first page a start shows, besides files and the time, as one text."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # `typing` itself takes a third of the time there is
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NAMES = frozenset(
    {
        *("HOME", "TZ", "LANG", "LANGUAGE", "COLORTERM", "FORCE_COLOR", "COLUMNS", "LINES", "PYTHONUTF8"),
        *("TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "KITTY_WINDOW_ID", "VTE_VERSION", "WT_SESSION"),
    }
)
_BEGINNINGS = ("PAPER_READER_", "TEXTUAL", "TERM", "LC_", "XDG_", "KONSOLE", "PYTHONIO", "WEZTERM", "ITERM")
_PRESENCE = frozenset({"TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "KITTY_WINDOW_ID", "WT_SESSION"})
"""Variables of which it matters only that they are there: their values change with every window."""
_PASSING = frozenset({"TERM_SESSION_ID", "XDG_SESSION_ID", "XDG_VTNR", "XDG_SEAT", "XDG_RUNTIME_DIR"})
"""Variables of a session of the system that no page depends on."""


def circumstances(
    arguments: Sequence[str], environ: Mapping[str, str], size: tuple[int, int], version: str
) -> str | None:
    """Return the circumstances of a start in a terminal of columns and rows; None where none is hung out.

    That is so where anything but one edition or library is named: options decide what no file tells, and
    they are rare. And where colours are unwanted: the program then says so in a line of its own first.
    """
    if len(arguments) > 1 or any(word.startswith("-") for word in arguments) or environ.get("NO_COLOR"):
        return None
    if environ.get("TERM", "") in ("", "dumb", "unknown"):
        return None
    told = []
    for name in sorted(environ):
        if name in _PASSING:
            continue
        if name in _NAMES or name.startswith(_BEGINNINGS):
            told.append(f"{name}={'yes' if name in _PRESENCE else environ[name]}")
    try:
        here = os.getcwd()  # noqa: PTH109 - `pathlib` takes longer to import than there is time
    except OSError:
        return None
    return "\0".join((version, here, f"{size[0]}x{size[1]}", *arguments, "", *told))
