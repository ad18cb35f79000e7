"""A page divided among its stories: rectangles of columns, found by cutting it in two again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

IMPOSSIBLE = 1e9
"""What a rectangle costs in which not even the headline stands."""


class Cell(NamedTuple):
    """A rectangle of a page, in columns across and rows down."""

    column: int
    row: int
    columns: int
    rows: int


class Need(NamedTuple):
    """What one story (or a box of several) asks of a page."""

    cost: Callable[[int, int], float]
    """How badly it stands in so many columns and rows; `IMPOSSIBLE` where it cannot."""
    share: float
    """Columns times rows it should have of the page: what cuts are aimed at."""
    whole: Callable[[int], int]
    """The rows in which all of it stands, in so many columns."""
    least: Callable[[int], int]
    """The rows in which its headline stands, in so many columns."""


class _Plan(NamedTuple):
    """The best division found: its cost, and how it is made."""

    cost: float
    cut: str
    """``""`` for one story, ``|`` for a cut between columns, ``-`` for one between rows."""
    at: int = 0
    """How many stories lie before the cut."""
    size: int = 0
    """How many columns or rows lie before it."""


def divided(needs: Sequence[Need], columns: int, rows: int) -> tuple[tuple[Cell, ...], int]:
    """Return a rectangle for each story, in their order, and the rows of all: more than `rows` only where the
    headlines need more.

    The stories come by rank, and the graver half of every cut lies left of it or above: so the first has the
    top left, and the eye finds the paper's order. A row is left for the rule at every cut between rows.
    Cuts are tried where the shares ask for them and where a story is just whole; the cheapest division of
    all of these is taken, the first of equals: the same stories always give the same page.
    """
    if not needs:
        return (), rows
    search = _Search(needs)
    rows = max(rows, search.least(0, len(needs), columns))
    return tuple(search.cells(0, len(needs), Cell(0, 0, columns, rows))), rows


_NO_PLAN = _Plan(IMPOSSIBLE, "")


class _CutBetweenRows(NamedTuple):
    """A cut between rows, as far as it does not depend on how many there are."""

    at: int
    """Stories above it."""
    fewest: int
    """Rows they need at the least."""
    behind: int
    """Rows those below it need at the least."""
    share: float
    """What those above should have of the whole, from 0 to 1."""
    whole: int | None
    """The rows in which a single story above is whole."""
    whole_last: int | None
    """The rows in which a single story below is whole."""


class _Cuts(NamedTuple):
    """The cuts that are tried on a row of stories in so many columns, however many rows there are."""

    between_columns: tuple[tuple[int, int], ...]
    """Stories and columns before the cut."""
    between_rows: tuple[_CutBetweenRows, ...]


def _key(first: int, last: int, columns: int, rows: int) -> int:
    # One number: it is asked for tens of thousands of times, and a tuple would be made each time.
    return ((first << 8 | last) << 4 | columns) << 16 | rows


class _Search:
    """The divisions looked at, each once."""

    def __init__(self, needs: Sequence[Need]) -> None:
        self._needs = needs
        self._known: dict[int, _Plan] = {}
        self._least: dict[tuple[int, int, int], int] = {}
        self._cuts: dict[tuple[int, int, int], _Cuts] = {}
        self._sums = [0.0]
        for need in needs:
            self._sums.append(self._sums[-1] + max(need.share, 0.01))

    def plan(self, first: int, last: int, columns: int, rows: int) -> _Plan:
        """The cheapest division of this rectangle among the stories from `first` up to `last`."""
        key = _key(first, last, columns, rows)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._planned(first, last, columns, rows)
        return known

    def least(self, first: int, last: int, columns: int) -> int:
        """The fewest rows in which the headlines of these stories stand in so many columns."""
        key = (first, last, columns)
        known = self._least.get(key)
        if known is None:
            if last - first == 1:
                known = self._needs[first].least(columns)
            else:
                known = min(self._least_of_cuts(first, last, columns))
            self._least[key] = known
        return known

    def cells(self, first: int, last: int, cell: Cell) -> list[Cell]:
        """The rectangles of the cheapest division."""
        plan = self.plan(first, last, cell.columns, cell.rows)
        if not plan.cut:
            return [cell]
        column, row, columns, rows = cell
        if plan.cut == "|":
            before = Cell(column, row, plan.size, rows)
            after = Cell(column + plan.size, row, columns - plan.size, rows)
        else:
            before = Cell(column, row, columns, plan.size)
            after = Cell(column, row + plan.size + 1, columns, rows - plan.size - 1)
        return [*self.cells(first, plan.at, before), *self.cells(plan.at, last, after)]

    def _planned(self, first: int, last: int, columns: int, rows: int) -> _Plan:
        if rows < self.least(first, last, columns):
            return _NO_PLAN
        if last - first == 1:
            return _Plan(self._needs[first].cost(columns, rows), "")
        cuts = self._cuts.get((first, last, columns))
        if cuts is None:
            cuts = self._cuts[first, last, columns] = self._cuts_of(first, last, columns)
        best = self._cheapest(first, last, columns, rows, cuts)
        if best.cost >= IMPOSSIBLE:
            # What can stand at all is found to stand: by the cuts that need the fewest rows.
            best = self._cheapest(first, last, columns, rows, self._tightest(first, last, columns))
        return best

    def _cheapest(self, first: int, last: int, columns: int, rows: int, cuts: _Cuts) -> _Plan:
        # What is known is looked up here and not in `plan`: a call for each would be half of the time.
        known, plan = self._known.get, self.plan
        least, best = IMPOSSIBLE, ("", 0, 0)
        for at, size in cuts.between_columns:
            before = known(_key(first, at, size, rows)) or plan(first, at, size, rows)
            cost = before[0]
            if cost < least:
                rest = columns - size
                cost += (known(_key(at, last, rest, rows)) or plan(at, last, rest, rows))[0]
                if cost < least:
                    least, best = cost, ("|", at, size)
        for at, fewest, behind, share, whole, whole_last in cuts.between_rows:
            most = rows - 1 - behind
            if fewest > most:
                continue
            # Every other size is enough, and makes more of the smaller rectangles alike.
            sizes = [max(fewest, min(most, round((rows - 1) * share) & ~1))]
            for wanted in (whole, None if whole_last is None else rows - 1 - whole_last):
                if wanted is not None and (fitting := max(fewest, min(most, wanted))) not in sizes:
                    sizes.append(fitting)
            for size in sizes:
                before = known(_key(first, at, columns, size)) or plan(first, at, columns, size)
                cost = before[0]
                if cost < least:
                    rest = rows - size - 1
                    cost += (known(_key(at, last, columns, rest)) or plan(at, last, columns, rest))[0]
                    if cost < least:
                        least, best = cost, ("-", at, size)
        return _Plan(least, *best)

    def _least_of_cuts(self, first: int, last: int, columns: int) -> Iterator[int]:
        for at in range(first + 1, last):
            yield self.least(first, at, columns) + 1 + self.least(at, last, columns)
            for size in range(1, columns):
                yield max(self.least(first, at, size), self.least(at, last, columns - size))

    def _cuts_of(self, first: int, last: int, columns: int) -> _Cuts:
        return _Cuts(
            tuple(dict.fromkeys(self._between_columns(first, last, columns))),
            tuple(self._between_rows(first, last, columns)),
        )

    def _between_columns(self, first: int, last: int, columns: int) -> Iterator[tuple[int, int]]:
        """For every number of columns, the stories whose shares come nearest to it on either side."""
        for size in range(1, columns):
            wanted = self._sums[first] + self._share(first, last) * size / columns
            at = first + 1
            while at < last - 1 and self._sums[at] < wanted:
                at += 1
            yield from ((place, size) for place in (at - 1, at) if first < place < last)

    def _between_rows(self, first: int, last: int, columns: int) -> Iterator[_CutBetweenRows]:
        """The first story alone on top, the last alone below, or halves."""
        middle = first + 1
        while middle < last - 1 and self._sums[middle] < self._sums[first] + self._share(first, last) / 2:
            middle += 1
        for at in dict.fromkeys((first + 1, middle, last - 1)):
            yield self._between_rows_at(first, at, last, columns)

    def _between_rows_at(self, first: int, at: int, last: int, columns: int) -> _CutBetweenRows:
        return _CutBetweenRows(
            at,
            self.least(first, at, columns),
            self.least(at, last, columns),
            self._share(first, at) / self._share(first, last),
            self._needs[first].whole(columns) if at == first + 1 else None,
            self._needs[last - 1].whole(columns) if at == last - 1 else None,
        )

    def _tightest(self, first: int, last: int, columns: int) -> _Cuts:
        """The cuts, one either way, that need the fewest rows."""
        places = range(first + 1, last)
        row = min(places, key=lambda at: self.least(first, at, columns) + self.least(at, last, columns))
        upright = [
            (max(self.least(first, at, size), self.least(at, last, columns - size)), at, size)
            for at in places
            for size in range(1, columns)
        ]
        return _Cuts(
            tuple((at, size) for _, at, size in sorted(upright)[:1]),
            (self._between_rows_at(first, row, last, columns),),
        )

    def _share(self, first: int, last: int) -> float:
        return self._sums[last] - self._sums[first]
