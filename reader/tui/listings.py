"""What stands in the list on the left: the contents of the edition."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from reader.edition.reference import Reference
from reader.reading.contents import Item
from reader.tui.widgets.listing_pane import Listing, Row

if TYPE_CHECKING:
    from reader.edition.notice import Notice
    from reader.reading.session import Session

UNREAD, OPEN, READ, MARKED, NOTICE = "○", "●", "✓", "★", "!"
QUIET_NOTICE = "–"
"""The signs of the contents; none of them is told by colour alone."""


class ContentsList:
    """The edition's contents as rows; of thousands only those that change are made anew."""

    def __init__(self, session: Session, is_raised: Callable[[Notice], bool]) -> None:
        """`is_raised`: is a notice a warning in force?"""
        self._is_raised = is_raised
        self._session = session
        self._rows: list[Row] = []
        self._row_of: dict[str, int] = {}
        self._open = session.place.reference.piece
        self._prefix = f"{session.edition.date.isoformat()}/"
        read, marked = session.read_pieces(), session.marked_pieces()
        for section in session.sections:
            self._rows.append(Row(f"{section.label} {section.name}", tail=str(section.size)))
            for item in session.items[section.first : section.first + section.size]:
                self._row_of[item.reference.piece] = len(self._rows)
                self._rows.append(self._row(item, read, marked))

    def listing(self) -> Listing:
        """Return the contents as they now are, every piece with its sign."""
        reference = self._session.place.reference
        before, self._open = self._open, reference.piece
        self._renew({before, reference.piece})
        return Listing(tuple(self._rows), str(reference))

    def renew(self, reference: Reference) -> None:
        """Make a piece's row anew: it was marked while another was open."""
        self._renew((reference.piece,))

    def renew_all(self) -> None:
        """Make every row anew: marks were taken away elsewhere."""
        self._renew(self._row_of)

    def _renew(self, pieces: Iterable[str]) -> None:
        read, marked = self._session.read_pieces(), self._session.marked_pieces()
        for piece in pieces:
            at = self._row_of.get(piece)
            item = self._session.item_of(piece)
            if at is None or item is None:
                continue
            row = self._row(item, read, marked)
            if row != self._rows[at]:
                self._rows[at] = row

    def _row(self, item: Item, read: frozenset[str], marked: frozenset[str]) -> Row:
        piece = item.reference.piece
        done = piece in read
        if piece == self._open:
            sign = OPEN
        elif piece in marked:
            sign = MARKED
        elif item.notice is not None:
            sign = NOTICE if self._is_raised(item.notice) else QUIET_NOTICE
        else:
            sign = READ if done else UNREAD
        return Row(item.title, self._prefix + piece, sign, is_done=done)
