"""Whose turn it is to bring an index up to its library, where several servers share both."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


class Turn:
    """A lock that ends with the process that has it, and is not handed on to those it forks (fcntl(2))."""

    def __init__(self, path: Path) -> None:
        """`path` is the file that is locked; it is made, and stays."""
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Take the turn unless another process has it; where nothing can be locked it is always ours."""
        if self._descriptor is not None:
            return True
        try:
            import fcntl

            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except (ImportError, OSError):
            return True  # who makes the index says what is wrong with its folder
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            os.close(descriptor)
            return False
        except OSError:  # a file system without locks
            os.close(descriptor)
            return True
        self._descriptor = descriptor
        return True

    def give_back(self) -> None:
        """Let others have it."""
        if self._descriptor is not None:
            with suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None
