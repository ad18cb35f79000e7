"""Hits of other editions seen beside the list: each piece as it stands in its paper, which stays closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.reading.place import Place
from reader.tui import search_sayings as sayings
from reader.tui.screens.seeking import PREVIEW_SECONDS, SeekingScreen
from reader.tui.sheet import Sheet, Stretch

if TYPE_CHECKING:
    from reader.reading.pursuit import Find
    from reader.tui.lending import Answer, Loan


class BorrowingScreen(SeekingScreen):
    """A screen that can show a piece of an edition which is not open."""

    _lend_timer: Timer | None = None
    _is_foreign = False
    """Does the pane show a piece that is not the open edition's?"""

    @property
    def is_over_all(self) -> bool:
        """Is the search one over all editions?"""
        from reader.reading.pursuit import Scope

        return self.pursuit is not None and self.pursuit.scope is Scope.ALL

    def show_match(self) -> None:
        """Show the piece of the hit the reader stands on; while they choose, without opening its edition."""
        if self.is_over_all and self.is_typing:
            self._preview()
        else:
            super().show_match()

    def _preview(self) -> None:
        pursuit, query = self.pursuit, self._query
        if pursuit is None or query is None or (find := pursuit.find) is None or find.path is None:
            return
        if (loan := self.reader.back_room.lending.known(find, query)) is not None:
            self._show_loan(find, loan)
            return
        self.show_waiting(find)
        if self._lend_timer is not None:
            self._lend_timer.stop()
        self._lend_timer = self.set_timer(PREVIEW_SECONDS, self._borrow)

    def _borrow(self) -> None:
        pursuit, query = self.pursuit, self._query
        find = pursuit.find if pursuit is not None and self.is_typing else None
        if query is not None and find is not None and find.path is not None:
            self.reader.back_room.lending.ask(find, query, self._lent)

    def _lent(self, find: Find, answer: Answer) -> None:
        from reader.tui.lending import Loan

        if not self.is_typing or self.pursuit is None or self.pursuit.find != find:
            return
        if not isinstance(answer, Loan):
            self.reader.tell_error(answer)
        elif answer.item is None:
            self.tell(sayings.PIECE_GONE)
        else:
            self._show_loan(find, answer)

    def _show_loan(self, find: Find, loan: Loan) -> None:
        pursuit = self.pursuit
        if pursuit is None or loan.item is None or loan.copy is None:
            return
        pursuit.learn(find.key, loan.spans)
        is_cjk = loan.loaded.edition.is_cjk
        columns_from = self.desk.columns_from(loan.item)
        marks = tuple(Stretch(*span) for span in loan.spans)
        here = Stretch(*pursuit.match) if pursuit.match is not None else None
        sheet = self.pane.sheet
        is_same = sheet is not None and sheet.copy is loan.copy
        block, character = self.pane.standing[:2] if is_same else (0, 0)
        self._show_foreign(
            Sheet(
                loan.copy, is_cjk, block, character, found=marks, found_here=here, columns_from=columns_from
            )
        )

    def show_waiting(self, find: Find) -> None:
        """Show what the index knows of a piece while its edition is read."""
        from reader.typesetting.copy import Copy, Piece
        from reader.typesetting.role import Role

        hit = find.hit
        pieces = [
            Piece(Role.HEADLINE, hit.title),
            Piece(Role.TEXT, hit.snippet),
            Piece(Role.TEXT, self.desk.say(sayings.LOADING)),
        ]
        marks = tuple(Stretch(1, start, end) for start, end in hit.snippet_spans)
        copy = Copy(pieces, sum(len(piece.text) for piece in pieces))
        self._show_foreign(Sheet(copy, self.desk.session.edition.is_cjk, found=marks))

    def _show_foreign(self, sheet: Sheet) -> None:
        """Show what does not belong to the open edition: nothing of where the reader is follows from it."""
        from reader.tui.pictures import Pictures

        self._is_foreign, self.shown_reference = True, None
        # Its pictures lie beside another file; they are shown once the edition is open.
        self.pane.setting = self.desk.setting._replace(is_cjk=sheet.is_cjk, pictures=Pictures())
        self.pane.sheet = sheet

    def come_home(self) -> None:
        """Set as the open edition is set again."""
        if self._is_foreign:
            self._is_foreign = False
            self.pane.setting = self.desk.setting

    def show_place(self, place: Place) -> None:
        """Show a piece of the open edition."""
        self.come_home()
        super().show_place(place)
