"""What stands in the list on the left: the contents of the edition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from reader.reading.contents import ContentsSection, Item
from reader.tui.widgets.listing_pane import Listing, Row

if TYPE_CHECKING:
    from reader.edition.notice import Notice
    from reader.reading.open_edition import OpenEdition
    from reader.reading.session import Session

UNREAD, OPEN, READ, MARKED, NOTICE = "○", "●", "✓", "★", "!"
QUIET_NOTICE = "–"
"""The signs of the contents; none of them is told by colour alone."""


class Signs(NamedTuple):
    """What the signs of the contents depend on: which piece is open, which are read and which are marked."""

    open: str
    read: frozenset[str]
    marked: frozenset[str]


class ContentsRows(Sequence[Row]):
    """The contents as they were at one time: a head for each section, a row for each of its pieces.

    A row is made when it is looked at: of thousands a list shows forty.
    """

    def __init__(self, opened: OpenEdition, signs: Signs, is_raised: Callable[[Notice], bool]) -> None:
        """`is_raised`: is a notice a warning in force?"""
        self._opened = opened
        self._prefix = f"{opened.edition.date.isoformat()}/"
        self._signs = signs
        self._is_raised = is_raised

    def __len__(self) -> int:
        return len(self._opened.items) + len(self._opened.sections)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        numbers = range(len(self))[at]
        return self._row(numbers) if isinstance(numbers, int) else tuple(map(self._row, numbers))

    def place_of(self, key: str) -> int | None:
        """Return where the row of this key stands, without making those before it."""
        index = self._opened.where(key.removeprefix(self._prefix))
        # Above it stand the pieces before it, and the heads of its own section and of all before that.
        return None if index is None else index + self._opened.items[index].section_index + 1

    def _row(self, number: int) -> Row:
        sections = self._opened.sections
        section = sections[bisect_right(sections, number, key=_head) - 1]
        head = _head(section)
        if number == head:
            return Row(f"{section.label} {section.name}", tail=str(section.size))
        item = self._opened.items[section.first + number - head - 1]
        return Row(
            item.title,
            self._prefix + item.reference.piece,
            self._sign(item),
            is_done=item.reference.piece in self._signs.read,
        )

    def _sign(self, item: Item) -> str:
        piece, signs = item.reference.piece, self._signs
        if piece == signs.open:
            return OPEN
        if piece in signs.marked:
            return MARKED
        if item.notice is not None:
            return NOTICE if self._is_raised(item.notice) else QUIET_NOTICE
        return READ if piece in signs.read else UNREAD


def _head(section: ContentsSection) -> int:
    """Return where the head of a section stands: below every piece and every head before it."""
    return section.first + section.at


class ContentsList:
    """The edition's contents as the list shows them."""

    def __init__(self, session: Session, is_raised: Callable[[Notice], bool]) -> None:
        """`is_raised`: is a notice a warning in force?"""
        self._session = session
        self._judge = is_raised
        self._raised: dict[str, bool] = {}

    def listing(self) -> Listing:
        """Return the contents as they now are, every piece with its sign."""
        session, reference = self._session, self._session.place.reference
        signs = Signs(reference.piece, session.read_pieces(), session.marked_pieces())
        rows = ContentsRows(session.laid_open, signs, self._is_raised)
        return Listing(rows, str(reference), rows.place_of)

    def judge_anew(self) -> None:
        """Look again which notices are warnings in force: their state may have changed."""
        self._raised = {}

    def _is_raised(self, notice: Notice) -> bool:
        if notice.id not in self._raised:  # judged once and not at every painting: it looks at all notices
            self._raised[notice.id] = self._judge(notice)
        return self._raised[notice.id]
