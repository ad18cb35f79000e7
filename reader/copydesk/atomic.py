"""A file is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path


def _rename(temporary: Path, target: Path) -> None:
    temporary.replace(target)


def write_whole(path: Path, data: bytes, *, give_name: Callable[[Path, Path], object] = _rename) -> None:
    """Write a file by a temporary one beside it and a rename; a link stays one, permissions stay.

    `give_name` is handed the temporary file and the target and gives the one the name of the other.

    Raises:
        OSError: the disk is full, the folder closed…; what was there is as it was.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.new")
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                temporary.chmod(mode)  # who may read it was somebody's choice
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        give_name(temporary, target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
