"""All notices a paper has printed, and the state of each at an instant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from reader.edition.edition import Edition
from reader.edition.notice import Notice, Status
from reader.edition.reference import Reference
from reader.edition.wording import Wording

STALE_AFTER = dt.timedelta(hours=48)
"""How long after its day begins the newest edition still speaks of the present."""


class State(StrEnum):
    """What a notice is at an instant."""

    UPCOMING = "upcoming"
    ACTIVE = "active"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    LIFTED = "lifted"
    UNCONFIRMED = "unconfirmed"

    @property
    def wording(self) -> Wording:
        """The state in words."""
        return _STATE_WORDS[self]


_STATE_WORDS = {
    State.UPCOMING: Wording("待生效", "Upcoming"),
    State.ACTIVE: Wording("生效中", "In force"),
    State.EXPIRED: Wording("已到期", "Expired"),
    State.SUPERSEDED: Wording("已被取代", "Superseded"),
    State.LIFTED: Wording("已解除", "Lifted"),
    State.UNCONFIRMED: Wording("待核实", "Unconfirmed"),
}


class Posting(NamedTuple):
    """A notice and the edition that printed it."""

    notice: Notice
    printed: dt.date
    known_from: dt.datetime
    """The first instant of the printing edition's day: before it nobody has read the notice."""

    @property
    def reference(self) -> Reference:
        """The address of the notice."""
        return Reference.to_notice(self.printed, self.notice.id)


class Standing(NamedTuple):
    """A posting with its state at an instant and, if another notice ended it, which."""

    posting: Posting
    state: State
    ended_by: Posting | None = None

    @property
    def notice(self) -> Notice:
        """The notice spoken of."""
        return self.posting.notice

    @property
    def raises_banner(self) -> bool:
        """Is it a warning to be shown above everything else?"""
        return (
            self.state is State.ACTIVE and self.notice.status is Status.ACTUAL and not self.notice.is_lifting
        )


class NoticeBoard:
    """The notices of all editions of one paper; asked with an instant, it answers the same every time.

    An id printed in several editions counts once, as first printed. What ends ``x`` ends its parts ``x.1``,
    ``x.2`` … too, unless there is a notice ``x`` or it is one of them itself: an alert for several areas is
    known by one id. A drill may end a drill of its own status, but only notices meant in earnest end those
    meant in earnest. States follow CAP 1.2's `Update` and `Cancel` as the edition format tells them. Instants
    are compared in UTC, so a day on which the clocks change is no trap.
    """

    def __init__(self, editions: Iterable[Edition]) -> None:
        postings: dict[str, Posting] = {}
        self._newest: dt.datetime | None = None
        for edition in sorted(editions, key=lambda edition: (edition.date, edition.edition or "")):
            begins = edition.begins().astimezone(dt.UTC)
            self._newest = begins if self._newest is None else max(begins, self._newest)
            for notice in edition.notices:
                postings.setdefault(notice.id, Posting(notice, edition.date, begins))
        self._postings = tuple(postings.values())
        self._ids = frozenset(postings)
        self._enders: dict[str, list[Posting]] = {}
        for posting in self._postings:
            for ended in {*posting.notice.cancels, *posting.notice.supersedes}:
                self._enders.setdefault(ended, []).append(posting)

    @property
    def postings(self) -> tuple[Posting, ...]:
        """Every notice, in order of the editions that printed them."""
        return self._postings

    def standings(self, at: dt.datetime) -> tuple[Standing, ...]:
        """Return every notice known at this instant with its state: in force first, gravest, then newest."""
        at = at.astimezone(dt.UTC)
        known = (self._standing(posting, at) for posting in self._postings if posting.known_from <= at)
        return tuple(sorted(known, key=_board_order))

    def raised(self, at: dt.datetime) -> tuple[Standing, ...]:
        """Return the warnings the banner shows at this instant: gravest first, then newest; none dropped."""
        return tuple(standing for standing in self.standings(at) if standing.raises_banner)

    def next_change(self, after: dt.datetime) -> dt.datetime | None:
        """Return the next instant at which any state or `judged_at` may differ, so nobody has to poll.

        It is in UTC; None when nothing will change any more.
        """
        moments = (moment.astimezone(dt.UTC) for moment in self._moments())
        after = after.astimezone(dt.UTC)
        return min((moment for moment in moments if moment > after), default=None)

    def _moments(self) -> Iterator[dt.datetime]:
        for posting in self._postings:
            yield posting.known_from
            yield posting.notice.effective
            if posting.notice.expires is not None:
                yield posting.notice.expires
        if self._newest is not None:
            # At exactly 48 hours the edition stops speaking of now; a notice is unconfirmed only after.
            yield self._newest + STALE_AFTER
            yield self._newest + STALE_AFTER + dt.timedelta(microseconds=1)

    def _standing(self, posting: Posting, at: dt.datetime) -> Standing:
        notice = posting.notice
        ender = self._ender(posting, at)
        if ender is not None:  # asked first: a warning may be lifted before it has begun
            lifted = not set(self._names(posting)).isdisjoint(ender.notice.cancels)
            return Standing(posting, State.LIFTED if lifted else State.SUPERSEDED, ender)
        if at < notice.effective:
            return Standing(posting, State.UPCOMING)
        if notice.expires is not None:
            return Standing(posting, State.EXPIRED if at >= notice.expires else State.ACTIVE)
        if self._newest is not None and at > self._newest + STALE_AFTER:
            return Standing(posting, State.UNCONFIRMED)
        return Standing(posting, State.ACTIVE)

    def _names(self, posting: Posting) -> tuple[str, ...]:
        """Return by which ids others may end this notice."""
        whole = _whole(posting.notice.id)
        is_part = whole and whole not in self._ids
        return (posting.notice.id, whole) if is_part else (posting.notice.id,)

    def _ender(self, posting: Posting, at: dt.datetime) -> Posting | None:
        """Return the first notice that ended this one before it ran out, if any has by now."""
        expires = posting.notice.expires
        enders = [
            ender
            for name in self._names(posting)
            for ender in self._enders.get(name, ())
            if (name == posting.notice.id or _whole(ender.notice.id) != name)
            and ender is not posting
            and ender.notice.status in {Status.ACTUAL, posting.notice.status}
            and ender.known_from <= at
            and ender.notice.effective <= at
            and (expires is None or ender.notice.effective.timestamp() < expires.timestamp())
        ]
        return min(enders, key=lambda ender: ender.notice.effective.timestamp(), default=None)


def _whole(notice_id: str) -> str:
    """Return the id that this one would be a part of; empty for one that looks like no part."""
    whole, dot, part = notice_id.rpartition(".")
    return whole if dot and part.isdecimal() else ""


def _board_order(standing: Standing) -> tuple[bool, bool, int, float]:
    notice = standing.notice
    gravity = notice.level.gravity if notice.level else 0
    return (
        not standing.raises_banner,
        standing.state not in (State.ACTIVE, State.UPCOMING, State.UNCONFIRMED),
        -gravity,
        -notice.effective.timestamp(),
    )


def judged_at(edition: Edition, newest: dt.date, now: dt.datetime) -> tuple[dt.datetime, bool]:
    """Return the instant at which this edition's banner judges notices, and whether that is the present.

    The newest edition speaks of now for 48 hours from the beginning of its day; any other edition, and an
    old newest one, of the last instant of its own day, which the banner then names ("as of").
    """
    age = now.astimezone(dt.UTC) - edition.begins().astimezone(dt.UTC)
    is_live = edition.date >= newest and age < STALE_AFTER
    return (now, True) if is_live else (edition.last_instant(), False)
