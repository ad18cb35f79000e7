"""A working copy of a file that others write to as well, and that earlier sittings have left changes for."""

from __future__ import annotations

from enum import Enum

from reader.copydesk.ignored_file import Ignored, merged_entries
from reader.copydesk.journal import Kept, Step, digest_of
from reader.copydesk.patch import Piece, merged, pieces
from reader.copydesk.working_copy import WorkingCopy
from reader.edition.wording import Wording
from reader.loading.file_state import Stamp, read_file, stamp_of
from reader.loading.problem import EditionError

_MERGED = Wording("接到新文件上的改动", "the changes put into the new file")


class Disk(Enum):
    """How the file on disk stands to the one that was read."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class SharedCopy(WorkingCopy):
    """Follows what others make of the file, and keeps as much of its own changes as still fits."""

    _changed_stamp: Stamp | None = None
    """Of a version that is known to be another."""

    def look(self) -> Disk:
        """Return how the file on disk stands; it is read only when its stamp is another one."""
        stamp = stamp_of(self.path)
        if stamp is None:
            return Disk.GONE
        if stamp == self._stamp:
            return Disk.SAME
        if stamp == self._changed_stamp:
            return Disk.CHANGED
        try:
            data, _ = read_file(self.path, self._limit)
        except EditionError:
            return Disk.GONE
        if data != self.saved.data:
            self._changed_stamp = stamp
            return Disk.CHANGED
        self._stamp = stamp  # only touched
        return Disk.SAME

    def reload(self) -> tuple[Piece, ...]:
        """Work on the file as it now is, with those changes that still find their place; return the others.

        Raises:
            EditionError: it is no edition now, or would not be with the changes; all is as it was.
        """
        ours = pieces(self.saved.text, self.manuscript.text)
        return self._join(self.saved.text, ours, (self.saved_ignored, self.ignored))

    def resume(self, kept: Kept) -> tuple[Piece, ...]:
        """Take up what another sitting has left; return the changes that no longer find their place.

        Raises:
            EditionError: with them, the file would be no edition; all is as it was.
        """
        same_ignored = kept.ignored == self.saved_ignored
        if kept.digest == digest_of(self.saved.data) and kept.base == self.saved.text and same_ignored:
            self.manuscript = self.saved.with_text(kept.text())
            self.steps = list(kept.steps)
            self.ignored = kept.steps[-1].ignored_after
            self._is_kept = True
            if self.journal is not None:
                self.journal.resume(kept)
            return ()
        entries = kept.ignored, kept.steps[-1].ignored_after
        return self._join(kept.base, pieces(kept.base, kept.text()), entries)

    def _join(
        self, base: str, ours: tuple[Piece, ...], entries: tuple[tuple[Ignored, ...], tuple[Ignored, ...]]
    ) -> tuple[Piece, ...]:
        fresh, stamp = self._read()
        joined = merged(base, ours, fresh.text)
        changed = fresh.with_text(joined.text) if joined.text != fresh.text else fresh
        self._take(fresh, stamp)
        self._forget()
        wanted = merged_entries(*entries, self.saved_ignored)
        made = pieces(fresh.text, changed.text)
        if made or wanted != self.ignored:
            places = len(made) or abs(len(wanted) - len(self.ignored)) or 1
            self._step(Step(_MERGED, places, made, self.ignored, wanted), changed)
        return joined.lost
