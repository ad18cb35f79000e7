"""An edition as RSS 2.0 (RSS Advisory Board, 2.0.11, and its profile): an item an article, its text whole."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.utils import format_datetime
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from reader.edition.body import Paragraph, Quote, blocks
from reader.edition.reference import Reference
from reader.edition.wording import Wording
from reader.exporting.html_body import body_html, escaped, photo_html, unplaced_photos
from reader.exporting.imprint import imprint
from reader.typesetting.article_copy import paper_tongue
from reader.typesetting.copy import article_copy, notice_copy
from reader.typesetting.role import Role

if TYPE_CHECKING:
    from reader.edition.article import Article, Photo
    from reader.edition.edition import Edition
    from reader.edition.notice_board import Standing
    from reader.typesetting.piece import Piece

_NAMESPACES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_NOTICES = Wording("公告", "Public notices")
_SUBHEAD_LEVEL = 3
_ADDRESS = re.compile(r"(?:(.*) )?(https?://[^\s<>]+)\Z")

# What an item says in elements of its own, or what its category says.
_SAID_BESIDE = frozenset({Role.HEADLINE, Role.COLUMN, Role.BYLINE, Role.SUMMARY})
_ABOVE_BODY = frozenset({Role.KICKER, Role.DECK, Role.DATELINE, Role.SOURCE})


def edition_rss(edition: Edition, standings: Iterable[Standing]) -> str:
    """Return the whole feed, lines ended: notices first, then every article in reading order.

    Sections and columns are categories of the domains ``section`` and ``column``. Every date is the
    edition's own, at its first instant, but for notices that say when they were issued. The channel has no
    site: its link is a name made of the paper's (`uuid.uuid5`), always the same.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<rss version="2.0"{_NAMESPACES}>',
        "<channel>",
        *_channel(edition),
    ]
    for standing in standings:
        lines += ["<item>", *_notice(edition, standing), "</item>"]
    for section in edition.sections:
        for article in section.articles:
            lines += ["<item>", *_article(edition, section.name, article), "</item>"]
    return "\n".join([*lines, "</channel>", "</rss>", ""])


def _channel(edition: Edition) -> Iterator[str]:
    masthead = edition.masthead
    yield _element("title", edition.paper)
    yield _element("link", f"urn:uuid:{uuid5(NAMESPACE_URL, f'paper:{edition.paper}')}")
    yield _element("description", escaped((masthead.motto or "").strip() or imprint(edition)[0]))
    yield _element("language", edition.language)
    yield from _some("dc:publisher", masthead.publisher)
    yield from _some("dc:creator", masthead.editor)
    yield _element("pubDate", _rfc822(edition.begins()))
    yield _element("generator", "paper-reader")


def _article(edition: Edition, section: str, article: Article) -> Iterator[str]:
    where = _ADDRESS.match(article.source or "")
    yield _element("title", article.title)
    if where:
        yield _element("link", where[2])
    yield _element("description", escaped(article.summary or _opening(article)))
    content = _content(edition, replace(article, source=where[1]) if where else article)
    if content:
        yield f"<content:encoded><![CDATA[\n{content}\n]]></content:encoded>"
    yield from _some("dc:creator", article.byline)
    if not article.byline:
        yield from (_element("dc:creator", author) for author in article.authors)
    yield _element("category", section, ' domain="section"')
    yield from _some("category", article.column, ' domain="column"')
    yield _element("guid", str(edition.reference(article)), ' isPermaLink="false"')
    yield _element("pubDate", _rfc822(edition.begins()))


def _notice(edition: Edition, standing: Standing) -> Iterator[str]:
    notice = standing.notice
    tongue = paper_tongue(edition)
    pieces = [
        piece for piece in notice_copy(standing, edition, tongue).all() if piece.role is not Role.HEADLINE
    ]
    yield _element("title", notice.title)
    yield _element("description", escaped(" ".join((notice.text or notice.title).split())))
    yield f"<content:encoded><![CDATA[\n{_paragraphs(pieces)}\n]]></content:encoded>"
    yield from _some("dc:creator", notice.issuer)
    yield _element("category", _NOTICES.say(tongue), ' domain="section"')
    yield _element("guid", str(Reference.to_notice(edition.date, notice.id)), ' isPermaLink="false"')
    yield _element("pubDate", _rfc822(notice.issued or notice.effective))


def _content(edition: Edition, article: Article) -> str:
    """Return all that is printed of an article but what the item says beside it, as HTML in reading order."""
    tongue = paper_tongue(edition)
    around = list(article_copy(edition, replace(article, body="", photos=())).all())
    is_cut = article.cut is not None and article.cut.at_start
    above = [piece for piece in around if piece.role in _ABOVE_BODY]
    others = [piece for piece in around if piece.role not in _ABOVE_BODY | _SAID_BESIDE]
    before = (article.jump_from is not None) + is_cut
    parts = [
        _paragraphs(above + others[:before]),
        body_html(article, tongue, _SUBHEAD_LEVEL, _address),
        *(photo_html(photo, tongue, _address) for photo in unplaced_photos(article)),
        _paragraphs(others[before:]),
    ]
    return "\n".join(filter(None, parts))


def _paragraphs(pieces: Iterable[Piece]) -> str:
    return "\n".join(
        f'<p class="{piece.role.value.replace("_", "-")}">{escaped(line)}</p>'
        for piece in pieces
        for line in (piece.lead + piece.text).split("\n")
        if line.strip()
    )


def _address(photo: Photo) -> str | None:
    """Return a picture's path beside the edition, as an address."""
    return quote(photo.file) if photo.file else None


def _opening(article: Article) -> str:
    """Return what readers without the whole text are shown: the first paragraph, else the title."""
    texts = (block.text for block in blocks(article.body) if isinstance(block, Paragraph | Quote))
    return next(filter(None, texts), article.title)


def _rfc822(moment: dt.datetime) -> str:
    """Return a date as RFC 822 writes it, with a year of four digits (RSS 2.0; RFC 2822, 3.3)."""
    offset = moment.utcoffset() or dt.timedelta()
    # Before there was standard time clocks differed by seconds, which such an offset cannot say.
    is_whole = offset % dt.timedelta(minutes=1) == dt.timedelta()
    return format_datetime(moment if is_whole else moment.astimezone(dt.UTC))


def _some(name: str, text: str | None, attributes: str = "") -> Iterator[str]:
    if text:
        yield _element(name, text, attributes)


def _element(name: str, text: str, attributes: str = "") -> str:
    """Return an element of plain text; a description is HTML, whose text has been escaped before."""
    return f"<{name}{attributes}>{escaped(text)}</{name}>"
