"""An app in which an edition can be proofread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.edition.printable import printable_line
from reader.edition.reference import Reference
from reader.edition.wording import Wording
from reader.loading.problem import EditionError
from reader.tui import proof_sayings as sayings
from reader.tui.back_issues_app import BackIssuesApp

if TYPE_CHECKING:
    from reader.copydesk.proof_sitting import ProofSitting
    from reader.tui.screens.proof_screen import ProofScreen


class ProofApp(BackIssuesApp):
    """Opens proof mode on the open edition, and comes back from it."""

    _proof: ProofScreen | None = None
    """Proof mode, while it is open."""

    def show_proof(self, reference: Reference | None = None) -> None:
        """Proofread the open edition, from this piece on or from its beginning."""
        if not self.opening.can_proof:
            self.front.tell(sayings.NO_PROOF)
            return
        if self.screen is not self.front:
            return  # of a key pressed twice at once the second comes late
        from reader.tui.screens.proof_screen import ProofScreen

        self._proof = ProofScreen(self.desk, self.shelf.path, str(reference or ""))
        self.push_screen(self._proof)

    def watch_file(self) -> None:
        """Read the file again when it has changed; while it is proofread, proof mode does."""
        if self._proof is None:
            super().watch_file()

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
                self.call_from_thread(self._not_opened, screen, problem)
                return
            self.call_from_thread(screen.begin, sitting)

        self.run_worker(work, thread=True, exclusive=True, group="proof", exit_on_error=False)

    def _sitting(self, path: Path) -> ProofSitting:
        from reader.copydesk.proof_sitting import ProofSitting
        from reader.copydesk.stylebook_file import find_stylebook, read_stylebook
        from reader.proofreading.stylebook import Stylebook

        opening = self.opening
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
        self.proof_left(screen)
        self.front.tell(sayings.NOT_OPENED, is_trouble=True, problem=problem)

    def proof_left(self, screen: ProofScreen) -> None:
        """Come back to the paper, which reads what was written; say what was not."""
        pending = screen.state.pending.total if screen.state is not None else 0
        self._proof = None
        if self.opening.is_for_proof:
            self.exit()
            return
        screen.dismiss()
        if pending:
            self.front.tell(sayings.KEPT, count=pending)
        self.watch_file()
