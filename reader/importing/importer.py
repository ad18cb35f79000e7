"""What an importer is: a kind of source, how it is recognised, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import IntEnum
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.observation import CannotImport, Observation
from reader.importing.source import Source


class Likeness(IntEnum):
    """How sure an importer is that a source is one of its own; the surest reads it."""

    NONE = 0
    NAME = 1
    """The file's name says so, its content does not speak against it."""
    CONTENT = 2
    """The content looks like it, but others look alike (any text may be page text)."""
    SURE = 3
    """The content says so: a signature, a root element, a version key."""


class Sample(NamedTuple):
    """As much of a source as is looked at to tell what it is."""

    name: str
    """The last part of its path in small letters; ``-`` for standard input."""
    head: bytes
    """Its first `reader.importing.source.HEAD` bytes; none for a folder."""
    entries: tuple[str, ...] = ()
    """Names in it, when it is a folder."""
    is_folder: bool = False
    first_page: bytes = b""
    """The head of the first XML file right in a folder: its pages may have any names."""


class Importer(NamedTuple):
    """One kind of source that can be imported."""

    kind: str
    """As ``--from`` names it."""
    name: Wording
    """What people call the format."""
    suffixes: tuple[str, ...]
    """How its files' names usually end, with the dot."""
    likeness: Callable[[Sample], Likeness]
    read: Callable[[Source, Wishes], Iterator[Imported | Observation]]
    """Yields the editions of a source, and an observation of grade ERROR for an item that could not be read;
    raises `CannotImport` when nothing of the source can be."""
    is_item: bool = False
    """Is one source one item of a paper (an article, an alert), so that many of a day make one edition?"""
    extra: str = ""
    """The optional extra it needs, if it needs one."""


def sample_of(source: Source) -> Sample:
    """Return what is looked at of a source.

    Raises:
        CannotImport: it cannot be read.
    """
    name = source.path.name.lower() if source.path is not None else "-"
    entries = source.entries()
    return Sample(name, source.head(), entries, source.is_folder, _first_page(source, entries))


def _first_page(folder: Source, entries: tuple[str, ...]) -> bytes:
    name = next((entry for entry in entries if entry.lower().endswith(".xml")), None)
    try:
        return folder.beside(name).head() if name is not None else b""
    except CannotImport:
        return b""  # it will be told when it is read


def most_like(importers: tuple[Importer, ...], sample: Sample) -> Importer | None:
    """Return the importer that is surest of the sample, of several the first; None when none knows it."""
    best, likeness = None, Likeness.NONE
    for importer in importers:
        found = importer.likeness(sample)
        if found > likeness:
            best, likeness = importer, found
    return best
