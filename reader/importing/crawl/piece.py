"""One article as a saver kept it, with what its file says of where it stood in the paper."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from reader.edition.article import Article
from reader.importing.imported import Picture
from reader.importing.observation import Observation


class Piece(NamedTuple):
    """An article, its place in the paper, and what there is to tell of it; None: not said."""

    article: Article
    source: str
    """The file, for what there is to tell."""
    part: str = ""
    """Where in the file: ``articles[3]``; empty for all of it."""
    date: dt.date | None = None
    page: str | None = None
    section: str | None = None
    """The name of its page (版名)."""
    number: int | None = None
    """Its number on the page."""
    paper: str | None = None
    issue: str | None = None
    observations: tuple[Observation, ...] = ()
    pictures: tuple[Picture, ...] = ()
    left: tuple[str, ...] = ()
    """Names of fields an edition has no place for (addresses, the time of saving…)."""
