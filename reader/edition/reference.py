"""The address of a piece in a paper, good for as long as the paper is kept."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

NOTICE_PREFIX = "notice:"
"""What the piece of a reference to a notice begins with: ``2024-12-23/notice:air-1``."""


class Reference(NamedTuple):
    """Edition date and piece, written ``2024-12-23/p01-a03``, ``2024-12-23/<id>`` or ``…/notice:<id>``."""

    date: dt.date
    piece: str

    def __str__(self) -> str:
        return f"{self.date.isoformat()}/{self.piece}"

    @classmethod
    def parse(cls, words: str) -> Reference:
        """Read a reference as written.

        Raises:
            ValueError: there is no slash, the date is none, or the piece is empty.
        """
        day, slash, piece = words.strip().partition("/")
        if not slash or not piece:
            raise ValueError(f"not a reference: {words!r}; write DATE/ID, as in 2024-12-23/p01-a03")
        return cls(dt.date.fromisoformat(day), piece)

    @classmethod
    def to_notice(cls, date: dt.date, notice_id: str) -> Reference:
        """Return the reference of a notice printed in the edition of this date."""
        return cls(date, NOTICE_PREFIX + notice_id)

    @property
    def notice_id(self) -> str | None:
        """The notice's own id when this addresses a notice, else None."""
        return self.piece.removeprefix(NOTICE_PREFIX) if self.piece.startswith(NOTICE_PREFIX) else None


def page_label(page: str) -> str:
    """Return a page as references write it: ``1`` as ``01``, ``A2`` as it is."""
    return page.zfill(2) if page.isdecimal() else page


def placed_id(page: str, ordinal: int) -> str:
    """Return the id of an article that gives none: page and its ordinal (from 1) there, ``p01-a03``."""
    return f"p{page_label(page)}-a{ordinal:02d}"
