"""What writing an edition's file would change, as a unified diff."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from reader.copydesk.ignored_file import Ignored, beside
from reader.copydesk.working_copy import WorkingCopy


class Difference(NamedTuple):
    """What writing would do: the file's lines, and what is newly ignored or no longer."""

    lines: tuple[str, ...]
    """As ``diff -u`` has them, without line ends."""
    changes: int
    added: tuple[Ignored, ...]
    removed: tuple[Ignored, ...]
    path: Path
    ignored_path: Path


def difference(copy: WorkingCopy) -> Difference:
    """Return what writing a working copy would do."""
    before, after = copy.saved.text.splitlines(), copy.manuscript.text.splitlines()
    name = str(copy.path)
    lines = tuple(unified_diff(before, after, name, name, n=1, lineterm=""))
    now, then = set(copy.ignored), set(copy.saved_ignored)
    added = tuple(entry for entry in copy.ignored if entry not in then)
    removed = tuple(entry for entry in copy.saved_ignored if entry not in now)
    return Difference(lines, copy.pending.changes, added, removed, copy.path, beside(copy.path))
