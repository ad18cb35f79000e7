"""An app that keeps to the file behind the open edition: read again when it changes, opened in an editor."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.driver import Driver

from reader.edition.reference import Reference
from reader.loading.loaded import Loaded
from reader.loading.problem import EditionError
from reader.tui import sayings
from reader.tui.edition_app import EditionApp
from reader.tui.opening import Opening

if TYPE_CHECKING:
    from reader.tui.proof_room import ProofRoom


class FileApp(EditionApp):
    """Shows the file's last good version, whatever becomes of the file."""

    proof_room: ProofRoom | None = None
    """Where the edition is proofread, while it is."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._was_finished = self.shelf.is_finished()
        self._is_asked = False
        """Does the reader wait for what a reading of the file finds?"""

    def show_proof(self, reference: Reference | None = None) -> None:
        """Proofread the open edition, from this piece on or from its beginning."""
        if not self.opening.can_proof:
            self.front.tell(sayings.NO_PROOF)
        elif self.screen is self.front:  # of a key pressed twice at once the second comes late
            from reader.tui.proof_room import ProofRoom

            self.proof_room = ProofRoom(self)
            self.proof_room.open(reference)

    def tell_warnings(self) -> None:
        """Say what the edition now open is warned of; from here on its file is compared with this one."""
        self._was_finished = self.shelf.is_finished()
        super().tell_warnings()

    def watch_file(self) -> None:
        """Read the file again when it has changed since it was last looked at; proof mode does so itself."""
        if self.proof_room is not None:
            return
        self.hear_trouble()
        stamp = self.shelf.stamp()
        if stamp is None:
            if not self.is_gone:
                self.is_gone = True
                self.front.tell(sayings.FILE_GONE, is_trouble=True, file=self.shelf.path.name)
        elif stamp != self.seen_stamp or self.is_gone:
            self.seen_stamp, self.is_gone = stamp, False
            self.reload()

    def reload(self, *, asked: bool = False) -> None:
        """Read the open edition's file again, in a thread; an error in it keeps the good paper on screen."""
        path = self.shelf.path
        # Kept here: a change that is noticed meanwhile is read instead, and answers for both.
        self._is_asked = self._is_asked or asked

        def work() -> None:
            try:
                loaded = self.shelf.load(path)
            except EditionError as error:
                self.call_from_thread(self._keep_edition, error)
                return
            self.call_from_thread(self._replace_edition, path, loaded)

        self.run_worker(work, thread=True, exclusive=True, group="reload", exit_on_error=False)

    def _replace_edition(self, path: Path, loaded: Loaded) -> None:
        asked, self._is_asked = self._is_asked, False
        if path != self.shelf.path:
            return  # another edition was opened meanwhile
        is_finished = self.shelf.is_finished()
        if self._was_finished and not is_finished and not asked:
            # It used to end with "...": somebody is still writing it, or it was cut while being saved.
            self._keep_edition(EditionError(path, loaded.warnings))
            return
        self._was_finished = is_finished
        same = loaded.edition == self.desk.session.edition
        was_wrong, self.desk.problems = self.desk.problems, self.problem_lines(path, loaded.warnings)
        self.shelf.take(path, loaded)
        self.renew_pictures()
        self.seen_stamp = loaded.stamp
        if same:
            self.front.silence()
            if asked and self.desk.problems:
                self.show_problems()
            elif asked or was_wrong:
                self.front.tell(sayings.GOOD_AGAIN if was_wrong else sayings.UNCHANGED)
            self.paper.pane.setting = self.desk.setting
            self.front.redraw()
            return
        place = self.desk.session.replace_edition(loaded.edition)
        self.desk.change_edition()
        self.show_edition(place)
        self.front.tell(sayings.RELOADED)
        self.tell_warnings()
        self.gather()
        self.files_changed()

    def _keep_edition(self, error: EditionError) -> None:
        """Keep the good paper on the screen and say what is wrong with the new version, in full if asked."""
        asked, self._is_asked = self._is_asked, False
        self.desk.problems = self.problem_lines(error.path, error.problems)
        self.front.redraw()
        if asked:
            self.show_problems()
        else:
            self.tell_error(error, sayings.RELOAD_FAILED)

    def show_problems(self) -> None:
        """Show everything that is wrong with the file, line by line."""
        from reader.tui.screens.sheet_screen import SheetScreen
        from reader.tui.sheets import problems_copy

        title = self.desk.say(sayings.PROBLEMS_TITLE)
        copy = problems_copy(self.desk.problems)
        self.push_screen(SheetScreen(self.desk, title, copy, note=self.shelf.path.name, toggle="reload"))

    def _line_of(self, reference: Reference) -> tuple[int, int]:
        """Return line and column, from 1, of a piece; of the open one, of what stands on top of the pane."""
        item = self.desk.session.item
        if reference != self.desk.session.place.reference:
            return self.shelf.position(self.desk.session.item_of(reference.piece))
        piece = self.desk.copy_of(item).piece(self.desk.session.place.block) if item is not None else None
        return self.shelf.position(item, piece.field if piece else "", piece.field_start if piece else 0)

    def edit_here(self, reference: Reference) -> None:
        """Open the editor at the piece the reader stands on; what it saves is read when it ends."""
        if self.run_editor(self.shelf.path, *self._line_of(reference)):
            self.watch_file()

    @on(Driver.SignalResume)
    def come_back(self) -> None:
        """Paint everything again: the terminal was somebody else's meanwhile."""
        self.show_pictures_anew()
        self.speaking.repaint_whole()

    def run_editor(self, path: Path, line: int, column: int) -> bool:
        """Open the editor on a file and wait until it ends; False where there is none to open."""
        from reader.tui.editing import editor_command

        if not self.opening.can_edit:
            self.speaking.tell(sayings.NO_SUSPEND)
            return False
        command = editor_command(os.environ, path, line, column)
        if command is None:
            self.speaking.tell(sayings.NO_EDITOR, is_trouble=True)
            return False
        import subprocess

        from textual.app import SuspendNotSupported

        failure = ""
        try:
            with self.suspend():
                # Caught inside: an exception that left the block would leave the terminal to nobody.
                try:
                    status = subprocess.run(command, check=False).returncode
                    failure = f"{command[0]}: {status}" if status else ""
                except OSError as error:
                    failure = f"{command[0]}: {error.strerror or error}"
        except SuspendNotSupported:
            self.speaking.tell(sayings.NO_SUSPEND, is_trouble=True)
            return False
        self.come_back()
        if failure:
            self.speaking.tell(sayings.EDITOR_FAILED, is_trouble=True, why=failure)
        return True
