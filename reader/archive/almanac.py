"""The almanac: on which days there are editions, of which papers, and what is next to a day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from reader.archive.library import EditionFile


class Holding(NamedTuple):
    """A newspaper and how many editions of it there are."""

    paper: str
    editions: int


class Almanac:
    """A value made once from the editions of a library; no question goes through all of them again.

    Days count by date only, of one day the editions stand by path. A day that only leap years have is the
    same day as that of other leap years, and of no other.
    """

    __slots__ = ("_by_day", "_days", "_of_paper", "_same_day", "count")

    def __init__(self, files: Iterable[EditionFile]) -> None:
        self.count = 0
        """How many editions there are."""
        self._by_day: dict[dt.date, list[EditionFile]] = {}
        self._of_paper: dict[str, list[EditionFile]] = {}
        for file in files:
            self.count += 1
            self._by_day.setdefault(file.date, []).append(file)
            self._of_paper.setdefault(file.paper, []).append(file)
        for of_the_day in self._by_day.values():
            if len(of_the_day) > 1:
                of_the_day.sort(key=lambda file: str(file.path))
        self._days = sorted(self._by_day)
        self._same_day: dict[tuple[int, int], list[dt.date]] = {}
        for day in self._days:
            self._same_day.setdefault((day.month, day.day), []).append(day)

    # -- papers ---------------------------------------------------------------------------------

    @property
    def papers(self) -> tuple[Holding, ...]:
        """The newspapers by name, with how many editions there are of each."""
        return tuple(Holding(paper, len(files)) for paper, files in sorted(self._of_paper.items()))

    def of(self, paper: str) -> Almanac:
        """Return the almanac of one newspaper; an empty one where there is none of it."""
        if self._of_paper.keys() == {paper}:
            return self
        return Almanac(self._of_paper.get(paper, ()))

    # -- days -----------------------------------------------------------------------------------

    @property
    def first(self) -> dt.date | None:
        """The first day with an edition."""
        return self._days[0] if self._days else None

    @property
    def last(self) -> dt.date | None:
        """The last day with an edition."""
        return self._days[-1] if self._days else None

    def on(self, day: dt.date) -> tuple[EditionFile, ...]:
        """Return the editions of a day."""
        return tuple(self._by_day.get(day, ()))

    def before(self, day: dt.date) -> dt.date | None:
        """Return the nearest earlier day with an edition."""
        at = bisect_left(self._days, day)
        return self._days[at - 1] if at else None

    def after(self, day: dt.date) -> dt.date | None:
        """Return the nearest later day with an edition."""
        at = bisect_right(self._days, day)
        return self._days[at] if at < len(self._days) else None

    def nearest(self, day: dt.date) -> dt.date | None:
        """Return the day with an edition nearest to a day, that day itself first; of two the earlier."""
        if day in self._by_day:
            return day
        around = [found for found in (self.before(day), self.after(day)) if found is not None]
        return min(around, key=lambda found: abs(found - day), default=None)

    def first_within(self, first: dt.date, last: dt.date) -> dt.date | None:
        """Return the first day with an edition from one day to another, both included."""
        at = bisect_left(self._days, first)
        return self._days[at] if at < len(self._days) and self._days[at] <= last else None

    def earlier_years(self, day: dt.date) -> tuple[dt.date, ...]:
        """Return this day of earlier years with an edition, the latest first."""
        same = self._same_day.get((day.month, day.day), [])
        return tuple(reversed(same[: bisect_left(same, day)]))

    def later_years(self, day: dt.date) -> tuple[dt.date, ...]:
        """Return this day of later years with an edition, the earliest first."""
        same = self._same_day.get((day.month, day.day), [])
        return tuple(same[bisect_right(same, day) :])

    # -- months and years -----------------------------------------------------------------------

    def month(self, year: int, month: int) -> dict[int, tuple[EditionFile, ...]]:
        """Return the editions of a month by its days; days without one are left out."""
        days = self._within(dt.date(year, month, 1), _month_end(year, month))
        return {day.day: tuple(self._by_day[day]) for day in days}

    def months(self, year: int) -> tuple[int, ...]:
        """Return the months of a year that have editions."""
        found = self._within(dt.date(year, 1, 1), dt.date(year, 12, 31))
        return tuple(dict.fromkeys(day.month for day in found))

    def years(self) -> tuple[int, ...]:
        """Return the years that have editions."""
        found: list[int] = []
        at = 0
        while at < len(self._days):
            found.append(self._days[at].year)
            at = bisect_right(self._days, dt.date(found[-1], 12, 31))
        return tuple(found)

    def _within(self, first: dt.date, last: dt.date) -> list[dt.date]:
        return self._days[bisect_left(self._days, first) : bisect_right(self._days, last)]


def _month_end(year: int, month: int) -> dt.date:
    if month == 12:
        return dt.date(year, 12, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)
