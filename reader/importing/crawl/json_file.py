"""A file of JSON made into pieces, one for each article in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reader.edition.article import Article
from reader.edition.wording import Wording
from reader.importing.crawl.days import day_from, day_in_address
from reader.importing.crawl.entries import Entry, entries, says_something
from reader.importing.crawl.entry_body import EntryBody, entry_body, is_markup, pictures_in, plain_text
from reader.importing.crawl.entry_photos import entry_photos, placed_photos
from reader.importing.crawl.fields import Field
from reader.importing.crawl.heads import Head, head_of
from reader.importing.crawl.json_text import documents, entry_without_text, no_article
from reader.importing.crawl.names import Named, page_in_address
from reader.importing.crawl.piece import Piece
from reader.importing.crawl.places import place_in
from reader.importing.crawl.text_file import article_of
from reader.importing.crawl.texts import Parted
from reader.importing.observation import Grade, Observation
from reader.importing.source import Source

_UNDECIDED = Wording("标题行的主次分不清，按主题、副题放", "its headline's lines could be meant otherwise")
_LEFT = (Field.ADDRESS, Field.PUBLISHED)
"""What helps to find the place and is not kept."""
_MOMENT = re.compile(r"\d:\d\d")
"""A date with the time of day is when the site published it, perhaps the evening before."""
_GUESSED = Wording(
    "正文取自不认得的字段：{keys}", "its text is what stands under keys that are unknown: {keys}"
)
_MORE = Wording("正文不止一处，都接在后面：{keys}", "there is more than one text; added at the end: {keys}")
_LOOK = Wording("对照原报看一看", "compare it with the page")


def json_pieces(text: str, source: Source, name: Named) -> Iterator[Piece | Observation]:
    """Yield the articles of a file of JSON, and an observation for each that holds nothing or is broken.

    The day is what the entry says, what stands around it, its address, the file's name, and last when it
    was published on the site: the first that says any.

    Raises:
        CannotImport: it is no JSON at all.
    """
    for document in documents(text, source.name):
        if isinstance(document, Observation):
            yield document
            continue
        part, value = document
        found = False
        for entry in entries(value, part):
            found = True
            if entry.is_stray:
                yield no_article(source.name, entry.part)
                continue
            piece = _piece(entry, source, name)
            has_text = piece.article.headline or piece.article.body or piece.article.photos
            yield piece if has_text else entry_without_text(source.name, entry.part)
        if part and not found and says_something(value):
            yield no_article(source.name, part)


def _piece(entry: Entry, source: Source, name: Named) -> Piece:
    body = entry_body(entry.own.get(Field.BODY, {}))
    head, is_undecided = _head(entry)
    placed, pictures, has_addresses = placed_photos(body, source)
    photos, more, has_more = entry_photos(_pictures(entry), source, pictures)
    article = replace(_article(entry, head, body), photos=(*placed, *photos))
    page, section, number = _place(entry)
    address = _text(entry, Field.ADDRESS)
    left = [
        *entry.left,
        *body.left,
        *(key for field in _LEFT for key in entry.own.get(field, ())),
        *(["photos"] if has_addresses or has_more else []),
    ]
    told = [Observation(Grade.UNDECIDED, source.name, entry.part, _UNDECIDED, _LOOK)] if is_undecided else []
    told += _told_of_text(entry, body, source.name)
    return Piece(
        article,
        source.name,
        entry.part,
        date=_day(entry, address, name),
        page=page or name.page or page_in_address(address)[0],
        section=section,
        number=number if number is not None else page_in_address(address)[1] or name.number,
        paper=plain_text(_said(entry, Field.PAPER)).strip() or None,
        issue=plain_text(_said(entry, Field.ISSUE)).strip() or None,
        observations=tuple(told),
        pictures=(*pictures, *more),
        left=tuple(left),
    )


def _told_of_text(entry: Entry, body: EntryBody, source: str) -> Iterator[Observation]:
    if entry.guessed:
        keys = ", ".join(entry.guessed)
        yield Observation(Grade.GUESSED, source, entry.part, _GUESSED.filled(keys=keys), _LOOK)
    elif body.others:
        keys = ", ".join(key for key, _ in body.others)
        yield Observation(Grade.UNDECIDED, source, entry.part, _MORE.filled(keys=keys), _LOOK)


def _pictures(entry: Entry) -> Mapping[str, Any]:
    """Return the pictures of an entry: those that have a key, and those among the parts of its text."""
    return {**entry.own.get(Field.PHOTOS, {}), "": pictures_in(dict(entry.own.get(Field.BODY, {})))}


def _head(entry: Entry) -> tuple[Head, bool]:
    """Return the head, and whether its lines could be meant otherwise."""
    # Savers that put all three lines into one key leave an empty one for what is missing.
    head = head_of(_text(entry, Field.HEADLINE, is_bare=False).split("\n"))
    kicker, deck = (_text(entry, field).replace("\n", " ") for field in (Field.KICKER, Field.DECK))
    is_undecided = head.is_undecided and not (kicker or deck)
    return (
        head._replace(
            kicker=" ".join(dict.fromkeys(filter(None, (kicker, head.kicker)))) or None,
            deck=" ".join(dict.fromkeys(filter(None, (head.deck, deck)))) or None,
        ),
        is_undecided,
    )


def _article(entry: Entry, head: Head, body: EntryBody) -> Article:
    bylines = list(entry.own.get(Field.BYLINE, {}).values())
    names = [name for value in bylines if isinstance(value, list) for name in map(plain_text, value)]
    byline = " ".join(
        filter(None, (plain_text(value).strip() for value in bylines if not isinstance(value, list)))
    )
    head = head._replace(byline=" ".join(filter(None, (head.byline, byline))) or None)
    parts = (body.parts or Parted(Head(), ()))._replace(head=head)
    article = article_of(parts)
    authors = tuple(dict.fromkeys(filter(None, (name.strip() for name in names)))) or article.authors
    return replace(
        article,
        body="\n\n".join(filter(None, (article.body or body.body, *(text for _, text in body.others)))),
        authors=authors,
        column=_text(entry, Field.COLUMN).replace("\n", " ") or None,
        source=_text(entry, Field.SOURCE).replace("\n", " ") or None,
        summary=_text(entry, Field.SUMMARY).replace("\n", " ") or None,
    )


def _text(entry: Entry, field: Field, *, is_bare: bool = True) -> str:
    """Return the words under the keys of a field, each value once; bare, without the blanks around them."""
    values = entry.own.get(field, {}).values()
    texts = dict.fromkeys(filter(None, (_plain(plain_text(value), is_bare=is_bare) for value in values)))
    return "\n".join(texts)


def _plain(text: str, *, is_bare: bool) -> str:
    if is_markup(text):
        from reader.importing.html_blocks import inline_text

        return inline_text(text)
    text = text.replace("\r\n", "\n")
    return text.strip("\n\t \u3000") if is_bare else text


def _said(entry: Entry, field: Field) -> Any:
    """Return what the entry says, else what stands around it; None when neither does."""
    own: Mapping[str, Any] = entry.own.get(field, {})
    return next(iter(own.values()), entry.around.get(field))


def _day(entry: Entry, address: str, name: Named) -> dt.date | None:
    date, published = _said(entry, Field.DATE), _said(entry, Field.PUBLISHED)
    is_moment = isinstance(date, str) and _MOMENT.search(date) is not None
    return (
        (None if is_moment else day_from(date))
        or day_in_address(address)
        or name.date
        or day_from(date)
        or day_from(published)
    )


def _place(entry: Entry) -> tuple[str | None, str | None, int | None]:
    """Return page, name of the page, and number on it."""
    page = section = None
    for field in (Field.PAGE, Field.SECTION):
        own = list(entry.own.get(field, {}).values()) or [entry.around.get(field)]
        for value in own:
            found, called = place_in(value)
            page, section = page or found, section or called
    number = next(
        (value for value in entry.own.get(Field.NUMBER, {}).values() if isinstance(value, int | str)), None
    )
    digits = (
        str(number) if isinstance(number, str) or (isinstance(number, int) and abs(number) < 10**6) else ""
    )
    return page, section, int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None
