"""What comes of an import: editions, their pictures, and what there is to tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from reader.edition.edition import Edition
from reader.importing.observation import Observation


def _no_step(_done: int, _of: int) -> None:
    pass


class Wishes(NamedTuple):
    """What whoever runs the import has said; it outweighs what the source says. None: the source decides."""

    now: dt.datetime
    """The clock, with its zone: for a source without any date, and for notices without an end."""
    paper: str | None = None
    date: dt.date | None = None
    language: str | None = None
    timezone: str | None = None
    section: str | None = None
    """The section of articles whose source names none."""
    is_repairing: bool = False
    """May the text be put right where the source has broken it (``--repair``)?"""
    step: Callable[[int, int], None] = _no_step
    """To be called with how much is done of how much, where an import takes long."""


class Picture(NamedTuple):
    """A picture that comes with an edition."""

    file: str
    """A name of one part, as the `file` of the photo has it, unique in the edition."""
    data: Callable[[], bytes]
    """Gives its bytes; raises `CannotImport`."""
    is_placed: bool = False
    """Is `file` the path from the edition to where the picture is to lie, and stays so?"""


class Imported(NamedTuple):
    """An edition, and what goes with it."""

    edition: Edition
    observations: tuple[Observation, ...] = ()
    pictures: tuple[Picture, ...] = ()
