"""One run of text as its readers see it, and where each of its characters stands in its field."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property

from reader.edition.wording import Wording
from reader.proofreading.finding import Change, Remark, Spot
from reader.proofreading.severity import Severity

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々"
"""Chinese characters, for a regular expression's character class."""

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


class Role(StrEnum):
    """What a passage is in its article, its notice or its edition."""

    KICKER = "kicker"
    HEADLINE = "headline"
    SLUG = "slug"
    DECK = "deck"
    COLUMN = "column"
    BYLINE = "byline"
    AUTHOR = "author"
    DATELINE = "dateline"
    SOURCE = "source"
    SUMMARY = "summary"
    SIGNOFF = "signoff"
    CORRECTION = "correction"
    CAPTION = "caption"
    CREDIT = "credit"
    ALT = "alt"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    QUOTE = "quote"
    SPEAKER = "speaker"
    ITEM = "item"
    CELL = "cell"
    VERSE = "verse"
    PHOTO_PLACE = "photo_place"
    RULE = "rule"
    """The last two have no text; they are there so that what stands around them is seen apart."""
    SECTION = "section"
    MASTHEAD = "masthead"
    NOTICE_TITLE = "notice_title"
    NOTICE_TEXT = "notice_text"
    NOTICE_FACT = "notice_fact"
    """A notice's issuer or area."""

    @property
    def is_prose(self) -> bool:
        """Is it sentences, as against titles, names and cells?"""
        return self in _PROSE

    @property
    def is_title(self) -> bool:
        """Is it set as a title: no full stop at its end, spaces that part its halves?"""
        return self in _TITLES


_PROSE = frozenset(
    {
        Role.PARAGRAPH,
        Role.QUOTE,
        Role.ITEM,
        Role.SUMMARY,
        Role.CAPTION,
        Role.CORRECTION,
        Role.NOTICE_TEXT,
        Role.ALT,
    }
)
_TITLES = frozenset(
    {Role.KICKER, Role.HEADLINE, Role.SLUG, Role.DECK, Role.COLUMN, Role.SUBHEAD, Role.SECTION}
    | {Role.NOTICE_TITLE, Role.VERSE}
)


class Passage:
    """A paragraph, a headline, a cell…: lines joined, marks taken off, verbatim otherwise.

    `starts` and `offsets` are parallel: from index `starts[i]` of the text on, its characters stand at
    `offsets[i]` and after in the field.
    """

    def __init__(
        self,
        field: str,
        role: Role,
        text: str,
        starts: tuple[int, ...] = (0,),
        offsets: tuple[int, ...] = (0,),
    ) -> None:
        self.field = field
        self.role = role
        self.text = text
        self._starts = starts
        self._offsets = offsets

    def __repr__(self) -> str:
        return f"Passage({self.field!r}, {self.role.value}, {self.text!r})"

    @cached_property
    def is_han(self) -> bool:
        """Is its script Chinese? A few Latin words, a web address or figures do not change that."""
        return is_han_text(self.text)

    def offset(self, index: int) -> int:
        """Return where a character of the text stands in the field; the length of the text is its end."""
        if index >= len(self.text) > 0:
            return self.offset(len(self.text) - 1) + 1 + index - len(self.text)
        piece = bisect_right(self._starts, index) - 1
        return self._offsets[piece] + index - self._starts[piece]

    def spot(self, start: int, end: int) -> Spot:
        """Return a stretch of the text as a stretch of the field; with no characters, a place in it."""
        if end <= start:
            at = self.offset(start)
            return Spot(self.field, at, at)
        return Spot(self.field, self.offset(start), self.offset(end - 1) + 1)

    def change(self, start: int, end: int, text: str) -> Change:
        """Return the change of a stretch of the text; it should not run over a line end."""
        return Change(*self.spot(start, end), text)

    def remark(
        self,
        start: int,
        end: int,
        message: Wording,
        replacement: str | None = None,
        *,
        advice: Wording | None = None,
        severity: Severity | None = None,
        is_safe: bool | None = None,
    ) -> Remark:
        """Return a remark on a stretch of the text, put right by `replacement` if there is one."""
        changes = () if replacement is None else (self.change(start, end, replacement),)
        return Remark(message, self.spot(start, end), changes, advice, severity, is_safe)


def is_han_text(text: str) -> bool:
    """Is most of this text Chinese? One character of Chinese weighs as four Latin letters."""
    if text.isascii():
        return False
    return len(_HAN.findall(text)) * 4 >= max(1, len(_LATIN.findall(text)))
