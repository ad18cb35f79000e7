"""One ALTO file as words in the order of the document, and what blocks and pages they stand in."""

from __future__ import annotations

from typing import NamedTuple

FIRST_HALF, SECOND_HALF = "HypPart1", "HypPart2"
"""The halves of a word that is broken at a line's end (ALTO, SUBS_TYPE)."""


class Word(NamedTuple):
    """A String with what stands before and behind it in its line."""

    content: str
    """As printed, verbatim."""
    line: int
    """The number of its line in the file."""
    is_apart: bool
    """Is there a blank between it and the word before it in the line?"""
    half: str = ""
    """`FIRST_HALF`, `SECOND_HALF`, or nothing for a whole word."""
    whole: str = ""
    """What both halves make (SUBS_CONTENT)."""
    hyphen: str = ""
    """The hyphen behind it at the line's end (HYP); it is a sign of the line, not of the text."""


class Block(NamedTuple):
    """A TextBlock, as the range of its words."""

    start: int
    end: int
    page: int
    """Which page of the file, from 0."""
    size: float = 0.0
    """Size of type of most of it in points; 0 when the file does not say."""
    label: str = ""
    """What it is by a tag or by the type of the block it is part of, as the file says it."""
    is_marginal: bool = False
    """Does it stand outside the print space: page number, running title?"""


class AltoPage(NamedTuple):
    """A Page, as the range of its words."""

    start: int
    end: int
    label: str
    """The page number printed on it, else its number in the document; may be empty."""
    confidence: float | None
    """How sure the recognition is of its words, 0 to 1; None when the file does not say."""


class AltoFile(NamedTuple):
    """What a file holds."""

    name: str
    words: tuple[Word, ...]
    blocks: tuple[Block, ...]
    """In the order of the document; together they cover all words."""
    order: tuple[int, ...]
    """Numbers of the blocks in reading order."""
    pages: tuple[AltoPage, ...]
    ranges: dict[str, tuple[int, int]]
    """For each ID in the file the range of its words."""
    pictures: frozenset[str]
    """IDs of illustrations."""
    language: str
    """Of most of its words, as the file says it; may be empty."""
    image: str = ""
    """The name of the picture it was read from, without its folders; may be empty."""
