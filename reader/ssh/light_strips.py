"""Textual's strips, made lighter for a process that holds those of a hundred readers.

A strip (`textual.strip.Strip`, 8.2) makes seven caches when it is made, of which most are never asked, and
one that already has the width it is to have puts itself into two of them: a circle, which only a full
collection finds. A page turned leaves some hundreds of objects behind in this way. Here the caches are made
when they are first asked for, and a strip never keeps itself.

A style (`rich.style.Style`) keeps the codes it was first printed with, and Textual hands out the same styles
and blank strips to all: a terminal of eight colours would be sent another reader's 24 bits. Here codes are
kept by style and colours, and every blank is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.cache import FIFOCache
from textual.strip import Strip

_SIZES = {
    "_divide_cache": 4,
    "_crop_cache": 16,
    "_style_cache": 16,
    "_filter_cache": 4,
    "_line_length_cache": 4,
    "_crop_extend_cache": 4,
    "_offsets_cache": 4,
}
"""The caches of a strip, and how much each keeps, as Textual has them."""
_VALUES = ("_segments", "_cell_length", "_render_cache", "_link_ids", "_cell_count")

_TEXTUALS = {
    name: vars(Strip)[name] for name in ("__init__", "crop_extend", "divide", "blank", "render_style")
}
"""The methods as Textual has them."""


def lighten_strips() -> bool:
    """Make the strips of this process light, those to come; return whether it was done.

    It is not where Textual's strips are made of other parts than known here: then they stay as they are.
    """
    if set(getattr(Strip, "__slots__", ())) != {*_SIZES, *_VALUES}:
        return False
    if Strip.__init__ is _begin:
        return True
    change: Any = setattr  # one by one: the type checker rightly distrusts changes of a class
    for name, method in _changed(_TEXTUALS["crop_extend"], _TEXTUALS["divide"]).items():
        change(Strip, name, method)
    return True


def give_strips_back() -> None:
    """Make the strips to come as Textual makes them; those there are stay as they are.

    A process that serves visitors never needs it, one that also tries other things does.
    """
    change: Any = setattr
    for name, method in _TEXTUALS.items():
        change(Strip, name, method)


def _begin(self: Strip, segments: Iterable[Segment], cell_length: int | None = None) -> None:
    self._segments = list(segments)
    self._cell_length = cell_length
    self._render_cache = None
    self._link_ids = None
    self._cell_count = None


def _missing(self: Strip, name: str) -> FIFOCache[Any, Any]:
    """Make a cache that is asked for: an empty slot has Python look here."""
    size = _SIZES.get(name)
    if size is None:
        raise AttributeError(name)
    cache: FIFOCache[Any, Any] = FIFOCache(size)
    setattr(self, name, cache)
    return cache


@lru_cache(maxsize=4096)
def _codes(style: Style, colours: ColorSystem) -> str:
    """Return the parameters of SGR by which a style is printed in so many colours (ECMA-48 8.3.117)."""
    return Strip.render_ansi(style, colours)


def _printed(_: type[Strip], style: Style, text: str, color_system: ColorSystem) -> str:
    codes = _codes(style, color_system)
    printed = f"\x1b[{codes}m{text}\x1b[0m" if codes else text
    if style._link:
        printed = f"\x1b]8;id={style._link_id};{style._link}\x1b\\{printed}\x1b]8;;\x1b\\"
    return printed


def _blank(strip: type[Strip], cell_length: int, style: Style | str | None = None) -> Strip:
    style = Style.parse(style) if isinstance(style, str) else style
    return strip([Segment(" " * cell_length, style)], cell_length)


def _changed(crop_extend: Any, divide: Any) -> dict[str, Any]:
    """Return the methods that are changed; those given are asked where there is something to do."""

    def crop_or_extend(self: Strip, start: int, end: int, style: Style | None) -> Strip:
        if start <= 0 and end == self.cell_length:
            return self
        strip: Strip = crop_extend(self, start, end, style)
        return strip

    def divided(self: Strip, cuts: Iterable[int]) -> Sequence[Strip]:
        width, wanted = self.cell_length, list(cuts)
        if [cut for cut in wanted if cut <= width] == [width]:
            return [self]
        strips: Sequence[Strip] = divide(self, wanted)
        return strips

    return {
        "__init__": _begin,
        "__getattr__": _missing,
        "crop_extend": crop_or_extend,
        "divide": divided,
        "blank": classmethod(_blank),
        "render_style": classmethod(_printed),
    }
