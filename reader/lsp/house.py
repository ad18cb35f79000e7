"""What the house has decided about one edition: its stylebook, and the findings it ignores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reader.copydesk.ignored_file import Ignored, IgnoredFileError, beside, read_ignored
from reader.copydesk.stylebook_file import StylebookError, find_stylebook, read_stylebook
from reader.edition.wording import Wording
from reader.proofreading.stylebook import Stylebook


class Trouble(NamedTuple):
    """What is wrong in a file of the house's own, so that it is not followed; the line counts from 1."""

    path: Path
    line: int
    message: Wording


class House(NamedTuple):
    """The decisions in force; those of a file that cannot be understood are none."""

    stylebook: Stylebook = Stylebook()
    ignored: tuple[Ignored, ...] = ()
    library: Path | None = None
    """The folder an edition's pictures may not leave."""
    troubles: tuple[Trouble, ...] = ()


def house_of(path: Path | None, library_of: Callable[[Path], Path | None]) -> House:
    """Return what the files around an edition say; read anew each time, for they are small and change.

    `library_of` says in which library a file lies.
    """
    if path is None:
        return House()
    stylebook = Stylebook()
    ignored: tuple[Ignored, ...] = ()
    troubles: list[Trouble] = []
    if (book := find_stylebook(path)) is not None:
        try:
            stylebook = read_stylebook(book)
        except StylebookError as error:
            joined = Wording("{what}；{advice}", "{what}; {advice}")
            troubles += (
                Trouble(book, one.line, joined.filled(what=one.what, advice=one.advice))
                for one in error.problems
            )
    try:
        ignored = read_ignored(beside(path))
    except IgnoredFileError as error:
        troubles.append(Trouble(error.path, error.line, error.what))
    return House(stylebook, ignored, library_of(path), tuple(troubles))
