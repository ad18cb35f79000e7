"""The store that keeps a reader's state in a file which other readers write to as well."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from reader.edition.wording import Wording
from reader.reading.state import Change, State
from reader.reading.state_file import (
    NOT_A_FILE,
    Damaged,
    FileStamp,
    NotAFile,
    encoded,
    file_stamp,
    locked,
    read_state,
    set_aside,
    write_state,
)

DELAY = 0.4
"""Seconds from a change to its writing; what happens meanwhile is written together."""
LONGEST_PAUSE = 60.0
"""Seconds between attempts, at most, while the file cannot be written."""

_SET_ASIDE = Wording(
    "阅读记录文件无法读懂，已改名为 {path}，从新开始记录",
    "the file with your place and marks could not be understood; it was renamed {path} and a new one begun",
)
_STUCK = Wording(
    "阅读记录文件 {path} 无法读懂，也无法改名（{why}）；本次的阅读记录只留到退出",
    "{path}, with your place and marks, can be neither read nor renamed ({why}); nothing is kept this time",
)
_UNREADABLE = Wording(
    "读不了阅读记录 {path}（{why}）；本次的阅读记录只留到退出",
    "cannot read {path}, which keeps your place and marks ({why}); nothing is kept this time",
)
_UNWRITABLE = Wording(
    "写不了阅读记录 {path}（{why}）；退出前会再试",
    "cannot write {path}, which keeps your place and marks ({why}); trying again until you quit",
)


class FileStore:
    """A reader's state in a JSON file, read once, and written soon after something changed.

    Changes are put onto whatever the file holds at the moment of writing, so several readers at once keep
    each other's. Nothing here raises: what cannot be written stays in memory, and `trouble` says why.
    Any thread may call any method; `reader.reading.writer` brings one that flushes.
    """

    def __init__(
        self, path: Path, *, patience: float = 2.0, timer: Callable[[], float] = time.monotonic
    ) -> None:
        """Keep the state at this path. `patience`: seconds to wait for another reader who is writing."""
        self._path = Path(os.path.realpath(path))  # a link to a file stays a link when the file is replaced
        self._patience = patience
        self._timer = timer
        self._guard = threading.RLock()
        self._writing = threading.Lock()
        self._memory: State | None = None
        self._stamp: FileStamp | None = None
        self._is_waiting = False
        self._due = 0.0
        self._failures = 0
        self._is_closed_off = False
        self._trouble: Wording | None = None
        self._untold: Wording | None = None
        self.recorded = threading.Event()
        """Set whenever a change begins to wait; whoever flushes clears it."""

    @property
    def path(self) -> Path:
        """The file, links resolved."""
        return self._path

    @property
    def state(self) -> State:
        """Everything remembered; the file is read when first asked for."""
        if self._memory is None:
            with self._guard:
                if self._memory is None:
                    self._memory, self._stamp = self._read_first()
        return self._memory

    @property
    def trouble(self) -> Wording | None:
        """What keeps the state from being kept at present."""
        return self._trouble

    def hear_trouble(self) -> Wording | None:
        """Return what went wrong since last asked, so that it is said once."""
        with self._guard:
            untold, self._untold = self._untold, None
        return untold

    def record(self, change: Change) -> None:
        """Remember a change; it is due to be written soon."""
        with self._guard:
            self.state.apply(change)
            if not self._is_waiting:
                self._is_waiting = True
                self._due = max(self._due, self._timer() + DELAY)
        self.recorded.set()

    def due_in(self) -> float | None:
        """Return the seconds until `flush` ought to be called (0: now); None when nothing waits."""
        with self._guard:
            return None if not self._is_waiting else max(0.0, self._due - self._timer())

    def changed(self) -> bool:
        """Take in what other readers wrote; was there anything? Cheap when there was not."""
        with self._guard:
            memory = self.state
            stamp = file_stamp(self._path)
            if stamp is None or stamp == self._stamp or self._is_closed_off:
                return False
            try:
                theirs, self._stamp = read_state(self._path)
            except (Damaged, OSError):
                return False  # the next write deals with it
            memory.join(theirs)
            return True

    def flush(self) -> bool:
        """Write what waits, at once; is everything written now?"""
        with self._writing:
            if not self._is_waiting:
                return True
            if self._is_closed_off:
                self._postpone()
                return False
            try:
                with locked(self._path, self._patience) as is_alone:
                    self._write(is_alone)
            except OSError as error:
                self._postpone()
                self._say(_UNWRITABLE.filled(path=self._path, why=_reason(error)))
                return False
            with self._guard:
                self._failures, self._due, self._trouble = 0, 0.0, None
            return True

    def _write(self, is_alone: bool) -> None:
        """Bring memory and file together and write the sum; the lock is held."""
        memory = self.state
        with self._guard:
            stamp = file_stamp(self._path)
            if stamp is not None and stamp != self._stamp:
                try:
                    theirs, _ = read_state(self._path)
                except Damaged:
                    self._set_aside()
                else:
                    memory.join(theirs)
            # A file that is gone, or was set aside, is written anew from memory.
            written = encoded(memory)
            self._is_waiting = False
        stamp = write_state(self._path, written, is_alone=is_alone)
        with self._guard:
            self._stamp = stamp

    def _read_first(self) -> tuple[State, FileStamp | None]:
        try:
            return read_state(self._path)
        except Damaged:
            return self._read_damaged()
        except NotAFile:
            self._close_off(NOT_A_FILE.filled(path=self._path))
        except OSError as error:
            self._close_off(_UNREADABLE.filled(path=self._path, why=_reason(error)))
        return State(), None

    def _read_damaged(self) -> tuple[State, FileStamp | None]:
        """Look again with the lock held, for another reader may have put it right; else set it aside."""
        try:
            with locked(self._path, self._patience):
                try:
                    return read_state(self._path)
                except Damaged:
                    self._set_aside()
        except OSError as error:
            self._close_off(_STUCK.filled(path=self._path, why=_reason(error)))
        return State(), None

    def _set_aside(self) -> None:
        self._untold = _SET_ASIDE.filled(path=set_aside(self._path))

    def _close_off(self, why: Wording) -> None:
        """Keep everything in memory only: what is on the disk is not ours to overwrite."""
        self._is_closed_off = True
        self._trouble = self._untold = why

    def _postpone(self) -> None:
        """Wait longer and longer between attempts."""
        with self._guard:
            self._is_waiting = True
            self._failures += 1
            self._due = self._timer() + min(LONGEST_PAUSE, 2.0 ** min(self._failures, 10))

    def _say(self, why: Wording) -> None:
        with self._guard:
            if self._trouble is None:  # once for each spell of trouble
                self._untold = why
            self._trouble = why


def _reason(error: OSError) -> str:
    known = {errno.ENOSPC: "disk full"}
    return error.strerror or known.get(error.errno or 0) or str(error)
