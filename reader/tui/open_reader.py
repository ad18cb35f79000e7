"""The door to the reader: the opening it is handed, and the run from first page to last key."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.edition.wording import Tongue
from reader.loading.file_state import MAX_BYTES
from reader.loading.loaded import Loaded
from reader.reading.store import MemoryStore
from reader.settings import Settings
from reader.tui import collecting
from reader.tui.app import PaperReader
from reader.tui.desk import Habits
from reader.tui.opening import Opening
from reader.tui.palettes import colours_in
from reader.tui.picture_plan import plan

if TYPE_CHECKING:
    from reader.archive.issue_index import IssueIndex
    from reader.placard.hang import Hung

_DEADLY = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def habits_of(settings: Settings) -> Habits:
    """Return what the settings say about looks and paces, whatever the terminal is."""
    return Habits(
        measure=settings.measure,
        columns_from=settings.columns_from,
        dark=settings.theme == "dark",
        ambiguous=settings.ambiguous_width,
        gutter=settings.gutter,
        hanging=settings.hanging,
        justified=settings.justified,
        characters_a_minute=settings.chinese_speed,
        words_a_minute=settings.latin_speed,
        rebound=settings.keys,
    )


def opening_for(
    path: Path,
    library_root: Path | None,
    loaded: Loaded,
    settings: Settings,
    tongue: Tongue,
    state_path: Path,
    cache_dir: Path | None,
    encoding: str = "utf-8",
    limit: int = MAX_BYTES,
    make_index: Callable[[Path], IssueIndex] | None = None,
    *,
    is_for_proof: bool = False,
    stylebook: Path | None = None,
    is_guest: bool = False,
) -> Opening:
    """Return the opening of an edition for who sits at this terminal.

    `state_path` is the file places and marks are kept in, `cache_dir` the folder of plates, `limit` is in
    bytes; `make_index` opens the index of a library. With `is_for_proof` the edition is proofread, by this
    `stylebook` or the nearest above it. A guest runs nothing, writes nothing and is forgotten.
    """
    from reader.reading.file_store import FileStore

    habits = habits_of(settings)._replace(
        is_colourless=bool(os.environ.get("NO_COLOR")),
        colours=colours_in(os.environ),
        pictures=plan(settings.pictures, os.environ),
    )
    return Opening(
        path=path,
        loaded=loaded,
        library_root=library_root,
        store=MemoryStore() if is_guest else FileStore(state_path),
        habits=habits,
        tongue=tongue,
        encoding=encoding,
        limit=limit,
        cache_dir=None if is_guest else cache_dir,
        make_index=make_index,
        keeps_index=make_index is not None and not is_guest,
        is_guest=is_guest,
        can_edit=not is_guest,
        can_proof=not is_guest,
        keeps_places=not is_guest,
        is_for_proof=is_for_proof,
        journals=state_path.parent / "proof",
        stylebook=stylebook,
    )


def open_reader(opening: Opening, placard: Hung | None = None) -> int:
    """Open the reader and return the exit status when its reader leaves.

    Where a placard hangs in the terminal the reader takes its place. A program that is told to end gives the
    terminal back and keeps what was read; its status is then that of the signal.
    """
    from reader.reading.file_store import FileStore
    from reader.reading.writer import Writer

    collecting.hold()
    app = PaperReader(opening)
    if placard is not None:
        from reader.tui.taking_over import taking_over

        app.driver_class = taking_over(placard)
        app.desk.has_time = True  # there is something to read already
    store = opening.store
    try:
        # Where a reader is does not change by what is proofread: then nothing of it is written.
        writes = isinstance(store, FileStore) and not opening.is_for_proof
        with (
            Writer(store) if writes and isinstance(store, FileStore) else nullcontext(),
            _ending(app, placard),
        ):
            app.run()
    finally:
        collecting.release()
    return app.return_code or 0


@contextmanager
def _ending(app: PaperReader, placard: Hung | None) -> Iterator[None]:
    """Have the signals that end a program close the reader as its own key does."""

    def end(number: int, _: object) -> None:
        if placard is not None and placard.terminal.is_held:
            placard.terminal.end(number)
        elif app.is_running:
            app.end_soon(128 + number)
        else:  # nothing has been touched yet, or everything has been given back
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    before: list[tuple[signal.Signals, Any]] = [(each, signal.signal(each, end)) for each in _DEADLY]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
