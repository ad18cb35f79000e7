"""Search over all back issues: an index says where to look, and every hit is verified in its text."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from reader.archive.clause import InSection, Part
from reader.archive.edition_search import never
from reader.archive.folding import Folding
from reader.archive.hit import Hit
from reader.archive.issue_index import Candidate, IndexReader, Tally
from reader.archive.limits import in_section
from reader.archive.pattern import PATIENCE, TimeLimit
from reader.archive.pinyin import Pinyin
from reader.archive.plan import Plan
from reader.archive.query import Query
from reader.archive.searchable import FoldedCopy, PieceFacts
from reader.archive.sieve import Sieve, Stage, day_of, sieve
from reader.edition.reference import Reference

HEARD_IN: Collection[Part | None] = frozenset(Part)
"""Where pinyin is listened for in back issues: in titles and bylines, for every text would take too long."""
COUNTED = 20_000
"""Hits that are counted at the most."""
COUNT_SECONDS = 0.25
"""How long hits are counted by reading their texts, where the index cannot tell."""


class Order(StrEnum):
    """In which order hits come."""

    DATE = "date"
    """Newest first; of one day as in the paper."""
    RANK = "rank"
    """In titles before bylines before the rest, each newest first."""


@dataclass(frozen=True, kw_only=True)
class ArchiveHit:
    """A hit and the edition it is in."""

    hit: Hit
    path: Path
    """Of the edition's file."""
    paper: str
    edition: str | None
    page: str | None
    row: int
    """What orders it: the newest day has the highest."""

    @property
    def reference(self) -> Reference:
        """The reference inside the paper."""
        return self.hit.reference


class ArchiveSearch:
    """Searches the back issues an index knows; one search at a time."""

    def __init__(self, reader: IndexReader, root: Path) -> None:
        """`root` is the library whose index it is."""
        self._reader = reader
        self._root = root
        self._folding = Folding()
        self._pinyin: Pinyin | None = None

    def find(
        self,
        query: Query,
        order: Order = Order.DATE,
        *,
        paper: str | None = None,
        without: Collection[str] = (),
        cancelled: Callable[[], bool] = never,
        patience: float = PATIENCE,
    ) -> Iterator[ArchiveHit]:
        """Yield every hit, found as it is asked for; as written before heard as pinyin.

        `without` are paths of the library whose editions are passed over, `patience` the seconds regular
        expressions may take in all. An empty query finds nothing.

        Raises:
            IndexUnusable: the index cannot be read (any more).
            TooSlow: the regular expressions take longer.
        """
        question = None if query.is_empty else self._sieve(query, paper)
        if question is not None:
            yield from self._hits(query, question, order, paper, without, cancelled, patience)

    def _hits(
        self,
        query: Query,
        question: Sieve,
        order: Order,
        paper: str | None,
        without: Collection[str],
        cancelled: Callable[[], bool],
        patience: float,
        only: list[Stage] | None = None,
    ) -> Iterator[ArchiveHit]:
        """Yield the hits of all stages, or of those wanted only."""
        plan = Plan(query, self._folding, self._readings, TimeLimit(patience), HEARD_IN)
        stages = _stages(question, order)
        with self._reader.while_not(cancelled):
            for stage in only or stages:
                for hit in self._of_stage(replace(question, stage=stage), plan, without):
                    if cancelled():
                        return
                    # A piece belongs to the first stage that it passes, and came with that one.
                    if (paper is None or hit.paper == paper) and _stage_of(hit.hit, stages) is stage:
                        yield hit

    def count(
        self,
        query: Query,
        *,
        paper: str | None = None,
        without: Collection[str] = (),
        cancelled: Callable[[], bool] = never,
    ) -> Tally:
        """Return how many hits there are, counted to `COUNTED` or for `COUNT_SECONDS`.

        Raises:
            IndexUnusable: the index cannot be read (any more).
            TooSlow: the regular expressions take too long.
        """
        question = None if query.is_empty else self._sieve(query, paper)
        if question is None:
            return Tally(0)
        tally: Tally | None = None  # should it be given up
        with self._reader.while_not(cancelled):
            tally = None if without else self._reader.tally(question, COUNTED)
        is_heard = any(term.letters for term in question.terms)
        if tally is not None and (not is_heard or not tally.is_exact):
            return tally
        stages = None if tally is None else [Stage.HEARD]
        counted = tally.pieces if tally is not None else 0
        until = time.monotonic() + COUNT_SECONDS
        for _ in self._hits(query, question, Order.DATE, paper, without, cancelled, PATIENCE, stages):
            counted += 1
            if counted >= COUNTED or time.monotonic() > until:
                return Tally(counted, is_exact=False)
        return Tally(counted)

    def _of_stage(self, question: Sieve, plan: Plan, without: Collection[str]) -> Iterator[ArchiveHit]:
        for order, candidate in enumerate(self._reader.candidates(question)):
            if candidate.path in without:
                continue
            hit = plan.hit(_facts(candidate), self._copy(candidate), order)
            if hit is not None:
                yield ArchiveHit(
                    hit=hit,
                    path=self._root / candidate.path,
                    paper=candidate.paper,
                    edition=candidate.edition,
                    page=candidate.page,
                    row=candidate.row,
                )

    def _copy(self, candidate: Candidate) -> FoldedCopy:
        return FoldedCopy(candidate.texts, candidate.parts, candidate.opening, self._folding)

    def _sieve(self, query: Query, paper: str | None) -> Sieve | None:
        """Return what the index is asked; None when no piece can fulfil the query."""
        clauses = [clause for clause in query.clauses if isinstance(clause, InSection)]
        known = self._reader.places() if clauses or paper is not None else None
        if known is None:
            return sieve(query, self._folding, None)
        tests = [(in_section(clause.text, self._folding, self._readings), clause) for clause in clauses]
        places = frozenset(
            id
            for id, place in known.items()
            if (paper is None or place.paper == paper)
            and all(test(place.name, place.page) is not clause.is_excluded for test, clause in tests)
        )
        return sieve(query, self._folding, places) if places else None

    def _readings(self) -> Pinyin:
        if self._pinyin is None:
            self._pinyin = Pinyin()
        return self._pinyin


def _facts(candidate: Candidate) -> PieceFacts:
    date = day_of(candidate.row)
    return PieceFacts(
        reference=Reference(date, candidate.piece),
        title=candidate.title,
        section=candidate.section,
        page=candidate.page,
        kind=candidate.kind,
        date=date,
    )


def _stages(question: Sieve, order: Order) -> list[Stage]:
    stages = [Stage.WRITTEN]
    if order is Order.RANK and question.terms:
        stages = [Stage.TITLE, Stage.BYLINE, Stage.WRITTEN]
    if any(term.letters for term in question.terms):
        stages.append(Stage.HEARD)
    return stages


def _stage_of(hit: Hit, stages: list[Stage]) -> Stage:
    if hit.rank.is_heard and Stage.HEARD in stages:
        return Stage.HEARD
    return (Stage.TITLE, Stage.BYLINE, Stage.WRITTEN)[hit.rank.place] if len(stages) > 2 else Stage.WRITTEN


def place_in(order: Order, hit: ArchiveHit) -> tuple[int, int, int]:
    """Return what hits of one search are sorted by: lower comes first."""
    rank = hit.hit.rank
    return (rank.is_heard, rank.place if order is Order.RANK and not rank.is_heard else 0, -hit.row)
