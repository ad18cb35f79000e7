"""A made-up page on the screen, with the story marked that the reader stands on."""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region
from textual.reactive import var
from textual.strip import Strip

from reader.edition.printable import printable_line
from reader.tui.inks import Inks
from reader.tui.painting import Drawn, merged
from reader.tui.palettes import PALETTES
from reader.tui.picture_rows import picture_cells
from reader.tui.pictures import Order, Pictures
from reader.tui.widgets.still import Still
from reader.typesetting.line import Line, Run, Setting
from reader.typesetting.page import Page, Placed, Printed
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role

_BAR, _PLAIN_BAR = (Line(-1, 0, 0, (Run(mark, None, Role.KEY),), 1, Role.KEY) for mark in "┃|")
_HEADS = frozenset({Role.HEADLINE, Role.NOTICE_LEVEL})


class MadePane(Still, can_focus=True):
    """Shows a page, as far down as it has rows; a page taller than the pane follows the story stood on."""

    page: var[Page | None] = var(None, init=False)
    at: var[int] = var(0, init=False)
    """Which of the page's stories the reader stands on."""
    inks: var[Inks] = var(Inks(PALETTES[0]), init=False)
    setting: var[Setting] = var(Setting(measure=60), init=False)
    """How wide the terminal draws characters, and the pictures."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._top = 0

    # -- what comes down ------------------------------------------------------------------------

    def watch_page(self, _: Page | None) -> None:
        """Show another page from where the reader stands on it."""
        self._top = 0
        self._follow()
        self.refresh()

    def watch_at(self, before: int, at: int) -> None:
        """Mark another story; no more is painted than shows it."""
        top = self._top
        self._follow()
        if self._top != top:
            self.refresh()
            return
        for index in (before, at):
            self.refresh(*self._marked(index))

    def _marked(self, at: int) -> list[Region]:
        """The parts of the pane that show whether the reader stands on a story: its headline and the bar."""
        story, page, left = self._story(at), self.page, self._left
        if story is None or page is None:
            return []
        first = max(0, left + story.x - 1)
        return [
            Region(first, y - self._top, left + x + line.width - first, 1)
            for y in range(story.y, story.y + story.rows)
            for x, line, owner, _ in page.rows[y]
            if owner == at and line.role in _HEADS
        ]

    def watch_inks(self, _: Inks) -> None:
        """Paint in other inks."""
        self.refresh()

    def watch_virtual_size(self) -> None:
        """Keep the story in sight, in the frame that shows the new size."""
        self._follow()

    @property
    def story_offset(self) -> Offset:
        """Where on the screen the story stood on begins, for the terminal's cursor."""
        story = self._story(self.at)
        if story is None:
            return Offset(self.region.x, self.region.y)
        return Offset(self.region.x + self._left + story.x, self.region.y + max(0, story.y - self._top))

    def scroll_rows(self, by: int) -> bool:
        """Move over a page that is taller than the pane; False where there is nothing more that way."""
        top = max(0, min(self._top + by, self._last_top))
        if top == self._top:
            return False
        self._top = top
        self.refresh()
        return True

    def first_in_sight(self) -> int | None:
        """Return the first story that is in sight from head to foot, from the top; None where none is."""
        if self.page is None:
            return None
        foot = self._top + self.size.height
        whole = [
            (story.y, story.x, at)
            for at, story in enumerate(self.page.stories)
            if story.y >= self._top and story.y + story.rows <= foot
        ]
        return min(whole)[2] if whole else None

    @property
    def _left(self) -> int:
        """Cells left of the page, which stands in the middle."""
        return max(0, (self.size.width - self.page.width) // 2) if self.page is not None else 0

    @property
    def _last_top(self) -> int:
        return max(0, len(self.page.rows) - self.size.height) if self.page is not None else 0

    def _story(self, at: int) -> Placed | None:
        return self.page.stories[at] if self.page is not None and at < len(self.page.stories) else None

    def _follow(self) -> None:
        """Bring the story stood on into sight: all of it, or its head where it is taller than the pane."""
        story = self._story(self.at)
        height = self.size.height
        if story is None or not height:
            return
        top = self._top
        if story.y + story.rows > top + height:
            top = story.y + story.rows - height
        top = min(top, max(0, story.y - 1))
        self._top = max(0, min(top, self._last_top))
        if self._top and story.y <= self._top + 3 < height - story.rows:
            self._top = 0  # the head of the page is worth showing where it fits

    # -- painting -------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return one row of the page."""
        width = self.size.width
        row = y + self._top
        if self.page is None:
            return Strip.blank(width, self.inks.text)
        segments: list[Segment] = []
        x = 0
        for printed, left in self._with_bar(row) if row < len(self.page.rows) else ():
            segments += self._ground(x, left)
            if printed.photo is not None:
                row_of_it = self._picture(printed.line, printed.photo)
                segments += row_of_it.segments
                x = left + row_of_it.width
                continue
            for run in printed.line.runs:
                segments.append(Segment(printable_line(run.text), self._style(printed, run.role)))
            x = left + printed.line.width
        segments += self._ground(x, width)
        return Strip(merged(segments), max(width, x))

    def _order(self, line: Line, photo: Piece) -> Order:
        assert self.page is not None
        return Order(photo.link or "", self.page.cell, line.rows, self.inks.palette.name)

    def _picture(self, line: Line, photo: Piece) -> Drawn:
        setting = self.setting._replace(measure=self.page.cell if self.page is not None else 0)
        if not isinstance(setting.pictures, Pictures):
            return Drawn((), 0)
        return picture_cells(line, self._order(line, photo), photo, setting, setting.pictures, self.inks)

    def shows(self, file: str) -> bool:
        """Is this picture on the page?"""
        rows = self.page.rows if self.page is not None else ()
        return any(each.photo is not None and each.photo.link == file for row in rows for each in row)

    def repaint(self) -> None:
        """Paint again: a picture is there."""
        self.refresh()

    def _ground(self, start: int, end: int) -> Iterator[Segment]:
        """The white from one cell to another: of the paper, and of the table it lies on."""
        page, at = self.page, start
        assert page is not None
        for first, last in page.leaves or ((0, page.width),):
            for edge, ink in ((self._left + first, self.inks.rail), (self._left + last, self.inks.text)):
                if at < min(edge, end):
                    yield Segment(" " * (min(edge, end) - at), ink)
                    at = min(edge, end)
        if at < end:
            yield Segment(" " * (end - at), self.inks.rail)

    def _with_bar(self, row: int) -> list[tuple[Printed, int]]:
        """What stands in a row and where, the bar beside the headline of the story stood on among it."""
        page, left = self.page, self._left
        assert page is not None
        found = [(printed, left + printed.x) for printed in page.rows[row]]
        story = self._story(self.at)
        is_head = any(one.story == self.at and one.line.role in _HEADS for one in page.rows[row])
        if story is not None and story.x and is_head:
            bar = Printed(story.x - 1, _PLAIN_BAR if self.setting.ambiguous == 2 else _BAR, -2)
            # The cell is white, unless a frame stands in it: there the frame stays.
            if not any(at <= left + story.x - 1 < at + printed.line.width for printed, at in found):
                found.append((bar, left + story.x - 1))
                found.sort(key=lambda pair: pair[1])
        return found

    def _style(self, printed: Printed, role: Role) -> Style:
        if printed.story == self.at and role in _HEADS:
            return self.inks.cursor_row
        return self.inks.role(role)
