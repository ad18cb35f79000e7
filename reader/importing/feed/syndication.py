"""RSS and Atom of every version, by feedparser: it forgives what feeds get wrong and fetches nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from reader.edition.wording import Wording
from reader.importing.feed.ampersands import first_slip, mended
from reader.importing.feed.decoding import decoded
from reader.importing.feed.identifiers import without_invented_links
from reader.importing.feed.item import Feed, Item, Words, there_is_more
from reader.importing.feed.lost_words import with_lost_words
from reader.importing.feed.media import Fields, links_of, media_of, text_of
from reader.importing.feed.moments import Moment, moment, unread_dates
from reader.importing.feed.words import address, flat, line, listed
from reader.importing.observation import Grade, Observation, cannot_import

_MISSING = Wording(
    "读 RSS 和 Atom 要装 feedparser", "RSS and Atom are read by feedparser, which is not installed"
)
_INSTALL = Wording("pip install 'feedparser>=6.0.11,<7'", "pip install 'feedparser>=6.0.11,<7'")
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

_AMPERSAND = Wording(
    "从这里起有没写成 &amp; 的 &", "from here on there are ampersands not written as XML wants them"
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

SECTION = "section"
"""The ``domain`` of a category that is a section of a paper, as our own RSS writes it."""


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
    if (slip := first_slip(text)) is not None:
        observations += (_bare_ampersand(text, slip, source),)
        text = mended(text)
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
    channel, *entries = without_invented_links((found["feed"], *found["entries"]), text)
    if not (entries or found["version"] or channel.get("title") or channel.get("link")):
        raise cannot_import(source, "", _NO_FEED, _GET_FEED)
    is_sound = not found["bozo"]
    if not is_sound:
        observations += (_slip(found.get("bozo_exception"), source),)
    observations += unread_dates(source, "", _dates(channel))
    for number, entry in enumerate(entries, 1):
        observations += unread_dates(source, f"entry {number}", _dates(entry))
    base = _base(channel)
    for link in links_of(channel):
        if link.get("rel") == "next" and (more := address(text_of(link.get("href")), base)):
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


def _bare_ampersand(text: str, at: int, source: str) -> Observation:
    part = f"{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}"
    return Observation(Grade.UNDECIDED, source, part, _AMPERSAND, _READ_ANYHOW)


def _slip(error: Any, source: str) -> Observation:
    line, column = getattr(error, "getLineNumber", None), getattr(error, "getColumnNumber", None)
    part = f"{line()}:{(column() or 0) + 1}" if line and column and line() else ""
    reason = getattr(error, "getMessage", lambda: str(error))()
    what = Wording("XML 写错了：{reason}", "this is not well-formed XML: {reason}").filled(reason=reason)
    return Observation(Grade.UNDECIDED, source, part, what, _READ_ANYHOW)


def _feed(channel: Fields, source: str, base: str, is_atom: bool) -> Feed:
    links = list(links_of(channel))
    own = next((text_of(link.get("href")) for link in links if link.get("rel") == "self"), "")
    return Feed(
        source,
        title=line(_words(channel, "title", base, is_atom)),
        motto=line(_words(channel, "subtitle", base, is_atom)),
        publisher=_person(channel, "publisher"),
        editor=listed(_people(channel)),
        language=text_of(channel.get("language")),
        link=address(text_of(channel.get("link"))),
        address=own,
        moment=_moment(channel),
    )


def _item(entry: Fields, number: int, base: str, is_atom: bool) -> Item:
    link = address(text_of(entry.get("feedburner_origlink")) or text_of(entry.get("link")), base)
    if not link:
        others = (link for link in links_of(entry) if link.get("rel") in ("alternate", "related", "via"))
        link = next((address(text_of(other.get("href")), base) for other in others), "")
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
        own_id=text_of(entry.get("id")),
        origin=text_of(origin.get("title")) if isinstance(origin, Mapping) else "",
        moment=_moment(entry),
        media=tuple(media_of(entry, base)),
        elsewhere=next(
            (address(text_of(content.get("src")), base) for content in contents if content.get("src")), ""
        ),
    )


def _texts(entry: Fields, contents: list[Fields], base: str, is_atom: bool) -> Iterator[Words]:
    for content in contents:
        if content.get("value") and not _CODED.match(text_of(content.get("type"))):
            yield _detailed(content, base, is_atom)
    # A summary without a type of its own is the content once more.
    if not contents or "summary_detail" in entry:
        words = _words(entry, "summary", base, is_atom)
        if words is not None:
            yield words


def _words(fields: Fields, key: str, base: str, is_atom: bool) -> Words | None:
    text = text_of(fields.get(key))
    if not text:
        return None
    detail = fields.get(f"{key}_detail")
    if isinstance(detail, Mapping) and detail.get("value") == text:
        return _detailed(detail, base, is_atom)
    return Words(text, bool(_TAGS.search(text)) and not is_atom, base)


def _detailed(detail: Fields, base: str, is_atom: bool) -> Words:
    text = text_of(detail.get("value"))
    is_html = detail.get("type") != "text/plain" or (not is_atom and bool(_TAGS.search(text)))
    return Words(text, is_html, address(text_of(detail.get("base")), base) or base)


def _people(fields: Fields) -> Iterator[str]:
    people = [person for person in fields.get("authors", ()) if isinstance(person, Mapping)]
    names = [text_of(person.get("name")) or text_of(person.get("email")) for person in people]
    written = text_of(fields.get("author"))
    if len(people) == 1 and written != f"{names[0]} ({text_of(people[0].get('email'))})":
        # feedparser cuts up addresses whose last part has more than four letters.
        names = [_name(written)]
    yield from dict.fromkeys(filter(None, names if any(names) else [_name(written)]))


def _name(written: str) -> str:
    """Return the name in what RSS writes as ``address (name)`` and others as ``name <address>``."""
    match = _ADDRESS_AND_NAME.match(written) or _NAME_AND_ADDRESS.match(written)
    return match[1].strip() if match and match[1].strip() else written


def _person(fields: Fields, key: str) -> str:
    detail = fields.get(f"{key}_detail")
    named = text_of(detail.get("name")) if isinstance(detail, Mapping) else ""
    written = text_of(fields.get(key))
    return named if named and "@" not in written else _name(written)


def _categories(tags: list[Fields], *, is_section: bool) -> Iterator[str]:
    """Yield the categories once each: those of the taxonomy ``section``, or the others."""
    names = [
        flat(text_of(tag.get("label")) or text_of(tag.get("term")))
        for tag in tags
        if (text_of(tag.get("scheme")) == SECTION) is is_section
    ]
    yield from dict.fromkeys(filter(None, names))


def _moment(fields: Fields) -> Moment | None:
    found = (moment(text, parsed) for text, parsed in _dates(fields))
    return next((each for each in found if each is not None), None)


def _dates(fields: Fields) -> Iterator[tuple[object, object]]:
    """Yield the dates of a feed or an entry as written, and what feedparser makes of them."""
    for key in ("published", "updated", "created"):
        yield fields.get(key), fields.get(f"{key}_parsed")


def _base(channel: Fields) -> str:
    detail = channel.get("title_detail")
    written = text_of(detail.get("base")) if isinstance(detail, Mapping) else ""
    return address(written) or address(text_of(channel.get("link")))
