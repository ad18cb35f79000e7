"""What the command line hands to the reader: plain values, all decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.edition.wording import Tongue, Wording
from reader.loading.file_state import MAX_BYTES
from reader.loading.loaded import Loaded
from reader.paths import program_folder
from reader.reading.store import StateStore
from reader.tui import sayings
from reader.tui.desk import Habits
from reader.tui.key import Need
from reader.tui.picture_plan import Means

if TYPE_CHECKING:
    from reader.archive.issue_index import IssueIndex
    from reader.tui.index_news import IndexPost


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Opening(NamedTuple):
    """Which edition is opened, from where, and how its reader likes it."""

    path: Path
    loaded: Loaded
    store: StateStore
    """Where places, marks and what has been read are kept."""
    library_root: Path | None = None
    """The folder of the back issues; None when the edition stands alone."""
    habits: Habits = Habits()
    tongue: Tongue = "zh"
    clock: Callable[[], dt.datetime] = _now
    """The present, with a zone."""
    encoding: str = "utf-8"
    limit: int = MAX_BYTES
    """The largest file that is read, in bytes."""
    cache_dir: Path | None = None
    """Where plates are kept; None keeps none."""
    index_dir: Path | None = None
    """Where the indexes of libraries are; without one the files of a small library are searched."""
    make_index: Callable[[Path], IssueIndex] | None = None
    """Opens the index of a library that is kept elsewhere than in `index_dir`."""
    keeps_index: bool = False
    """May the reader have the index brought up to the library? Else what there is of it is believed."""
    index_post: IndexPost | None = None
    """Where it is told how the index stands that somebody else keeps; None: nobody tells."""
    is_guest: bool = False
    """Is the reader a guest of who runs the program, and no advice on files or commands of use to them?"""
    can_edit: bool = True
    """May the reader open $EDITOR here?"""
    can_copy: bool = True
    """May a text be put on the clipboard of the terminal?"""
    no_clipboard: Wording = sayings.NO_CLIPBOARD
    """What to do instead where it may not."""
    keeps_places: bool = True
    """Does the store outlast the reader's visit?"""
    is_alone: bool = True
    """Is the process this reader's own? Else garbage collection is others' to see to."""
    can_proof: bool = True
    """May the reader proofread, and so write the edition's file?"""
    is_for_proof: bool = False
    """Was the edition opened to be proofread? Then the reader ends with proof mode."""
    program: Path = program_folder()
    """The folder of the program: an edition in it is not changed."""
    journals: Path | None = None
    """The folder in which proof mode keeps what is not written; without one it lasts until it is left."""
    stylebook: Path | None = None
    """The house's style; None: the stylebook nearest above the edition."""

    @property
    def lacks(self) -> frozenset[Need]:
        """What this reader is not given: no key for it is offered to them."""
        given = {
            Need.EDITOR: self.can_edit,
            Need.PROOF: self.can_proof,
            Need.FILES: self.can_edit,
            Need.CLIPBOARD: self.can_copy,
            Need.PICTURES: self.can_edit or self._has_pictures(),
            Need.PLACES: self.keeps_places,
        }
        return frozenset(need for need, is_given in given.items() if not is_given)

    def _has_pictures(self) -> bool:
        """Can pictures be shown as things are? Who owns the machine is told what is to be installed."""
        if self.habits.pictures.asked is Means.OFF:
            return False
        from reader.tui.picture_prints import is_installed  # late: asked of guests only

        return is_installed()

    def open_index(self) -> IssueIndex | None:
        """Return the index of the library; None where there is no library, or no place for its index."""
        if self.library_root is None:
            return None
        if self.make_index is not None:
            return self.make_index(self.library_root)
        if self.index_dir is None:
            return None
        from reader.archive.file_index import FileIndex  # late: opening a paper needs none

        return FileIndex(self.index_dir, self.library_root)
