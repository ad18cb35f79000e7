"""What a search is about: what is typed, what was found for it, and whether it still goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.archive.query import Query, QueryError, parse_query
from reader.reading.place import IssueKey
from reader.reading.pursuit import Home, Pursuit, Scope

if TYPE_CHECKING:
    from reader.tui.screens.searched import SearchedScreen


class Asked(NamedTuple):
    """What stands in the field, read."""

    words: str = ""
    query: Query | None = None
    """What is asked for; None while nothing is, or while it cannot be read."""
    fault: QueryError | None = None
    """Why there is no answer."""

    @classmethod
    def read(cls, words: str) -> Asked:
        """Read what has been typed."""
        if not words.strip():
            return cls(words)
        try:
            return cls(words, parse_query(words))
        except QueryError as error:
            return cls(words, fault=error)


class Quest:
    """One search; all who work for it look here, and none of them tells the reader of one that is over."""

    def __init__(self, screen: SearchedScreen) -> None:
        """Begin a search of the edition that is open, from where its reader is."""
        self._screen = screen
        shelf, desk = screen.reader.shelf, screen.desk
        home = Home(shelf.path, shelf.loaded, desk.board, desk.newest, desk.lunar)
        self.pursuit = Pursuit(screen.place_now()._replace(issue=self.open_issue), home)
        self.asked = Asked()
        self.answered: Query | None = None
        """The query whose hits these are; what is asked by now may be another, or none that can be read."""
        self.milliseconds = 0
        """How long it took to look through all editions."""
        self.is_over = False

    @property
    def is_typing(self) -> bool:
        """Is its query being typed?"""
        return not self.is_over and self._screen.search_row.display

    @property
    def is_over_all(self) -> bool:
        """Is it a search of all editions?"""
        return self.pursuit.scope is Scope.ALL

    def settle(self) -> None:
        """Go on with what was found: what cannot be read, or answered, is asked no more."""
        if self.asked.fault is not None:
            self.asked = Asked(self.pursuit.words, self.answered)

    @property
    def open_issue(self) -> IssueKey:
        """Which edition is open."""
        return IssueKey.of(self._screen.desk.session.edition)
