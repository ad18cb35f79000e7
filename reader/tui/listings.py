"""What stands in the list on the left: the contents, the results of a search, the marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reader.archive.edition_search import Hit
from reader.edition.reference import Reference
from reader.reading.contents import ContentsSection, Item
from reader.reading.marks import Mark
from reader.tui.widgets.listing_pane import Listing, Row

UNREAD, OPEN, READ, MARKED, NOTICE = "○", "●", "✓", "★", "!"
"""The signs of the contents; none of them is told by colour alone."""


def contents_listing(
    sections: Sequence[ContentsSection],
    items: Sequence[Item],
    open_reference: Reference,
    *,
    is_read: Callable[[Reference], bool],
    is_marked: Callable[[Reference], bool],
) -> Listing:
    """Return the edition's contents by section, each piece with its sign."""
    rows: list[Row] = []
    for section in sections:
        rows.append(Row(f"{section.label} {section.name}", tail=str(section.count)))
        for item in items[section.first : section.first + section.count]:
            reference = item.reference
            done = is_read(reference)
            if reference == open_reference:
                sign = OPEN
            elif is_marked(reference):
                sign = MARKED
            elif item.is_notice:
                sign = NOTICE
            else:
                sign = READ if done else UNREAD
            rows.append(Row(item.title, str(reference), sign, is_done=done))
    return Listing(tuple(rows), str(open_reference))


def results_listing(hits: Sequence[Hit], open_reference: Reference | None) -> Listing:
    """Return the pieces a search has found, best first, with the number of matches in each."""
    rows: list[Row] = []
    for hit in hits:
        rows.append(Row(hit.title, str(hit.reference), "▸", tail=str(len(hit.spans))))
    return Listing(tuple(rows), str(open_reference) if open_reference else None)


def marks_listing(marks: Iterable[Mark]) -> Listing:
    """Return the marked pieces, newest mark first, with paper and day."""
    return Listing(
        tuple(
            Row(mark.title, str(mark.address), MARKED, tail=f"{mark.paper} {mark.reference.date}")
            for mark in marks
        )
    )
