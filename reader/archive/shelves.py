"""The files of a library: every YAML file below its folder, with its stamp, none of them opened."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from reader.loading.file_state import Stamp

SUFFIXES = (".yaml", ".yml")
"""How the name of an edition's file ends."""


def edition_files(root: Path) -> Generator[tuple[str, Stamp], None, None]:
    """Yield the path (relative to `root`, with slashes) and the stamp of every file that may be an edition.

    Hidden files and folders are left out, links to files that are found anyway too; links that lead in a
    circle end. A folder that is gone or closed to us holds nothing for us.
    """
    try:
        status = root.stat()
        inside = os.path.realpath(root) + os.sep
    except OSError:
        return
    seen = {(status.st_dev, status.st_ino)}
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    name = f"{folder}{entry.name}"
                    if entry.name.startswith("."):
                        continue
                    if not entry.name.endswith(SUFFIXES) and not _may_be_folder(entry):
                        continue
                    try:
                        status = entry.stat()
                    except OSError:
                        continue
                    if S_ISDIR(status.st_mode):
                        if (status.st_dev, status.st_ino) not in seen:
                            seen.add((status.st_dev, status.st_ino))
                            folders.append(f"{name}/")
                    elif (
                        S_ISREG(status.st_mode)
                        and entry.name.endswith(SUFFIXES)
                        and not (entry.is_symlink() and os.path.realpath(entry.path).startswith(inside))
                    ):
                        yield name, Stamp(status.st_mtime_ns, status.st_size, status.st_ino)
        except OSError:
            continue


def _may_be_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle
        return False
