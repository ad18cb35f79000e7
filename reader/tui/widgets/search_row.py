"""The row a query is typed in; it stands where the masthead stands, so nothing else moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.message import Message

from reader.tui import sayings
from reader.tui.desk import Desk
from reader.tui.widgets.bar import Bar, BarText, Part
from reader.tui.widgets.still import Columns
from reader.typesetting.width import text_width

if TYPE_CHECKING:
    from textual.widgets import Input


class SearchRow(Columns):
    """Prompt, query, and what became of it; the input is made when it is first wanted."""

    class Typed(Message):
        """The query is now another one."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Accepted(Message):
        """The reader wants the hit they stand on opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="search")
        self.desk = desk
        self.display = False

    async def prepare(self) -> None:
        """Make the parts of the row, unless they are there: done while nobody waits, it opens at once."""
        if not self.children:
            from reader.tui.widgets.query_field import QueryField

            ambiguous = self.desk.habits.ambiguous
            prompt, said = Bar(id="search-prompt"), Bar(id="search-said")
            prompt.ambiguous = said.ambiguous = ambiguous
            query = QueryField(id="query", select_on_focus=True, compact=True)
            query.cursor_blink = False
            query.ambiguous = ambiguous
            await self.mount_all([prompt, query, said])

    async def open(self, words: str) -> None:
        """Make the row ready, with the last query selected so that typing replaces it."""
        await self.prepare()
        self.redraw()
        self.say("")
        field = self._field()
        if field.value != words:
            with field.prevent(_changed()):
                field.value = words

    def focus_input(self) -> None:
        """Put the cursor into the query."""
        # At once, not by message: keys typed in one burst with / belong to the query already.
        self.screen.set_focus(self._field())

    @property
    def cursor(self) -> Offset:
        """Where the query has its cursor."""
        return self._field().cursor_screen_offset

    def redraw(self) -> None:
        """Print the prompt in the inks of the day."""
        if not self.children:
            return
        inks = self.desk.inks
        words = self.desk.say(sayings.SEARCH_PROMPT)
        prompt = self.query_one("#search-prompt", Bar)
        prompt.styles.width = text_width(words, self.desk.habits.ambiguous) + 1
        prompt.words = BarText(((f" {words}", inks.mast_title),), (), inks.mast)

    def say(self, words: str, *, is_trouble: bool = False) -> None:
        """Say beside the query what became of it."""
        inks = self.desk.inks
        self.say_parts([(words, inks.trouble if is_trouble else inks.mast)])

    def say_parts(self, parts: Sequence[Part]) -> None:
        """Say it in parts, each in its own ink."""
        said = self.query_one("#search-said", Bar)
        cells = sum(text_width(words, self.desk.habits.ambiguous) for words, _ in parts)
        said.styles.width = min(cells + 2, self.room + 2)
        inks = self.desk.inks
        said.words = BarText(((" ", inks.mast), *parts), (), inks.mast)

    @property
    def room(self) -> int:
        """The cells there are for what is said: two thirds of the row, the query needs the rest."""
        return (self.size.width or self.app.size.width) * 2 // 3 - 2

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what has been typed."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell that the hit is wanted."""
        event.stop()
        self.post_message(self.Accepted())

    def _field(self) -> Input:
        from textual.widgets import Input

        return self.query_one("#query", Input)


def _changed() -> type[Message]:
    from textual.widgets import Input

    return Input.Changed
