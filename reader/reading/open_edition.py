"""An edition laid open: its contents, and which item comes where."""

from __future__ import annotations

from reader.edition.edition import Edition
from reader.reading.contents import contents, sections
from reader.reading.place import IssueKey


class OpenEdition:
    """An edition with its contents worked out once. Indices of items count from 0."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.issue = IssueKey.of(edition)
        self.items = contents(edition)
        self.sections = sections(edition)
        self._where = {item.reference.piece: index for index, item in enumerate(self.items)}

    def where(self, piece: str) -> int | None:
        """Return the index of a piece, or None."""
        return self._where.get(piece)

    def section(self, number: int) -> int | None:
        """Return the index of the first item of the section with this number, from 1; None if it has none."""
        found = (part for part in self.sections if part.at == number - 1 and part.size)
        return next((part.first for part in found), None)

    def section_after(self, index: int) -> int | None:
        """Return the index of the first item of the next section that has any."""
        here = self._section_of(index)
        return next((part.first for part in self.sections if part.at > here and part.size), None)

    def section_before(self, index: int) -> int | None:
        """Return the index of the first item of the section before that has any."""
        here = self._section_of(index)
        found = (part for part in reversed(self.sections) if part.at < here and part.size)
        return next((part.first for part in found), None)

    def _section_of(self, index: int) -> int:
        return self.items[index].section_index if self.items else 0
