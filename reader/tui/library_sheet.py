"""What is wrong with the files of a library, as copy for a sheet."""

from __future__ import annotations

import os
from pathlib import Path

from reader.edition.day_words import date_words
from reader.edition.printable import printable_line
from reader.edition.wording import Tongue
from reader.loading.problem import EditionError
from reader.tui import calendar_sayings as sayings
from reader.tui.sayings import MORE_PROBLEMS
from reader.tui.shelf import Faults
from reader.typesetting.copy import Copy, Piece
from reader.typesetting.role import Role


def faults_copy(faults: Faults, tongue: Tongue) -> Copy:
    """Return the files that cannot be read, each with the first reason, and the editions there twice."""
    pieces: list[Piece] = []
    if faults.unreadable:
        pieces.append(Piece(Role.SUBHEAD, sayings.UNREADABLE_FILES.say(tongue)))
        pieces += [_point(_why(error, tongue)) for error in faults.unreadable]
    if faults.duplicates:
        pieces.append(Piece(Role.SUBHEAD, sayings.TWICE.say(tongue)))
    for one, other in faults.duplicates:
        names = _parted(one.path, other.path)
        words = sayings.SAME_ISSUE.filled(
            paper=" ".join(filter(None, (one.paper, one.edition))),
            day=date_words(one.date, tongue),
            one=names[0],
            other=names[1],
        )
        pieces.append(_point(words.say(tongue)))
    return Copy(pieces, sum(len(piece.text) for piece in pieces))


def _point(words: str) -> Piece:
    return Piece(Role.LIST, printable_line(words), lead="· ", hang=2)


def _why(error: EditionError, tongue: Tongue) -> str:
    """The file and the first thing that is wrong with it; its name only, for paths are long."""
    if not error.problems:
        return f"{error.path.name}: {sayings.NOT_PLAIN.say(tongue)}"
    words = error.problems[0].render(Path(error.path.name), tongue)
    if len(error.problems) > 1:
        words += MORE_PROBLEMS.filled(count=len(error.problems)).say(tongue)
    return words


def _parted(one: Path, other: Path) -> tuple[str, str]:
    """The names of two files, with as much of their folders as tells them apart."""
    if one.name != other.name:
        return one.name, other.name
    common = os.path.commonpath([one, other])
    return os.path.relpath(one, common), os.path.relpath(other, common)
