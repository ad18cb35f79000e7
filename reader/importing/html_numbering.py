"""The numbers of a list's items, as HTML counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.importing.html_setting import Item

_NUMBER = re.compile(r"\s*([+-]?\d{1,9})")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class Numbering:
    """Counts the items of a list. Source: WHATWG HTML, 4.4.5 "The ol element"."""

    def __init__(self, name: str, attributes: Mapping[str, str]) -> None:
        self._kind = attributes.get("type", "1").strip() if name == "ol" else ""
        self._step = -1 if "reversed" in attributes else 1
        start = number(attributes.get("start", ""))
        if self._step < 0 and start is None:
            self._kind = ""  # Where it starts is known at its end only: points, rather than wrong numbers.
        self._next = 1 if start is None else start
        self.item_is_open = False

    def item(self, attributes: Mapping[str, str]) -> Item:
        """Return the next item; letters, Roman and negative numbers become words before its own."""
        value = number(attributes.get("value", ""))
        count = self._next if value is None else value
        self._next = count + self._step
        if not self._kind:
            return Item()
        if count < 0:
            return Item(label=f"{count}. ")
        written = _written(count, self._kind) if 0 < count < 4000 else ""
        return Item(label=f"{written}. ") if written else Item(ordinal=str(count))


def number(words: str) -> int | None:
    """Return the whole number that words begin with, or None; nine digits at most."""
    match = _NUMBER.match(words)
    return int(match[1]) if match else None


def _written(count: int, kind: str) -> str:
    """Return a number in letters (``a``) or Roman digits (``i``), in the case of its kind; else nothing."""
    letters = ""
    if kind in {"a", "A"}:
        while count:
            count, rest = divmod(count - 1, 26)
            letters = chr(ord("a") + rest) + letters
    elif kind in {"i", "I"}:
        for value, digits in _ROMAN:
            letters += digits * (count // value)
            count %= value
    return letters.upper() if kind.isupper() else letters
