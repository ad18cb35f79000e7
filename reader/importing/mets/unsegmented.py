"""Pages that nobody has divided into articles: divided at their headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.edition.article import Kind
from reader.importing.mets.alto import AltoFile, Block
from reader.importing.mets.articles import Given
from reader.importing.mets.claims import Piece
from reader.importing.mets.roles import Role, kind_of, role_of

_LARGER = 1.3
"""How much larger than most of the type a heading is."""

_LONGEST = 40
"""Words of a heading."""

_TITLES = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})


class Story(NamedTuple):
    """What stands between two headings of a page."""

    kind: Kind
    parts: list[Given]


def body_size(files: Iterable[AltoFile]) -> float:
    """Return the size of type that most text is set in, in points; 0 when no file says it."""
    sizes: Counter[float] = Counter()
    for file in files:
        for block in file.blocks:
            sizes[block.size] += block.end - block.start
    del sizes[0.0]
    return sizes.most_common(1)[0][0] if sizes else 0.0


def stories(files: Sequence[AltoFile], pieces: Iterable[Piece], body: float) -> Iterator[Story]:
    """Yield the stories of a page whose pieces are in reading order; nothing is left out.

    A heading is what a tag of the file calls one, or a short block in larger type than the body's; of several
    together the largest is the headline. Where a tag says that something else begins, an advertisement, a new
    story does.
    """
    story = Story(Kind.NEWS, [])
    parts = list(_parts(files, pieces, body))
    for is_head, run in groupby(parts, lambda part: part[0].role in _TITLES):
        heads = list(run)
        if is_head:
            if story.parts:
                yield story
            story = Story(heads[0][1], _ranked(files, [part for part, _ in heads]))
            continue
        for part, kind in heads:
            is_new = kind is not story.kind and any(each.role not in _TITLES for each in story.parts)
            if is_new:
                yield story
            if is_new or not story.parts:
                story = Story(kind, [])
            story.parts.append(part)
    if story.parts:
        yield story


def _parts(files: Sequence[AltoFile], pieces: Iterable[Piece], body: float) -> Iterator[tuple[Given, Kind]]:
    for (sheet, number), run in groupby(pieces, lambda piece: (piece.sheet, piece.block)):
        block = files[sheet].blocks[number]
        yield Given(role_in_print(block, body), list(run)), kind_of(block.label) or Kind.NEWS


def role_in_print(block: Block, body: float) -> Role:
    """Return what a block is by its tag, else by its size of type; a body of size 0 leaves sizes aside."""
    role = role_of(block.label) if block.label else None
    if role is Role.HEADING:
        return Role.HEADLINE
    if role in _TITLES or role in {Role.BYLINE, Role.SUBHEAD, Role.CAPTION, Role.QUOTE, Role.VERSE}:
        assert role is not None
        return role
    is_large = body > 0 and block.size >= body * _LARGER
    is_heading = is_large and block.end - block.start <= _LONGEST and not block.is_marginal and role is None
    return Role.HEADLINE if is_heading else Role.PARAGRAPH


def _ranked(files: Sequence[AltoFile], heads: list[Given]) -> list[Given]:
    """Return headings with the largest as the headline, those before it as kicker, behind it as deck."""
    if len({head.role for head in heads}) > 1:
        return heads  # the file itself says which is which
    sizes = [files[head.pieces[0].sheet].blocks[head.pieces[0].block].size for head in heads]
    largest = sizes.index(max(sizes))
    return [
        head._replace(role=Role.KICKER if at < largest else Role.HEADLINE if at == largest else Role.DECK)
        for at, head in enumerate(heads)
    ]
