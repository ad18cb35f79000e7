"""The pane that shows set copy: it scrolls by lines of text, never by wrapping them again."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.tui.inks import PALETTES, Inks
from reader.tui.painting import Inking, character_at, painted
from reader.tui.sheet import Point, Sheet, selected_text, stretches_in
from reader.tui.widgets.still import Still
from reader.typesetting.copy import Copy
from reader.typesetting.galley import Galley, Line, Setting, Spot

GUTTER = 1
"""Cells a full-width mark may reach past the measure."""
EDGE = 2
"""The least cells of paper left and right of the text."""


class Standing(NamedTuple):
    """Where a pane stands in its copy."""

    block: int
    character: int
    """Block and character of the first line shown, as the reader put it."""
    share: float
    """How much of the copy is behind the last line shown, 0 to 1."""
    is_at_end: bool
    """Is the last line of the copy on the screen?"""


class GalleyPane(Still, can_focus=True):
    """Shows a sheet; asks for nothing: what the reader does comes up as messages."""

    sheet: var[Sheet | None] = var(None, init=False)
    setting: var[Setting] = var(Setting(measure=60), init=False)
    """How to set; its measure is the widest wanted, a narrow pane sets narrower."""
    inks: var[Inks] = var(Inks(PALETTES[0]), init=False)

    class Moved(Message):
        """The first line shown is now another one."""

        def __init__(self, standing: Standing, copy: Copy) -> None:
            super().__init__()
            self.standing = standing
            self.copy = copy
            """In which copy: by the time the message is read the pane may show another."""

    class Followed(Message):
        """The reader wants to go where a jump line points."""

        def __init__(self, link: str) -> None:
            super().__init__()
            self.link = link

    class Selected(Message):
        """The reader has selected text with the mouse; it carries nothing of the layout."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._galley: Galley | None = None
        self._top = Spot(0, 0)
        self._anchor = Point(0, 0)
        """Where the reader put the top; resizing sets anew from here, so the place never drifts."""
        self._lines: list[Line] = []
        self._selection: tuple[Point, Point] | None = None
        self._set_at: tuple[Size, Setting] | None = None
        """The size and the setting the lines on screen were made for."""
        self._is_rendering = False
        self._standing: Standing | None = None

    # -- what comes down ------------------------------------------------------------------------

    def watch_sheet(self, sheet: Sheet | None) -> None:
        """Set the new sheet, or only paint marks anew when the copy is the one on screen."""
        same = self._galley is not None and sheet is not None and self._galley.copy is sheet.copy
        self._selection = None
        if sheet is None:
            self._galley, self._lines = None, []
            self.refresh()
            return
        self._anchor = Point(sheet.block, sheet.character)
        if same:
            assert self._galley is not None
            self._go(self._galley.spot_at(sheet.block, sheet.character), keep_anchor=True)
        else:
            self._set()

    def watch_setting(self, _: Setting) -> None:
        """Set the sheet anew at the other measure, the place kept."""
        if self.size:
            self._set()

    def watch_inks(self, _: Inks) -> None:
        """Paint in other inks."""
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows asked for; after a resize the sheet is set anew first, in the same frame."""
        if self._set_at != (self.size, self.setting):
            self._is_rendering = True
            self._set()
            self._is_rendering = False
        return super().render_lines(crop)

    # -- moving ---------------------------------------------------------------------------------

    @property
    def text_left(self) -> int:
        """Cells between the pane's edge and the text: a narrow pane's edge, or what centres the measure."""
        return max(EDGE if self.size.width > 44 else 1, (self.size.width - self._measure - GUTTER) // 2)

    @property
    def _measure(self) -> int:
        edge = EDGE if self.size.width > 44 else 1
        return max(4, min(self.setting.measure, self.size.width - 2 * edge - GUTTER))

    @property
    def _air(self) -> int:
        """Blank rows above the text, where there are rows to spare."""
        return 1 if self.size.height >= 24 else 0

    @property
    def _rows(self) -> int:
        """Rows of text on a screen."""
        return max(1, self.size.height - self._air)

    @property
    def standing(self) -> Standing:
        """Where the pane stands now."""
        if self._standing is None:
            share = 1.0 if self._galley is None or self.is_at_end else self._galley.share(self._last_shown())
            self._standing = Standing(self._anchor.block, self._anchor.character, share, self.is_at_end)
        return self._standing

    @property
    def is_at_end(self) -> bool:
        """Is the last line of the copy on the screen (or above it)?"""
        return self._galley is None or not self._lines or self._last_shown() == self._galley.last()

    def scroll_lines(self, by: int) -> None:
        """Move by lines, no further than a full last screen."""
        if self._galley is None:
            return
        target = self._galley.move(self._top, by)
        if by > 0:
            target = min(target, max(self._full_last(), self._top))
        self._go(target)

    def read_on(self) -> bool:
        """Move a screen on, the last line kept as the first; False when the end was on screen already."""
        if self._galley is None or self.is_at_end:
            return False
        self._go(self._galley.move(self._top, max(1, self._rows - 1)))
        return True

    def read_back(self) -> bool:
        """Move a screen back; False when the beginning was on screen already."""
        if self._galley is None or self._top <= self._galley.first():
            return False
        self._go(self._galley.move(self._top, -max(1, self._rows - 1)))
        return True

    def go_top(self) -> None:
        """Go to the first line."""
        if self._galley is not None:
            self._go(self._galley.first())

    def go_end(self) -> None:
        """Go to the last screen."""
        if self._galley is not None:
            self._go(max(self._full_last(), self._galley.first()))

    def reveal(self, point: Point) -> None:
        """Bring a character onto the screen, a third down when it was not on it."""
        if self._galley is None:
            return
        if any(
            line.block == point.block and line.start <= point.character < line.end for line in self._lines
        ):
            self.refresh()
            return
        spot = self._galley.spot_at(point.block, point.character)
        self._go(self._galley.move(spot, -(self._rows // 3)))

    def link_here(self) -> str | None:
        """Return the link of the last jump line on the screen, or None."""
        links = [link for line in self._lines if line.runs and (link := self._link(line))]
        return links[-1] if links else None

    def _full_last(self) -> Spot:
        assert self._galley is not None
        return self._galley.move(self._galley.last(), -(self._rows - 1))

    def _last_shown(self) -> Spot:
        assert self._galley is not None
        return self._galley.move(self._top, len(self._lines) - 1)

    def _set(self) -> None:
        if self.sheet is None or not self.size:
            return
        self._set_at = (self.size, self.setting)
        setting = replace(self.setting, measure=self._measure, is_cjk=self.sheet.is_cjk)
        self._galley = Galley(self.sheet.copy, setting)
        self._go(self._galley.spot_at(self._anchor.block, self._anchor.character), keep_anchor=True)

    def _go(self, spot: Spot, *, keep_anchor: bool = False) -> None:
        assert self._galley is not None
        self._top = spot
        if not keep_anchor:
            self._anchor = Point(*self._galley.position(spot))
        self._lines = self._galley.lines(spot, self._rows)
        self._standing = None
        if not self._is_rendering:
            self.refresh()
        self.post_message(self.Moved(self.standing, self._galley.copy))

    # -- painting -------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return one row of the pane: the line set for it, its marks laid over."""
        width, at = self.size.width, y - self._air
        if not 0 <= at < len(self._lines):
            return Strip.blank(width, self.inks.text)
        line = self._lines[at]
        return painted(line, self.inks, left=self.text_left, width=width, over=self._over(line))

    def _over(self, line: Line) -> list[Inking]:
        sheet = self.sheet
        if sheet is None:
            return []
        over: list[Inking] = [
            (stretch.start, stretch.end, self.inks.found) for stretch in stretches_in(line.block, sheet.found)
        ]
        if sheet.found_here is not None and sheet.found_here.block == line.block:
            over.append((sheet.found_here.start, sheet.found_here.end, self.inks.found_here))
        if self._selection is not None:
            first, last = sorted(self._selection)
            if first.block <= line.block <= last.block:
                start = first.character if line.block == first.block else 0
                end = last.character if line.block == last.block else line.end
                over.append((start, end, self.inks.selected))
        return over

    def on_focus(self, event: events.Focus) -> None:
        """Take the focus without being painted again: text looks the same with it and without."""
        event.prevent_default()
        self.has_focus = True

    def on_blur(self, event: events.Blur) -> None:
        """Give the focus away, as quietly."""
        event.prevent_default()
        self.has_focus = False

    # -- the mouse ------------------------------------------------------------------------------

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three lines down."""
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three lines up."""
        event.stop()
        self.scroll_lines(-3)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection."""
        if event.button != 1:
            return
        self.focus()
        point = self._point(event.x, event.y)
        if point is not None:
            self.capture_mouse()
            self._selection = (point, point)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the selection on; past the edge it scrolls."""
        if self._selection is None or self.app.mouse_captured is not self:
            return
        if event.y < 0 or event.y >= self.size.height:
            self.scroll_lines(-1 if event.y < 0 else 1)
        point = self._point(event.x, min(max(event.y, 0), self.size.height - 1))
        if point is not None and point != self._selection[1]:
            self._selection = (self._selection[0], point)
            self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the selection: hand its text up, or follow the jump line that was clicked."""
        if self._selection is None:
            return
        self.release_mouse()
        start, end = self._selection
        self._selection = None
        self.refresh()
        if start != end and self.sheet is not None:
            self.post_message(self.Selected(selected_text(self.sheet.copy, start, end)))
        elif 0 <= (at := event.y - self._air) < len(self._lines) and (link := self._link(self._lines[at])):
            self.post_message(self.Followed(link))

    def _point(self, x: int, y: int) -> Point | None:
        at = y - self._air
        if not 0 <= at < len(self._lines):
            return None
        line = self._lines[at]
        cell = x - self.text_left
        return Point(line.block, character_at(line, cell, self.setting.ambiguous))

    def _link(self, line: Line) -> str | None:
        if self._galley is None or not line.runs:
            return None
        piece = self._galley.copy.piece(line.block)
        return piece.link if piece is not None else None

    def text_region(self) -> Region:
        """Return the part of the screen the text stands in, for the terminal's cursor."""
        return Region(self.region.x + self.text_left, self.region.y + self._air, self._measure, self._rows)
