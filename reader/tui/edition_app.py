"""An app with an edition open, which opens others in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from textual import events
from textual.driver import Driver
from textual.timer import Timer

from reader.edition.printable import printable
from reader.edition.wording import Wording
from reader.loading.loaded import Loaded
from reader.loading.problem import EditionError, Problem
from reader.reading.place import Place
from reader.reading.session import Session
from reader.tui import sayings
from reader.tui.desk import Desk
from reader.tui.framing_app import FramingApp
from reader.tui.keymap import quit_keys
from reader.tui.opening import Opening
from reader.tui.screens.forwarding import ForwardingScreen
from reader.tui.screens.paper_screen import PaperScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.shelf import Shelf

HOLD_SECONDS = 1.0
"""How long keys wait at the most behind the one that leaves, if it does not come back to the app."""


def laid_out(opening: Opening) -> Desk:
    """Return a desk with the opened edition on it; with thousands of articles that takes a moment."""
    session = Session(opening.loaded.edition, store=opening.store, clock=opening.clock)
    return Desk(
        session, tongue=opening.tongue, clock=opening.clock, habits=opening.habits, lacks=opening.lacks
    )


class EditionApp(FramingApp):
    """Shows one edition at a time; slow work runs in threads and comes back as calls."""

    def __init__(self, opening: Opening) -> None:
        # Without colours Textual must know from the start that the terminal's own are meant: otherwise it
        # would turn them into greys, and "default" into black on black.
        super().__init__(ansi_color=True if opening.habits.are_terminals_own else None)
        # What there is to say is said in the foot; every screen would be given two parts that stay empty.
        self._disable_tooltips = self._disable_notifications = True
        self.opening = opening
        self.shelf = self.make_shelf(opening)
        self.desk = self.make_desk()
        self.desk.problems = self.problem_lines(opening.path, opening.loaded.warnings)
        self.seen_stamp = opening.loaded.stamp
        self.is_gone = False
        self.is_leaving = False
        """Has the reader been asked to leave? Then no key does anything any more."""
        self._held: list[events.Key] | None = None
        """What came behind the key that leaves, until that is known to have left."""
        self._hold_timer: Timer | None = None
        self._quit_keys = quit_keys(opening.habits.rebound)

    def get_driver_class(self) -> type[Driver]:
        """Return what drives the terminal: our own where Textual has the one it stands on."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual  # another system's, or one that was asked for
        from reader.tui.terminal_driver import TerminalDriver  # late: other systems cannot import it

        return TerminalDriver

    def make_desk(self) -> Desk:
        """Return the desk the opened edition lies on."""
        return laid_out(self.opening)

    def make_shelf(self, opening: Opening) -> Shelf:
        """Return what reads the files of this opening."""
        return Shelf(opening)

    def copy(self, text: str) -> bool:
        """Put a text on the terminal's clipboard; where that is not allowed, say so and return False."""
        if not self.opening.can_copy:
            self.speaking.tell(self.opening.no_clipboard, is_trouble=True)
            return False
        self.copy_to_clipboard(text)
        return True

    @property
    def paper(self) -> ReadingScreen:
        """The reading screen."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    @property
    def front(self) -> ForwardingScreen:
        """The reading screen or the page view, whichever the reader has before them or under a sheet."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, ForwardingScreen))

    @property
    def speaking(self) -> PaperScreen:
        """The screen whose foot the reader sees."""
        return self.screen if isinstance(self.screen, PaperScreen) else self.front

    async def on_event(self, event: events.Event) -> None:
        """Make what is pasted printable, for every input there is: Textual writes it out as it comes."""
        if isinstance(event, events.Paste):
            event.text = printable(event.text)
        if not isinstance(event, events.Key):
            await super().on_event(event)
        elif event.is_forwarded:
            await super().on_event(event)
            if event.key in self._quit_keys:
                self._let_go()
        elif not self._is_behind_quit(event):
            await super().on_event(event)

    def _is_behind_quit(self, key: events.Key) -> bool:
        """Keep a key back that comes behind the one that leaves: what is done at once would overtake it."""
        if self._held is not None:
            self._held.append(key)
        elif key.key in self._quit_keys and self.screen is self.front and not self.paper.is_field_open:
            self._held = []
            self._hold_timer = self.set_timer(HOLD_SECONDS, self._let_go)
            return self.is_leaving
        return self._held is not None or self.is_leaving

    def _let_go(self) -> None:
        """Hand on what was kept back, if the key before it did not leave after all."""
        if self._hold_timer is not None:
            self._hold_timer.stop()  # it would let go of what comes behind the next one
        held, self._held = self._held or [], None
        for key in held:
            self.post_message(key)

    def gather(self) -> None:
        """Read what belongs to the edition but need not be there at once."""

    def files_changed(self) -> None:
        """Take note that files of the library are not what they were."""

    def renew_pictures(self) -> None:
        """Look for pictures beside the file that is now open."""

    def show_pictures_anew(self) -> None:
        """Have every picture made again."""

    def tell_warnings(self) -> None:
        """Say that the open edition may not be as it was meant."""
        problems = self.desk.problems
        if problems:
            self.front.tell(sayings.WARNED, is_trouble=True, problem=problems[0], count=len(problems))

    def hear_trouble(self) -> None:
        """Say it when places and marks cannot be kept."""
        if trouble := self.desk.session.store.hear_trouble():
            self.front.tell(trouble, is_trouble=True)

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
                self.call_from_thread(lambda: self.front.tell(nothing))
            else:
                self.load_in_thread(path, None)

        self.run_worker(work, thread=True, exclusive=True, group="open", exit_on_error=False)

    def _open_found(self, find: Callable[[], Path | None], place: Place, words: str) -> None:
        def work() -> None:
            path = find()
            if path is None:
                self.call_from_thread(lambda: self.front.tell(sayings.NOT_FOUND_LINK, link=words))
            else:
                self.load_in_thread(path, place)

        self.run_worker(work, thread=True, exclusive=True, group="open", exit_on_error=False)

    def load_in_thread(self, path: Path, place: Place | None) -> None:
        """Read an edition and have it shown, or say what is wrong with it; call it in a thread."""
        try:
            loaded = self.shelf.load(path)
        except EditionError as error:
            self.call_from_thread(self.tell_error, error)
            return
        self.call_from_thread(self.open_loaded, path, loaded, place)

    def open_loaded(self, path: Path, loaded: Loaded, place: Place | None) -> None:
        """Show an edition that has been read, at a place or where it was left."""
        session = self.desk.session
        self.shelf.take(path, loaded)
        self.renew_pictures()
        self.seen_stamp, self.is_gone = loaded.stamp, False
        self.desk.problems = self.problem_lines(path, loaded.warnings)
        now = session.adopt(loaded.edition, place) if place else session.open_edition(loaded.edition)
        self.desk.change_edition()
        self.show_edition(now)
        self.tell_warnings()
        self.gather()

    def show_edition(self, place: Place) -> None:
        """Show the edition that is now on the desk, at a place, on every screen that shows the paper."""
        self.paper.edition_changed(place)
        if self.front is not self.paper:
            self.front.edition_changed(place)

    def problem_lines(self, path: Path, problems: Iterable[Problem]) -> tuple[str, ...]:
        """Return problems a line each."""
        # The file's name only: a long path would push the line and the reason out of the foot.
        return tuple(problem.render(Path(path.name), self.desk.tongue) for problem in problems)

    def tell_error(self, error: EditionError, words: Wording = sayings.ANY_PROBLEM) -> None:
        """Say the first problem in the foot, and how many there are."""
        lines = self.problem_lines(error.path, error.problems) or (error.path.name,)
        first = lines[0]
        if len(lines) > 1:
            first += self.desk.say(sayings.MORE_PROBLEMS, count=len(lines))
        self.speaking.tell(words, is_trouble=True, problem=first)
