"""What a piece is found by: the terms of its texts and the sounds of its titles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.archive.clause import Part
from reader.archive.filed import Filed
from reader.archive.folding import Folding
from reader.archive.grams import grams, words_in
from reader.archive.pinyin import Pinyin
from reader.archive.sounds import Sounds


class Terms(NamedTuple):
    """What a piece is found by: the terms of its three columns, its sounds, and the words of letters."""

    columns: tuple[str, str, str]
    sounds: str
    words: set[str]


class Prepared(NamedTuple):
    """A file with the terms of its pieces, ready to be written."""

    file: Filed
    terms: list[Terms]


class TermMaker:
    """Makes the terms of pieces; the same texts always give the same terms."""

    def __init__(self, pinyin: Pinyin) -> None:
        self._folding = Folding()
        self._sounds = Sounds(pinyin)

    def terms(self, texts: Sequence[str], parts: Sequence[Part | None]) -> Terms:
        """Return the terms of a piece."""
        fold = self._folding.fold
        columns: dict[Part | None, list[str]] = {None: [], Part.TITLE: [], Part.BYLINE: []}
        named: list[str] = []
        words: set[str] = set()
        for text, part in zip(texts, parts, strict=True):
            folded = fold(text)
            columns[part] += grams(folded)
            words |= words_in(folded)
            if part is not None:
                named.append(folded)
        body, title, byline = (" ".join(column) for column in columns.values())
        return Terms((body, title, byline), " ".join(sorted(self._sounds.terms(named))), words)

    def prepared(self, file: Filed) -> Prepared:
        """Return a file with the terms of its pieces."""
        return Prepared(file, [self.terms(piece.texts, piece.parts) for piece in file.pieces])
