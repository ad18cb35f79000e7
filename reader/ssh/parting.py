"""What is left of an app whose visitor has gone, taken apart.

An app, its widgets and its desk know each other: a circle of some nine thousand objects that only a full
collection finds, and that stops everybody else meanwhile. Emptied of what they know, most of them are gone
at once and without one.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakSet

from textual.dom import DOMNode


class Roll(WeakSet[DOMNode]):
    """The nodes of an app; Textual strikes them off as they go, and `ever` still has those in memory."""

    def __init__(self, nodes: WeakSet[DOMNode]) -> None:
        super().__init__()
        self.ever: WeakSet[DOMNode] = WeakSet()
        for node in nodes:
            self.add(node)

    def add(self, item: DOMNode) -> None:
        """Put a node on the roll."""
        super().add(item)
        self.ever.add(item)


def take_apart(roll: Roll, *more: Any) -> int:
    """Empty the nodes of an app that is over, and what else belongs to it alone; return how many were.

    Nobody may ask anything of them afterwards. A timer that was set while the app was closing, which Textual
    stops no more, would: it is stopped.
    """
    things = [*roll.ever, *more]
    for thing in things:
        for timer in list(vars(thing).get("_timers", ())):
            timer.stop()
    for thing in things:
        vars(thing).clear()
    return len(things)
