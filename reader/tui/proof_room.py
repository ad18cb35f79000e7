"""The proof room: where an open edition is proofread, and whence its reader comes back to the paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.edition.printable import printable_line
from reader.edition.reference import Reference
from reader.edition.wording import Wording
from reader.loading.problem import EditionError
from reader.tui import proof_sayings as sayings
from reader.tui.screens.proof_screen import ProofScreen

if TYPE_CHECKING:
    from reader.copydesk.proof_sitting import ProofSitting
    from reader.tui.file_app import FileApp


class ProofRoom:
    """Opens proof mode over a paper, gives it its file, and closes behind it."""

    def __init__(self, app: FileApp) -> None:
        self._app = app

    def open(self, reference: Reference | None = None) -> None:
        """Proofread the open edition, from this piece on or from its beginning."""
        app = self._app
        app.push_screen(ProofScreen(app.desk, app.shelf.path, str(reference or ""), self))

    def open_sitting(self, screen: ProofScreen) -> None:
        """Read the edition's file for proof mode, in a thread, or say why it cannot be proofread."""

        def work() -> None:
            from reader.copydesk.stylebook_file import StylebookError

            try:
                sitting = self._sitting(screen.path)
                sitting.settle()
            except (EditionError, StylebookError) as error:
                first = error.problems[0]
                place = f"{printable_line(error.path.name)}:{first.line}:{first.column}"
                problem = Wording("{place} {what}；{advice}", "{place} {what}; {advice}").filled(
                    place=place, what=first.what, advice=first.advice
                )
                self._app.call_from_thread(self._not_opened, screen, problem)
                return
            self._app.call_from_thread(screen.begin, sitting)

        self._app.run_worker(work, thread=True, exclusive=True, group="proof", exit_on_error=False)

    def _sitting(self, path: Path) -> ProofSitting:
        from reader.copydesk.proof_sitting import ProofSitting
        from reader.copydesk.stylebook_file import find_stylebook, read_stylebook
        from reader.proofreading.stylebook import Stylebook

        opening = self._app.opening
        stylebook = opening.stylebook or find_stylebook(path)
        return ProofSitting(
            path,
            read_stylebook(stylebook) if stylebook is not None else Stylebook(),
            clock=opening.clock,
            journals=opening.journals,
            library=opening.library_root,
            encoding=opening.encoding,
            limit=opening.limit,
            why_read_only=sayings.SHIPPED if path.absolute().is_relative_to(opening.program) else None,
        )

    def _not_opened(self, screen: ProofScreen, problem: Wording) -> None:
        self.leave(screen)
        self._app.front.tell(sayings.NOT_OPENED, is_trouble=True, problem=problem)

    def leave(self, screen: ProofScreen) -> None:
        """Come back to the paper, which reads what was written; say what was not."""
        app = self._app
        pending = screen.state.pending.total if screen.state is not None else 0
        app.proof_room = None
        if app.opening.is_for_proof:
            app.exit()
            return
        screen.dismiss()
        if pending:
            app.front.tell(sayings.KEPT, count=pending)
        app.watch_file()
