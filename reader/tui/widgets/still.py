"""A part of the screen that Textual need not scroll, and so need not lay out and paint twice."""

from __future__ import annotations

from typing import ClassVar, Self

from textual import events
from textual.containers import Horizontal
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widget import Widget


class Still(Widget):
    """A widget that never scrolls by Textual's own means.

    Textual lays the whole screen out once more, and paints it, whenever a widget's scrollable size becomes
    known: two full frames at every start. Where nothing scrolls, that size changes nothing.
    """

    ALLOW_SELECT: ClassVar[bool] = False  # ours knows the text under the layout, Textual's only cells
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)

    def on_focus(self, event: events.Focus) -> None:
        """Take the focus without being painted again: text looks the same with it and without."""
        event.prevent_default()
        self.has_focus = True

    def on_blur(self, event: events.Blur) -> None:
        """Give the focus away, as quietly."""
        event.prevent_default()
        self.has_focus = False

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Ask for a painting or for a layout, not for both: a layout paints what it moves.

        A painting asked for beside it would be done after it, over the cells the widget had before, and cut
        in two the wide characters that now stand across its old edge.
        """
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)


class Columns(Horizontal, Still):
    """Parts side by side."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
