"""A part of the screen that Textual need not scroll, and so need not lay out and paint twice."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class Still(Widget):
    """A widget that never scrolls by Textual's own means.

    Textual lays the whole screen out once more, and paints it, whenever a widget's scrollable size becomes
    known: two full frames at every start. Where nothing scrolls, that size changes nothing.
    """

    ALLOW_SELECT: ClassVar[bool] = False  # ours knows the text under the layout, Textual's only cells
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)


class Columns(Horizontal, Still):
    """Parts side by side."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
