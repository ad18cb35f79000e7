"""Lines of text put back together: nothing between Chinese, one space between words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

# Marks that Chinese and Latin text share; they count as Chinese when what stands beside them is.
_SHARED_MARKS = frozenset("“”‘’—…·,.;:!?()%")


def is_cjk(character: str) -> bool:
    """Is this a character of Chinese or Japanese text, which is written without spaces?

    Hangul is not: Korean parts its words with spaces.
    """
    if character < "\u2e80":
        return False
    if "\u4e00" <= character <= "\u9fff":
        return True
    if "\uac00" <= character <= "\ud7af" or "\u1100" <= character <= "\u11ff":
        return False
    return unicodedata.east_asian_width(character) in "WF"


def joined(lines: Iterable[str]) -> str:
    """Join lines into one text: no space where both sides are Chinese, else one.

    A mark both scripts use (``”``, ``,``) is as Chinese as its other neighbour.
    """
    parts = [line for line in lines if line]
    if len(parts) < 2:
        return "".join(parts)
    pieces = [parts[0]]
    for before, after in pairwise(parts):
        if not (_is_cjk_side(before, -1) and _is_cjk_side(after, 0)):
            pieces.append(" ")
        pieces.append(after)
    return "".join(pieces)


def _is_cjk_side(line: str, end: int) -> bool:
    """Is the text at this end (-1 or 0) of the line Chinese, looking past marks both scripts use?"""
    inward = line[::-1] if end else line
    nearest = next((character for character in inward[:8] if character not in _SHARED_MARKS), None)
    return nearest is not None and is_cjk(nearest)
