"""What a piece is found by: the terms of its texts and the sounds of its titles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.archive.clause import Part
from reader.archive.filed import Filed
from reader.archive.folding import Folding
from reader.archive.grams import bag, words_in
from reader.archive.han_forms import ODD
from reader.archive.pinyin import Pinyin
from reader.archive.sounds import Sounds


class Terms(NamedTuple):
    """The terms of a piece, parted by blanks: of all its texts, of its titles and bylines, their sounds."""

    terms: str
    heads: str
    sounds: str
    words: set[str]
    """The words of letters in it."""
    is_odd: bool
    """Does it hold Han characters in forms that are compared as others?"""


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
        terms: set[str] = set()
        heads: set[str] = set()
        words: set[str] = set()
        named: list[str] = []
        is_odd = False
        for text, part in zip(texts, parts, strict=True):
            folded = fold(text)
            found = bag(folded)
            terms |= found
            words |= words_in(folded)
            is_odd = is_odd or ODD.search(text) is not None
            if part is not None:
                heads |= found
                named.append(folded)
        sounds = self._sounds.terms(named)
        return Terms(" ".join(terms), " ".join(heads), " ".join(sounds), words, is_odd)

    def prepared(self, file: Filed) -> Prepared:
        """Return a file with the terms of its pieces."""
        return Prepared(file, [self.terms(piece.texts, piece.parts) for piece in file.pieces])
