"""An article and a notice as elements of HTML that is well-formed XML too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.edition.notice_board import Standing
from reader.edition.wording import Tongue
from reader.exporting.html_body import (
    Address,
    body_html,
    escaped,
    photo_html,
    text_html,
    unplaced_photos,
)
from reader.exporting.html_places import Places
from reader.typesetting.article_copy import paper_tongue
from reader.typesetting.copy import article_copy, notice_copy
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role

LONG = 1200
"""Characters of a body (twice as many where words are spelled) from which an article is a long one."""
VERY_LONG = 3000
"""Characters from which nobody wants to go back to the top of a column; likewise."""

_HEAD = frozenset(
    {
        Role.COLUMN,
        Role.KICKER,
        Role.HEADLINE,
        Role.DECK,
        Role.BYLINE,
        Role.DATELINE,
        Role.SOURCE,
        Role.SUMMARY,
    }
)


class Sheet(NamedTuple):
    """What the elements of one document are made with."""

    edition: Edition
    places: Places
    address: Address
    level: int
    """Of headlines; subheads are one below."""

    @property
    def tongue(self) -> Tongue:
        """The language of the words the program puts into the paper: the paper's own."""
        return paper_tongue(self.edition)


def article_html(sheet: Sheet, section: int, number: int) -> str:
    """Return an article, its section's number and its own there from 0, with everything printed with it."""
    article = sheet.edition.sections[section].articles[number]
    # Body and photos are written from the edition itself: the copy has them as lines, not as structure.
    copy = article_copy(sheet.edition, replace(article, body="", photos=()))
    pieces = copy.all()
    is_cut = article.cut is not None and article.cut.at_start
    before = sum(piece.role in _HEAD for piece in pieces) + (article.jump_from is not None) + is_cut
    head = [piece for piece in pieces[:before] if piece.role in _HEAD]
    body = body_html(article, sheet.tongue, sheet.level + 1, sheet.address)
    photos = (photo_html(photo, sheet.tongue, sheet.address) for photo in unplaced_photos(article))
    parts = [
        f"<header>\n{_elements(sheet, head)}\n</header>",
        _elements(sheet, pieces[len(head) : before]),
        f'<div class="body">\n{body}\n</div>' if body else "",
        *photos,
        _elements(sheet, pieces[before:]),
    ]
    anchor = sheet.places.article(section, number)
    classes = article_class(sheet.edition, article)
    return f'<article class="{classes}" id="{anchor}">\n{_lines(parts)}\n</article>'


def article_class(edition: Edition, article: Article) -> str:
    """Return the classes of an article: its kind, its weight where it has one, and how long it is."""
    length = len(article.body) // (1 if edition.is_cjk else 2)
    size = "very-long" if length >= VERY_LONG else "long" if length >= LONG else ""
    prominence = article.prominence.value if article.prominence else ""
    return " ".join(filter(None, ("story", article.kind.value, prominence, size)))


def notice_html(sheet: Sheet, standing: Standing) -> str:
    """Return a notice with its level in words, how it stands, its facts and its text."""
    notice = standing.notice
    pieces = notice_copy(standing, sheet.edition, sheet.tongue).all()
    head = [piece for piece in pieces if piece.field not in {"text", "instruction"}]
    to_do = next((piece for piece in pieces if piece.field == "instruction"), None)
    subhead = f"<h{sheet.level + 1}>{escaped(to_do.text)}</h{sheet.level + 1}>" if to_do else ""
    parts = [
        _elements(sheet, head),
        text_html(notice.text, sheet.tongue, sheet.level + 1),
        subhead,
        text_html(notice.instruction, sheet.tongue, sheet.level + 1),
    ]
    anchor = sheet.places.notice(notice.id)
    named = f' id="{anchor}"' if anchor else ""
    return f'<article class="{notice_class(standing)}"{named}>\n{_lines(parts)}\n</article>'


def notice_class(standing: Standing) -> str:
    """Return the classes of a notice: its colour, and whether it warns of something now."""
    level = standing.notice.level.value if standing.notice.level else ""
    return " ".join(filter(None, ("notice", level, "raised" if standing.raises_banner else "")))


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(filter(None, parts))


def _elements(sheet: Sheet, pieces: Iterable[Piece]) -> str:
    """Return pieces of head or foot as elements; facts that follow on each other are one list of terms."""
    lines: list[str] = []
    for is_fact, together in groupby(pieces, lambda piece: piece.role is Role.NOTICE_FACT):
        if is_fact:
            lines.append(f"<dl>{''.join(_facts(sheet, together))}</dl>")
        else:
            lines += [_element(sheet, piece) for piece in together]
    return "\n".join(lines)


def _facts(sheet: Sheet, pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        told = _linked(sheet, piece, escaped(piece.text))
        yield f"<div><dt>{escaped(piece.lead)}</dt><dd>{told}</dd></div>"


def _element(sheet: Sheet, piece: Piece) -> str:
    words = escaped(piece.lead + piece.text)
    if piece.role is Role.HEADLINE:
        return f"<h{sheet.level}>{words}</h{sheet.level}>"
    return f'<p class="{piece.role.value.replace("_", "-")}">{_linked(sheet, piece, words)}</p>'


def _linked(sheet: Sheet, piece: Piece, words: str) -> str:
    """Return words as a link where what they name stands in this edition."""
    address = sheet.places.address(piece.link) if piece.link else None
    return f'<a href="{escaped(address)}">{words}</a>' if address else words
