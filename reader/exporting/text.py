"""An edition as clean text, set to a measure: no escape code, no box drawing, in reading order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader.edition.printable import printable_line
from reader.exporting.imprint import imprint, notices_label, section_label
from reader.typesetting.article_copy import paper_tongue
from reader.typesetting.copy import article_copy, notice_copy
from reader.typesetting.galley import Galley, Setting
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role

if TYPE_CHECKING:
    from reader.edition.article import Article
    from reader.edition.edition import Edition
    from reader.edition.notice_board import Standing
    from reader.edition.wording import Tongue


def plain_setting(edition: Edition, measure: int, ambiguous: int = 1) -> Setting:
    """Return how an edition is set as text: to `measure` cells and not a cell more, without styles."""
    return Setting(
        measure=measure,
        ambiguous=ambiguous,
        gutter=False,
        hanging=False,
        justified=False,
        plain=True,
        is_cjk=edition.is_cjk,
    )


def edition_text(
    edition: Edition, standings: Iterable[Standing], as_of: dt.date | None, setting: Setting
) -> Iterator[str]:
    """Yield the lines of a whole edition: its head, its notices, then section by section every article.

    `standings` are its notices as they are judged, `as_of` the day they are judged at, None for now.
    """
    tongue = paper_tongue(edition)
    yield from heading_text([edition.paper, *imprint(edition)], setting)
    standings = list(standings)
    if standings:
        yield from _heading(notices_label(as_of, tongue), tongue, setting)
        for standing in standings:
            yield ""
            yield from notice_text(edition, standing, tongue, setting)
    for section in edition.sections:
        yield from _heading(section_label(section, tongue), tongue, setting)
        for number, article in enumerate(section.articles):
            # Two blank lines part stories, one parts paragraphs: heard as well as seen.
            yield from ("", "") if number else ("",)
            yield from article_text(edition, article, setting)


def article_text(edition: Edition, article: Article, setting: Setting) -> Iterator[str]:
    """Yield the lines of one article, everything printed with it included."""
    yield from _set(article_copy(edition, article), setting)


def notice_text(edition: Edition, standing: Standing, tongue: Tongue, setting: Setting) -> Iterator[str]:
    """Yield the lines of one notice with its state, level, times and text."""
    yield from _set(notice_copy(standing, edition, tongue), setting)


def heading_text(lines: Iterable[str], setting: Setting) -> Iterator[str]:
    """Yield lines of a heading, each broken to the measure where it is too long."""
    pieces = [Piece(Role.LABEL, line) for line in lines]
    yield from (
        line for line in _set(Copy(pieces, sum(len(piece.text) for piece in pieces)), setting) if line
    )


def section_heading(label: str, tongue: Tongue) -> str:
    """Return a label as it stands over a part of the text: told by brackets, not by rules or weight."""
    return f"【{label}】" if tongue == "zh" else f"[ {label} ]"


def _heading(label: str, tongue: Tongue, setting: Setting) -> Iterator[str]:
    yield from ("", "")
    yield from heading_text([section_heading(label, tongue)], setting)


def _set(copy: Copy, setting: Setting) -> Iterator[str]:
    for line in Galley(copy, setting).all_lines():
        yield printable_line(line.text).rstrip()
