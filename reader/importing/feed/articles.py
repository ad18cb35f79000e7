"""An item of a feed as an article."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from reader.edition.article import Article, Photo
from reader.edition.body import Block, ListItem
from reader.edition.body_text import body_text
from reader.edition.day_words import date_words
from reader.edition.joining import joined
from reader.edition.wording import Tongue
from reader.importing.feed.item import Item, Medium
from reader.importing.feed.pictures import Pictures
from reader.importing.feed.printed_parts import printed_parts
from reader.importing.feed.words import Said, address, flat, letters_of, line, said
from reader.importing.html_blocks import HtmlPhoto

_SHORT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}\Z")
_LIKE_A_PLACE = re.compile(r"p[\w.-]*-a\d+\Z")
"""Ids that the format makes itself, of an article's place; another's would get in their way."""


class Setting(NamedTuple):
    """What an article needs to know of the paper it comes into."""

    day: dt.date
    zone: dt.tzinfo | None
    """None: every date is that of its own offset."""
    tongue: Tongue
    pictures: Pictures
    origin: str = ""
    """The feed to be named as where it comes from; empty where the paper itself is that feed."""
    has_column: bool = True
    """Is its category not said already, by its section?"""


def article_of(item: Item, setting: Setting) -> Article:
    """Return an item as an article; all it says is in headline, deck, summary, body and photos.

    The body is the fullest of its texts; what the others say besides is the summary. A picture that cannot
    be had without the network is a photo whose credit gives its address; other files are named at the end.
    """
    headline = line(item.title)
    texts = [said(words) for words in item.texts]
    body = max(texts, key=lambda text: len(text.letters), default=Said())
    others = [text for text in texts if text is not body]
    summary = _summary(others, body.letters + "\n" + letters_of(headline))
    known = "\n".join((body.letters, letters_of(summary), letters_of(headline)))
    deck = line(item.deck)
    dateline = _dateline(item, setting)
    printed = printed_parts(body, has_dateline=dateline is not None)
    authors = tuple(dict.fromkeys(filter(None, map(flat, item.authors))))
    return Article(
        id=item.own_id if _is_fit(item.own_id) else "",
        has_own_id=_is_fit(item.own_id),
        column=item.categories[0] if setting.has_column and item.categories else None,
        kicker=printed.kicker,
        headline=headline or None,
        deck=joined((printed.deck or "", deck if letters_of(deck) not in known else "")) or None,
        byline=("、" if setting.tongue == "zh" else ", ").join(authors) or None,
        authors=authors,
        dateline=dateline or printed.dateline,
        source=joined((item.origin or setting.origin, printed.source or "", item.link)) or None,
        summary=summary or None,
        body=body_text((*printed.blocks, *_files(item))),
        photos=_photos(item, body, others, setting.pictures),
        signoff=printed.signoff,
    )


def _is_fit(own_id: str) -> bool:
    return bool(_SHORT_ID.match(own_id)) and not _LIKE_A_PLACE.match(own_id)


def _summary(others: list[Said], known: str) -> str:
    """Return what the other texts say that is not known yet, each once."""
    parts: list[str] = []
    for text in sorted(others, key=lambda text: -len(text.letters)):
        if text.letters and text.letters not in known:
            parts.append(text.line)
            known += "\n" + text.letters
    return joined(parts)


def _dateline(item: Item, setting: Setting) -> str | None:
    """Return when it was published: the day, and the clock where the feed gives one.

    Nothing for one that is dated the edition's own day and no more exactly than that.
    """
    if item.moment is None:
        return None
    local = item.moment.local(setting.zone)
    has_clock = item.moment.has_clock and local.time() != dt.time()
    if local.date() == setting.day and not has_clock:
        return None
    return date_words(local.date(), setting.tongue) + (local.strftime(" %H:%M") if has_clock else "")


def _photos(item: Item, body: Said, others: list[Said], pictures: Pictures) -> tuple[Photo, ...]:
    shown = list(body.photos)
    known = {_bare(photo.src) for photo in shown}
    for photo in (photo for text in others for photo in text.photos):
        if _bare(photo.src) not in known:
            shown.append(photo)
            known.add(_bare(photo.src))
    for medium in (medium for medium in item.media if medium.is_picture):
        if _bare(medium.address) not in known:
            shown.append(HtmlPhoto(medium.address, None, medium.title or None, medium.credit or None))
            known.add(_bare(medium.address))
        elif medium.title or medium.credit:
            at = [_bare(photo.src) for photo in shown].index(_bare(medium.address))
            shown[at] = _with_words(shown[at], medium, body.letters)
    return tuple(_photo(f"f{number}", photo, pictures) for number, photo in enumerate(shown, 1))


def _with_words(photo: HtmlPhoto, medium: Medium, known: str) -> HtmlPhoto:
    """Return a picture that the text shows with what is said of it beside the text."""
    known = letters_of(known + (photo.caption or ""))
    caption = "" if letters_of(medium.title) in known else medium.title
    credit = "" if letters_of(medium.credit) in letters_of(photo.credit or "") else medium.credit
    return photo._replace(
        caption=joined((photo.caption or "", caption)) or None,
        credit=joined((photo.credit or "", credit)) or None,
    )


def _photo(photo_id: str, photo: HtmlPhoto, pictures: Pictures) -> Photo:
    file = pictures.file_of(photo.src)
    where = address(photo.src) if file is None else ""
    return Photo(
        id=photo_id,
        file=file,
        caption=photo.caption,
        credit=joined((photo.credit or "", where)) or None,
        alt=photo.alt,
    )


def _files(item: Item) -> list[Block]:
    """Return the addresses of what is no picture: recordings, films, documents, a text kept elsewhere."""
    named = [Medium(item.elsewhere)] if item.elsewhere and item.elsewhere != item.link else []
    named += [medium for medium in item.media if not medium.is_picture]
    listed = dict.fromkeys((medium.title, medium.address) for medium in named if medium.address)
    return [ListItem(0, joined(words), None) for words in listed]


def _bare(src: str) -> str:
    """Return what two addresses of one picture have in common."""
    return src.partition("?")[0].removeprefix("https:").removeprefix("http:")
