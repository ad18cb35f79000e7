"""The list on the left: contents, results or marks, one row a piece, with a cursor of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.tui.inks import Inks
from reader.tui.painting import row
from reader.tui.palettes import PALETTES
from reader.tui.widgets.still import Still


class Row(NamedTuple):
    """A row of the list; one with a `key` can be chosen, one without is a heading or a note."""

    text: str
    key: str | None = None
    sign: str = ""
    """What stands before the text: ○ unread, ● open, ✓ read, ★ marked, ! a notice."""
    tail: str = ""
    """What stands at the right edge: a count."""
    is_done: bool = False
    """Printed fainter: it has been read."""
    is_note: bool = False
    """Does it say more about the row above it? Printed faint, where a heading is printed strong."""
    late: Callable[[], str] | None = None
    """Draws the text up once the row is in sight: of thousands of results a list shows twenty."""

    @property
    def words(self) -> str:
        """What stands in the row."""
        return self.late() if self.late is not None else self.text


class Listing(NamedTuple):
    """One value, handed down to the list: its rows and which one is open."""

    rows: Sequence[Row]
    open_key: str | None = None
    where: Callable[[str], int | None] | None = None
    """Knows where the row of a key stands, for a list whose rows are made when they are looked at."""
    is_steered: bool = False
    """Is it gone through from a field that has the focus? Its cursor shows too, and no row is open."""

    def place_of(self, key: str | None) -> int | None:
        """Return where the row of this key stands."""
        if key is None:
            return None
        if self.where is not None:
            return self.where(key)
        return next((at for at, row in enumerate(self.rows) if row.key == key), None)

    def first_of(self, places: Iterable[int]) -> int | None:
        """Return the first of these places at which a row can be chosen."""
        return next((at for at in places if self.rows[at].key is not None), None)

    def first_above(self, at: int) -> int:
        """Return the heading right above the row at this place; itself where there is none."""
        before = self.rows[at - 1] if 0 < at <= len(self.rows) else None
        return at - 1 if before is not None and before.key is None and not before.is_note else at

    def last_about(self, at: int) -> int:
        """Return the last of the rows that say more about the row at this place, or itself."""
        while at + 1 < len(self.rows) and self.rows[at + 1].is_note:
            at += 1
        return at


class ListingPane(Still, can_focus=True):
    """Shows a listing; the cursor moves here alone, choosing comes up as a message."""

    listing: var[Listing] = var(Listing(()), init=False)
    inks: var[Inks] = var(Inks(PALETTES[0]), init=False)
    ambiguous: var[int] = var(1, init=False)

    class Chosen(Message):
        """The reader wants this row opened."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Highlighted(Message):
        """The cursor now stands on this row."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cursor = 0
        self._top = 0

    # -- what comes down ------------------------------------------------------------------------

    def watch_listing(self, before: Listing, listing: Listing) -> None:
        """Show other rows; the cursor goes with what is open, or stays on its row."""
        kept = before.rows[self._cursor].key if self._cursor < len(before.rows) else None
        opened = before.open_key != listing.open_key
        at = listing.place_of(listing.open_key) if opened or not self.has_focus else listing.place_of(kept)
        if at is None:
            at = listing.first_of(range(len(listing.rows))) or 0
        cursor, top, self._cursor = self._cursor, self._top, at
        self._scroll_to_cursor()
        if self._top != top or len(before.rows) != len(listing.rows):
            self.refresh()
            return
        seen = range(self._top, min(self._top + self.size.height, len(listing.rows)))
        changed = {index for index in seen if before.rows[index] != listing.rows[index]}
        if cursor != at or before.is_steered != listing.is_steered:
            changed |= {cursor, at}
        if opened:
            both = (listing.place_of(before.open_key), listing.place_of(listing.open_key))
            changed.update(index for index in both if index is not None)
        self._refresh_rows(changed)

    def watch_inks(self, _: Inks) -> None:
        """Paint in other inks."""
        self.refresh()

    def watch_virtual_size(self) -> None:
        """Keep the cursor on the screen, in the frame that shows the new size."""
        self._scroll_to_cursor()

    def on_resize(self) -> None:
        """Keep the cursor on the screen, also when the list was hidden while it moved."""
        top = self._top
        self._scroll_to_cursor()
        if self._top != top:
            self.refresh()

    def on_focus(self, event: events.Focus) -> None:
        """Show the cursor; no other row looks different."""
        event.prevent_default()
        self.has_focus = True
        self._refresh_rows({self._cursor})

    def on_blur(self, event: events.Blur) -> None:
        """Show what is open instead of the cursor."""
        event.prevent_default()
        self.has_focus = False
        self._refresh_rows({self._cursor})

    # -- moving ---------------------------------------------------------------------------------

    @property
    def cursor_key(self) -> str | None:
        """The key of the row the cursor stands on."""
        return self.listing.rows[self._cursor].key if self._cursor < len(self.listing.rows) else None

    @property
    def cursor_offset(self) -> Offset:
        """Where on the screen the cursor's row begins."""
        return Offset(self.region.x + 1, self.region.y + self._cursor - self._top)

    def move(self, by: int) -> None:
        """Move the cursor by so many rows that can be chosen; it stops at the ends."""
        rows, step, at, left = self.listing.rows, 1 if by > 0 else -1, self._cursor, abs(by)
        # Of thousands of rows moved over only the last is told of: each is a message and perhaps a preview.
        for index in range(self._cursor + step, len(rows) if by > 0 else -1, step):
            if not left:
                break
            if rows[index].key is not None:
                at, left = index, left - 1
        self._set_cursor(at)

    def go_top(self) -> None:
        """Move the cursor to the first row that can be chosen."""
        at = self.listing.first_of(range(len(self.listing.rows)))
        self._set_cursor(self._cursor if at is None else at)

    def go_end(self) -> None:
        """Move the cursor to the last row that can be chosen."""
        at = self.listing.first_of(range(len(self.listing.rows))[::-1])
        self._set_cursor(self._cursor if at is None else at)

    def stand_on(self, key: str | None) -> None:
        """Move the cursor to the row of this key, if there is one."""
        at = self.listing.place_of(key)
        if at is not None:
            self._set_cursor(at)

    def choose(self) -> None:
        """Open the row the cursor stands on."""
        if key := self.cursor_key:
            self.post_message(self.Chosen(key))

    def _set_cursor(self, at: int) -> None:
        before, top = self._cursor, self._top
        if at == before:
            return
        self._cursor = at
        self._scroll_to_cursor()
        if self._top != top:
            self.refresh()
        else:
            self._refresh_rows({before, at})
        if key := self.cursor_key:
            self.post_message(self.Highlighted(key))

    def _scroll_to_cursor(self) -> None:
        height = self.size.height
        if not height:
            return  # not laid out yet
        # A section's heading is kept in sight above its first row.
        above = self.listing.first_above(self._cursor) if height > 1 else self._cursor
        # And what is said of the row is kept in sight below it, as far as there is room for both.
        below = self.listing.last_about(self._cursor)
        if above < self._top:
            self._top = above
        elif below >= self._top + height:
            self._top = min(above, below - height + 1)
        self._top = max(0, min(self._top, len(self.listing.rows) - height))

    def _refresh_rows(self, rows: set[int]) -> None:
        for at in rows:
            if self._top <= at < self._top + self.size.height:
                self.refresh(Region(0, at - self._top, self.size.width, 1))

    # -- painting -------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return one row of the list."""
        at, width, inks = y + self._top, self.size.width, self.inks
        if at >= len(self.listing.rows):
            return Strip.blank(width, inks.rail)
        line = self.listing.rows[at]
        if line.is_note:
            return row([(f"    {line.words}", inks.rail_faint)], width, inks.rail, ambiguous=self.ambiguous)
        if line.key is None:
            words, tail = (f" {line.text}", inks.rail_head), (f"{line.tail} ", inks.rail_faint)
            right = [tail] if line.tail else ()
            return row([words], width, inks.rail, right=right, ambiguous=self.ambiguous)
        style = self._row_style(at, line)
        return row(
            [(f"  {line.sign} " if line.sign else "  ", style), (line.text, style)],
            width,
            style if style is inks.cursor_row else inks.rail,
            right=[(f" {line.tail} ", style)] if line.tail else (),
            ambiguous=self.ambiguous,
        )

    def _row_style(self, at: int, line: Row) -> Style:
        if at == self._cursor and (self.has_focus or self.listing.is_steered):
            return self.inks.cursor_row
        if line.key == self.listing.open_key and not self.listing.is_steered:
            return self.inks.open_row
        return self.inks.rail_faint if line.is_done else self.inks.rail

    # -- the mouse ------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Open the row that was clicked."""
        at = event.y + self._top
        if at < len(self.listing.rows) and (key := self.listing.rows[at].key):
            self._set_cursor(at)
            self.post_message(self.Chosen(key))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the list."""
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the list."""
        event.stop()
        self.move(-3)
