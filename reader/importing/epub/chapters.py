"""The texts of a book cut into articles: where the contents point, one begins, and nothing falls between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from reader.edition.body import PhotoPlace, Subhead
from reader.importing.epub.content import Content
from reader.importing.epub.navigation import Entry
from reader.importing.html_table import Piece

_SPLIT = re.compile(r"[_-](?:split|u)[_-]?\d+(?=\.[^.]+\Z)|_u\d+(?=\.[^.]+\Z)")
_RECIPE_FOLDER = re.compile(r"(?:^|/)(feed_\d+/article_\d+/)")


@dataclass(slots=True)
class Chapter:
    """A stretch of a book that is one article."""

    section: str
    """Empty where the contents put it into no part."""
    label: str
    author: str = ""
    description: str = ""
    is_part: bool = False
    """Is it the page of a part, which has chapters of its own?"""
    title: str | None = None
    """What the text calls itself, where the contents do not name it."""
    texts: list[tuple[Content, Sequence[Piece]]] = field(default_factory=list)


class _Place(NamedTuple):
    text: int
    piece: int


def chapters(
    entries: Sequence[Entry], texts: Sequence[Content], aside: Collection[str] = ()
) -> list[Chapter]:
    """Return the chapters of a book, in the order of its contents.

    An entry with entries of its own is a section, and they are its articles; deeper ones stay within them.
    A stretch reaches to the next place the contents lead to; a text that they do not name runs on from the
    one before if it was split off or has no heading, else it is an article too, as is one before the first.
    Those of the paths `aside` never run on, nor does anything from them.
    """
    places = _Places(texts)
    listed: list[tuple[Chapter, _Place | None]] = []
    for chapter, entry in _listed(entries):
        listed.append((chapter, places.of(entry)))
    starts: dict[_Place, Chapter] = {}
    for chapter, place in listed:
        # Of entries that lead to one place a chapter goes before its part, else the first counts.
        if place is not None and (place not in starts or (starts[place].is_part and not chapter.is_part)):
            starts[place] = chapter
    before, following = _fill(starts, texts, aside)
    ordered = before
    for chapter, _ in listed:
        ordered += [chapter, *following.get(id(chapter), ())]
    return [chapter for chapter in ordered if chapter.texts]


def _listed(entries: Sequence[Entry]) -> Iterator[tuple[Chapter, Entry]]:
    for entry in entries:
        if not entry.entries:
            yield Chapter("", entry.label, entry.author, entry.description), entry
            continue
        yield Chapter(entry.label, entry.label, is_part=True), entry
        for inner in entry.entries:
            yield Chapter(entry.label, inner.label, inner.author, inner.description), inner


class _Places:
    """Where the contents lead: texts by their paths, and in them blocks by their ids."""

    def __init__(self, texts: Sequence[Content]) -> None:
        self._texts = texts
        self._numbers = {text.path: number for number, text in reversed(list(enumerate(texts)))}
        self._ids: dict[int, dict[str, int]] = {}

    def of(self, entry: Entry) -> _Place | None:
        """Return the place of an entry, or None when it leads to no text."""
        number = self._numbers.get(entry.path)
        if number is None:
            # A part without a page of its own begins with what it holds.
            return self.of(entry.entries[0]) if entry.entries and not entry.path else None
        return _Place(number, self._in(number).get(entry.fragment, 0) if entry.fragment else 0)

    def _in(self, number: int) -> dict[str, int]:
        if number not in self._ids:
            pieces = self._texts[number].pieces
            self._ids[number] = {
                name: at for at, piece in reversed(list(enumerate(pieces))) for name in piece.ids
            }
        return self._ids[number]


def _fill(
    starts: dict[_Place, Chapter], texts: Sequence[Content], aside: Collection[str]
) -> tuple[list[Chapter], dict[int, list[Chapter]]]:
    """Give the chapters their texts; returns articles no entry names: before all, and after which chapter."""
    cuts: dict[int, list[int]] = {}
    for place in sorted(starts):
        cuts.setdefault(place.text, []).append(place.piece)
    titles = Counter(text.title for text in texts)  # One that all texts have is the book's.
    before: list[Chapter] = []
    following: dict[int, list[Chapter]] = {}
    current: Chapter | None = None
    last: Chapter | None = None
    for number, text in enumerate(texts):
        begins = sorted({0, *cuts.get(number, ())})
        for begin, end in zip(begins, [*begins[1:], len(text.pieces)], strict=True):
            stretch = text.pieces[begin:end]
            chapter = starts.get(_Place(number, begin))
            if chapter is not None:
                current = last = chapter
            elif not stretch:
                continue
            elif (
                last is None
                or text.path in aside
                or not _runs_on(last, text, stretch, is_listed=current is not None)
            ):
                title = text.title if titles[text.title] == 1 else None
                new = Chapter(current.section if current else "", "", title=title)
                unlisted = before if current is None else following.setdefault(id(current), [])
                unlisted.append(new)
                if text.path in aside:
                    new.texts.append((text, stretch))
                    continue
                last = new
            if stretch:
                last.texts.append((text, stretch))
    return before, following


def run_on(found: Sequence[Chapter], entries: Sequence[Entry]) -> list[str]:
    """Return the paths of texts that the contents do not name and that run on from another."""
    waiting = list(entries)
    named = set()
    while waiting:
        entry = waiting.pop()
        named.add(entry.path)
        waiting += entry.entries
    return [
        text.path
        for chapter in found
        for (before, _), (text, _) in pairwise(chapter.texts)
        if text.path not in named and _stem(before.path) != _stem(text.path)
    ]


def _runs_on(last: Chapter, text: Content, stretch: Sequence[Piece], *, is_listed: bool) -> bool:
    """Does a text that the contents do not name run on from the one before it?"""
    before = last.texts[-1][0].path if last.texts else ""
    if before and _stem(before) == _stem(text.path):
        return True
    first = next((piece.block for piece in stretch if not isinstance(piece.block, PhotoPlace)), None)
    return is_listed and not isinstance(first, Subhead)


def _stem(path: str) -> str:
    """Return what the parts have in common that a maker has split one text into."""
    folder = _RECIPE_FOLDER.search(path)
    return folder[1] if folder else _SPLIT.sub("", path)
