"""What limits a search to pieces of some section, days or kinds."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.archive.clause import Clause, Dated, InSection, OfKind
from reader.archive.folding import Folding
from reader.archive.pinyin import Pinyin, are_letters
from reader.archive.searchable import PieceFacts
from reader.edition.reference import page_label

Limit = Callable[[PieceFacts], bool]
"""Does a piece keep within it?"""


def limit(clause: Clause, folding: Folding, pinyin: Callable[[], Pinyin]) -> Limit:
    """Return the test a clause other than a word or a pattern makes, exclusion included."""
    test: Limit
    match clause:
        case Dated(first=first, last=last):

            def test(piece: PieceFacts) -> bool:
                return first <= piece.date <= last

        case OfKind(kinds=kinds):

            def test(piece: PieceFacts) -> bool:
                return piece.kind in kinds

        case InSection(text=text):
            is_in = in_section(text, folding, pinyin)

            def test(piece: PieceFacts) -> bool:
                return is_in(piece.section, piece.page)

        case _:
            raise TypeError(f"no limit: {clause!r}")
    return (lambda piece: not test(piece)) if clause.is_excluded else test


def in_section(
    typed: str, folding: Folding, pinyin: Callable[[], Pinyin]
) -> Callable[[str, str | None], bool]:
    """Return the test whether a section, by name and page, is the one that was typed."""
    return _InSection(typed, folding, pinyin)


class _InSection:
    """A section by words of its name, by its pinyin, or by its page: 要闻, yw, 1, 01, 第1版."""

    def __init__(self, typed: str, folding: Folding, pinyin: Callable[[], Pinyin]) -> None:
        self._folding = folding
        self._words = folding.fold(typed).strip()
        self._page = page_label(self._words.removeprefix("第").removesuffix("版"))
        self._heard: re.Pattern[str] | None = None
        if are_letters(self._words):
            self._heard = pinyin().pattern(self._words)

    def __call__(self, section: str, page: str | None) -> bool:
        name = self._folding.fold(section)
        return (
            self._words in name
            or (page is not None and page_label(self._folding.fold(page)) == self._page)
            or (self._heard is not None and self._heard.search(name) is not None)
        )
