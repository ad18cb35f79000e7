"""An app with an edition open: it opens others, and reads this one again when its file changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from textual import events
from textual.app import App

from reader.edition.printable import printable
from reader.edition.wording import Wording
from reader.loading.loaded import Loaded
from reader.loading.problem import EditionError
from reader.reading.place import Place
from reader.reading.session import Session
from reader.tui import sayings
from reader.tui.desk import Desk
from reader.tui.opening import Opening
from reader.tui.screens.paper_screen import PaperScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.shelf import Shelf


class EditionApp(App[None]):
    """Shows one edition at a time; slow work runs in threads and comes back as calls."""

    def __init__(self, opening: Opening) -> None:
        # Without colours Textual must know from the start that the terminal's own are meant: otherwise it
        # would turn them into greys, and "default" into black on black.
        super().__init__(ansi_color=True if opening.habits.is_colourless else None)
        self.opening = opening
        self.shelf = Shelf(opening)
        session = Session(opening.loaded.edition, store=opening.store, clock=opening.clock)
        self.desk = Desk(session, tongue=opening.tongue, clock=opening.clock, habits=opening.habits)
        self._seen_stamp = opening.loaded.stamp

    @property
    def paper(self) -> ReadingScreen:
        """The reading screen."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    async def on_event(self, event: events.Event) -> None:
        """Make what is pasted printable, for every input there is: Textual writes it out as it comes."""
        if isinstance(event, events.Paste):
            event.text = printable(event.text)
        await super().on_event(event)

    def gather(self) -> None:
        """Read what belongs to the edition but need not be there at once."""

    def hear_trouble(self) -> None:
        """Say it when places and marks cannot be kept."""
        if trouble := self.desk.session.store.hear_trouble():
            self.paper.tell(trouble, is_trouble=True)

    def go_to(self, place: Place) -> None:
        """Show a place, in whichever edition it is."""
        self.paper.go_to(place)

    def follow(self, link: str) -> None:
        """Go where a link leads."""
        self.paper.follow(link)

    def open_place(self, place: Place) -> None:
        """Open the edition a place is in, and go there."""

        def find() -> Path | None:
            return self.shelf.find(place.issue, place.reference.date)

        self._open_found(find, place, str(place.reference))

    def open_neighbour(self, *, later: bool) -> None:
        """Open the edition after or before this one."""
        nothing = sayings.NO_EDITION_AFTER if later else sayings.NO_EDITION_BEFORE

        def work() -> None:
            path = self.shelf.neighbour(later=later)
            if path is None:
                self.call_from_thread(self.paper.tell, nothing)
            else:
                self._load_in_thread(path, None)

        self.run_worker(work, thread=True, exclusive=True, group="open", exit_on_error=False)

    def _open_found(self, find: Callable[[], Path | None], place: Place, words: str) -> None:
        def work() -> None:
            path = find()
            if path is None:
                self.call_from_thread(self.paper.tell, sayings.NOT_FOUND_LINK, link=words)
            else:
                self._load_in_thread(path, place)

        self.run_worker(work, thread=True, exclusive=True, group="open", exit_on_error=False)

    def _load_in_thread(self, path: Path, place: Place | None) -> None:
        try:
            loaded = self.shelf.load(path)
        except EditionError as error:
            self.call_from_thread(self._tell_error, error)
            return
        self.call_from_thread(self._open_edition, path, loaded, place)

    def _open_edition(self, path: Path, loaded: Loaded, place: Place | None) -> None:
        session = self.desk.session
        self.shelf.take(path, loaded)
        self._seen_stamp = loaded.stamp
        now = session.adopt(loaded.edition, place) if place else session.open_edition(loaded.edition)
        self.desk.change_edition()
        self.paper.edition_changed(now)
        self.gather()

    # -- the file -------------------------------------------------------------------------------

    def watch_file(self) -> None:
        """Read the file again when it has changed since it was last looked at, good or bad."""
        self.hear_trouble()
        stamp = self.shelf.stamp()
        if stamp is not None and stamp != self._seen_stamp:
            self._seen_stamp = stamp
            self.reload()

    def reload(self, *, asked: bool = False) -> None:
        """Read the open edition's file again, in a thread; an error in it keeps the good paper on screen."""
        path = self.shelf.path

        def work() -> None:
            try:
                loaded = self.shelf.load(path)
            except EditionError as error:
                self.call_from_thread(self._tell_error, error, sayings.RELOAD_FAILED)
                return
            self.call_from_thread(self._replace_edition, path, loaded, asked)

        self.run_worker(work, thread=True, exclusive=True, group="reload", exit_on_error=False)

    def _replace_edition(self, path: Path, loaded: Loaded, asked: bool) -> None:
        if path != self.shelf.path:
            return  # another edition was opened meanwhile
        same = loaded.edition == self.desk.session.edition
        self.shelf.take(path, loaded)
        self._seen_stamp = loaded.stamp
        if same:
            if asked:
                self.paper.tell(sayings.UNCHANGED)
            return
        place = self.desk.session.replace_edition(loaded.edition)
        self.desk.change_edition()
        self.paper.edition_changed(place)
        self.paper.tell(sayings.RELOADED)
        self.gather()

    def _tell_error(self, error: EditionError, words: Wording = sayings.ANY_PROBLEM) -> None:
        """Say the first problem in the foot, and how many there are."""
        # The file's name only: a long path would push the line and the reason out of the foot.
        path = Path(error.path.name)
        first = error.problems[0].render(path, self.desk.tongue) if error.problems else str(path)
        if len(error.problems) > 1:
            first += self.desk.say(sayings.MORE_PROBLEMS, count=len(error.problems))
        screen = self.screen if isinstance(self.screen, PaperScreen) else self.paper
        screen.tell(words, is_trouble=True, problem=first)

    def edit_here(self) -> None:
        """Open the editor at the article that is open; what it saves is read when it ends."""
        from reader.tui.editing import editor_command

        if not self.opening.can_edit:
            self.paper.tell(sayings.NO_SUSPEND)
            return
        line, column = self.shelf.position(self.desk.session.item)
        command = editor_command(os.environ, self.shelf.path, line, column)
        if command is None:
            self.paper.tell(sayings.NO_EDITOR, is_trouble=True)
            return
        import subprocess

        from textual.app import SuspendNotSupported

        try:
            with self.suspend():
                subprocess.run(command, check=False)
        except SuspendNotSupported:
            self.paper.tell(sayings.NO_SUSPEND, is_trouble=True)
        except OSError as error:
            self.paper.tell(sayings.EDITOR_FAILED, is_trouble=True, why=error.strerror or str(error))
        else:
            self.watch_file()
