"""What an importer tells besides the edition: what it guessed, left, dropped, or could not read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from reader.edition.printable import printable_line
from reader.edition.wording import Tongue, Wording


class Grade(StrEnum):
    """How much an observation weighs."""

    ERROR = "error"
    """A part, or all of it, could not be imported."""
    UNDECIDED = "undecided"
    """What this is could not be decided; it was left in place."""
    GUESSED = "guessed"
    """The source does not say it: it was inferred, and the edition lists it so."""
    DROPPED = "dropped"
    """What is no text of the paper was left out: navigation, a cover, a duplicate."""


class Observation(NamedTuple):
    """One thing to tell about one part of a source."""

    grade: Grade
    source: str
    """The file, as whoever runs the import would name it."""
    part: str
    """Line and column (``12:1``), a member of an archive, an entry…; empty for all of it."""
    what: Wording
    advice: Wording
    untaken: tuple[Path, ...] = ()
    """The files it names, when it says that an importer of a whole folder has not taken them."""

    def render(self, tongue: Tongue) -> str:
        """Return ``source:part: what; what to do``, always one line of printable text."""
        place = f"{self.source}:{self.part}" if self.part else self.source
        return printable_line(f"{place}: {self.what.say(tongue)}; {self.advice.say(tongue)}")


class CannotImport(Exception):
    """A source, or an item of it, that cannot be imported at all, and why."""

    def __init__(self, observation: Observation) -> None:
        super().__init__(observation.render("en"))
        self.observation = observation


def cannot_import(source: str, part: str, what: Wording, advice: Wording) -> CannotImport:
    """Return the error that this part of a source raises."""
    return CannotImport(Observation(Grade.ERROR, source, part, what, advice))
