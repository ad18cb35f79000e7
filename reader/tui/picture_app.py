"""An app that has pictures made in a thread and shows them when they are there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.events import Resize

from reader.edition.wording import Wording
from reader.tui import sayings
from reader.tui.file_app import FileApp
from reader.tui.inks import Inks
from reader.tui.key import Need
from reader.tui.opening import Opening
from reader.tui.picture_plan import Means
from reader.tui.pictures import Order, Pictures

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reader.archive.picture_file import PictureFault
    from reader.tui.picture_prints import Print

_MEANS_WORDS = {
    Means.BLOCKS: Wording("半块字符", "half blocks"),
    Means.KITTY: Wording("kitty 图形协议", "kitty graphics"),
    Means.SIXEL: Wording("sixel", "sixels"),
}


def _pip() -> str:
    """Return how extras are installed here, as it is typed into a shell."""
    import shlex

    from reader.extras import pip

    return shlex.join(pip())


class Showing(Protocol):
    """A part of a screen in which pictures may be seen."""

    def shows(self, file: str) -> bool:
        """Is this picture in sight?"""

    def repaint(self) -> None:
        """Paint again: a picture is there."""


class PictureApp(FileApp):
    """Brings pictures to the paper, and keeps them out when they are not wanted."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._means = opening.habits.pictures.means
        self.renew_pictures()

    def renew_pictures(self) -> None:
        """Look for pictures beside the file that is now open, by the means now chosen."""
        self.desk.pictures.close()
        pictures = Pictures(
            self._means, self.shelf.path, self.opening.library_root, self.opening.habits.ambiguous
        )
        # Called while a row is painted: what has to be done about it is done after.
        pictures.want = partial(self.call_later, self._make_picture, pictures)
        pictures.send = self._send
        self.desk.pictures = pictures

    def tell_missing_extra(self) -> None:
        """Say what is to be installed when pictures were asked for by name and cannot be shown."""
        if self.opening.habits.pictures.is_wish and self.desk.pictures.lacks_extra:
            self.front.tell(sayings.PICTURES_EXTRA, is_trouble=True, pip=_pip())

    def turn_pictures(self) -> None:
        """Show pictures, or no longer, and say so; say what is missing where they cannot be shown."""
        from reader.tui.picture_prints import is_installed

        asked = self.opening.habits.pictures.asked
        if asked is Means.OFF or Need.PICTURES in self.desk.lacks:
            self.front.tell(sayings.NO_PICTURES)
            return
        if not is_installed():
            self.front.tell(sayings.PICTURES_EXTRA, is_trouble=True, pip=_pip())
            return
        self._means = Means.OFF if self._means is not Means.OFF else asked
        self.show_pictures_anew()
        if self._means is Means.OFF:
            self.front.tell(sayings.PICTURES_OFF)
        else:
            self.front.tell(sayings.PICTURES_ON, means=_MEANS_WORDS[self.desk.pictures.means])

    def on_resize(self, _: Resize) -> None:
        """Make pictures anew when the cells have another size in pixels: the terminal's font was changed."""
        if self.desk.is_opening or self._means not in (Means.KITTY, Means.SIXEL):
            return
        from reader.tui.picture_prints import cell_size

        if cell_size() != self.desk.pictures.cell:
            self.show_pictures_anew()

    def show_pictures_anew(self) -> None:
        """Have every picture made again, for what the terminal has of them holds no longer."""
        self.renew_pictures()
        self.paper.set_anew()
        self.front.redraw()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, and leave no picture in the terminal's memory."""
        self.desk.pictures.close()
        super().exit(result, return_code, message)

    def _make_picture(self, pictures: Pictures, order: Order, inks: Inks) -> None:
        """Have a picture made in a thread, unless its piece has been left by the time its turn comes."""
        if self.desk.is_opening:
            self.call_after_refresh(self._make_picture, pictures, order, inks)  # the first page comes first
            return

        def work() -> None:
            if pictures is not self.desk.pictures or not self._showing(order.file):
                self.call_from_thread(pictures.forget, order)
                return
            made = pictures.made(order, inks, self.call_from_thread)
            self.call_from_thread(self._picture_there, pictures, order, made)

        self.run_worker(work, thread=True, group="pictures", exit_on_error=False)

    def _picture_there(self, pictures: Pictures, order: Order, made: Print | PictureFault) -> None:
        pictures.keep(order, made)
        if pictures is self.desk.pictures:
            for part in self._showing(order.file):
                part.repaint()

    def parts_with_pictures(self) -> list[Showing]:
        """Return the parts of the screens that may show pictures."""
        return [self.paper.pane.picture_rows]

    def _showing(self, file: str) -> list[Showing]:
        return [part for part in self.parts_with_pictures() if part.shows(file)]

    def _send(self, sequence: str) -> None:
        """Write to the terminal through Textual's own writer, so that it comes between two frames."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(sequence)
