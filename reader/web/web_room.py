"""The reading room for browsers: rules, visits, book and counters are the other's, its doors are not."""

from __future__ import annotations

import socket
from typing import NamedTuple

from reader.ssh.counters import Counters
from reader.ssh.house_rules import HouseRules
from reader.ssh.room import Plan, Room
from reader.ssh.seated import Entrance
from reader.ssh.visitors_book import VisitorsBook

USUAL_RULES = HouseRules(connections=1000, connections_a_minute=300)
"""A browser opens several connections for one page."""


class Facade(NamedTuple):
    """How the room looks from the street."""

    paper: str
    """The name of the paper, the title of the page."""
    is_public: bool = False
    """Is it meant to be reached by other names than this machine's own?"""
    is_proxied: bool = False
    """Does a proxy stand before it, which says where visitors come from?"""


class WebRoom(Room):
    """Seats those who come by a page."""

    def __init__(self, plan: Plan, book: VisitorsBook, counters: Counters, facade: Facade) -> None:
        super().__init__(plan, book, counters)
        self._facade = facade

    def make_door(self, listener: socket.socket) -> Entrance:
        """Return a door of HTTP."""
        from reader.web.street import Street
        from reader.web.street_door import StreetDoor

        street = Street(self, self._plan, self._facade)
        return StreetDoor(listener, street, self.reception, self.book, self.counters, self._plan)
