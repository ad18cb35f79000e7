"""The files of a folder that an importer of the whole folder has not taken: named, for others to take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation
from reader.importing.source import Source

_NAMED = 10
"""Files that are named of many."""


def names_within(names: Sequence[str], folder: str) -> str:
    """Return the names of files, of many the first, each by its path from the folder they were found in."""
    shown = [name.removeprefix(folder).lstrip("/\\") or name for name in names[:_NAMED]]
    return ", ".join(shown) + (" …" if len(names) > _NAMED else "")


def untaken(folder: Source, files: Iterable[Source], what: Wording, advice: Wording) -> Observation:
    """Return the observation that an importer yields of files in its folder that it has not taken.

    Whoever runs the import may take them by their own kinds, and need not tell it then. `what` has places for
    the ``count`` and ``names`` of the files.
    """
    sources = list(files)
    names = names_within([source.name for source in sources], folder.name)
    paths: list[Path] = [source.path for source in sources if source.path is not None]
    filled = what.filled(count=len(sources), names=names)
    return Observation(Grade.UNDECIDED, folder.name, "", filled, advice, tuple(paths))
