"""The rows of the list of findings: a heading for each article, a row for each finding or fold."""

from __future__ import annotations

from collections.abc import Iterator

from reader.copydesk.proof_list import Counts, Owner, ProofRow
from reader.copydesk.proof_state import ProofState
from reader.edition.printable import printable_line
from reader.edition.wording import Tongue
from reader.tui.proof_text import SIGNS
from reader.tui.widgets.listing_pane import Listing, Row

_FOLDED, _OPEN, _INSIDE = "▸ ", "▾ ", "  "


class ProofListing:
    """Makes the rows of the list; while only the cursor moves they stay the same."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue: Tongue = tongue
        self._made_of: tuple[tuple[ProofRow, ...], bool] | None = None
        self._rows: tuple[Row, ...] = ()

    def listing(self, state: ProofState, *, is_narrow: bool) -> Listing:
        """Return the findings as rows; the row of the cursor is the one that is open."""
        made_of = self._made_of
        if made_of is None or made_of[0] is not state.listed.rows or made_of[1] != is_narrow:
            self._made_of = state.listed.rows, is_narrow
            self._rows = tuple(_rows(state, self._tongue, is_narrow=is_narrow))
        at = state.listed.at
        return Listing(self._rows, str(at) if at < len(state.listed.rows) else None)


def _rows(state: ProofState, tongue: Tongue, *, is_narrow: bool) -> Iterator[Row]:
    owner = -1
    for number, row in enumerate(state.listed.rows):
        if row.owner != owner:
            owner = row.owner
            yield _heading(state.listed.owners[owner], tongue)
        yield _row(row, number, tongue, is_narrow=is_narrow)


def _heading(owner: Owner, tongue: Tongue) -> Row:
    return Row(printable_line(owner.title.say(tongue)), tail=f" {_counted(owner.counts)}")


def _counted(counts: Counts) -> str:
    pairs = zip(SIGNS.values(), (counts.errors, counts.warnings, counts.infos), strict=True)
    return " ".join(f"{sign}{count}" for sign, count in pairs if count)


def _row(row: ProofRow, number: int, tongue: Tongue, *, is_narrow: bool) -> Row:
    one = row.here
    count = len(row.fold.findings)
    fold = ""
    if count > 1:
        fold = (_OPEN if row.is_open else _FOLDED) if row.is_fold else _INSIDE
    if row.is_fold or count == 1:
        words = printable_line(one.message.say(tongue))
        rule = one.rule if is_narrow else f"{one.rule:<9}"
        text = f"{fold}{rule} {words}"
    else:
        text = f"{fold}{one.place.line}:{one.place.column}"
    tail = f"×{count}" if row.is_fold else ""
    return Row(text, str(number), SIGNS[one.severity], tail)
