"""The pictures of the open edition: which there are, which are ready, and which are being made."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import randrange
from typing import TYPE_CHECKING, NamedTuple

from reader.edition.wording import Wording
from reader.tui.inks import Inks
from reader.tui.picture_plan import Means

# Late, all of it: most papers have no pictures, and none is needed for the first headline.
if TYPE_CHECKING:
    from textual.strip import Strip

    from reader.archive.picture_file import PictureFault
    from reader.tui.picture_prints import Print

KEPT = 12
"""Pictures that are kept ready; no screen shows so many."""
WORD = Wording("图片", "picture")
NEEDS_EXTRA = Wording("图片（未装扩展）", "picture (no extra)")


class Order(NamedTuple):
    """A picture as it is wanted: which, in so many columns and rows, on which paper."""

    file: str
    columns: int
    rows: int
    palette: str


class Pictures:
    """The pictures of one edition by one means; where any of that changes, another takes its place.

    All but `made` is for the thread of the screen. The typesetter asks `fault` and `rows`, the pane `row`.
    """

    def __init__(
        self,
        means: Means = Means.OFF,
        edition: Path | None = None,
        library: Path | None = None,
        ambiguous: int = 1,
    ) -> None:
        self.means = means
        self.edition = edition
        """The edition's file; None: no picture is looked for."""
        self.library = library
        self.want: Callable[[Order, Inks], object] | None = None
        """Has a picture made and handed to `keep`."""
        self.send: Callable[[str], None] | None = None
        """Writes to the terminal, in its turn among the frames."""
        self._ambiguous = ambiguous
        self._faults: dict[str, PictureFault] = {}
        """What was found out when a picture was decoded."""
        self._asked: set[Order] = set()
        self._prints: dict[Order, Print] = {}
        self._sent: set[Order] = set()
        self._numbers = count(randrange(1 << 24, 1 << 31))
        self._lock = threading.Lock()
        self.cell: tuple[int, int] | None = None
        """Width and height of a cell in pixels, where that matters and is known."""
        if means in (Means.KITTY, Means.SIXEL):
            from reader.tui.picture_prints import cell_size

            self.cell = cell_size()
            if means is Means.SIXEL and self.cell is None:
                self.means = Means.BLOCKS  # sixels count pixels, and nobody says how many a cell has

    @property
    def lacks_extra(self) -> bool:
        """Are pictures wanted, and what shows them is not installed?"""
        from reader.tui.picture_prints import is_installed

        return self.means is not Means.OFF and not is_installed()

    def fault(self, file: str) -> Wording | None:
        """Return in a word or two why a picture is not to be shown, from a glance at its file."""
        found = self._faults.get(file) or self._found(file)
        if not isinstance(found, Path):
            return found.sign
        if self.means is Means.OFF:
            return WORD
        return NEEDS_EXTRA if self.lacks_extra else None

    def rows(self, file: str, columns: int, most: int) -> int:
        """Return how many rows a picture takes; a head that does not tell its size has it take the most."""
        from reader.archive.picture_size import fitted, picture_size
        from reader.tui.picture_prints import room_for

        found = self._found(file)
        size = picture_size(found) if isinstance(found, Path) else None
        return fitted(size, room_for(self.means, columns, most, self._ambiguous))[1] if size else most

    def print_of(self, order: Order, inks: Inks) -> Print | None:
        """Return a picture that is ready, else None; one that is not is then on its way."""
        found = self._prints.pop(order, None)
        if found is not None:
            self._prints[order] = found  # the one looked at last is given up last
            return found
        if order not in self._asked and order.file not in self._faults and self.want is not None:
            self._asked.add(order)
            self.want(order, inks)
        return None

    def ready(self, order: Order) -> Print | None:
        """Return a picture that is ready, else None, and ask for nothing."""
        return self._prints.get(order)

    def row(self, order: Order, found: Print, row: int) -> Strip:
        """Return a row of a print, and see to it that the terminal has what its frame will refer to."""
        if found.before and order not in self._sent:
            self._sent.add(order)
            self._write(found.before)
        return found.strips[row]

    def made(
        self, order: Order, inks: Inks, in_screen_thread: Callable[[Callable[[], None]], object]
    ) -> Print | PictureFault:
        """Make a picture; takes up to seconds, so call it in a thread. One is made at a time.

        `in_screen_thread` does something in the thread of the screen and returns when it is done.
        """
        from reader.archive.picture_file import refused

        with self._lock:
            try:
                return self._made(order, inks, in_screen_thread)
            except Exception as error:
                # Of what is not ours, an image library and a private name or two: no reason to keep a frame
                # "loading" for ever.
                why = Wording("画不出来（{reason}）", "cannot be drawn ({reason})")
                advice = Wording("用 --pictures blocks 试试", "try --pictures blocks")
                return refused(order.file, why.filled(reason=type(error).__name__), advice)

    def _made(
        self, order: Order, inks: Inks, in_screen_thread: Callable[[Callable[[], None]], object]
    ) -> Print | PictureFault:
        from reader.archive.picture import decode
        from reader.archive.picture_file import PictureFault, read_picture
        from reader.tui.picture_prints import printed, quietly_imported, room_for

        path = self._found(order.file)
        data = read_picture(path, order.file) if isinstance(path, Path) else path
        if isinstance(data, PictureFault):
            return data
        room = room_for(self.means, order.columns, order.rows, self._ambiguous)
        shot = decode(data, order.file, room, inks.paper)
        if isinstance(shot, PictureFault):
            return shot
        if self.means is Means.KITTY:
            in_screen_thread(quietly_imported)
        return printed(shot, room, self.means, inks.text, next(self._numbers))

    def keep(self, order: Order, made: Print | PictureFault) -> None:
        """Take in what became of an order."""
        from reader.tui.picture_prints import Print

        self._asked.discard(order)
        if not isinstance(made, Print):
            self._faults[order.file] = made
            return
        while len(self._prints) >= KEPT:
            self._drop(next(iter(self._prints)))
        self._prints[order] = made

    def forget(self, order: Order) -> None:
        """Forget an order that nobody waits for any more; it may be given anew."""
        self._asked.discard(order)

    def close(self) -> None:
        """Free the terminal of every picture."""
        for order in list(self._prints):
            self._drop(order)

    def _drop(self, order: Order) -> None:
        gone = self._prints.pop(order)
        if order in self._sent:
            self._sent.discard(order)
            self._write(gone.after)

    def _write(self, sequence: str) -> None:
        if self.send is not None and sequence:
            self.send(sequence)

    def _found(self, file: str) -> Path | PictureFault:
        from reader.archive.picture_file import find_picture, missing

        return missing(file) if self.edition is None else find_picture(self.edition, self.library, file)
