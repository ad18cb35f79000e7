"""The reader as a Textual app: one paper, one reader, one desk."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.events import Key
from textual.screen import Screen

from reader.edition.wording import Tongue, Wording
from reader.loading.file_state import MAX_BYTES
from reader.loading.loaded import Loaded
from reader.loading.problem import EditionError
from reader.reading.place import Place
from reader.reading.session import Session
from reader.settings import Settings
from reader.tui import collecting, sayings
from reader.tui.commands import ReadingCommands
from reader.tui.desk import Desk, Habits
from reader.tui.inks import PALETTES
from reader.tui.opening import Opening
from reader.tui.screens.paper_screen import PaperScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.shelf import Shelf

if TYPE_CHECKING:
    from reader.edition.notice_board import NoticeBoard

WATCH_SECONDS = 1.0
"""How often the file is looked at for a new version."""
KEEP_SECONDS = 0.25
"""How often it is asked whether state waits to be written; the store says when it is due."""
LONGEST_WAIT = dt.timedelta(hours=1)
"""The banner's timer is set no further ahead: a laptop that slept comes back to the right hour."""


class PaperReader(App[None]):
    """Shows one edition at a time to one reader; slow work runs in threads and comes back as calls."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = []
    COMMANDS = {ReadingCommands}  # noqa: RUF012 - Textual reads it so; its own commands write files and are left out

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self.opening = opening
        self.shelf = Shelf(opening)
        session = Session(opening.loaded.edition, store=opening.store, clock=opening.clock)
        self.desk = Desk(session, tongue=opening.tongue, clock=opening.clock, habits=opening.habits)
        for palette in PALETTES:
            self.register_theme(palette.theme())
        self.theme = self.desk.inks.palette.name
        self.animation_level = "none"
        self._last_key = time.monotonic()
        self._seen_stamp = opening.loaded.stamp
        if opening.habits.rebound:
            self.set_keymap({id.replace("_", "-"): keys for id, keys in opening.habits.rebound.items()})

    def get_default_screen(self) -> Screen[Any]:
        """Return the reading screen: there is nothing under it."""
        return ReadingScreen(self.desk)

    @property
    def paper(self) -> ReadingScreen:
        """The reading screen."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    def on_mount(self) -> None:
        """Wait until the paper is on the screen; everything else comes after."""
        self.call_after_refresh(self._settle_in)

    def _settle_in(self) -> None:
        collecting.settle()
        self.set_interval(WATCH_SECONDS, self._watch_file)
        self.set_interval(KEEP_SECONDS, self._keep_state)
        self.set_interval(collecting.IDLE_SECONDS, self._tidy)
        self._gather()
        if trouble := self.desk.session.store.hear_trouble():
            self.paper.tell(trouble, is_trouble=True)

    def on_key(self, _: Key) -> None:
        """Note that the reader is awake."""
        self._last_key = time.monotonic()

    def _tidy(self) -> None:
        if time.monotonic() - self._last_key > collecting.IDLE_SECONDS:
            collecting.tidy()

    # -- notices --------------------------------------------------------------------------------

    def _gather(self) -> None:
        """Read the notices of the paper's other editions in a thread, and hang them when they are there."""
        shelf = self.shelf

        def gather() -> None:
            board, newest = shelf.gather_notices()
            lunar = shelf.lunar()
            shelf.save_plate()
            self.call_from_thread(self._hang, board, newest, lunar)

        self.run_worker(gather, thread=True, exclusive=True, group="gather", exit_on_error=False)

    def _hang(self, board: NoticeBoard, newest: dt.date, lunar: str | None) -> None:
        self.desk.hang(board, newest)
        self.desk.lunar = lunar
        self._notices_changed()

    def _notices_changed(self) -> None:
        """Show the banner as it now stands, and be back when it next changes."""
        self.desk.forget_notice_copies()
        self.paper.redraw()
        change = self.desk.next_change()
        if change is not None:
            wait = min(change - self.opening.clock(), LONGEST_WAIT)
            self.set_timer(max(0.05, wait.total_seconds()), self._notices_changed, name="notices")

    # -- sheets ---------------------------------------------------------------------------------

    def show_board(self) -> None:
        """Open the notices board."""
        from reader.edition.day_words import moment_words
        from reader.tui.screens.sheet_screen import SheetScreen
        from reader.tui.sheets import board_copy

        at, _ = self.desk.judged_at()
        moment = moment_words(at, self.desk.session.edition.zone, self.desk.tongue)
        note = self.desk.say(sayings.BOARD_AT, moment=moment)
        title = self.desk.say(sayings.BOARD_TITLE)
        self.push_screen(SheetScreen(self.desk, title, board_copy(self.desk), note=note, toggle="a"))

    def show_help(self) -> None:
        """Open the help."""
        from reader.tui.screens.sheet_screen import SheetScreen
        from reader.tui.sheets import help_copy

        copy = help_copy(self.desk.tongue, self.desk.habits.rebound)
        title = self.desk.say(sayings.HELP_TITLE)
        self.push_screen(SheetScreen(self.desk, title, copy, toggle="question_mark"))

    def show_marks(self) -> None:
        """Open the list of marks."""
        from reader.tui.screens.marks_screen import MarksScreen

        self.push_screen(MarksScreen(self.desk))

    # -- editions -------------------------------------------------------------------------------

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
        self._gather()

    # -- the file -------------------------------------------------------------------------------

    def _watch_file(self) -> None:
        """Read the file again when it has changed since it was last looked at, good or bad."""
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
        self._gather()

    def _tell_error(self, error: EditionError, words: Wording = sayings.ANY_PROBLEM) -> None:
        """Say the first problem in the foot, and how many there are."""
        first = error.problems[0].render(error.path, self.desk.tongue) if error.problems else str(error.path)
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
            self._watch_file()

    # -- state ----------------------------------------------------------------------------------

    def _keep_state(self) -> None:
        """Write what is due, in a thread: a disk may be slow."""
        due = self.desk.session.store.due_in()
        if due is not None and due <= 0:
            self.run_worker(
                self._write_state, thread=True, exclusive=True, group="state", exit_on_error=False
            )

    def _write_state(self) -> None:
        store = self.desk.session.store
        store.flush()
        if trouble := store.hear_trouble():
            self.call_from_thread(self.paper.tell, trouble, is_trouble=True)


def open_reader(
    path: Path,
    library_root: Path | None,
    loaded: Loaded,
    settings: Settings,
    tongue: Tongue,
    state_path: Path,
    cache_dir: Path | None,
    encoding: str = "utf-8",
    limit: int = MAX_BYTES,
) -> int:
    """Open the reader on an edition and return the exit status when its reader leaves.

    `state_path` is the file places and marks are kept in, `cache_dir` the folder of plates, `limit` is in
    bytes.
    """
    from reader.reading.file_store import FileStore

    collecting.hold()
    store = FileStore(state_path)
    habits = Habits(
        measure=settings.measure,
        dark=settings.theme == "dark",
        ambiguous=settings.ambiguous_width,
        gutter=settings.gutter,
        hanging=settings.hanging,
        justified=settings.justified,
        characters_a_minute=settings.chinese_speed,
        words_a_minute=settings.latin_speed,
        rebound=settings.keys,
        is_colourless=bool(os.environ.get("NO_COLOR")),
    )
    opening = Opening(
        path=path,
        loaded=loaded,
        library_root=library_root,
        store=store,
        habits=habits,
        tongue=tongue,
        encoding=encoding,
        limit=limit,
        cache_dir=cache_dir,
    )
    app = PaperReader(opening)
    try:
        app.run()
    finally:
        collecting.release()
        store.flush()
    return app.return_code or 0
