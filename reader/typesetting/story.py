"""A story as the make-up handles it: its head in so many cells, its text in columns of one width."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from reader.typesetting.blocks import set_block
from reader.typesetting.display import spaced_runs
from reader.typesetting.galley import Galley
from reader.typesetting.line import Line, Setting
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role
from reader.typesetting.weight import Weight

_HEAD = (
    *(Role.COLUMN, Role.KICKER, Role.NOTICE_LEVEL, Role.HEADLINE),
    *(Role.NOTICE_FACT, Role.DECK, Role.BYLINE),
)
_PHOTO = frozenset({Role.PHOTO, Role.CAPTION, Role.CREDIT})
_LOOKED_AT = 60
"""Pieces of a text among which its first photo is looked for."""
_SPACED = 40
"""Cells from which the headline of a major story is spaced out: those of two columns."""
_AIRY = 80
"""Cells from which a lead has white above and below its headline: those of three columns."""
_OPENING = frozenset({Role.DATELINE, Role.JUMP})
"""What opens a text: on a page no row is left white under it."""
_NOT_ON_A_PAGE = frozenset({Role.SOURCE})


class Fullness(IntEnum):
    """How much of its head a story shows; a short place shows less."""

    HEADLINE = 0
    KICKER = 1
    DECK = 2
    ALL = 3


_FROM = {
    Role.NOTICE_LEVEL: Fullness.HEADLINE,
    Role.HEADLINE: Fullness.HEADLINE,
    Role.COLUMN: Fullness.KICKER,
    Role.KICKER: Fullness.KICKER,
    Role.NOTICE_FACT: Fullness.HEADLINE,
    Role.DECK: Fullness.DECK,
    Role.BYLINE: Fullness.ALL,
}


class Story:
    """An article or a notice on a page: what it is called, how much it weighs, and its lines at any width."""

    def __init__(
        self,
        key: str,
        weight: Weight,
        copy: Copy,
        setting: Setting,
        *,
        more: str = "",
        is_labelled: bool = True,
    ) -> None:
        """`key` is its reference, `more` what is printed where its text goes on elsewhere; one that is not
        labelled does not say of what kind it is.
        """
        self.key = key
        self.weight = weight
        self.more = more
        self._is_labelled = is_labelled
        self._setting = setting
        self._copy = copy
        self._body_copy = Copy(self._body(), copy.size)
        self._pieces: tuple[list[Piece], int] | None = None
        self._heads: dict[int, list[tuple[Fullness, list[Line]]]] = {}
        self._bodies: dict[tuple[int, bool], tuple[Iterator[Line], list[Line]]] = {}

    def head(self, width: int, fullness: Fullness) -> list[Line]:
        """Return the lines above the text in so many cells, as many of them as `fullness` says."""
        return [line for least, lines in self._set_head(width) if least <= fullness for line in lines]

    def head_rows(self, width: int, fullness: Fullness) -> int:
        """Return how many lines that are."""
        return sum(len(lines) for least, lines in self._set_head(width) if least <= fullness)

    def body(self, width: int, most: int, *, in_words: bool = False) -> list[Line]:
        """Return the lines of the text in columns of so many cells: at most `most`, and one more if any.

        `in_words`: photos are told and not shown.
        """
        unset, lines = self._bodies.get((width, in_words)) or (self._body_lines(width, in_words), [])
        self._bodies[width, in_words] = unset, lines
        while len(lines) <= most and (line := next(unset, None)) is not None:
            lines.append(line)
        return lines[: most + 1]

    def _set_head(self, width: int) -> list[tuple[Fullness, list[Line]]]:
        """The lines of each piece of the head, and from which fullness on they are shown."""
        known = self._heads.get(width)
        if known is None:
            setting = self._setting._replace(measure=width, gutter=False, hanging=False)
            known = []
            for index, whole in enumerate(self._head()[0]):
                # What is large on a page is told by the page: by width and place, and by spaced letters.
                piece = whole._replace(weight=Weight.MINOR)
                # No blank line before it: the head of a story stands together.
                block = set_block(index, piece, Role.HEADLINE, setting)
                lines = [line for number in range(block.count()) if (line := block.line(number)) is not None]
                if piece.role is Role.HEADLINE and len(lines) == 1 and self._is_spaced(width):
                    lines = [self._spaced(lines[0], piece, width)]
                is_airy = self.weight is Weight.LEAD and piece.role is Role.HEADLINE and width >= _AIRY
                white = [(Fullness.ALL, [Line(index, 0, 0, (), 0, piece.role)])] if is_airy else []
                is_kind = piece.role is Role.COLUMN and self._is_labelled
                least = Fullness.HEADLINE if is_kind else _FROM[piece.role]
                known += (*(white if known else []), (least, lines), *white)
            self._heads[width] = known
        return known

    def _is_spaced(self, width: int) -> bool:
        """Are the letters of a one-line headline spaced out in so many cells?"""
        return self.weight >= Weight.MAJOR and width >= _SPACED and not self._setting.plain

    def _spaced(self, line: Line, piece: Piece, width: int) -> Line:
        runs = spaced_runs(piece.text, 0, len(piece.text), piece.role, width, self._setting.ambiguous)
        made = sum(len(run.text) for run in runs if run.start is None)
        return line._replace(runs=runs, width=line.width + made)

    def _body_lines(self, width: int, in_words: bool) -> Iterator[Line]:
        setting = self._setting._replace(measure=width)
        galley = Galley(self._body_copy, setting._replace(pictures=None) if in_words else setting)
        before: Role | None = None
        for line in galley.all_lines():
            if not line.is_blank or before not in _OPENING:
                yield line
            before = line.role

    def _head(self) -> tuple[list[Piece], int]:
        """The pieces of the head in the order of a page, and how many pieces of copy come before the body."""
        if self._pieces is None:
            found: list[Piece] = []
            index = 0
            while (piece := self._copy.piece(index)) is not None and _is_before_body(piece):
                if piece.role is Role.COLUMN and not self._is_labelled:
                    piece = piece._replace(lead="")
                if piece.role in _HEAD and (self._is_labelled or piece.field != "kind"):
                    # What an advertisement or an opinion is must be said however little room there is.
                    found.append(piece)
                index += 1
            self._pieces = sorted(found, key=lambda piece: _HEAD.index(piece.role)), index
        return self._pieces

    def piece(self, block: int) -> Piece | None:
        """Return the piece of the text that a line of this block is set from."""
        return self._body_copy.piece(block)

    def _body(self) -> Iterator[Piece]:
        _, index = self._head()
        first = self._first_photo()
        for before in range(index):
            piece = self._copy.piece(before)
            if piece is not None and piece.role not in _HEAD and piece.role not in _NOT_ON_A_PAGE:
                yield piece
        yield from first
        while (piece := self._copy.piece(index)) is not None:
            if piece not in first:
                yield piece
            index += 1

    def _first_photo(self) -> list[Piece]:
        """The first photo that is shown as a picture, with its words: on a page it stands above the text."""
        if self._setting.pictures is None:
            return []
        found: list[Piece] = []
        for index in range(self._head()[1], self._head()[1] + _LOOKED_AT):
            piece = self._copy.piece(index)
            is_of_photo = piece is not None and piece.role in _PHOTO
            if piece is None or (found and (not is_of_photo or piece.role is Role.PHOTO)):
                break
            if found or (piece.role is Role.PHOTO and piece.link is not None):
                found.append(piece)
        return found


def _is_before_body(piece: Piece) -> bool:
    return not piece.field.startswith(("body", "text", "photos", "signoff", "jump_to", "correct"))
