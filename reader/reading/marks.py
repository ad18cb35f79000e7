"""A reader's mark on a piece, with enough said about it to find it again without opening the edition."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from reader.edition.reference import Reference
from reader.reading.place import Address, Place


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
