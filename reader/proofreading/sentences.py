"""Where the sentences of a passage begin and end, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_CLOSERS = "”’」』）)》】\"'"
_CHINESE_END = re.compile(rf"(?:[。！？!?]|……|\.{{3,}})+[{_CLOSERS}]*")
_ENGLISH_END = re.compile(rf"(?:[.!?…])+[{_CLOSERS}]*(?=\s+[“‘\"'(]?[A-Z0-9])")
# What stands before a full stop that ends no sentence: titles, initials, months, “No. 5”.
_NO_END = re.compile(
    r"(?:^|[\s(“‘\"'])(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Gen|Col|Lt|Capt|Sgt|Maj|Rev|Hon|Gov|Sen|Rep|Pres|No|Nos"
    r"|Vol|Fig|Art|Sec|vs|cf|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|Ft|Ave|Blvd|Rd|[A-Z]"
    r"|(?:[A-Za-z]\.)+[A-Za-z])\.\Z"
)
_BLANK = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:[’'.,:/&-][^\W_]+)*")
_MARKS_AT_END = re.compile(rf"[。！？!?….{_CLOSERS}]+\Z")


class Sentence(NamedTuple):
    """A sentence of a passage: its words and where they stand in the passage's text."""

    text: str
    start: int
    end: int

    @property
    def characters(self) -> int:
        """How many characters it has, without blanks and the marks that end it."""
        return len(_BLANK.sub("", _MARKS_AT_END.sub("", self.text)))

    @property
    def words(self) -> int:
        """How many words it has; ``well-known``, ``1,691`` and ``don’t`` are one each."""
        return sum(1 for _ in _WORD.finditer(self.text))


def sentences(text: str, *, is_han: bool) -> Iterator[Sentence]:
    """Yield the sentences of a text; marks and closing quotes that end one belong to it."""
    start = 0
    for end in _chinese_ends(text) if is_han else _english_ends(text):
        yield from _sentence(text, start, end)
        start = end
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = text[start:end]
    stripped = words.strip()
    if stripped:
        start += len(words) - len(words.lstrip())
        yield Sentence(stripped, start, start + len(stripped))


def _chinese_ends(text: str) -> Iterator[int]:
    return (match.end() for match in _CHINESE_END.finditer(text))


def _english_ends(text: str) -> Iterator[int]:
    for match in _ENGLISH_END.finditer(text):
        stop = match.start() + 1
        if match.group()[0] != "." or not _NO_END.search(text[max(0, stop - 16) : stop]):
            yield match.end()
