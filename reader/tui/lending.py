"""Pieces of other editions, lent for a look: read in a thread, one at a time, and a few editions kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from reader.archive.clause import Pattern
from reader.archive.edition_search import Span, matches_in
from reader.archive.query import Query, TooSlow
from reader.edition.edition import Edition
from reader.edition.notice_board import NoticeBoard
from reader.edition.wording import Tongue
from reader.loading.loaded import Loaded
from reader.loading.problem import EditionError
from reader.reading.contents import Item, contents
from reader.reading.pursuit import Find
from reader.typesetting.copy import Copy, article_copy, notice_copy

EDITIONS_KEPT = 4
LOANS_KEPT = 24
"""Pieces kept, as somebody goes to and fro between hits."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Loan(NamedTuple):
    """A piece of another edition with the matches of a query in it."""

    loaded: Loaded
    item: Item | None
    """None: the piece is not in the edition any more."""
    copy: Copy | None
    spans: tuple[Span, ...]


Answer = Loan | EditionError


class _Errand(NamedTuple):
    find: Find
    query: Query
    then: Callable[[Find, Answer], None]


class Lending:
    """Lends pieces of the library's editions; of many asked for at once only the last is fetched."""

    def __init__(
        self,
        load: Callable[[Path], Loaded],
        in_thread: Callable[[Callable[[], None]], object],
        back: Callable[..., object],
        tongue: Tongue,
    ) -> None:
        """`load` reads an edition, `in_thread` runs work in a thread, `back` calls in the screen's loop."""
        self._load = load
        self._in_thread = in_thread
        self._back = back
        self._tongue: Tongue = tongue
        self._editions: OrderedDict[Path, Loaded] = OrderedDict()
        self._loans: OrderedDict[tuple[str, Query], Loan] = OrderedDict()
        self._wanted: _Errand | None = None
        self._is_busy = False

    def known(self, find: Find, query: Query) -> Loan | None:
        """Return a piece that has been fetched for this query already."""
        return self._loans.get((find.key, query))

    def ask(self, find: Find, query: Query, then: Callable[[Find, Answer], None]) -> None:
        """Fetch a piece and hand it to `then`, unless another is asked for before its turn comes."""
        loan = self.known(find, query)
        if loan is not None:
            self._wanted = None
            then(find, loan)
            return
        self._wanted = _Errand(find, query, then)
        self._go()

    def forget(self) -> None:
        """Fetch nothing more, and keep nothing: files have changed, or nobody looks any more."""
        self._wanted = None
        self._editions.clear()
        self._loans.clear()

    def _go(self) -> None:
        errand = self._wanted
        if self._is_busy or errand is None:
            return
        self._is_busy = True
        path = errand.find.path
        assert path is not None
        kept = self._editions.get(path)

        def fetch() -> None:
            answer: Answer
            try:
                answer = _loan(kept or self._load(path), errand.find, errand.query, self._tongue)
            except EditionError as error:
                answer = error
            self._back(self._fetched, errand, path, answer)

        self._in_thread(fetch)

    def _fetched(self, errand: _Errand, path: Path, answer: Answer) -> None:
        self._is_busy = False
        if isinstance(answer, Loan):
            _keep(self._editions, path, answer.loaded, EDITIONS_KEPT)
            _keep(self._loans, (errand.find.key, errand.query), answer, LOANS_KEPT)
        if self._wanted is errand:
            self._wanted = None
            errand.then(errand.find, answer)
        self._go()


def _keep(kept: OrderedDict[_Key, _Value], key: _Key, value: _Value, most: int) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)


def _loan(loaded: Loaded, find: Find, query: Query, tongue: Tongue) -> Loan:
    edition, piece = loaded.edition, find.reference.piece
    item = next((item for item in contents(edition) if item.reference.piece == piece), None)
    if item is None or edition.date != find.reference.date:
        return Loan(loaded, None, None, ())
    copy = _copy(edition, item, tongue)
    copy.all()  # read here to its end: the screen only looks at it
    return Loan(loaded, item, copy, spans_in(query, copy, find))


def spans_in(query: Query, copy: Copy, find: Find) -> tuple[Span, ...]:
    """Return every match in a copy; where a regular expression takes too long, those the search has found."""
    try:
        return tuple(matches_in(query, copy))
    except TooSlow:
        return find.hit.spans


def is_quick(query: Query) -> bool:
    """May the query's matches be looked for between two keys? A regular expression's may not."""
    return not any(isinstance(term, Pattern) for term in query.terms)


def _copy(edition: Edition, item: Item, tongue: Tongue) -> Copy:
    if item.article is not None:
        return article_copy(edition, item.article)
    assert item.notice is not None
    standings = NoticeBoard([edition]).standings(edition.last_instant())
    standing = next(standing for standing in standings if standing.notice.id == item.notice.id)
    return notice_copy(standing, edition, tongue)
