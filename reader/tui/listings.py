"""What stands in the list on the left: the contents, the results of a search, the marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.edition.reference import Reference
from reader.reading.contents import Item
from reader.tui.widgets.listing_pane import Listing, Row

if TYPE_CHECKING:
    from reader.archive.edition_search import Hit
    from reader.reading.marks import Mark
    from reader.reading.session import Session

UNREAD, OPEN, READ, MARKED, NOTICE = "○", "●", "✓", "★", "!"
"""The signs of the contents; none of them is told by colour alone."""


class ContentsList:
    """The edition's contents as rows; of thousands only those that change are made anew."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: list[Row] = []
        self._row_of: dict[Reference, int] = {}
        self._open: Reference | None = None
        for section in session.sections:
            self._rows.append(Row(f"{section.label} {section.name}", tail=str(section.count)))
            for item in session.items[section.first : section.first + section.count]:
                self._row_of[item.reference] = len(self._rows)
                self._rows.append(self._row(item))

    def listing(self) -> Listing:
        """Return the contents as they now are, every piece with its sign."""
        reference = self._session.place.reference
        for changed in {self._open, reference}:
            self._renew(changed)
        self._open = reference
        return Listing(tuple(self._rows), str(reference))

    def renew_all(self) -> None:
        """Make every row anew: marks were taken away elsewhere."""
        for reference in self._row_of:
            self._renew(reference)

    def _renew(self, reference: Reference | None) -> None:
        if reference is None or (at := self._row_of.get(reference)) is None:
            return
        item = next(item for item in self._session.items if item.reference == reference)
        row = self._row(item)
        if row != self._rows[at]:
            self._rows[at] = row

    def _row(self, item: Item) -> Row:
        reference = item.reference
        done = self._session.is_read(reference)
        if reference == self._session.place.reference:
            sign = OPEN
        elif self._session.is_marked(reference):
            sign = MARKED
        elif item.is_notice:
            sign = NOTICE
        else:
            sign = READ if done else UNREAD
        return Row(item.title, str(reference), sign, is_done=done)


def results_listing(hits: Sequence[Hit], open_reference: Reference | None) -> Listing:
    """Return the pieces a search has found, best first: title, number of matches, and a line of the text."""
    rows: list[Row] = []
    for hit in hits:
        rows.append(Row(hit.title, str(hit.reference), "▸", tail=str(len(hit.spans))))
        rows.append(Row(f"{hit.section} · {hit.snippet}", is_note=True))
    return Listing(tuple(rows), str(open_reference) if open_reference else None)


def marks_listing(marks: Iterable[Mark]) -> Listing:
    """Return the marked pieces, newest mark first, with paper and day."""
    rows: list[Row] = []
    for mark in marks:
        rows.append(Row(mark.title, str(mark.address), MARKED, tail=f"{mark.paper} {mark.reference.date}"))
        if mark.snippet:
            rows.append(Row(f"{mark.section} · {mark.snippet}", is_note=True))
    return Listing(tuple(rows))
