"""The characters that are compared as one Han character: itself and its compatibility forms."""

from __future__ import annotations

import re

from reader.archive.folding import Folding

_BLOCKS = (
    (0x2E80, 0x2FE0),
    (0x3190, 0x31A0),
    (0x3200, 0x3400),
    (0xF900, 0xFB00),
    (0x1F200, 0x1F300),
    (0x2F800, 0x2FA20),
)
"""Where Unicode keeps radicals, enclosed and squared characters, and compatibility ideographs (UAX #44, the
decompositions that lead to Han characters)."""

ODD = re.compile(f"[{''.join(f'{chr(first)}-{chr(last - 1)}' for first, last in _BLOCKS)}]")
"""Any character of these."""


def written_forms(character: str) -> tuple[str, ...]:
    """Return every character whose folded form holds this Han character; empty for any other character.

    Digits and letters have forms all over Unicode, and are in nearly every text anyway.
    """
    if not "\u3400" <= character <= "\u9fff":
        return ()
    folding = Folding()
    others = (chr(code) for first, last in _BLOCKS for code in range(first, last))
    return (character, *(other for other in others if character in folding.fold(other)))
