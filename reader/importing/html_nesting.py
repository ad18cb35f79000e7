"""Which elements a tag closes besides its own, in the running text and in tables."""

from __future__ import annotations

from collections.abc import Mapping

from reader.importing.html_elements import CELLS, HEADINGS, ITEMS, TABLE_PARTS
from reader.importing.html_numbering import number
from reader.importing.html_setting import Item, Setting
from reader.importing.html_stack import Stack
from reader.importing.html_table import Grid

_DEEPEST_TABLE = 8
"""Tables nested deeper are taken for paragraphs, which keeps the time in proportion to the length."""


class Nesting:
    """Opens and closes the elements that part paragraphs, as browsers do for tags left out or misplaced.

    Source: WHATWG HTML, 13.2.6.4 "The rules for parsing tokens in HTML content", as far as it moves text.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._stack = Stack(setting)
        self._tables: list[Grid] = []
        self._too_deep = 0

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """Open an element, closing what cannot hold it."""
        self._setting.flush()
        if name in TABLE_PARTS:
            self._open_table_part(name, attributes)
            return
        self.enter_cell()
        self._close_implied(name)
        if name in ITEMS:
            self._open_item(name, attributes)
        self._stack.push(name, attributes)

    def close(self, name: str) -> None:
        """Close an element and all in it, if it is open where this tag stands."""
        if name in TABLE_PARTS:
            self._setting.flush()
            self._close_table_part(name)
            return
        if name in HEADINGS:
            name = next((heading for heading in sorted(HEADINGS) if self._stack.is_open(heading)), name)
        if self._stack.is_open(name):
            self._stack.pop_through(name)
        else:
            self._setting.flush()

    def close_all(self) -> None:
        """Close everything, at the end of the text."""
        while self._stack:
            self._pop_scope()
        self._setting.flush()
        self._setting.end_verse()

    def enter_cell(self) -> None:
        """Open a cell for what stands in a table but in none of its cells."""
        if self._stack.scope.name == "table":
            self._open_cell("td", {})

    def rule(self) -> None:
        """Put a rule between paragraphs."""
        self._setting.flush()
        self.enter_cell()
        self._stack.pop_through("p")
        self._setting.rule()

    def _close_implied(self, name: str) -> None:
        self._stack.pop_through("p")
        if name in HEADINGS:
            for heading in HEADINGS:
                self._stack.pop_through(heading)
        elif name in {"option", "optgroup"}:
            self._stack.pop_through("option")

    def _open_item(self, name: str, attributes: Mapping[str, str]) -> None:
        """Close the item before, which may have no closing tag, and begin one."""
        numbering = self._stack.list_in_scope
        if name == "li" and numbering is not None:
            if numbering.item_is_open:
                self._stack.pop_through("li")
            numbering.item_is_open = True
            self._setting.items.append(numbering.item(attributes))
            return
        for item in ("li",) if name == "li" else ("dt", "dd"):
            self._stack.pop_through(item)
        self._setting.items.append(Item())

    def _open_table_part(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            self._open_table(attributes)
        elif not self._tables or self._too_deep:
            self._stack.pop_through("p")
        elif name in CELLS:
            self._close_cell()
            self._open_cell(name, attributes)
        else:
            self._close_cell()
            if name == "caption":
                self._stack.push(name, attributes)
                self._stack.begin_scope(name, self._setting.pieces)
                return
            self._tables[-1].close_row()
            if name == "tr":
                self._tables[-1].open_row()

    def _open_table(self, attributes: Mapping[str, str]) -> None:
        self.enter_cell()
        self._stack.pop_through("p")
        if len(self._tables) >= _DEEPEST_TABLE:
            self._too_deep += 1
            return
        self._setting.end_verse()
        self._stack.push("table", attributes)
        self._stack.begin_scope("table", self._setting.pieces)
        self._tables.append(Grid(is_layout=attributes.get("role", "").strip() in {"presentation", "none"}))

    def _open_cell(self, name: str, attributes: Mapping[str, str]) -> None:
        columns, rows = number(attributes.get("colspan", "")), number(attributes.get("rowspan", ""))
        pieces = self._tables[-1].open_cell(columns or 1, rows or 1)
        self._stack.push(name, attributes)
        self._stack.begin_scope(name, pieces)

    def _close_cell(self) -> None:
        if self._stack.scope.name not in {"table", ""}:
            self._pop_scope()

    def _close_table_part(self, name: str) -> None:
        if self._too_deep:
            self._too_deep -= name == "table"
        elif not self._tables:
            return
        elif name == "table":
            self._close_cell()
            self._pop_scope()
        else:
            self._close_cell()
            if name not in CELLS and name != "caption":
                self._tables[-1].close_row()

    def _pop_scope(self) -> None:
        """Close the innermost scope; a table that ends with it is put into the text."""
        scope = self._stack.pop_scope()
        if scope is not None and scope.name == "table":
            for piece in self._tables.pop().pieces("table", ""):
                self._setting.put(piece)
