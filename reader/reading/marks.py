"""A reader's mark on a piece, with enough said about it to find it again without opening the edition."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from reader.edition.reference import Reference
from reader.reading.place import Address, Place

LONGEST_NOTE = 500
"""Characters of a note that are kept."""
_LONGEST_TITLE = 200
LONGEST_SNIPPET = 120
_NOT_YET = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class Mark(NamedTuple):
    """A marked piece; its words are those it had when it was marked."""

    address: Address
    title: str
    section: str
    when: dt.datetime
    """When it was marked, in UTC."""
    block: int = 0
    character: int = 0
    snippet: str = ""
    """The first words at the marked place, on one line."""
    note: str = ""
    """What the reader has written to it, on one line."""

    @property
    def reference(self) -> Reference:
        """The piece's reference inside its paper."""
        return self.address.reference

    @property
    def paper(self) -> str:
        """The newspaper's name."""
        return self.address.issue.paper

    @property
    def place(self) -> Place:
        """Where the reader was when marking, issue named."""
        return Place(self.reference, self.block, self.character, self.address.issue)


def drafted(address: Address, title: str, section: str, *, spot: tuple[int, int], words: str) -> Mark:
    """Return a mark as it would be set at a spot (block, character); `words` are those that stand there.

    When it is set is not known yet.
    """
    return Mark(
        address=address,
        title=title[:_LONGEST_TITLE],
        section=section[:_LONGEST_TITLE],
        when=_NOT_YET,
        block=spot[0],
        character=spot[1],
        snippet=" ".join(words[: 4 * LONGEST_SNIPPET].split())[:LONGEST_SNIPPET],
    )
