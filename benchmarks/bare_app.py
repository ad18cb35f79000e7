"""The least a Textual program can be: one Static with a text. What no reader built on Textual can beat."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(Path(sys.argv[1]).read_text(encoding="utf-8")[:4000], markup=False)


if __name__ == "__main__":
    BareApp().run()
