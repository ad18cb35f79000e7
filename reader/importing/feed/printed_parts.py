"""Parts of an article that HTML marks by their class, as our own RSS does: taken out of the running text."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.body import Block, Paragraph
from reader.importing.feed.words import Said

_ABOVE = frozenset({"kicker", "deck", "dateline", "source"})
_BELOW = frozenset({"signoff"})
_LEADS = ("来源：", "Source: ")


class PrintedParts(NamedTuple):
    """What stands above and below a text, and the text between."""

    blocks: tuple[Block, ...] = ()
    kicker: str | None = None
    deck: str | None = None
    dateline: str | None = None
    source: str | None = None
    signoff: str | None = None


def printed_parts(text: Said, *, has_dateline: bool) -> PrintedParts:
    """Return the parts that paragraphs of the classes ``kicker``, ``deck``, ``dateline``, ``source`` say.

    They count only where they stand: at the beginning, each once; ``signoff`` at the end. Anything else of
    such a class is running text. A dateline is left in the text where the item has one already.
    """
    wanted = _ABOVE - {"dateline"} if has_dateline else _ABOVE
    found: dict[str, str] = {}
    first, last = 0, len(text.blocks)
    while first < last and (name := _name(text, first, wanted)) and name not in found:
        found[name] = getattr(text.blocks[first], "text", "")
        first += 1
    if last > first and (name := _name(text, last - 1, _BELOW)):
        found[name] = getattr(text.blocks[last - 1], "text", "")
        last -= 1
    if "source" in found:
        for lead in _LEADS:
            found["source"] = found["source"].removeprefix(lead)
    return PrintedParts(text.blocks[first:last], **found)


def _name(text: Said, at: int, wanted: frozenset[str]) -> str:
    """Return which of the parts wanted this block is; empty for none."""
    label = text.classes[at] if at < len(text.classes) else ""
    return label if label in wanted and isinstance(text.blocks[at], Paragraph) else ""
