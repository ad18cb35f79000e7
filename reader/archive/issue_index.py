"""An index of back issues: what every engine behind the search can do, and what may go wrong with one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from reader.archive.clause import Part
from reader.archive.filed import Filed
from reader.archive.sieve import PlaceKey, Sieve
from reader.edition.article import Kind
from reader.edition.wording import Wording


class IndexUnusable(Exception):
    """The index cannot be read or written now; nothing is lost by it, as the library itself is searched then.

    `why` says what is the matter and what to do.
    """

    def __init__(self, why: Wording) -> None:
        self.why = why
        super().__init__(why.en)


class IndexDamaged(IndexUnusable):
    """The index holds what it cannot hold; give it up (`IssueIndex.discard`) and have it made anew."""


class Candidate(NamedTuple):
    """A piece that may fulfil a query, with all that is needed to verify it."""

    row: int
    path: str
    """Of its edition, relative to the library."""
    paper: str
    edition: str | None
    piece: str
    title: str
    section: str
    page: str | None
    kind: Kind | None
    texts: tuple[str, ...]
    parts: tuple[Part | None, ...]
    opening: int


class Tally(NamedTuple):
    """How many pieces fulfil a query: `pieces`, or more than that when not `is_exact`."""

    pieces: int
    is_exact: bool = True


class IndexReader(Protocol):
    """Reads one index; used by one thread at a time. Writers never block it."""

    def is_current(self) -> bool:
        """Is what it reads still the library's index? Else another has been made; open that one."""

    def records(self) -> Mapping[str, Filed]:
        """Return every file the index knows by its path, without pieces.

        Raises:
            IndexUnusable: it cannot be read.
        """

    def places(self) -> Mapping[int, PlaceKey] | None:
        """Return every section there is or was, by its id; None: it does not know them beforehand.

        Raises:
            IndexUnusable: it cannot be read.
        """

    def candidates(self, sieve: Sieve) -> Iterator[Candidate]:
        """Yield what passes the sieve from newest to oldest, read as it is asked for.

        Raises:
            IndexUnusable: it cannot be read (also while it is read on).
        """

    def tally(self, sieve: Sieve, most: int) -> Tally | None:
        """Return how many pieces pass the stage `WRITTEN`, counting to `most`.

        None: the index cannot tell without their texts being read.

        Raises:
            IndexUnusable: it cannot be read.
        """

    def while_not(self, cancelled: Callable[[], bool]) -> AbstractContextManager[None]:
        """Give up what is read within as soon as `cancelled` says yes: it then ends early, without error."""

    def close(self) -> None:
        """Give back what it holds."""


class IndexWriter(Protocol):
    """Writes one index; several may at once, in this process or in others."""

    def records(self) -> Mapping[str, Filed]:
        """Return every file the index knows by its path, without pieces, as `IndexReader.records`."""

    def preparer(self) -> Callable[[Filed], Any]:
        """Return what makes a file ready to be written: the larger part of the work, done in any process.

        What it answers can be pickled, and only `write` understands it.
        """

    def write(self, prepared: Sequence[Any]) -> Collection[str]:
        """Keep these, each whole or not at all, instead of what was kept at their paths.

        A reader sees each as it was or as it is, never half. What is kept already at the same stamp stays.
        Returned are the paths of those it has no room for (see `ROWS_A_DAY`), of which it then knows nothing.

        Raises:
            IndexUnusable: it cannot be written (a full disk, a closed folder, a server that does not answer);
                each edition is as it was or as it is to be.
        """

    def drop(self, paths: Sequence[str]) -> None:
        """Forget the files at these paths.

        Raises:
            IndexUnusable: it cannot be written.
        """

    def finish(self, *, is_large: bool) -> None:
        """Tidy up after writing; `is_large` says that much was written.

        Raises:
            IndexUnusable: it cannot be written.
        """

    def close(self) -> None:
        """Give back what it holds."""


class IssueIndex(Protocol):
    """One library's index, wherever it is kept."""

    def reader(self) -> IndexReader:
        """Open it for reading.

        Raises:
            IndexUnusable: there is none yet, or it cannot be read.
        """

    def writer(self) -> IndexWriter:
        """Open it for writing, making it when there is none, it is damaged, or another version made it.

        Raises:
            IndexUnusable: it cannot be written.
        """

    def discard(self) -> None:
        """Give up what there is, because it is damaged: the next writer makes it anew.

        Raises:
            IndexUnusable: it cannot be written.
        """
