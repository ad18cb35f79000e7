"""A sitting of proofreading without a screen: what was found, what is done about it, and its file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.copydesk import proof_sayings as sayings
from reader.copydesk.difference import Difference, difference
from reader.copydesk.examiner import Examiner
from reader.copydesk.ignored_file import beside
from reader.copydesk.journal import Journal, digest_of
from reader.copydesk.patch import Piece, offset_before, pieces
from reader.copydesk.place import Place
from reader.copydesk.proof_fixing import FixingSitting
from reader.copydesk.proof_state import Offer, ProofState, Said
from reader.copydesk.shared_copy import Disk, SharedCopy
from reader.copydesk.working_copy import ChangedOnDisk
from reader.edition.wording import Wording
from reader.loading.file_state import MAX_BYTES, Stamp, stamp_of
from reader.loading.problem import EditionError, Problem
from reader.proofreading.stylebook import Stylebook


class ProofSitting(FixingSitting):
    """One editor's sitting over one edition; nothing done in it is lost unless it is thrown away."""

    def __init__(
        self,
        path: Path,
        stylebook: Stylebook,
        *,
        clock: Callable[[], dt.datetime],
        journals: Path | None = None,
        library: Path | None = None,
        encoding: str = "utf-8",
        limit: int = MAX_BYTES,
        why_read_only: Wording | None = None,
    ) -> None:
        """Read the file; nothing is examined yet (`settle`).

        `journals` is the folder in which is kept what is not written, `library` the folder pictures may not
        leave, `why_read_only` what the caller knows against changing the file.

        Raises:
            EditionError: it cannot be read, or is no edition.
        """
        journal = Journal(journals, path) if journals is not None else None
        copy = SharedCopy(path, clock=clock, journal=journal, encoding=encoding, limit=limit)
        super().__init__(copy, Examiner(stylebook, library), why_read_only)
        self._unreadable: Stamp | None = None
        kept = journal.read() if journal is not None else None
        if kept is not None:
            is_same = kept.digest == digest_of(copy.saved.data)
            self.state = replace(self.state, offer=Offer(kept, is_same))

    @property
    def journal_trouble(self) -> Wording | None:
        """Why what is not written is lost when the sitting ends."""
        journal = self.copy.journal
        return journal.trouble if journal is not None else sayings.NO_JOURNAL

    def close(self) -> None:
        """End the sitting; what is not written is kept for the next."""
        if self.copy.journal is not None:
            self.copy.journal.close()

    # -- what was left --------------------------------------------------------------------------

    def take_up(self) -> ProofState:
        """Go on with what an earlier sitting has left."""
        offer = self.state.offer
        if offer is None or self.state.why_read_only is not None:
            return self.state
        try:
            lost = self.copy.resume(offer.kept)
        except (EditionError, UnicodeError) as error:
            return self.say(sayings.NOT_MERGED, is_trouble=True, problem=_problem(error))
        self.state = replace(self.state, offer=None)
        said = Said(sayings.RESUMED.filled(count=self.copy.pending.total))
        return self._read_anew(lost, said)

    def throw_away(self) -> ProofState:
        """Forget what an earlier sitting has left."""
        if self.state.offer is None:
            return self.state
        if self.copy.journal is not None:
            self.copy.journal.discard()
        self.state = replace(self.state, offer=None, said=Said(sayings.DISCARDED))
        return self.state

    # -- writing --------------------------------------------------------------------------------

    def difference(self) -> Difference | None:
        """Return what writing would do; None when there is nothing to write, or it cannot be done."""
        if self.is_refused():
            return None
        if not self.copy.pending.is_any:
            self.say(sayings.NOTHING_TO_WRITE)
            return None
        return difference(self.copy)

    def write(self) -> ProofState:
        """Write the file and what is ignored, each whole or not at all; not over what others have written."""
        if self.is_refused():
            return self.state
        pending, path = self.copy.pending, self.copy.path
        if not pending.is_any:
            return self.say(sayings.NOTHING_TO_WRITE)
        try:
            self.copy.write()
        except ChangedOnDisk:
            gone = stamp_of(path) is None
            self.state = replace(self.state, disk=Disk.GONE if gone else Disk.CHANGED)
            return self.say(
                sayings.GONE if gone else sayings.CHANGED_ON_DISK, is_trouble=True, file=path.name
            )
        except OSError as error:
            self.state = replace(self.state, pending=self.copy.pending)
            why = error.strerror or type(error).__name__
            return self.say(sayings.NOT_WRITTEN, is_trouble=True, why=why)
        said = sayings.WRITTEN.filled(file=path.name, changes=pending.changes)
        trouble = self.copy.ignored_trouble
        if pending.ignored and trouble is not None:
            problem = Wording(trouble.render("zh"), trouble.render("en"))
            said = sayings.IGNORED_NOT_WRITTEN.filled(written=said, problem=problem)
        elif pending.ignored:
            said = sayings.WRITTEN_IGNORED.filled(
                written=said, ignored=pending.ignored, beside=beside(path).name
            )
        self.state = replace(
            self.state,
            pending=self.copy.pending,
            disk=Disk.SAME,
            said=Said(said, bool(pending.ignored and trouble)),
        )
        return self.state

    # -- others ---------------------------------------------------------------------------------

    def watch(self) -> ProofState:
        """Look whether the file was saved elsewhere; with nothing to lose it is read anew at once."""
        disk = self.copy.look()
        if disk is Disk.CHANGED and not self.copy.pending.is_any and self.state.offer is None:
            stamp = stamp_of(self.copy.path)
            if stamp == self._unreadable:
                return self.state
            self.reload()
            if self.state.disk is not Disk.SAME:
                self._unreadable = stamp  # not again until it is another one
            return self.state
        if disk is not self.state.disk:
            self.state = replace(self.state, disk=disk)
        return self.state

    def reload(self) -> ProofState:
        """Read the file as it now is, with those changes that still find their place in it."""
        if self.state.offer is not None:
            return self.say(sayings.ANSWER_FIRST, is_trouble=True)
        disk, is_pending = self.copy.look(), self.copy.pending.is_any
        if disk is Disk.SAME:
            self.state = replace(self.state, disk=disk)
            return self.say(sayings.UNCHANGED)
        try:
            lost = self.copy.reload()
        except (EditionError, UnicodeError) as error:
            self.state = replace(self.state, disk=disk)
            words = sayings.NOT_MERGED if is_pending else sayings.NOT_READ
            return self.say(words, is_trouble=True, problem=_problem(error))
        return self._read_anew(lost, Said(sayings.MERGED if is_pending else sayings.RELOADED))

    def has_changed_on_disk(self) -> bool:
        """Is the file another one than the one that was read or written last?"""
        return self.copy.look() is not Disk.SAME

    def place_on_disk(self) -> Place:
        """Return where the finding the cursor is on stands in the file as it is on disk."""
        here, saved = self.state.here, self.copy.saved
        if here is None:
            return saved.lines.place(0, 0)
        place = here.place if here.finding is None else self.state.manuscript.place(here.finding.spot)
        at = offset_before(pieces(saved.text, self.copy.manuscript.text), place.start)
        return saved.lines.place(at, at)

    def _read_anew(self, lost: tuple[Piece, ...], said: Said) -> ProofState:
        self._silenced = []
        if lost:
            said = Said(sayings.MERGED_PARTLY.filled(lost=len(lost)), is_trouble=True)
        before = self.state.manuscript
        self.state = replace(self.state, disk=Disk.SAME)
        self._changed(self._unchanged_since(before), said)
        self.state = replace(self.state, lost=lost)
        return self.state


def _problem(error: Exception) -> Wording:
    """Return the first thing that is wrong, with its line."""
    if isinstance(error, EditionError) and error.problems:
        first: Problem = error.problems[0]
        place = f"{error.path.name}:{first.line}:{first.column}"
        return Wording("{place} {what}", "{place} {what}").filled(place=place, what=first.what)
    return sayings.OTHER_CHARACTERS
