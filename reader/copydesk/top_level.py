"""The keys of an edition's file, and the items of their lists, with the stretches they are written in."""

from __future__ import annotations

from typing import Any, NamedTuple

from reader.loading.decoding import UNREADABLE


class Item(NamedTuple):
    """One item of a list: `start` and `end` are offsets of its value, in characters."""

    start: int
    end: int
    """Behind the last character of it that is no blank; of a flow item, behind its bracket."""


class Entry(NamedTuple):
    """A key of the file with its value: offsets of the file's text, in characters."""

    key: int
    """Where the key begins."""
    start: int
    """Where the value begins; of an empty one, where it would."""
    end: int
    """Behind the last character of the value that is no blank or comment."""
    kind: str
    """`list`, `flow` (a list in brackets), `empty` or `other`."""
    items: tuple[Item, ...]


class TopLevel(NamedTuple):
    """The root of a file."""

    entries: dict[str, Entry]
    is_flow: bool
    """Is the whole edition written in braces?"""


def top_level(text: str) -> TopLevel:
    """Return the keys of the one mapping in this YAML; `text` has its own line ends and no BOM.

    It must be a document that `reader.loading.load` accepts.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    # Only places are wanted: one character stands in for one that the parser refuses.
    parser = loader(UNREADABLE.sub("\uf8ff", text))
    reading = _Reading(text)
    while (event := parser.get_event()) is not None:
        reading.take(event, yaml)
    return TopLevel(reading.entries, reading.is_flow)


class _Reading:
    """Follows the events of a file; only what is near the root is kept."""

    def __init__(self, text: str) -> None:
        self.entries: dict[str, Entry] = {}
        self.is_flow = False
        self._text = text
        self._depth = 0
        self._key: tuple[str, int] | None = None
        self._value: tuple[int, str] = (0, "")
        self._items: list[Item] = []
        self._item = 0
        self._last = 0
        """Behind the last character of any value so far."""

    def take(self, event: Any, yaml: Any) -> None:
        """Take the next event."""
        if isinstance(event, yaml.CollectionStartEvent):
            self._begin(event, yaml)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)

    def _begin(self, event: Any, yaml: Any) -> None:
        start = event.start_mark.index
        if self._depth == 0:
            self.is_flow = bool(event.flow_style)
        elif self._depth == 1:
            is_list = isinstance(event, yaml.SequenceStartEvent)
            self._value = (start, ("flow" if event.flow_style else "list") if is_list else "other")
            self._items = []
        elif self._depth == 2:
            self._item = start
        self._depth += 1

    def _end(self, event: Any) -> None:
        self._depth -= 1
        end = event.end_mark.index
        # A block collection ends where the next thing begins; one in brackets ends at its bracket.
        if self._text[event.start_mark.index : end] in ("]", "}"):
            self._last = end
        if self._depth == 2:
            self._items.append(Item(self._item, self._last))
        elif self._depth == 1:
            self._close(self._last)

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):
            end = start + len(self._text[start:end].rstrip())
        if self._depth == 1 and self._key is None:
            self._key = (event.value, start)
            self._last = end
            return
        self._last = max(self._last, end)
        if self._depth == 1:
            self._value = (start, "empty" if start == end else "other")
            self._items = []
            self._close(end)
        elif self._depth == 2:
            self._items.append(Item(start, end))

    def _close(self, end: int) -> None:
        assert self._key is not None
        key, at = self._key
        start, kind = self._value
        self.entries[key] = Entry(at, start, end, kind, tuple(self._items))
        self._key = None
