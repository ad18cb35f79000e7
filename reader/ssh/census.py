"""A census of a library: whether it is still what it was, counted in short goes between other work."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

from reader.archive.shelves import edition_files

_MASK = (1 << 64) - 1


class Stand(NamedTuple):
    """What a census found; two of one process are equal as long as every file is as it was."""

    files: int
    mark: int
    """The sum of what is made of each file's path and stamp."""


class Census:
    """Lists the files of a library with their stamps, none of them opened: 36,000 take 0.14 s in all."""

    def __init__(self, root: Path) -> None:
        self._found = edition_files(root)
        self._files = self._mark = 0

    def go_on(self, seconds: float) -> Stand | None:
        """Count for so many seconds; return what was found once everything is counted."""
        ends = time.monotonic() + seconds
        for path, stamp in self._found:
            self._files += 1
            self._mark = (self._mark + hash((path, stamp))) & _MASK
            if time.monotonic() > ends:
                return None
        return Stand(self._files, self._mark)

    def close(self) -> None:
        """Give the folder back that it is in."""
        self._found.close()
