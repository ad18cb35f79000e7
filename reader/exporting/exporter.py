"""What an exporter is: a form an edition can be given away in, and how it is made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from reader.edition.edition import Edition
from reader.edition.notice_board import Standing
from reader.edition.wording import Tongue, Wording


class Circumstances(NamedTuple):
    """What an export may need besides the edition."""

    standings: tuple[Standing, ...]
    """The edition's notices as they are judged."""
    as_of: dt.date | None
    """The day they are judged at; None for now."""
    now: dt.datetime
    """The clock, with its zone."""
    picture: Callable[[str], bytes | None]
    """Gives the bytes of a photo's `file`, None when there is no such picture."""
    tongue: Tongue = "zh"
    """The language of whoever exports; what is printed into the paper is in the paper's own."""
    width: int = 80
    """Cells of a line, where lines are set."""
    ambiguous: int = 1
    """Cells of characters of ambiguous width."""


class Exporter(NamedTuple):
    """One form an edition can be exported to."""

    kind: str
    """As ``--to`` names it."""
    name: Wording
    """What people call the format."""
    suffix: str
    """How such a file's name ends, with the dot."""
    export: Callable[[Edition, Circumstances], bytes]
    """Returns the whole file; the same edition in the same circumstances gives the same bytes."""
    other_suffixes: tuple[str, ...] = ()
    """What else their names end with."""
    is_binary: bool = False
    """Is it no text, so that it must not go to a terminal?"""
