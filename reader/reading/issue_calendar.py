"""The back issues as one reader goes through them: which paper, which day, which date is being typed."""

from __future__ import annotations

import calendar
import datetime as dt

from reader.archive.almanac import Almanac, Holding
from reader.archive.library import EditionFile
from reader.reading.place import IssueKey
from reader.reading.typed_date import GOES_ON, MOST, STARTS, Meant, meant


class IssueCalendar:
    """Stands on one day of one paper, whether that day has an edition or not; verbs move it."""

    def __init__(self, almanac: Almanac, here: IssueKey) -> None:
        """`here` is the open edition: its paper and its day are what the reader begins with."""
        self._all = almanac
        self.here = here
        self.paper = here.paper
        self.day = here.date
        self.typed = ""
        """The date being typed; empty while none is."""
        self.offer: dt.date | None = None
        """The nearest day with an edition, while it is offered for one that has none."""
        self._origin = self.day
        self.almanac = self._of_paper()
        """Of the paper that is shown."""

    def stand_on(self, here: IssueKey) -> None:
        """Begin anew at the edition that is open now."""
        self.here = here
        self.paper, self.day = here.paper, here.date
        self.typed, self.offer = "", None
        self.almanac = self._of_paper()

    def take(self, almanac: Almanac) -> None:
        """Go on in the editions as they are now; paper and day stay."""
        self._all = almanac
        self.almanac = self._of_paper()

    def _of_paper(self) -> Almanac:
        papers = [holding.paper for holding in self._all.papers]
        if papers and self.paper not in papers:
            self.paper = papers[0]  # the open edition's file is gone, or broken by now
        return self._all.of(self.paper)

    # -- what is there --------------------------------------------------------------------------

    @property
    def papers(self) -> tuple[Holding, ...]:
        """The papers of the library."""
        return self._all.papers

    @property
    def open_day(self) -> dt.date | None:
        """The day of the open edition, where it is one of the paper that is shown."""
        return self.here.date if self.here.paper == self.paper else None

    @property
    def editions(self) -> tuple[EditionFile, ...]:
        """The editions of the day."""
        return self.almanac.on(self.day)

    @property
    def around(self) -> list[EditionFile]:
        """The editions of the nearest days before and after that have any."""
        days = (self.almanac.before(self.day), self.almanac.after(self.day))
        return [file for day in days if day is not None for file in self.almanac.on(day)]

    @property
    def earlier(self) -> list[EditionFile]:
        """The editions of this day in earlier years, the latest first."""
        return [file for day in self.almanac.earlier_years(self.day) for file in self.almanac.on(day)]

    @property
    def later(self) -> list[EditionFile]:
        """The editions of this day in later years, the earliest first."""
        return [file for day in self.almanac.later_years(self.day) for file in self.almanac.on(day)]

    def is_open(self, file: EditionFile) -> bool:
        """Is this the edition that is open?"""
        return IssueKey(file.paper, file.date, file.edition or "") == self.here

    # -- moving ---------------------------------------------------------------------------------

    def go(self, day: dt.date) -> None:
        """Stand on this day; what was being typed is done."""
        self.day, self.typed, self.offer = day, "", None

    def move(self, days: int) -> None:
        """Go so many days on, or back; the calendar ends where dates do."""
        at = self.day.toordinal() + days
        self.go(dt.date.fromordinal(max(1, min(dt.date.max.toordinal(), at))))

    def turn(self, months: int) -> None:
        """Go so many months on, or back, to the same day or the month's last."""
        at = max(12, min(12 * 9999 + 11, self.day.year * 12 + self.day.month - 1 + months))
        year, month = divmod(at, 12)
        last = calendar.monthrange(year, month + 1)[1]
        self.go(dt.date(year, month + 1, min(self.day.day, last)))

    def step(self, *, later: bool) -> bool:
        """Go to the next day with an edition, or the one before; False where there is none that way."""
        found = self.almanac.after(self.day) if later else self.almanac.before(self.day)
        if found is not None:
            self.go(found)
        return found is not None

    def go_first(self) -> None:
        """Go to the first edition there is."""
        self.go(self.almanac.first or self.day)

    def go_last(self) -> None:
        """Go to the newest edition there is."""
        self.go(self.almanac.last or self.day)

    def next_paper(self) -> bool:
        """Show the next paper, at its day nearest to this one; False where there is one only."""
        papers = [holding.paper for holding in self.papers]
        if len(papers) < 2:
            return False
        self.paper = papers[(papers.index(self.paper) + 1) % len(papers)]
        self.almanac = self._of_paper()
        self.go(self.almanac.nearest(self.day) or self.day)
        return True

    # -- typing a date --------------------------------------------------------------------------

    def type(self, words: str) -> bool:
        """Add what is typed to the date and go where it leads; False for what belongs to no date."""
        if not words or not set(words) <= GOES_ON:
            return False
        if not self.typed:
            if words[0] not in STARTS:
                return False
            self._origin = self.day
        self._follow((self.typed + words)[:MOST])
        return True

    def erase(self) -> bool:
        """Take back the last character of the date; False while none is typed."""
        if not self.typed:
            return False
        self._follow(self.typed[:-1])
        return True

    def abandon(self) -> bool:
        """Give the date up and stand where it was begun; False while none is typed."""
        if not self.typed:
            return False
        self.go(self._origin)
        return True

    @property
    def meant(self) -> Meant | None:
        """What has been typed means."""
        return meant(self.typed, self._origin) if self.typed else None

    def _follow(self, typed: str) -> None:
        self.typed, self.offer = typed, None
        found = self.meant
        if not typed:
            self.day = self._origin
        elif found is not None:
            self.day = self.almanac.first_within(*found) or found.first

    # -- choosing -------------------------------------------------------------------------------

    def choose(self) -> EditionFile | None:
        """Return the edition to open.

        None where there is none to be opened yet: a month or a year was typed and is gone to, or the day has
        no edition, and then the nearest day is offered; chosen once more, it is gone to.
        """
        found = self.meant
        if self.typed and found is None:
            return None  # what is typed means no day: it stays, to be mended
        self.typed = ""
        if found is not None and not found.is_day:
            return None
        if self.editions:
            open_here = (file for file in self.editions if self.is_open(file))
            return next(open_here, self.editions[0])
        if self.offer is not None:
            self.go(self.offer)
        else:
            self.offer = self.almanac.nearest(self.day)
        return None
