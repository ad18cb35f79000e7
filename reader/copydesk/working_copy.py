"""An edition's file while it is worked on: the bytes on disk, the text as it is, every step between."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reader.copydesk.atomic import write_whole
from reader.copydesk.ignored_file import (
    Ignored,
    IgnoredFileError,
    beside,
    merged_entries,
    read_ignored,
    write_ignored,
)  # fmt: skip
from reader.copydesk.journal import Journal, Step
from reader.copydesk.manuscript import Manuscript
from reader.copydesk.patch import inverse, patched, pieces
from reader.edition.wording import Wording
from reader.loading.file_state import MAX_BYTES, Stamp, read_file, stamp_of
from reader.loading.problem import EditionError


class ChangedOnDisk(Exception):
    """The file is no longer the one that was read: nothing was written."""


class Pending(NamedTuple):
    """What waits to be written."""

    changes: int = 0
    ignored: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        return self.changes + self.ignored

    @property
    def is_any(self) -> bool:
        """Is there anything?"""
        return self.total > 0


class WorkingCopy:
    """Takes steps, undoes them to the byte, and writes the file whole."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], dt.datetime],
        journal: Journal | None = None,
        encoding: str = "utf-8",
        limit: int = MAX_BYTES,
    ) -> None:
        """Read the file.

        Raises:
            EditionError: it cannot be read, or is no edition.
        """
        self.path = path
        self.journal = journal
        self._clock, self._encoding, self._limit = clock, encoding, limit
        self.ignored_trouble: IgnoredFileError | None = None
        """Why nothing can be ignored: the file beside the edition is not to be understood."""
        self.steps: list[Step] = []
        self._stamp: Stamp | None = None
        self._take(*self._read())

    # -- what there is --------------------------------------------------------------------------

    def _read(self) -> tuple[Manuscript, Stamp | None]:
        stamp = stamp_of(self.path)
        return Manuscript.read(self.path, limit=self._limit, encoding=self._encoding), stamp

    def _take(self, manuscript: Manuscript, stamp: Stamp | None) -> None:
        """Work on a file as it is on disk from here on."""
        self._stamp = stamp
        self.saved = manuscript
        """The file as it was read or written last."""
        self.manuscript = manuscript
        """The file as it now is."""
        self.saved_ignored = self.ignored = self._read_ignored()
        self._saved_steps: list[Step] = []
        self.steps = []
        self._is_kept = False

    def _read_ignored(self) -> tuple[Ignored, ...]:
        self.ignored_trouble = None
        try:
            return read_ignored(beside(self.path))
        except IgnoredFileError as error:
            self.ignored_trouble = error
            return ()

    @property
    def is_faithful(self) -> bool:
        """Do the file's bytes come back from its text? In some encodings they would not."""
        return self.saved.bytes_of(self.saved.text) == self.saved.data

    @property
    def why_read_only(self) -> Wording | None:
        """Why the file cannot be written, as far as the system tells beforehand."""
        target = Path(os.path.realpath(self.path))
        if not os.access(target, os.W_OK):
            return Wording("没有写这个文件的权限", "you may not write this file")
        if not os.access(target.parent, os.W_OK):
            return Wording("没有写它所在文件夹的权限", "you may not write in its folder")
        if not self.is_faithful:
            return Wording(
                "用这个编码写回，别处的字节也会变",
                "written back in this encoding, other bytes would change too",
            )
        return None

    @property
    def pending(self) -> Pending:
        """How much is not written: places changed since, or changed back; findings newly ignored."""
        changes = 0
        if self.manuscript.text != self.saved.text:
            shared = 0
            for one, other in zip(self.steps, self._saved_steps, strict=False):
                if one is not other:
                    break
                shared += 1
            since = [*self.steps[shared:], *self._saved_steps[shared:]]
            changes = max(1, sum(step.places for step in since if step.pieces))
        now, then = set(self.ignored), set(self.saved_ignored)
        return Pending(changes, max(len(now - then), len(then - now)))

    # -- steps ----------------------------------------------------------------------------------

    def change(self, manuscript: Manuscript, words: Wording, places: int = 1) -> None:
        """Take a step: the file becomes this one."""
        made = pieces(self.manuscript.text, manuscript.text)
        self._step(Step(words, places, made, self.ignored, self.ignored), manuscript)

    def ignore(self, entry: Ignored, words: Wording) -> None:
        """Take a step: leave a finding as it is."""
        self._step(Step(words, 1, (), self.ignored, (*self.ignored, entry)), self.manuscript)

    def _step(self, step: Step, manuscript: Manuscript) -> None:
        if self.journal is not None:
            if not self._is_kept:
                self.journal.begin(self.saved.data, self.manuscript.text, self.ignored, self._clock())
                self._is_kept = True
            self.journal.add(step, self._clock())
        self.steps.append(step)
        self.manuscript, self.ignored = manuscript, step.ignored_after

    def amend_ignored(self, ignored: tuple[Ignored, ...]) -> None:
        """Take other entries for the last step's: what they name has moved with it."""
        if self.steps:
            self.steps[-1] = self.steps[-1]._replace(ignored_after=ignored)
            if self.journal is not None:
                self.journal.amend(ignored)
        self.ignored = ignored

    def undo(self) -> Step | None:
        """Take the last step back, to the byte; return it, or None when there is none."""
        if not self.steps:
            return None
        step = self.steps[-1]
        text = patched(self.manuscript.text, inverse(step.pieces))
        manuscript = self._with_text(text) if step.pieces else self.manuscript
        self.steps.pop()
        if self.journal is not None:
            if not self._is_kept:
                self.journal.begin(self.saved.data, self.manuscript.text, self.ignored, self._clock())
                self._is_kept = True
            self.journal.undo(step, self._clock())
        self.manuscript, self.ignored = manuscript, step.ignored_before
        if self.journal is not None and not self.pending.is_any:
            self._forget()
        return step

    def _with_text(self, text: str) -> Manuscript:
        return self.saved if text == self.saved.text else self.manuscript.with_text(text)

    def _forget(self) -> None:
        if self.journal is not None:
            self.journal.discard()
        self._is_kept = False

    # -- writing --------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the edition, and the file of what is ignored, each whole or not at all.

        A file of what is ignored that is not to be understood is left alone (`ignored_trouble`).

        Raises:
            ChangedOnDisk: the file is not the one that was read.
            OSError: it cannot be written; it is as it was.
        """
        try:
            data, _ = read_file(self.path, self._limit)
        except EditionError as error:
            raise ChangedOnDisk from error
        if data != self.saved.data:
            raise ChangedOnDisk
        if self.manuscript.data != self.saved.data:
            write_whole(self.path, self.manuscript.data)
            self.saved = self.manuscript
            self._stamp = stamp_of(self.path)
        self._saved_steps = list(self.steps)
        if self.ignored != self.saved_ignored:
            theirs = self._read_ignored()
            if self.ignored_trouble is None:
                self.ignored = merged_entries(self.saved_ignored, self.ignored, theirs)
                write_ignored(beside(self.path), self.ignored)
                self.saved_ignored = self.ignored
        if not self.pending.is_any:
            self._forget()
