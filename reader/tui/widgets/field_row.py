"""A row something short is typed in; it stands where the masthead stands, so nothing else moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.message import Message

from reader.edition.wording import Wording
from reader.tui.desk import Desk
from reader.tui.painting import clipped
from reader.tui.widgets.bar import Bar, BarText
from reader.tui.widgets.still import Columns
from reader.typesetting.width import text_width

if TYPE_CHECKING:
    from reader.tui.widgets.query_field import QueryField

ROOMY = 72
"""Cells of row from which there is room beside the field to say what it is about."""


class FieldRow(Columns):
    """Prompt, field, and what it is about; its parts are made when they are first wanted."""

    class Typed(Message):
        """Other words now stand in the field."""

        def __init__(self, row: FieldRow, words: str) -> None:
            super().__init__()
            self.row = row
            self.words = words

        @property
        def control(self) -> FieldRow:
            """The row, so that handlers can select by its id."""
            return self.row

    class Accepted(Typed):
        """The reader is done and wants these words kept."""

    def __init__(self, desk: Desk, prompt: Wording, *, id: str, most: int | None = None) -> None:
        """`most`: characters the field keeps; None leaves it its own bound."""
        super().__init__(id=id)
        self.desk = desk
        self.display = False
        self._prompt = prompt
        self._most = most
        self._about = ""

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.field.value if self.children else ""

    @property
    def field(self) -> QueryField:
        """The field; only once the row has been opened."""
        from reader.tui.widgets.query_field import QueryField

        return self.query_one(QueryField)

    @property
    def is_typed_in(self) -> bool:
        """Does what is typed go into the field?"""
        return self.display and bool(self.children) and self.screen.focused is self.field

    async def open(self, words: str, about: str = "") -> None:
        """Show the row with these words in its field, the cursor behind them and in it."""
        if not self.children:
            from reader.tui.widgets.query_field import QueryField

            field = QueryField(compact=True, select_on_focus=False)
            field.cursor_blink = False
            field.most = self._most or field.most
            bars = (Bar(classes="field-prompt"), Bar(classes="field-about"))
            for part in (field, *bars):
                part.ambiguous = self.desk.habits.ambiguous
            await self.mount_all([bars[0], field, bars[1]])
        field, self._about = self.field, about
        with field.prevent(field.Changed):
            field.value = words
        field.cursor_position = len(field.value)
        self.display = True
        self.redraw()
        # At once, not by message: keys typed in one burst with the one that opens it are meant for it.
        self.screen.set_focus(field)

    @property
    def cursor(self) -> Offset | None:
        """Where the field has its cursor; None before it has been opened."""
        return self.field.cursor_screen_offset if self.children else None

    def redraw(self) -> None:
        """Print prompt and what it is about in the inks of the day."""
        if not self.children:
            return
        inks, ambiguous = self.desk.inks, self.desk.habits.ambiguous
        words = f" {self.desk.say(self._prompt)}"
        prompt = self.query_one(".field-prompt", Bar)
        prompt.styles.width = text_width(words, ambiguous)
        prompt.words = BarText(((words, inks.mast_title),), (), inks.mast)
        width = self.app.size.width
        about = clipped(self._about, width // 4, ambiguous) if width >= ROOMY else ""
        beside = self.query_one(".field-about", Bar)
        beside.styles.width = text_width(about, ambiguous) + 2 if about else 0
        beside.words = BarText(((f" {about}", inks.mast),), (), inks.mast)

    def say(self, about: str) -> None:
        """Say something else beside the field."""
        self._about = about
        self.redraw()

    def on_input_changed(self, event: QueryField.Changed) -> None:
        """Tell what has been typed."""
        event.stop()
        self.post_message(self.Typed(self, event.value))

    def on_input_submitted(self, event: QueryField.Submitted) -> None:
        """Tell that the words are to be kept."""
        event.stop()
        self.post_message(self.Accepted(self, event.value))
