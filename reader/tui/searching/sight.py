"""Hits seen beside the list: those of the open edition, and each of another as it stands in its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.edition.reference import Reference
from reader.reading.place import Place
from reader.reading.pursuit import Find
from reader.tui.lending import Answer, Loan
from reader.tui.pictures import Pictures
from reader.tui.searching import sayings
from reader.tui.searching.quest import Quest
from reader.tui.sheet import Sheet, Stretch
from reader.typesetting.copy import Copy, Piece
from reader.typesetting.role import Role

if TYPE_CHECKING:
    from reader.archive.searchable import Span
    from reader.tui.screens.searched import SearchedScreen

PREVIEW_SECONDS = 0.08
"""How long the cursor of the results rests before its piece is shown: a held key shows only the last."""


class Sight:
    """Shows the piece of the hit the reader stands on, every match in it marked."""

    def __init__(self, screen: SearchedScreen, quest: Quest) -> None:
        self._screen = screen
        self._quest = quest
        self._timer: Timer | None = None
        self._lend_timer: Timer | None = None
        self.is_foreign = False
        """Does the pane show a piece that is not the open edition's?"""

    def marks_in(self, reference: Reference) -> tuple[Stretch, ...]:
        """Return every match in a piece of the open edition."""
        return _stretches(self._quest.pursuit.matches_at(Place(reference, issue=self._quest.open_issue)))

    def show_soon(self) -> None:
        """Show the hit the cursor of the results rests on."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(PREVIEW_SECONDS, self._show_at_rest)

    def _show_at_rest(self) -> None:
        self._timer = None
        self.show()

    def show(self) -> None:
        """Show the hit; while the reader chooses, without opening its edition."""
        if self._quest.is_over:
            return
        if self._quest.is_over_all and self._quest.is_typing:
            self._preview()
        else:
            self._show_own()

    def _show_own(self) -> None:
        screen, hit = self._screen, self._quest.pursuit.hit
        item = screen.desk.session.item_of(hit.reference.piece) if hit is not None else None
        if hit is None or item is None:
            return
        is_cjk, marks = screen.desk.session.edition.is_cjk, self.marks_in(hit.reference)
        screen.pane.sheet = self._sheet(
            screen.desk.copy_of(item), is_cjk, marks, screen.desk.columns_from(item)
        )

    def _sheet(self, copy: Copy, is_cjk: bool, marks: tuple[Stretch, ...], columns_from: int) -> Sheet:
        """Return a piece with its marks, where the pane stands in it already."""
        pane, match = self._screen.pane, self._quest.pursuit.match
        is_same = pane.sheet is not None and pane.sheet.copy is copy
        block, character = pane.standing[:2] if is_same else (0, 0)
        here = Stretch(*match) if match is not None else None
        return Sheet(copy, is_cjk, block, character, found=marks, found_here=here, columns_from=columns_from)

    # -- pieces that are lent -------------------------------------------------------------------------

    def _preview(self) -> None:
        query, find = self._quest.answered, self._quest.pursuit.find
        if query is None or find is None or find.path is None:
            return
        if (loan := self._screen.reader.back_room.lending.known(find, query)) is not None:
            self._show_loan(find, loan)
            return
        self.show_waiting(find)
        if self._lend_timer is not None:
            self._lend_timer.stop()
        self._lend_timer = self._screen.set_timer(PREVIEW_SECONDS, self._borrow)

    def _borrow(self) -> None:
        self._lend_timer = None
        query, find = self._quest.answered, self._quest.pursuit.find
        if self._quest.is_typing and query is not None and find is not None and find.path is not None:
            self._screen.reader.back_room.lending.ask(find, query, self._lent)

    def _lent(self, find: Find, answer: Answer) -> None:
        if not self._quest.is_typing or self._quest.pursuit.find != find:
            return
        if not isinstance(answer, Loan):
            self._screen.reader.tell_error(answer)
        elif answer.item is None:
            self._screen.tell(sayings.PIECE_GONE)
        else:
            self._show_loan(find, answer)

    def _show_loan(self, find: Find, loan: Loan) -> None:
        if loan.item is None or loan.copy is None:
            return
        self._quest.pursuit.learn(find.key, loan.spans)
        is_cjk, columns_from = loan.loaded.edition.is_cjk, self._screen.desk.columns_from(loan.item)
        self._show_foreign(self._sheet(loan.copy, is_cjk, _stretches(loan.spans), columns_from))

    def show_waiting(self, find: Find) -> None:
        """Show what the index knows of a piece while its edition is read."""
        hit, desk = find.hit, self._screen.desk
        pieces = [
            Piece(Role.HEADLINE, hit.title),
            Piece(Role.TEXT, hit.snippet),
            Piece(Role.TEXT, desk.say(sayings.LOADING)),
        ]
        marks = tuple(Stretch(1, start, end) for start, end in hit.snippet_spans)
        copy = Copy(pieces, sum(len(piece.text) for piece in pieces))
        self._show_foreign(Sheet(copy, desk.session.edition.is_cjk, found=marks))

    def _show_foreign(self, sheet: Sheet) -> None:
        """Show what does not belong to the open edition: nothing of where the reader is follows from it."""
        screen = self._screen
        self.is_foreign, screen.shown_reference = True, None
        # Its pictures lie beside another file; they are shown once the edition is open.
        screen.pane.setting = screen.desk.setting._replace(is_cjk=sheet.is_cjk, pictures=Pictures())
        screen.pane.sheet = sheet

    def come_home(self) -> None:
        """Set as the open edition is set again."""
        if self.is_foreign:
            self.is_foreign = False
            self._screen.pane.setting = self._screen.desk.setting


def _stretches(spans: Iterable[Span]) -> tuple[Stretch, ...]:
    return tuple(Stretch(*span) for span in spans)
