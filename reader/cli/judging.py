"""The notices of one edition as it knows them by itself: now while it is new, else on its own day."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from reader.edition.edition import Edition
from reader.edition.notice_board import NoticeBoard, Standing, judged_at


class Judged(NamedTuple):
    """The notices of an edition with their states, and the day they are of when it is not today."""

    standings: tuple[Standing, ...]
    as_of: dt.date | None

    def notice(self, notice_id: str) -> Standing | None:
        """Return the standing of the notice of this id, or None."""
        return next((standing for standing in self.standings if standing.notice.id == notice_id), None)


def judged_alone(edition: Edition, now: dt.datetime) -> Judged:
    """Judge the notices of an edition without its back issues."""
    at, is_live = judged_at(edition, edition.date, now)
    # An edition printed the evening before its date is read before its notices are "known".
    at = max(at, edition.begins())
    return Judged(NoticeBoard([edition]).standings(at), None if is_live else edition.date)
