"""Two parts of a paragraph that were set apart, as one."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_HYPHENS = "-‐"
NEVER_OPENS = frozenset("，。、；：！？,;:!?%”’」』）》)")
"""Marks no paragraph begins with."""
_LOOKED_AT = 200


def together(before: str, after: str) -> str:
    """Return two parts joined: a space between words, nothing between Chinese, in Chinese text beside figures
    neither, and nothing behind a hyphen, which stays.
    """
    if not before or not after:
        return before + after
    is_tight = before[-1] in _HYPHENS or after[0] in NEVER_OPENS or _is_wide(before[-1]) or _is_wide(after[0])
    if not is_tight and not (before[-1].isalpha() and after[0].isalpha()):
        # 12 and .5, PM and >80: in Chinese text only two words are parted.
        is_tight = _HAN.search(before, max(0, len(before) - _LOOKED_AT)) is not None
    return f"{before}{after}" if is_tight else f"{before} {after}"


def all_together(parts: Iterable[str]) -> str:
    """Return several parts joined, each looked at with the one before."""
    pieces: list[str] = []
    for part in parts:
        if pieces and part:
            pieces.append(together(pieces[-1][-_LOOKED_AT:], part)[len(pieces[-1][-_LOOKED_AT:]) :])
        elif part:
            pieces.append(part)
    return "".join(pieces)


def _is_wide(character: str) -> bool:
    return character > "\u2e80"
