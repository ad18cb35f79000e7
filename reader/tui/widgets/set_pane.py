"""Set copy on the screen: it scrolls by lines of text, never by wrapping them again."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.tui.forme import GUTTER, Forme
from reader.tui.inks import Inks
from reader.tui.painting import laid_over, painted
from reader.tui.palettes import PALETTES
from reader.tui.sheet import Point, Sheet
from reader.tui.widgets.still import Still
from reader.typesetting.copy import Copy
from reader.typesetting.galley import Galley, Line, Setting, Spot


class Standing(NamedTuple):
    """Where a pane stands in its copy."""

    block: int
    character: int
    """Block and character of the first line shown, as the reader put it."""
    share: float
    """How much of the copy is behind the last line shown, 0 to 1."""
    is_at_end: bool
    """Is the last line of the copy on the screen?"""


class SetPane(Still, can_focus=True):
    """Shows a sheet, sets it for its size, moves through it and paints it."""

    sheet: var[Sheet | None] = var(None, init=False)
    setting: var[Setting] = var(Setting(measure=60), init=False)
    """How to set; its measure is the widest wanted, a narrow pane sets narrower."""
    inks: var[Inks] = var(Inks(PALETTES[0]), init=False)

    class Moved(Message, namespace="galley_pane"):
        """The first line shown is now another one."""

        def __init__(self, standing: Standing, copy: Copy) -> None:
            super().__init__()
            self.standing = standing
            self.copy = copy
            """In which copy: by the time the message is read the pane may show another."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._galley: Galley | None = None
        self._top = Spot(0, 0)
        self._anchor = Point(0, 0)
        """Where the reader put the top; resizing sets anew from here, so the place never drifts."""
        self._lines: list[Line] = []
        self.selection: tuple[Point, Point] | None = None
        """From where to where text is selected."""
        self._set_at: tuple[Size, Setting] | None = None
        """The size and the setting the lines on screen were made for."""
        self._painted_at: tuple[Size, Setting] | None = None
        """The same for what was last painted."""
        self._is_rendering = False
        self._standing: Standing | None = None

    # -- what comes down ------------------------------------------------------------------------

    def watch_sheet(self, sheet: Sheet | None) -> None:
        """Set the new sheet, or only paint marks anew when the copy is the one on screen."""
        same = self._galley is not None and sheet is not None and self._galley.copy is sheet.copy
        self.selection = None
        if sheet is None:
            self._galley, self._lines = None, []
            self.refresh()
            return
        self._anchor = Point(sheet.block, sheet.character)
        if same:
            self._go_to_anchor()
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
        self._painted_at = self._set_at
        return super().render_lines(crop)

    # -- moving ---------------------------------------------------------------------------------

    @property
    def forme(self) -> Forme:
        """How the pane's cells are divided."""
        return Forme(self.size.width, self.size.height, self.setting.measure)

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
        if self._galley is None or not self._lines:
            return True
        # Asked of the next line only: where the copy ends is dear to know of a huge article.
        last = self._last_shown()
        return self._galley.move(last, 1) == last

    def scroll_lines(self, by: int) -> None:
        """Move by lines, no further than a full last screen."""
        if self._galley is None:
            return
        target = self._galley.move(self._top, by)
        if by > 0:
            # A screen on and back again stops where the last screen is full, and reads no further than it.
            rows = self.forme.rows - 1
            full = self._galley.move(self._galley.move(target, rows), -rows)
            target = max(min(target, full), self._top)
        self._go(target)

    def read_on(self) -> bool:
        """Move a screen on, the last line kept as the first; False when the end was on screen already."""
        if self._galley is None or self.is_at_end:
            return False
        self._go(self._galley.move(self._top, max(1, self.forme.rows - 1)))
        return True

    def read_back(self) -> bool:
        """Move a screen back; False when the beginning was on screen already."""
        if self._galley is None or self._top <= self._galley.first():
            return False
        self._go(self._galley.move(self._top, -max(1, self.forme.rows - 1)))
        return True

    def go_top(self) -> None:
        """Go to the first line."""
        if self._galley is not None:
            self._go(self._galley.first())

    def go_end(self) -> None:
        """Go to the last screen."""
        if self._galley is not None:
            self._go(max(self._full_last(), self._galley.first()))

    def _full_last(self) -> Spot:
        assert self._galley is not None
        return self._galley.move(self._galley.last(), -(self.forme.rows - 1))

    def _last_shown(self) -> Spot:
        assert self._galley is not None
        return self._galley.move(self._top, len(self._lines) - 1)

    def _set(self) -> None:
        if self.sheet is None or not self.size:
            self._set_at = None  # hidden now; it is set when it is shown again, were it at the same size
            return
        self._set_at = (self.size, self.setting)
        setting = self.setting._replace(measure=self.forme.measure, is_cjk=self.sheet.is_cjk)
        self._galley = Galley(self.sheet.copy, setting)
        self._go_to_anchor()

    def _go_to_anchor(self) -> None:
        """Show what the sheet asks for; a match it stands on comes onto the screen, a third down."""
        assert self._galley is not None
        assert self.sheet is not None
        self._go(self._galley.spot_at(self._anchor.block, self._anchor.character), keep_anchor=True)
        here = self.sheet.found_here
        if here is None or all(map(self._shows, (here.block, here.block), (here.start, here.end - 1))):
            return
        spot = self._galley.spot_at(here.block, here.start)
        self._go(self._galley.move(spot, -(self.forme.rows // 3)))

    def _shows(self, block: int, character: int) -> bool:
        return any(line.block == block and line.start <= character < line.end for line in self._lines)

    def _go(self, spot: Spot, *, keep_anchor: bool = False) -> None:
        assert self._galley is not None
        self._top = spot
        if not keep_anchor:
            self._anchor = Point(*self._galley.position(spot))
        before, self._lines = self._lines, self._galley.lines(spot, self.forme.rows)
        if not self.size:
            self._set_at = None  # a hidden pane has no rows; once shown it is set for those it then has
        self._standing = None
        if not self._is_rendering:
            self._refresh_text(before)
        self.post_message(self.Moved(self.standing, self._galley.copy))

    def _refresh_text(self, before: list[Line]) -> None:
        """Paint the columns of the text only: the white beside them stays, and need not be sent.

        Textual cuts the rows there by its own idea of widths; where that is not ours, whole rows are painted.
        """
        forme = self.forme
        if self._set_at == self._painted_at and all(map(_is_as_wide_to_rich, (*before, *self._lines))):
            self.refresh(Region(forme.left, forme.air, forme.measure + GUTTER, forme.rows))
        else:
            self.refresh()

    def on_focus(self, event: events.Focus) -> None:
        """Take the focus without being painted again: text looks the same with it and without."""
        event.prevent_default()
        self.has_focus = True

    def on_blur(self, event: events.Blur) -> None:
        """Give the focus away, as quietly."""
        event.prevent_default()
        self.has_focus = False

    # -- painting -------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return one row of the pane: the line set for it, its marks laid over."""
        width, at = self.size.width, y - self.forme.air
        if not 0 <= at < len(self._lines):
            return Strip.blank(width, self.inks.text)
        line = self._lines[at]
        return painted(
            line,
            self.inks,
            left=self.forme.left,
            width=width,
            over=laid_over(line, self.sheet, self.selection, self.inks),
        )

    def text_region(self) -> Region:
        """Return the part of the screen the text stands in, for the terminal's cursor."""
        return Region(
            self.region.x + self.forme.left,
            self.region.y + self.forme.air,
            self.forme.measure,
            self.forme.rows,
        )


def _is_as_wide_to_rich(line: Line) -> bool:
    return cell_len(line.text) == line.width
