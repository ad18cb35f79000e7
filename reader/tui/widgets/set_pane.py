"""Set copy on the screen: it scrolls by lines of text, never by wrapping them again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.cells import cell_len
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.tui.forme import REACH, Forme
from reader.tui.inks import Inks
from reader.tui.painting import Inking, laid_over, painted, painted_beside
from reader.tui.palettes import PALETTES
from reader.tui.picture_rows import PictureRows
from reader.tui.sheet import Point, Sheet
from reader.tui.viewport import Standing, Viewport
from reader.tui.widgets.still import Still
from reader.typesetting.galley import Galley, Line, Setting
from reader.typesetting.piece import Copy
from reader.typesetting.role import Role


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
        self.viewport: Viewport | None = None
        """None before there is a sheet, and while the pane has no size."""
        self._anchor = Point(0, 0)
        self.selection: tuple[Point, Point] | None = None
        """From where to where text is selected."""
        self._set_at: tuple[Size, Setting] | None = None
        """The size and the setting the lines on screen were made for."""
        self._painted_at: tuple[Size, Setting] | None = None
        """The same for what was last painted."""
        self.forme = Forme(0, 0, 0)
        """How the pane's cells are divided, as it was last set or painted."""
        self.picture_rows = PictureRows(self)

    # -- what comes down ------------------------------------------------------------------------

    def watch_sheet(self, sheet: Sheet | None) -> None:
        """Set the new sheet, or only paint marks anew when the copy is the one on screen."""
        self.selection = None
        if sheet is None:
            self.viewport = None
            self.refresh()
            return
        self._anchor = Point(sheet.block, sheet.character)
        if (viewport := self.viewport) is not None and viewport.galley.copy is sheet.copy and self.size:
            self._move(lambda: viewport.show(self._anchor, sheet.found_here))
            self._refresh_text(self.lines)  # the marks are others, also where no line has moved
        else:
            self._set()
            self.refresh()

    def watch_setting(self, _: Setting) -> None:
        """Set the sheet anew at the other measure, the place kept."""
        self._set()
        self.refresh()

    def watch_inks(self, _: Inks) -> None:
        """Paint in other inks."""
        self.refresh()

    def watch_virtual_size(self) -> None:
        """Set the sheet for the new size before a frame shows it: what is said of it is in that frame."""
        self._set()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows asked for; a pane hidden meanwhile is set anew first, in the same frame."""
        if self._set_at != (self.size, self.setting):
            self._set()
        self._painted_at = self._set_at
        self._divide()
        strips = super().render_lines(crop)
        self.picture_rows.painted(crop.line_range)
        return strips

    def _set(self) -> None:
        if self.sheet is None or not self.size:
            self._set_at = None  # hidden now; it is set when it is shown again, were it at the same size
            return
        self._set_at = (self.size, self.setting)
        self.viewport = self._viewport(self.sheet)
        self.viewport.show(self._anchor, self.sheet.found_here)
        self.post_message(self.Moved(self.standing, self.sheet.copy))

    def _divide(self) -> None:
        columns_from = self.sheet.columns_from if self.sheet is not None else 0
        self.forme = Forme(self.size.width, self.size.height, self.setting.measure, columns_from)

    def _viewport(self, sheet: Sheet) -> Viewport:
        """The sheet set for the pane, at the reader's place."""
        self._divide()
        forme = self.forme
        setting = self.setting._replace(measure=forme.measure, is_cjk=sheet.is_cjk, screen=forme.rows)
        if forme.columns == 1:
            return Viewport(Galley(sheet.copy, setting), forme.rows, self._anchor)
        from reader.tui.columns_viewport import ColumnsViewport  # late: most panes have one column

        galley = Galley(sheet.copy, setting._replace(head_measure=forme.span))
        return ColumnsViewport(galley, forme.columns, forme.rows, self._anchor)

    # -- moving ---------------------------------------------------------------------------------

    @property
    def lines(self) -> list[Line]:
        """The lines on the screen."""
        return self.viewport.lines if self.viewport is not None else []

    @property
    def standing(self) -> Standing:
        """Where the pane stands now."""
        if self.viewport is None:
            return Standing(self._anchor.block, self._anchor.character, 0.0, self.sheet is None)
        return self.viewport.standing

    def scroll_lines(self, by: int) -> None:
        """Move by lines, no further than a full last screen."""
        if (viewport := self.viewport) is not None:
            self._move(lambda: viewport.scroll(by))

    def read_on(self) -> bool:
        """Move a screen on; False when the end was on screen already."""
        return self.viewport is not None and self._move(self.viewport.read_on)

    def read_back(self) -> bool:
        """Move a screen back; False when the beginning was on screen already."""
        return self.viewport is not None and self._move(self.viewport.read_back)

    def go_top(self) -> None:
        """Go to the first line."""
        if self.viewport is not None:
            self._move(self.viewport.go_top)

    def go_end(self) -> None:
        """Go to the last screen."""
        if self.viewport is not None:
            self._move(self.viewport.go_end)

    def _move(self, move: Callable[[], bool | None]) -> bool:
        """Move the viewport and paint the lines it now shows, if they are others; False when it could not."""
        viewport = self.viewport
        assert viewport is not None
        before = viewport.lines
        if not self.size:
            self._set_at = None  # a hidden pane has no rows; once shown it is set for those it then has
        if move() is False:
            return False
        self._anchor = viewport.anchor
        if viewport.lines != before:
            self._refresh_text(before)
        self.post_message(self.Moved(viewport.standing, viewport.galley.copy))
        return True

    def _refresh_text(self, before: list[Line]) -> None:
        """Paint the columns of the text only: the white beside them stays, and need not be sent.

        Textual cuts the rows there by its own idea of widths; where that is not ours, whole rows are painted.
        """
        forme = self.forme
        if self._set_at == self._painted_at and all(map(_is_as_wide_to_rich, (*before, *self.lines))):
            self.refresh(Region(forme.left, forme.air, forme.span + REACH, forme.rows))
        else:
            self.refresh()

    # -- painting -------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return one row of the pane: the line set for it, its marks laid over."""
        forme = self.forme
        row = [(line, self._laid_over(line)) for line in self.row_of(y - forme.air)]
        match row:
            case []:
                return Strip.blank(forme.width, self.inks.text)
            case [(Line(role=Role.PICTURE) as line, _)]:
                return self.picture_rows.strip(line, left=forme.left, width=forme.width)
            case [(Line() as line, over)]:
                return painted(line, self.inks, left=forme.left, width=forme.width, over=over)
            case _:
                drawn = {
                    column: self.picture_rows.cells(line)
                    for column, (line, _) in enumerate(row)
                    if line is not None and line.role is Role.PICTURE
                }
                return painted_beside(row, self.inks, forme, self.setting.ambiguous, drawn)

    def row_of(self, at: int) -> tuple[Line | None, ...]:
        """Return the lines in a row of text, one a column."""
        return self.viewport.row(at) if self.viewport is not None and at >= 0 else ()

    def placed_lines(self, y: int) -> Iterator[tuple[Line, int]]:
        """Yield the lines in a row of the pane, and how many cells from its left edge each begins."""
        forme = self.forme
        for column, line in enumerate(self.row_of(y - forme.air)):
            if line is not None:
                yield line, forme.lefts[column]

    def _laid_over(self, line: Line | None) -> list[Inking]:
        return [] if line is None else laid_over(line, self.sheet, self.selection, self.inks)

    def text_region(self) -> Region:
        """Return the part of the screen the text stands in, for the terminal's cursor."""
        forme, region = self.forme, self.region
        return Region(region.x + forme.left, region.y + forme.air, forme.span, forme.rows)


def _is_as_wide_to_rich(line: Line) -> bool:
    return cell_len(line.text) == line.width
