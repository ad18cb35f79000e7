"""Nothing but printable text: what could steer a terminal is made visible instead."""

from __future__ import annotations

import re

# C0 but line feed and tab, DEL, C1; soft hyphen; bidi marks, embeddings, isolates; line and paragraph
# separators; invisible operators and zero-width marks but U+200C/U+200D; BOM; interlinear marks; lone
# surrogates; non-characters; tag characters, which hide text in plain sight. Variation selectors stay:
# they choose the form of a character that a name is written with. Compiled when first needed, which most
# papers never do.
_UNPRINTABLE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe-\U0003ffff\ufdd0-\ufdef\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\U0010fffe\U0010ffff]"
)
# Blank or invisible, and yet letters and marks to Unicode, so that Python calls them printable.
_BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the pictures of the control characters: ␛ for ESC
    if code == 0x7F:
        return "\u2421"
    return f"⟦U+{code:04X}⟧"


def is_printable(text: str) -> bool:
    """Is there nothing in this text that `printable` might change? Line feeds and odd spaces might be."""
    return text.isprintable() and (text.isascii() or not any(blank in text for blank in _BLANK_LETTERS))


def printable(text: str) -> str:
    """Return text in which every control, bidi or invisible character is shown instead of sent.

    C0 controls become their pictures (``␛``), the others their number (``⟦U+202E⟧``). A tab becomes one
    space; line feeds stay, they part blocks. U+200C and U+200D, which Indic words and emoji need, stay.
    """
    if is_printable(text):  # the common case: a few passes in C
        return text
    return re.sub(_UNPRINTABLE, _visible, text.replace("\t", " "))


def printable_line(text: str) -> str:
    """Return text as `printable` does and, as it must fit on one line, with ``␊`` for a line feed."""
    return printable(text).replace("\n", "\u240a")
