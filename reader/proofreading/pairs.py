"""Quotation marks and brackets, and which of them belong together."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.proofreading.foreign import is_spoken_of, neighbours

OPENING = "“‘（(《〈「『【〔［["
CLOSING = "”’）)》〉」』】〕］]"
_OPENS = dict(zip(CLOSING, OPENING, strict=True))
_KIND = {mark: mark for mark in OPENING} | {"(": "（", "[": "［"}
"""A bracket of either width closes one of the other."""

_MARKS = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
_ORDINAL = re.compile(r"(?:\A|[\s。；，、：;,:“])(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])\Z")
_ELISION = re.compile(r"\d|(?:tis|twas|em|til|cause|n)\b", re.IGNORECASE)


class Pair(NamedTuple):
    """The places of an opening mark and of the mark that closes it."""

    start: int
    end: int


class Pairs(NamedTuple):
    """What the marks of a text come to."""

    pairs: list[Pair]
    """In the order in which they close."""
    opened: list[int]
    """Places of opening marks that nothing closes."""
    closed: list[int]
    """Places of closing marks that nothing opened."""

    def around(self, at: int) -> list[int]:
        """Return the places of the marks that are open at this place, the outermost first.

        Those that nothing closes are among them: a quotation may go on in the next paragraph.
        """
        starts = [start for start, end in self.pairs if start < at < end]
        return sorted(starts + [start for start in self.opened if start < at])


def pairs_of(text: str) -> Pairs:
    """Match the marks of a text. Apostrophes, the bracket of ``1)`` and that of ``:)`` are none."""
    pairs: list[Pair] = []
    opened: list[int] = []
    alone: list[int] = []
    closed: list[int] = []
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if is_spoken_of(text, at):
            continue
        if mark in OPENING:
            opened.append(at)
            continue
        if mark == "’" and _joins_letters(text, at):
            continue
        kind = _KIND[_OPENS[mark]]
        depth = next((i for i in range(len(opened) - 1, -1, -1) if _KIND[text[opened[i]]] == kind), None)
        if depth is None:
            if not _is_no_bracket(text, at, mark):
                closed.append(at)
        elif mark == "’" and depth != len(opened) - 1:
            continue  # an apostrophe in something else that is open
        else:
            alone += opened[depth + 1 :]
            pairs.append(Pair(opened[depth], at))
            del opened[depth:]
    return Pairs(pairs, [at for at in sorted(alone + opened) if not _is_elision(text, at)], closed)


def straight_pairs_of(text: str) -> Pairs:
    """Match the straight double marks of a Latin text by the side their words are on; inches are none."""
    pairs: list[Pair] = []
    alone: list[int] = []
    closed: list[int] = []
    opened: int | None = None
    for at, mark in enumerate(text):
        if mark != '"' or (opened is None and text[max(0, at - 1) : at].isdigit()):
            continue
        before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        may_open = bool(after) and not after.isspace() and (not before or not before.isalnum())
        must_open = may_open and (not before or before.isspace() or before in "([")
        if opened is None and may_open:
            opened = at
        elif opened is None:
            closed.append(at)
        elif must_open:
            alone.append(opened)
            opened = at
        else:
            pairs.append(Pair(opened, at))
            opened = None
    return Pairs(pairs, alone if opened is None else [*alone, opened], closed)


def _joins_letters(text: str, at: int) -> bool:
    return text[max(0, at - 1) : at].isalpha() and text[at + 1 : at + 2].isalpha() and _is_latin(text, at)


def _is_latin(text: str, at: int) -> bool:
    """Is there a Latin letter or a figure on either side?"""
    return any(
        side and side < "\u0370" and side.isalnum() for side in (text[at - 1 : at], text[at + 1 : at + 2])
    )


def _is_no_bracket(text: str, at: int, mark: str) -> bool:
    """Is it an apostrophe (’98, the workers’), the bracket of an ordinal, or a smile?"""
    if mark == "’":
        return _is_latin(text, at) or not neighbours(text, at, at + 1).are_chinese
    if mark in "）)":
        smiles = mark == ")" and text[max(0, at - 1) : at] in (":", ";")
        return smiles or _ORDINAL.search(text[max(0, at - 5) : at]) is not None
    return False


def _is_elision(text: str, at: int) -> bool:
    """Is it an apostrophe that a program took for an opening mark: ‘90s, ‘tis?"""
    return text[at] == "‘" and _ELISION.match(text, at + 1) is not None
