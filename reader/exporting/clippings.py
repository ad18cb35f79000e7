"""Clippings: marked pieces with what the reader wrote to them, as Markdown or as data."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.exporting.markdown import escaped

if TYPE_CHECKING:
    from reader.edition.wording import Tongue

_TITLE = Wording("剪报", "Clippings")
_PAGE = Wording("第{page}版", "page {page}")
_MARKED = Wording("收藏于 {day}", "marked {day}")
_NOTE = Wording("**批注**：{note}", "**Note**: {note}")
_HARD_BREAK = "\\\n"


class Whereabouts(StrEnum):
    """What has become of a marked piece in the library."""

    UNASKED = "unasked"
    """Nobody has looked."""
    FOUND = "found"
    NO_EDITION = "no-edition"
    NO_PIECE = "no-piece"
    UNREADABLE = "unreadable"

    @property
    def wording(self) -> Wording | None:
        """What a reader of the clipping has to know of it; None when it is all well."""
        return _MISSING.get(self)


_MISSING = {
    Whereabouts.NO_EDITION: Wording(
        "这一期不在往期文件夹里，只有收藏时记下的。",
        "Its edition is not in the library; this is what the mark remembers.",
    ),
    Whereabouts.NO_PIECE: Wording(
        "这一期里已经没有这一篇，只有收藏时记下的。",
        "Its edition no longer has this story; this is what the mark remembers.",
    ),
    Whereabouts.UNREADABLE: Wording(
        "这一期的文件读不了，只有收藏时记下的。",
        "The file of its edition cannot be read; this is what the mark remembers.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """One marked piece with what is known of it; what is not known is empty or None."""

    reference: str
    paper: str
    edition: str = ""
    """The time edition (晚报版)."""
    date: dt.date
    section: str
    page: str | None = None
    headline: str
    byline: str | None = None
    marked: dt.datetime
    """When it was marked, in the reader's time zone."""
    note: str = ""
    snippet: str = ""
    """The first words at the marked place, as the mark remembers them."""
    excerpt: str = ""
    """The marked paragraph, or the snippet where there is no more."""
    whereabouts: Whereabouts = Whereabouts.UNASKED
    blocks: tuple[str, ...] = ()
    """The full text as blocks of Markdown, when it was asked for and is there."""
    body: str | None = None
    """The full text as the edition writes it, likewise."""


def clippings_markdown(clippings: Iterable[Clipping], tongue: Tongue) -> Iterator[str]:
    """Yield clippings as blocks of one document (CommonMark 0.31), to be parted by blank lines."""
    yield f"# {_TITLE.say(tongue)}"
    for clipping in clippings:
        yield from clipping_markdown(clipping, tongue)


def clipping_markdown(clipping: Clipping, tongue: Tongue) -> Iterator[str]:
    """Yield the blocks of one clipping: headline, where it stood, the note as a quote, then its text."""
    yield f"## {escaped(clipping.headline)}"
    page = _PAGE.filled(page=clipping.page).say(tongue) if clipping.page else ""
    where = " ".join(filter(None, (clipping.section, page))) if tongue == "zh" else _joined(clipping, page)
    paper = " ".join(filter(None, (clipping.paper, clipping.edition)))
    facts = (paper, clipping.date.isoformat(), where, clipping.byline or "")
    marked = _MARKED.filled(day=clipping.marked.date().isoformat()).say(tongue)
    lines = (" · ".join(filter(None, map(escaped, facts))), f"{_code(clipping.reference)} · {marked}")
    yield _HARD_BREAK.join(lines)
    if clipping.note:
        yield f"> {_NOTE.filled(note=escaped(clipping.note)).say(tongue)}"
    if (missing := clipping.whereabouts.wording) is not None:
        yield f"*{missing.say(tongue)}*"
    if clipping.blocks:
        yield from clipping.blocks
    elif clipping.excerpt:
        yield escaped(clipping.excerpt)


def clipping_fields(clipping: Clipping, *, is_full: bool) -> dict[str, object]:
    """Return a clipping as data, every key there; `is_full` adds ``text``, null where it is not there."""
    fields: dict[str, object] = {
        "reference": clipping.reference,
        "paper": clipping.paper,
        "edition": clipping.edition or None,
        "date": clipping.date.isoformat(),
        "section": clipping.section,
        "page": clipping.page,
        "headline": clipping.headline,
        "byline": clipping.byline,
        "note": clipping.note or None,
        "marked": clipping.marked.isoformat(timespec="seconds"),
        "snippet": clipping.snippet,
        "whereabouts": clipping.whereabouts.value,
    }
    return {**fields, "text": clipping.body} if is_full else fields


def _joined(clipping: Clipping, page: str) -> str:
    return ", ".join(filter(None, (clipping.section, page)))


def _code(text: str) -> str:
    """Return text as a code span; its fence is longer than any run of backticks in it (CommonMark 6.1)."""
    text = printable_line(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"
