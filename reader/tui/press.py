"""The press: pages of the open edition made up for a window, each size once."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.notice_board import Standing
from reader.edition.pages import PrintedPage, printed_pages
from reader.edition.reference import Reference
from reader.tui.desk import Desk
from reader.tui.picture_plan import Means
from reader.typesetting.line import Setting
from reader.typesetting.make_up import make_up
from reader.typesetting.page import Page
from reader.typesetting.spread import facing, fits, side_by_side

_KEPT = 12
"""Pages that are remembered."""


class PageSheet(NamedTuple):
    """What the page view shows at a time: one page, or two that lie open together."""

    page: Page
    numbers: tuple[int, ...]
    """The pages on it, from 1."""


class Press:
    """Makes pages for one reader; what is made is kept until the edition or its notices change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._made: dict[tuple[object, ...], Page] = {}
        self._edition = desk.session.edition
        self._pages = printed_pages(self._edition)

    @property
    def pages(self) -> tuple[PrintedPage, ...]:
        """The pages of the open edition."""
        edition = self._desk.session.edition
        if edition is not self._edition:
            self._edition, self._pages, self._made = edition, printed_pages(edition), {}
        return self._pages

    def number_of(self, reference: Reference) -> int:
        """Return the number of the page a piece of the open edition is on, from 1."""
        notice = reference.notice_id
        for page in self.pages:
            if page.holds(notice or reference.piece, is_notice=notice is not None):
                return page.number
        return 1

    def sheet(self, number: int, width: int, height: int) -> PageSheet:
        """Return the page of this number for a window of this size, with its neighbour where that fits."""
        numbers = facing(number, len(self.pages))
        pages = [self._page(self.pages[each - 1], width, height) for each in numbers]
        if len(numbers) > 1 and fits(pages, width):
            return PageSheet(side_by_side(pages), numbers)
        return PageSheet(pages[numbers.index(number)], (number,))

    def is_ready(self, number: int, width: int, height: int) -> bool:
        """Has what `sheet` would return been made already?"""
        numbers = facing(number, len(self.pages))
        return all(self._key(self.pages[each - 1], width, height) in self._made for each in numbers)

    def _page(self, page: PrintedPage, width: int, height: int) -> Page:
        key = self._key(page, width, height)
        made = self._made.get(key)
        if made is None:
            desk, standings = self._desk, self._standings(page)
            setting, tongue, lunar = self._setting, desk.tongue, desk.lunar
            made = make_up(self._edition, page, standings, width, height, setting, tongue=tongue, lunar=lunar)
            while len(self._made) >= _KEPT:
                del self._made[next(iter(self._made))]
            self._made[key] = made
        return made

    def _key(self, page: PrintedPage, width: int, height: int) -> tuple[object, ...]:
        """All that a page is made from, besides the edition."""
        states = tuple((standing.notice.id, standing.state) for standing in self._standings(page))
        return (page.number, width, height, self._setting, states, self._desk.lunar, self._desk.tongue)

    def _standings(self, page: PrintedPage) -> tuple[Standing, ...]:
        return tuple(map(self._desk.standing, page.notices))

    @property
    def _setting(self) -> Setting:
        setting = self._desk.setting
        # Sixels are drawn over the rows of a pane, and a page is none.
        has_rows = self._desk.pictures.means in (Means.BLOCKS, Means.KITTY)
        return setting if has_rows else setting._replace(pictures=None)
