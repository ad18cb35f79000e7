"""By which means pictures are shown in a terminal: decided from its environment, never by asking it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Means(StrEnum):
    """How a picture comes onto the screen."""

    OFF = "off"
    BLOCKS = "blocks"
    """Two points of colour a cell, in half blocks; any terminal with colours."""
    KITTY = "kitty"
    """Kitty's graphics protocol, with placeholders that scroll as text does."""
    SIXEL = "sixel"
    """Sixels (DEC STD 070), drawn over the rows kept for them."""


class Plan(NamedTuple):
    """What happens by itself, and what when the reader asks to see pictures."""

    means: Means
    asked: Means
    """OFF only where the terminal has no colours to show a picture with."""
    is_wish: bool = False
    """Has somebody named a means, so that it is worth a word when it cannot be had?"""


_SIXEL_TERMS = ("foot", "mlterm", "contour")
_SIXEL_PROGRAMS = ("WezTerm", "iTerm.app")
_TRUE_COLOUR = ("truecolor", "24bit")


def plan(wish: str, environ: Mapping[str, str]) -> Plan:
    """Return the plan for a wish (``auto`` or the name of a means) in a terminal with this environment.

    ``auto`` shows none over SSH: a picture is tens of kilobytes on what may be a slow line. A means that is
    wished for by name is taken, unless colours are unwanted or too few for it.
    """
    best = _best(environ)
    if wish == "auto":
        is_remote = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
        return Plan(Means.OFF if is_remote else best, best)
    means = Means(wish)
    if means is Means.OFF:
        return Plan(means, best)
    if environ.get("NO_COLOR") or (best is Means.OFF and means is Means.BLOCKS and _is_console(environ)):
        return Plan(Means.OFF, Means.OFF, True)
    if means is Means.KITTY and not _has_true_colour(environ):
        means = Means.BLOCKS  # a placeholder tells its picture by 24 bits of colour
    return Plan(means, means, True)


def _best(environ: Mapping[str, str]) -> Means:
    """The best means this terminal is known to have."""
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    has_true_colour = _has_true_colour(environ)
    if environ.get("NO_COLOR") or _is_console(environ):
        return Means.OFF
    if not environ.get("TMUX") and not term.startswith(("tmux", "screen")):
        is_kitty = term.startswith(("xterm-kitty", "xterm-ghostty")) or "KITTY_WINDOW_ID" in environ
        if has_true_colour and (is_kitty or program.lower() == "ghostty"):
            return Means.KITTY
        if term.startswith(_SIXEL_TERMS) or program in _SIXEL_PROGRAMS:
            return Means.SIXEL
    is_colourful = has_true_colour or term.endswith("256color") or term.startswith("xterm-kitty")
    return Means.BLOCKS if is_colourful else Means.OFF


def _is_console(environ: Mapping[str, str]) -> bool:
    """Is it the kernel's own terminal, with its eight colours and one font?"""
    return environ.get("TERM", "") in ("linux", "dumb", "")


def _has_true_colour(environ: Mapping[str, str]) -> bool:
    return environ.get("COLORTERM", "").strip().lower() in _TRUE_COLOUR or environ.get("TERM", "").endswith(
        "-direct"
    )
