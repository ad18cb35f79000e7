"""A sheet laid over the paper: the notices board, the help; Esc takes it away again."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Offset

from reader.tui import sayings
from reader.tui.desk import Desk
from reader.tui.keymap import READING, bindings
from reader.tui.manual import keys_of
from reader.tui.screens.paper_screen import PaperScreen
from reader.tui.sheet import Sheet, Stretch
from reader.tui.widgets.bar import Bar, BarText
from reader.tui.widgets.galley_pane import GalleyPane
from reader.typesetting.copy import Copy

_MOVES = {"read-on", "read-back", "line-down", "line-up", "top", "end"}


class SheetScreen(PaperScreen):
    """Shows copy of the program's own, moved through like an article."""

    AUTO_FOCUS = "#pane"
    BINDINGS = [  # noqa: RUF012 - Textual reads it so
        *bindings(key for key in READING if key.id in _MOVES),
        Binding("escape,q", "leave", "Back", show=False),
        Binding("enter", "open", "Follow", show=False),
    ]

    def __init__(
        self,
        desk: Desk,
        title: str,
        copy: Copy,
        *,
        note: str = "",
        toggle: str = "",
        is_cjk: bool | None = None,
        found: tuple[Stretch, ...] = (),
        measure: int | None = None,
    ) -> None:
        """`found` is what is marked on the sheet, `measure` the cells it may take instead of the reader's."""
        super().__init__(desk)
        self._found = found
        self._measure = measure
        self._title = title
        self._copy = copy
        self._note = note
        self._is_cjk = desk.tongue == "zh" if is_cjk is None else is_cjk
        """Is the sheet written in Chinese? By default it speaks as the program does."""
        self._toggle = toggle
        """The command that opened the sheet; its keys close it, too."""
        self._share = 0.0

    def compose(self) -> ComposeResult:
        """Lay out title, sheet and foot."""
        yield Bar(id="masthead")
        yield GalleyPane(id="pane")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Show the sheet from its top."""
        if self._toggle:
            keys = keys_of(self._toggle, self.desk.habits.rebound)
            self._bindings.bind(keys, "leave", show=False)
        setting = self.desk.setting
        self.pane.setting = setting._replace(measure=self._measure or setting.measure)
        self.pane.sheet = Sheet(self._copy, self._is_cjk, found=self._found)
        self.redraw()
        self.watch(self.pane, "virtual_size", self._take_share, init=False)

    @property
    def cursor(self) -> Offset | None:
        """The first line shown."""
        return self.pane.text_region().offset

    @property
    def pane(self) -> GalleyPane:
        """The sheet."""
        return self.query_one("#pane", GalleyPane)

    def redraw(self) -> None:
        """Print head, sheet and foot in the inks of the day."""
        self.pane.inks = self.desk.inks
        front = self.desk.front(self.extent.width)
        self.query_one("#masthead", Bar).words = front.title(self._title, self._note)
        self.show_foot()

    def foot_words(self) -> BarText:
        """Return how to move and to leave."""
        front = self.desk.front(self.extent.width)
        share = sayings.SHARE_READ.filled(share=round(self._share * 100)).say(self.desk.tongue)
        return front.message(self.desk.say(sayings.SHEET_FOOT), right=share)

    def on_galley_pane_moved(self, event: GalleyPane.Moved) -> None:
        """Say how far down the sheet is."""
        event.stop()
        self._take_share()

    def _take_share(self) -> None:
        self._share = self.pane.standing.share
        self.show_foot()

    def on_galley_pane_selected(self, event: GalleyPane.Selected) -> None:
        """Copy what the mouse has selected."""
        event.stop()
        if self.reader.copy(event.text):
            self.tell(sayings.COPIED_SELECTION, count=len("".join(event.text.split())))

    def on_galley_pane_followed(self, event: GalleyPane.Followed) -> None:
        """Go where the line that was clicked points."""
        event.stop()
        self._follow(event.link)

    def action_read_on(self) -> None:
        """A screen on."""
        self.pane.read_on()

    def action_read_back(self) -> None:
        """A screen back."""
        self.pane.read_back()

    def action_line_down(self) -> None:
        """A line down."""
        self.pane.scroll_lines(1)

    def action_line_up(self) -> None:
        """A line up."""
        self.pane.scroll_lines(-1)

    def action_top(self) -> None:
        """To the top."""
        self.pane.go_top()

    def action_end(self) -> None:
        """To the end."""
        self.pane.go_end()

    def action_open(self) -> None:
        """Follow the line on the screen that leads somewhere."""
        if link := self.pane.link_here():
            self._follow(link)

    def action_leave(self) -> None:
        """Take the sheet away; the paper is as it was."""
        self.dismiss()

    def _follow(self, link: str) -> None:
        self.dismiss()
        self.reader.follow(link)
