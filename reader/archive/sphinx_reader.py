"""Reading an index on Sphinx: what may fulfil a query, in pages from newest to oldest, then its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from reader.archive.edition_search import never
from reader.archive.filed import Filed
from reader.archive.index_schema import kind_number
from reader.archive.issue_index import Candidate, IndexUnusable, Tally
from reader.archive.pinyin import Pinyin
from reader.archive.sieve import PlaceKey, Sieve, Stage
from reader.archive.sounds import Sounds
from reader.archive.sphinx_address import SphinxAddress
from reader.archive.sphinx_schema import (
    What,
    candidate,
    edition_unpacked,
    rest_ids,
    shard_id,
    shard_row,
    unpacked,
)
from reader.archive.sphinx_terms import EDITION, PLACE, Question, heard, question
from reader.archive.sphinx_wire import Row, Wire
from reader.edition.wording import Wording

PAGE, PAGE_GROWTH, LARGEST_PAGE = 60, 4, 60_000
"""Rows of the first page, how many times as many the next has, and the most: their texts are read later."""
RECORDS = 2000
"""Rows of which the packed values are read at once where all are wanted."""
HANDFUL = 2 << 20
"""Characters of packed values that are read at once, or those of one piece."""
MOST_AT_ONCE = 1000
"""Pieces whose packed values are read at once."""
MOST_PLACES = 4000
"""Sphinx takes 4,096 values in one list (``max_filter_values``)."""

_NONE_YET = Wording(
    "索引服务器上还没有这些往期的索引；运行 paper-reader index",
    "the index server has no index of these back issues yet; run paper-reader index",
)


class _Found(NamedTuple):
    """A row of a page."""

    id: int
    line: int
    kind: int
    amount: int


class SphinxReader:
    """Reads one library's index by the server that asks all shards."""

    def __init__(self, wire: Wire, address: SphinxAddress) -> None:
        """Look whether every shard is there.

        Raises:
            IndexUnusable: there is no index of this version and of these shards yet, or no answer.
        """
        self._wire = wire
        self._table = address.table
        self._shards = len(address.shards)
        self._sounds: Sounds | None = None
        if not self._is_there():
            raise IndexUnusable(_NONE_YET)

    def records(self) -> Mapping[str, Filed]:
        """Return every file the index knows by its path, without pieces."""
        files = map(edition_unpacked, self._all(EDITION).values())
        return {file.path: file for file in files}

    def places(self) -> Mapping[int, PlaceKey]:
        """Return every section there is or was, by its id."""
        return {id: PlaceKey(*unpacked(letters)) for id, letters in self._all(PLACE).items()}

    def candidates(self, sieve: Sieve) -> Iterator[Candidate]:
        """Yield what passes the sieve from newest to oldest."""
        asked = self._heard(sieve) if sieve.stage is Stage.HEARD else question(sieve)
        if asked.is_hopeless:
            return
        for page in self._pages(asked.match, sieve):
            for handful in _handfuls(page):
                packed = self._packed(handful)
                for found in handful:
                    if found.id in packed:  # else its edition has been replaced since
                        yield candidate(found.line, found.kind, packed[found.id])

    def tally(self, sieve: Sieve, most: int) -> Tally | None:
        """Return how many pieces pass, counting to `most`; None when texts would have to be read for it."""
        asked = question(sieve)
        if asked.is_hopeless:
            return Tally(0)
        if not asked.is_exact or sieve.stage is not Stage.WRITTEN or not _says_places(sieve):
            return None
        pieces = self._wire.count(
            f"SELECT id FROM {self._table} WHERE {_where(asked.match, sieve)} LIMIT 1 OPTION max_matches=1"
        )
        return Tally(min(pieces, most), pieces <= most)

    @contextmanager
    def while_not(self, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Give up what is read within as soon as `cancelled` says yes."""
        self._wire.cancelled = cancelled
        try:
            yield
        except IndexUnusable:
            if not cancelled():
                raise
        finally:
            self._wire.cancelled = never

    def is_current(self) -> bool:
        """Is it still an index of this version and of these shards, and is every shard there?"""
        try:
            return self._is_there()
        except IndexUnusable:
            return False

    def close(self) -> None:
        """Hang up."""
        self._wire.close()

    # -- how it is asked --------------------------------------------------------------------------

    def _is_there(self) -> bool:
        ids = ",".join(str(shard_id(number)) for number in range(self._shards))
        known = {str(row[0]) for row in self._select("packed", f"id IN ({ids})", limit=self._shards)}
        return known == {shard_row(number, self._shards).packed for number in range(self._shards)}

    def _heard(self, sieve: Sieve) -> Question:
        if self._sounds is None:
            self._sounds = Sounds(Pinyin())
        ways = [self._sounds.asked(term.letters) for term in sieve.terms if term.letters]
        return heard(ways, [term for term in sieve.terms if not term.letters])

    def _pages(self, match: str, sieve: Sieve) -> Iterator[list[_Found]]:
        """Yield what passes in pages, each larger than the one before.

        A page begins at the line on which the last one ended: two writers at once may have given one line to
        two pieces.
        """
        first, last = sieve.rows
        size, seen = PAGE, set[int]()
        while first <= last:
            where = _where(match, sieve, last)
            rows = [
                _Found(*row)
                for row in self._select("id, line, kind, amount", where, "line DESC, id ASC", size)
            ]
            page = [found for found in rows if found.id not in seen]
            yield page
            if len(rows) < size:
                return
            last = rows[-1].line
            seen = {found.id for found in rows if found.line == last}
            size = min(size * PAGE_GROWTH, LARGEST_PAGE)

    def _packed(self, handful: list[_Found]) -> dict[int, str]:
        """Return the packed values of these rows by their ids, those that are still there."""
        rests = {found.id: rest_ids(found.id, found.amount) for found in handful}
        lines = (
            f"line BETWEEN {handful[-1].line} AND {handful[0].line} AND id IN"  # a smaller part is looked at
        )
        parts: dict[int, str] = {}
        whole = [id for id, rest in rests.items() if not rest]
        if whole:
            where = f"{lines} ({','.join(map(str, whole))})"
            parts.update(self._select("id, packed", where, limit=len(whole)))
        for id, rest in rests.items():
            if rest:
                where = f"{lines} ({','.join(map(str, (id, *rest)))})"
                found: dict[int, str] = dict(self._select("id, packed", where, limit=len(rest) + 1))
                if len(found) == len(rest) + 1:
                    parts[id] = "".join(found[part] for part in (id, *rest))
        return parts

    def _all(self, mark: str) -> dict[int, str]:
        """Return the packed values of all rows with this mark, by id."""
        found: dict[int, str] = {}
        last = -1
        while True:
            where = f"MATCH('@mark {mark}') AND id > {last}"
            rows = self._select("id, packed, line, amount", where, "id ASC", RECORDS)
            for id, letters, line, amount in rows:
                found[id] = letters
                if amount > len(letters):
                    found |= self._packed([_Found(id, line, 0, amount)])
            if len(rows) < RECORDS:
                return found
            last = rows[-1][0]

    def _select(self, columns: str, where: str, order: str = "id ASC", limit: int = 1) -> list[Row]:
        return self._wire.ask(
            f"SELECT {columns} FROM {self._table} WHERE {where} ORDER BY {order} LIMIT {limit}"
            f" OPTION max_matches={limit}"
        )


def _where(match: str, sieve: Sieve, last: int | None = None) -> str:
    """Return the condition of a sieve, up to this line at the most."""
    first, end = sieve.rows
    conditions = [f"MATCH('{match}')"] if match else []
    conditions += [f"what = {What.PIECE:d}", f"line BETWEEN {first} AND {end if last is None else last}"]
    if sieve.places is not None and _says_places(sieve):
        conditions.append(f"place IN ({','.join(map(str, sorted(sieve.places)))})")
    if sieve.kinds is not None:
        # A list must not be empty; no piece is of the kind -1 that stands for none.
        numbers = [kind_number(kind) + 1 for kind in sieve.kinds] or [999]
        conditions.append(f"kind IN ({','.join(map(str, sorted(numbers)))})")
    return " AND ".join(conditions)


def _says_places(sieve: Sieve) -> bool:
    """Are the sections few enough to be said? Else all pass, and whoever verifies keeps the others back."""
    return sieve.places is None or 0 < len(sieve.places) <= MOST_PLACES


def _handfuls(page: list[_Found]) -> Iterator[list[_Found]]:
    """Yield the rows of a page in such numbers as may be read at once."""
    handful: list[_Found] = []
    amount = 0
    for found in page:
        if handful and (len(handful) == MOST_AT_ONCE or amount + found.amount > HANDFUL):
            yield handful
            handful, amount = [], 0
        handful.append(found)
        amount += found.amount
    if handful:
        yield handful
