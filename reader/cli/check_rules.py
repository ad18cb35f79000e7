"""Which rules a run is about, and by which stylebook."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from reader.cli.call import Call
from reader.cli.choosing import library_root
from reader.cli.wrong_use import WrongUse
from reader.copydesk.file_rules import FILE_RULES
from reader.copydesk.stylebook_file import NAME, find_stylebook, read_stylebook
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.loading.nearest import did_you_mean, nearest
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook

_SEE_RULES = Wording("看 paper-reader rules", "see paper-reader rules")


def rule_named(word: str) -> str:
    """Return the id of the rule that a word names, in capitals or not.

    Raises:
        WrongUse: there is none of this name; it says which is the nearest.
    """
    known = [*BY_ID, *(rule.id for rule in FILE_RULES)]
    if word.upper() in known:
        return word.upper()
    what = Wording("没有规则 {word}", "there is no rule {word}").filled(word=printable_line(word))
    raise WrongUse(what, did_you_mean(nearest(word.upper(), known), _SEE_RULES))


def only_rules(call: Call) -> frozenset[str] | None:
    """Return the ids of ``--only``, or None for all that are in force.

    Raises:
        WrongUse: it names a rule there is not, or none.
    """
    given = call.request.options.get("only")
    if given is None:
        return None
    words = [word for word in str(given).replace(",", " ").split() if word]
    if not words:
        what = Wording("--only 没有写规则", "--only names no rule")
        raise WrongUse(what, Wording("写 --only T-WIDTH,S-SEAM", "write --only T-WIDTH,S-SEAM"))
    return frozenset(rule_named(word) for word in words)


def narrowed(stylebook: Stylebook, only: frozenset[str] | None) -> Stylebook:
    """Return a stylebook in which these rules are in force and no others."""
    if only is None:
        return stylebook
    return dataclasses.replace(stylebook, on=only & BY_ID.keys(), off=frozenset(BY_ID.keys() - only))


class Stylebooks:
    """The stylebooks of the editions looked at, each read once."""

    def __init__(self, named: Path | None, only: frozenset[str] | None) -> None:
        """Follow the one that is named, or for each edition the nearest above it."""
        self._named = named
        self._only = only
        self._folders: dict[Path, Path | None] = {}
        self._read: dict[Path | None, Stylebook] = {}

    def of(self, edition: Path) -> Stylebook:
        """Return what is in force for an edition.

        Raises:
            StylebookError: its stylebook cannot be followed.
        """
        path = self._named
        if path is None:
            folder = edition.absolute().parent
            if folder not in self._folders:
                self._folders[folder] = find_stylebook(edition)
            path = self._folders[folder]
        if path not in self._read:
            book = Stylebook() if path is None else read_stylebook(path)
            self._read[path] = narrowed(book, self._only)
        return self._read[path]


def named_stylebook(call: Call) -> Path | None:
    """Return the file of ``--stylebook``."""
    given = call.request.options.get("stylebook")
    return None if given is None else Path(str(given))


def stylebook_here(call: Call) -> Path | None:
    """Return the stylebook that is named, or the nearest above this folder, or above the library."""
    named = named_stylebook(call)
    if named is not None:
        return named
    found = find_stylebook(Path(NAME))
    if found is None and (root := library_root(call)) is not None:
        found = find_stylebook(root.path / NAME)
    return found
