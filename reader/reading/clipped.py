"""A mark becomes a clipping: what the mark remembers, and what the edition it leads to says besides."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from reader.exporting.clippings import Clipping, Whereabouts
from reader.reading.marks import LONGEST_SNIPPET

if TYPE_CHECKING:
    from reader.edition.article import Article
    from reader.edition.edition import Edition
    from reader.edition.notice import Notice
    from reader.reading.marks import Mark

_COMPARED = 40
"""Characters of a snippet that are looked for in the paragraph at its place."""


def clipped(mark: Mark, zone: dt.tzinfo | None) -> Clipping:
    """Return the clipping of a mark from what it remembers; `zone` is the reader's, None the system's."""
    return Clipping(
        reference=str(mark.reference),
        paper=mark.paper,
        edition=mark.address.issue.edition,
        date=mark.reference.date,
        section=mark.section,
        headline=mark.title,
        marked=mark.when.astimezone(zone),
        note=mark.note,
        snippet=mark.snippet,
        excerpt=_remembered(mark),
    )


def lost(mark: Mark, whereabouts: Whereabouts, zone: dt.tzinfo | None) -> Clipping:
    """Return the clipping of a mark whose edition cannot be had, which it says."""
    return _but(clipped(mark, zone), whereabouts=whereabouts)


def clipped_from(mark: Mark, edition: Edition, zone: dt.tzinfo | None, *, is_full: bool = False) -> Clipping:
    """Return the clipping of a mark with what its edition says besides; `is_full` adds the whole text.

    The headline stays the one that was marked.
    """
    clipping = clipped(mark, zone)
    notice_id = mark.reference.notice_id
    if notice_id is not None:
        notice = next((one for one in edition.notices if one.id == notice_id), None)
        if notice is not None:
            return _of_notice(clipping, notice, is_full=is_full)
    elif (article := edition.article(mark.reference.piece)) is not None:
        return _of_article(clipping, mark, edition, article, is_full=is_full)
    return _but(clipping, whereabouts=Whereabouts.NO_PIECE)


def _of_article(
    clipping: Clipping, mark: Mark, edition: Edition, article: Article, *, is_full: bool
) -> Clipping:
    from reader.exporting.markdown import text_markdown

    page = next((one.page for one in edition.sections if article in one.articles), None)
    return _but(
        clipping,
        page=article.page or page,
        byline=article.byline or ("、" if edition.is_cjk else ", ").join(article.authors) or None,
        excerpt=_paragraph(mark, edition, article) or clipping.excerpt,
        whereabouts=Whereabouts.FOUND,
        blocks=tuple(text_markdown(edition, article, level=2)) if is_full else (),
        body=article.body if is_full else None,
    )


def _of_notice(clipping: Clipping, notice: Notice, *, is_full: bool) -> Clipping:
    from reader.exporting.markdown import escaped

    words = "\n\n".join(filter(None, (notice.text, notice.instruction)))
    return _but(
        clipping,
        byline=notice.issuer,
        whereabouts=Whereabouts.FOUND,
        blocks=tuple(escaped(part) for part in words.split("\n\n") if part.strip()) if is_full else (),
        body=words if is_full else None,
    )


def _paragraph(mark: Mark, edition: Edition, article: Article) -> str:
    """Return the paragraph the mark stands in, the first one for a mark on the head; empty when it is no
    longer the one that was marked.
    """
    from reader.typesetting.article_copy import article_copy
    from reader.typesetting.role import Role

    copy = article_copy(edition, article)
    piece = copy.piece(mark.block)
    if piece is not None and piece.field != "body":
        words = piece.text
        piece = next((one for one in copy.all() if one.role is Role.TEXT and one.field == "body"), None)
    else:
        words = piece.text if piece is not None else ""
    is_the_same = _closed_up(mark.snippet)[:_COMPARED] in _closed_up(words)
    return " ".join(piece.text.split()) if piece is not None and is_the_same else ""


def _remembered(mark: Mark) -> str:
    """Return the snippet, with dots where it leaves words out; nothing when it only says the title again."""
    if not mark.snippet or mark.title.startswith(mark.snippet):
        return ""
    start = "…" if mark.character else ""
    end = "…" if len(mark.snippet) >= LONGEST_SNIPPET else ""
    return f"{start}{mark.snippet}{end}"


def _closed_up(words: str) -> str:
    return "".join(words.split())


def _but(clipping: Clipping, **changes: object) -> Clipping:
    from dataclasses import replace

    return replace(clipping, **changes)  # type: ignore[arg-type]
