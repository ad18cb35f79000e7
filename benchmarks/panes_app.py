"""A reader as one would first write it: tree, scrolling Static, banner and footer of Textual's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Static, Tree

REACTED = "reacted"


class PanesApp(App[None]):
    CSS = "#banner { height: 1; } Tree { width: 32; }"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit"), ("n", "react", "Next")]

    def compose(self) -> ComposeResult:
        text = Path(sys.argv[1]).read_text(encoding="utf-8")
        yield Static("banner", id="banner")
        with Horizontal():
            contents: Tree[None] = Tree("contents")
            contents.root.expand()
            for line in text.splitlines()[:30]:
                contents.root.add_leaf(line[:12])
            yield contents
            with VerticalScroll():
                yield Static(text, markup=False)
        yield Footer()

    def action_react(self) -> None:
        """Do the least a key can do that is seen."""
        self.query_one("#banner", Static).update(REACTED)


if __name__ == "__main__":
    PanesApp().run()
