"""The parts of an article, with their words, set together as an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from reader.edition.article import Article, Kind, Photo
from reader.edition.body import Block, ListItem, Paragraph, PhotoPlace, Quote, Subhead, Table, Verse
from reader.edition.body_text import body_text, plain_paragraphs
from reader.importing.mets.alto import AltoFile, Word
from reader.importing.mets.claims import Piece, words_of
from reader.importing.mets.roles import Role
from reader.importing.mets.running_text import goes_on, lines_of, text_of

_NOT_PARAGRAPHS = frozenset({Role.SUBHEAD, Role.KICKER, Role.HEADLINE, Role.DECK, Role.QUOTE, Role.LIST_ITEM})
_HEADS = (Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.DATELINE)


class Given(NamedTuple):
    """A part and the words it has got."""

    role: Role
    pieces: Sequence[Piece]
    is_one: bool = True
    """Are they one text? Else each block is one."""
    row: int = 0
    """For a cell its row, from 1."""


class Assembled(NamedTuple):
    """An article, and what it took."""

    article: Article
    first: Piece | None
    """Where its first words stand."""
    bare_pictures: int
    """Pictures without a caption, of which nothing can be shown."""


def assembled(files: Sequence[AltoFile], given: Iterable[Given], kind: Kind) -> Assembled:
    """Return the article of these parts, still without id and page.

    Kicker, headline, deck, byline and dateline are what stands before the first text; later ones are subheads
    or paragraphs. A table is one where the source has cells, else the paragraphs of its blocks. A picture is
    a photo when there is a caption; its image is not cut out of the page.
    """
    return _Setting(files).article(given, kind)


class _Setting:
    """Takes part after part."""

    def __init__(self, files: Sequence[AltoFile]) -> None:
        self._files = files
        self._heads: dict[Role, list[str]] = {role: [] for role in _HEADS}
        self._blocks: list[Block] = []
        self._photos: list[Photo] = []
        self._rows: list[tuple[int, list[str]]] = []
        self._paragraph: list[Word] = []
        """The words of a paragraph that may go on."""
        self._has_text = False
        self._pictures = 0
        self._is_open = False
        """May a caption belong to the picture before it?"""

    def article(self, given: Iterable[Given], kind: Kind) -> Assembled:
        first: Piece | None = None
        for part in given:
            first = first or next(iter(part.pieces), None)
            if part.role is Role.CELL:
                self._cell(part)
            else:
                self._close_table()
                self._take(part)
        self._close_table()
        if self._paragraph:
            self._begin()
        heads = {role: " ".join(texts) or None for role, texts in self._heads.items()}
        article = Article(
            id="",
            kind=kind,
            kicker=heads[Role.KICKER],
            headline=heads[Role.HEADLINE],
            deck=heads[Role.DECK],
            byline=heads[Role.BYLINE],
            dateline=heads[Role.DATELINE],
            body=body_text(self._blocks),
            photos=tuple(self._photos),
        )
        return Assembled(_headed(article), first, self._pictures)

    def _take(self, part: Given) -> None:
        if part.role is Role.PICTURE:
            self._pictures += 1
            self._is_open = True
        for words in self._texts(part):
            if part.role is Role.VERSE:
                self._add(Verse(0, tuple(lines_of(words))))
            elif part.role is Role.CAPTION:
                self._caption(text_of(words))
            elif part.role in self._heads and not self._is_late(part.role):
                self._heads[part.role].append(text_of(words))
            else:
                self._add_text(part.role, words)

    def _add_text(self, role: Role, words: list[Word]) -> None:
        """Add a block; a paragraph whose first word began in the one before goes on with it."""
        if role in _NOT_PARAGRAPHS:
            self._add(_block(role, text_of(words)))
        elif self._paragraph and goes_on(self._paragraph[-1], words[0]):
            self._paragraph += words
        else:
            self._begin()
            self._paragraph = words

    def _begin(self) -> None:
        """Begin a block: the paragraph before it is at its end."""
        if self._paragraph:
            self._blocks.append(Paragraph(0, text_of(self._paragraph)))
            self._paragraph = []
        self._has_text = True
        self._is_open = False

    def _is_late(self, role: Role) -> bool:
        """Has the text begun, so that this is no head of it any more? A byline may stand at the end."""
        return bool(self._heads[role]) if role is Role.BYLINE else self._has_text

    def _add(self, block: Block) -> None:
        self._begin()
        self._blocks.append(block)

    def _caption(self, text: str) -> None:
        if self._is_open:
            self._pictures -= 1
        name = f"photo-{len(self._photos) + 1}"
        self._photos.append(Photo(id=name, caption=text))
        if self._paragraph:
            self._begin()
        self._blocks.append(PhotoPlace(0, name))
        self._is_open = False

    def _cell(self, part: Given) -> None:
        if not self._rows or self._rows[-1][0] != part.row:
            self._rows.append((part.row, []))
        self._rows[-1][1].append(" ".join(map(text_of, self._texts(part))))

    def _close_table(self) -> None:
        if any(any(cells) for _, cells in self._rows):
            self._add(Table(0, tuple(tuple(cells) for _, cells in self._rows)))
        self._rows = []

    def _texts(self, part: Given) -> list[list[Word]]:
        """Return the words of each text of a part, none without any."""
        if part.is_one:
            texts = [words_of(self._files, part.pieces)]
        else:
            runs = groupby(part.pieces, lambda piece: (piece.sheet, piece.block))
            texts = [words_of(self._files, pieces) for _, pieces in runs]
        return [words for words in texts if words]


def _block(role: Role, text: str) -> Block:
    if role is Role.QUOTE:
        return Quote(0, text, None)
    return ListItem(0, text, None) if role is Role.LIST_ITEM else Subhead(0, text)


def _headed(article: Article) -> Article:
    """Return an article whose only head is its headline: a kicker or a deck alone is one.

    A byline and a dateline of nothing are text.
    """
    if not (article.headline or article.kicker or article.deck or article.body):
        body = plain_paragraphs(filter(None, (article.byline, article.dateline)))
        return replace(article, byline=None, dateline=None, body=body)
    if article.headline is None and article.deck is not None:
        return replace(article, headline=article.deck, deck=None)
    if article.headline is None and article.kicker is not None:
        return replace(article, headline=article.kicker, kicker=None)
    return article
