"""RSS and Atom of every version, by feedparser: it forgives what feeds get wrong and fetches nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from reader.edition.wording import Wording
from reader.importing.feed.decoding import decoded
from reader.importing.feed.item import Feed, Item, Medium, Words, there_is_more
from reader.importing.feed.lost_words import with_lost_words
from reader.importing.feed.moments import Moment, moment
from reader.importing.feed.words import address, line, listed
from reader.importing.observation import Grade, Observation, cannot_import

_MISSING = Wording(
    "读 RSS 和 Atom 要装 feedparser", "RSS and Atom are read by feedparser, which is not installed"
)
_INSTALL = Wording("pip install 'paper-reader-tui[feeds]'", "pip install 'paper-reader-tui[feeds]'")
_ENTITY = Wording("DOCTYPE 里声明了实体", "its DOCTYPE declares entities")
_NO_ENTITY = Wording("删去 DOCTYPE 里的声明再导入", "remove the declaration from its DOCTYPE")
_NO_FEED = Wording("这不是 RSS 或 Atom", "this is no RSS and no Atom")
_NAME_TOO_LONG = Wording("有作者的名字超过一万字", "an author's name is over 10,000 characters long")
_MEND_NAME = Wording("改短它再导入", "shorten it and import again")
_GET_FEED = Wording(
    "存下 feed 本身，而不是网页，再导入", "save the feed itself, not a web page, and import that"
)
_READ_ANYHOW = Wording(
    "读得出的都读了；请核对，或请发布方改正", "what can be read was read; check it, or have it corrected"
)

# Before the root only these may hold a "<" that begins no element.
_PASSED_OVER = re.compile(r"\s+|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|[^<]+", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# RSS does not say whether a text is HTML (RSS 2.0 at "description"); these tags do.
_TAGS = re.compile(
    r"<!--|</?(?:script|style|template|iframe|object|embed|svg|br|hr|p|div|span|img|font|blockquote|ul|ol|li|table)\b[^<>]*>"
    r"|<\w+\s+[\w-]+\s*=[^<>]*>",
    re.IGNORECASE,
)
_ADDRESS_AND_NAME = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\s*\((.+)\)\Z", re.DOTALL)
_NAME_AND_ADDRESS = re.compile(r"([^<>()]+?)\s*[<(][^\s@<>()]+@[^\s@<>()]+[)>]\Z")
_CODED = re.compile(
    r"application/(?!.*\bxml\b)|image/(?!svg)|audio/|video/|multipart/"
)  # feedparser looks for an address in a name, in time that grows with the square of its length.
_ENDLESS_NAME = re.compile(
    r"<(?:[\w.-]+:)?(?:author|creator|managingeditor|webmaster|publisher)\b[^<>]*>[^<]{10000}", re.IGNORECASE
)
_FILES = "enclosure"

SECTION = "section"
"""The ``domain`` of a category that is a section of a paper, as our own RSS writes it."""

_Fields = Mapping[str, Any]


def read_syndicated(data: bytes, source: str, encoding: str | None) -> Feed:
    """Return the feed of these bytes.

    Raises:
        CannotImport: no RSS or Atom, entities declared, an unknown encoding, or feedparser is not installed.
    """
    try:
        import feedparser
    except ImportError as error:
        raise cannot_import(source, "", _MISSING, _INSTALL) from error
    text, observations = decoded(data, source, encoding)
    if _declares_entities(text):
        raise cannot_import(source, "", _ENTITY, _NO_ENTITY)
    if _ENDLESS_NAME.search(text):
        raise cannot_import(source, "", _NAME_TOO_LONG, _MEND_NAME)
    # Controls are no XML, yet stand in feeds; as pictures of themselves they do no harm.
    text = _CONTROLS.sub(lambda found: chr(0x2400 + ord(found[0])) if ord(found[0]) < 32 else "\ufffd", text)
    markup = "<?xml version='1.0' encoding='utf-8'?>" + text
    try:
        # From a stream: a path or an address given as such it would open. Addresses are made whole and
        # HTML is cleaned by ourselves, later and without losing text.
        found = feedparser.parse(
            io.BytesIO(markup.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:  # a lenient parser of arbitrary bytes fails in ways of its own
        reason = f"{type(error).__name__}: {error}".split("\n")[0][:200]
        what = Wording("feedparser 读不了：{reason}", "feedparser cannot read it: {reason}")
        raise cannot_import(source, "", what.filled(reason=reason), _GET_FEED) from error
    channel: _Fields = dict(found["feed"])
    entries = [dict(entry) for entry in found["entries"]]
    if not (entries or found["version"] or channel.get("title") or channel.get("link")):
        raise cannot_import(source, "", _NO_FEED, _GET_FEED)
    is_sound = not found["bozo"]
    if not is_sound:
        observations += (_slip(found.get("bozo_exception"), source),)
    base = _base(channel)
    for link in _links(channel):
        if link.get("rel") == "next" and (more := address(_text(link.get("href")), base)):
            observations += (there_is_more(source, more),)
    is_atom = str(found["version"]).startswith("atom")
    items = tuple(_item(entry, number, base, is_atom) for number, entry in enumerate(entries, 1))
    if is_sound:
        items = with_lost_words(items, text, source, base)
    return _feed(channel, source, base, is_atom)._replace(items=items, observations=observations)


def _declares_entities(text: str) -> bool:
    at = 0
    while (match := _PASSED_OVER.match(text, at)) is not None and match.end() > at:
        at = match.end()
    if text[at : at + 9].upper() != "<!DOCTYPE":
        return False
    plain = _COMMENT.sub("", text[at:])
    opening = plain.find("[")
    if opening < 0 or ">" in plain[:opening]:
        return False
    closing = re.compile(r"\]\s*>").search(plain, opening)
    return "<!ENTITY" in plain[opening : closing.end() if closing else None].upper()


def _slip(error: Any, source: str) -> Observation:
    line, column = getattr(error, "getLineNumber", None), getattr(error, "getColumnNumber", None)
    part = f"{line()}:{(column() or 0) + 1}" if line and column and line() else ""
    reason = getattr(error, "getMessage", lambda: str(error))()
    what = Wording("XML 写错了：{reason}", "this is not well-formed XML: {reason}").filled(reason=reason)
    return Observation(Grade.UNDECIDED, source, part, what, _READ_ANYHOW)


def _feed(channel: _Fields, source: str, base: str, is_atom: bool) -> Feed:
    links = list(_links(channel))
    own = next((_text(link.get("href")) for link in links if link.get("rel") == "self"), "")
    return Feed(
        source,
        title=line(_words(channel, "title", base, is_atom)),
        motto=line(_words(channel, "subtitle", base, is_atom)),
        publisher=_person(channel, "publisher"),
        editor=listed(_people(channel)),
        language=_text(channel.get("language")),
        link=address(_text(channel.get("link"))),
        address=own,
        moment=_moment(channel),
    )


def _item(entry: _Fields, number: int, base: str, is_atom: bool) -> Item:
    link = address(_text(entry.get("feedburner_origlink")) or _text(entry.get("link")), base)
    if not link:
        others = (link for link in _links(entry) if link.get("rel") in ("alternate", "related", "via"))
        link = next((address(_text(other.get("href")), base) for other in others), "")
    tags = [tag for tag in entry.get("tags", ()) if isinstance(tag, Mapping)]
    contents = [content for content in entry.get("content", ()) if isinstance(content, Mapping)]
    origin = entry.get("source")
    return Item(
        part=f"entry {number}",
        title=_words(entry, "title", base, is_atom),
        deck=_words(entry, "subtitle", base, is_atom),
        texts=tuple(_texts(entry, contents, link or base, is_atom)),
        authors=tuple(_people(entry)),
        categories=tuple(_categories(tags, is_section=False)),
        sections=tuple(_categories(tags, is_section=True)),
        link=link,
        own_id=_text(entry.get("id")),
        origin=_text(origin.get("title")) if isinstance(origin, Mapping) else "",
        moment=_moment(entry),
        media=tuple(_media(entry, base)),
        elsewhere=next(
            (address(_text(content.get("src")), base) for content in contents if content.get("src")), ""
        ),
    )


def _texts(entry: _Fields, contents: list[_Fields], base: str, is_atom: bool) -> Iterator[Words]:
    for content in contents:
        if content.get("value") and not _CODED.match(_text(content.get("type"))):
            yield _detailed(content, base, is_atom)
    # A summary without a type of its own is the content once more.
    if not contents or "summary_detail" in entry:
        words = _words(entry, "summary", base, is_atom)
        if words is not None:
            yield words


def _words(fields: _Fields, key: str, base: str, is_atom: bool) -> Words | None:
    text = _text(fields.get(key))
    if not text:
        return None
    detail = fields.get(f"{key}_detail")
    if isinstance(detail, Mapping) and detail.get("value") == text:
        return _detailed(detail, base, is_atom)
    return Words(text, bool(_TAGS.search(text)) and not is_atom, base)


def _detailed(detail: _Fields, base: str, is_atom: bool) -> Words:
    text = _text(detail.get("value"))
    is_html = detail.get("type") != "text/plain" or (not is_atom and bool(_TAGS.search(text)))
    return Words(text, is_html, address(_text(detail.get("base")), base) or base)


def _people(fields: _Fields) -> Iterator[str]:
    people = [person for person in fields.get("authors", ()) if isinstance(person, Mapping)]
    names = [_text(person.get("name")) or _text(person.get("email")) for person in people]
    written = _text(fields.get("author"))
    if len(people) == 1 and written != f"{names[0]} ({_text(people[0].get('email'))})":
        # feedparser cuts up addresses whose last part has more than four letters.
        names = [_name(written)]
    yield from dict.fromkeys(filter(None, names if any(names) else [_name(written)]))


def _name(written: str) -> str:
    """Return the name in what RSS writes as ``address (name)`` and others as ``name <address>``."""
    match = _ADDRESS_AND_NAME.match(written) or _NAME_AND_ADDRESS.match(written)
    return match[1].strip() if match and match[1].strip() else written


def _person(fields: _Fields, key: str) -> str:
    detail = fields.get(f"{key}_detail")
    named = _text(detail.get("name")) if isinstance(detail, Mapping) else ""
    written = _text(fields.get(key))
    return named if named and "@" not in written else _name(written)


def _categories(tags: list[_Fields], *, is_section: bool) -> Iterator[str]:
    """Yield the categories once each: those of the taxonomy ``section``, or the others."""
    names = [
        " ".join((_text(tag.get("label")) or _text(tag.get("term"))).split())
        for tag in tags
        if (_text(tag.get("scheme")) == SECTION) is is_section
    ]
    yield from dict.fromkeys(filter(None, names))


def _media(entry: _Fields, base: str) -> Iterator[Medium]:
    credits = [_text(credit.get("content")) for credit in entry.get("media_credit", ())]
    credit = listed(credits)
    for link in _links(entry):
        if link.get("rel") == _FILES and (where := address(_text(link.get("href")), base)):
            yield Medium(where, _text(link.get("type")), _text(link.get("title")), credit)
    contents = [medium for medium in entry.get("media_content", ()) if isinstance(medium, Mapping)]
    for medium in _largest(contents):
        if where := address(_text(medium.get("url")), base):
            yield Medium(where, _text(medium.get("type")) or _text(medium.get("medium")), "", credit)
    if not any(_text(medium.get("type") or medium.get("medium")).startswith("image") for medium in contents):
        for picture in [*entry.get("media_thumbnail", ())[:1], entry.get("image", {})]:
            if where := address(_text(picture.get("url")) or _text(picture.get("href")), base):
                yield Medium(where, "image", "", credit)


def _largest(media: list[_Fields]) -> list[_Fields]:
    """Return the media without the smaller sizes of a picture, which differ in width only."""
    sized = [m for m in media if _text(m.get("width")).isdecimal() and not _text(m.get("isdefault"))]
    pictures = [m for m in sized if _text(m.get("medium") or m.get("type")).startswith("image")]
    if len(pictures) < 2:
        return media
    widest = max(pictures, key=lambda medium: int(_text(medium.get("width"))[:9]))
    return [medium for medium in media if medium is widest or medium not in pictures]


def _links(fields: _Fields) -> Iterator[_Fields]:
    yield from (link for link in fields.get("links", ()) if isinstance(link, Mapping))


def _moment(fields: _Fields) -> Moment | None:
    for key in ("published", "updated", "created"):
        if (found := moment(fields.get(key), fields.get(f"{key}_parsed"))) is not None:
            return found
    return None


def _base(channel: _Fields) -> str:
    detail = channel.get("title_detail")
    written = _text(detail.get("base")) if isinstance(detail, Mapping) else ""
    return address(written) or address(_text(channel.get("link")))


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
