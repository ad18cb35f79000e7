"""The rows of the list of marks: title, the reader's note, and what is known of where the piece stood."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from reader.tui import marks_sayings
from reader.tui.listings import MARKED
from reader.tui.widgets.listing_pane import Listing, Row
from reader.typesetting.galley import Galley, Setting
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role
from reader.typesetting.width import text_width

if TYPE_CHECKING:
    from reader.edition.wording import Tongue
    from reader.reading.marks import Mark
    from reader.reading.place import Address, IssueKey

TAKEN_AWAY = "☆"
"""Stands before a mark that was taken away a moment ago and can still be brought back."""
NOTE_SIGN = "▎"
_INDENT = 8
"""Cells a row of a note gives away: its indent, its sign, and air at the right."""


class MarksListing:
    """Makes the rows; a note too long for one row is set once for each width."""

    def __init__(self, tongue: Tongue, ambiguous: int) -> None:
        self._tongue: Tongue = tongue
        self._ambiguous = ambiguous
        self._set: dict[tuple[str, int], tuple[str, ...]] = {}

    def listing(
        self,
        marks: Iterable[Mark],
        width: int,
        *,
        taken: Collection[Address] = (),
        missing: Collection[IssueKey] = (),
        open_key: str | None = None,
    ) -> Listing:
        """Return marks as rows for so many cells, in the order given.

        `taken` are those taken away a moment ago, `missing` the issues the library does not have, `open_key`
        is the address of the one whose note is being written.
        """
        rows: list[Row] = []
        for mark in marks:
            sign = TAKEN_AWAY if mark.address in taken else MARKED
            tail = f"{mark.paper} {mark.reference.date}"
            # The title needs room more than the paper does: a narrow list keeps the day alone.
            if text_width(tail, self._ambiguous) > width // 3:
                tail = str(mark.reference.date)
            rows.append(Row(mark.title, str(mark.address), sign, tail=tail))
            rows += [Row(NOTE_SIGN + line, is_note=True) for line in self._note(mark.note, width)]
            if facts := self._facts(mark, is_taken=mark.address in taken, missing=missing):
                rows.append(Row(" · ".join(facts), is_note=True))
        return Listing(tuple(rows), open_key)

    def _facts(self, mark: Mark, *, is_taken: bool, missing: Collection[IssueKey]) -> list[str]:
        facts = [marks_sayings.TAKEN_AWAY.say(self._tongue)] if is_taken else []
        if mark.address.issue in missing:
            facts.append(marks_sayings.EDITION_GONE.say(self._tongue))
        words = "" if mark.title.startswith(mark.snippet) else mark.snippet
        words = f"…{words}" if words and mark.character else words
        return [*facts, *filter(None, (mark.section, words))]

    def _note(self, note: str, width: int) -> tuple[str, ...]:
        """A note in lines, none of them opening with a stop."""
        measure = max(10, width - _INDENT)
        if not note or text_width(note, self._ambiguous) <= measure:
            return (note,) if note else ()
        if (note, measure) not in self._set:
            setting = Setting(measure=measure, ambiguous=self._ambiguous, gutter=False, plain=True)
            galley = Galley(Copy([Piece(Role.LABEL, note)], len(note)), setting)
            lines = (line.text.strip("　 ") for line in galley.all_lines())
            self._set[note, measure] = tuple(filter(None, lines))
        return self._set[note, measure]
