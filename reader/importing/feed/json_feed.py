"""JSON Feed, versions 1 and 1.1 (jsonfeed.org): read leniently, one bad item does not end the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reader.edition.wording import Wording
from reader.importing.feed.decoding import decoded
from reader.importing.feed.item import Feed, Item, Medium, Words, there_is_more
from reader.importing.feed.moments import moment, unread_dates
from reader.importing.feed.words import address, flat, listed
from reader.importing.observation import Grade, Observation, cannot_import

_BROKEN = Wording("JSON 写错了：{reason}", "this is not JSON: {reason}")
_MEND = Wording("改正这一处，或重新导出", "correct this place, or export it again")
_NO_FEED = Wording("这不是 JSON Feed：没有 items 列表", "this is no JSON Feed: it has no list of items")
_GET_FEED = Wording("检查文件；别的格式用 --from 说明", "check the file; name another format with --from")
_NO_ITEM = Wording("这一条不是对象", "this item is no object")
_LEFT_OUT = Wording("其余照常导入；请发布方改正", "the rest is imported; have it corrected")


def read_json_feed(data: bytes, source: str, encoding: str | None) -> Feed:
    """Return the feed of these bytes.

    Raises:
        CannotImport: not JSON (with line and column), nested too deeply, or without items.
    """
    text, observations = decoded(data, source, encoding)
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        part = f"{error.lineno}:{error.colno}"
        raise cannot_import(source, part, _BROKEN.filled(reason=error.msg), _MEND) from error
    except (RecursionError, ValueError) as error:
        reason = Wording("嵌套太深或数字太长", "nested too deeply, or a number too long")
        raise cannot_import(source, "", _BROKEN.filled(reason=reason), _MEND) from error
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise cannot_import(source, "", _NO_FEED, _GET_FEED)
    base = address(_text(found, "home_page_url")) or address(_text(found, "feed_url"))
    items = []
    for number, entry in enumerate(found["items"], 1):
        if isinstance(entry, dict):
            items.append(_item(entry, number, base))
            dates = [(_text(entry, key), None) for key in ("date_published", "date_modified")]
            observations += unread_dates(source, f"item {number}", dates)
        else:
            observations += (Observation(Grade.ERROR, source, f"item {number}", _NO_ITEM, _LEFT_OUT),)
    if more := address(_text(found, "next_url"), base):
        observations += (there_is_more(source, more),)
    return Feed(
        source,
        title=_text(found, "title"),
        motto=_text(found, "description"),
        editor=listed(_authors(found)),
        language=_text(found, "language"),
        link=address(_text(found, "home_page_url")),
        address=_text(found, "feed_url"),
        items=tuple(items),
        observations=observations,
    )


def _item(entry: dict[str, Any], number: int, base: str) -> Item:
    link = address(_text(entry, "url") or _text(entry, "external_url"), base)
    outside = address(_text(entry, "external_url"), base)
    texts = [Words(_raw(entry, "content_html"), is_html=True, base=link or base)]
    texts += [Words(_raw(entry, key), keeps_lines=True) for key in ("content_text", "summary")]
    title = _text(entry, "title")
    return Item(
        part=f"item {number}",
        title=Words(title) if title else None,
        texts=tuple(words for words in texts if words.text.strip()),
        authors=tuple(_authors(entry)),
        categories=tuple(dict.fromkeys(flat(tag) for tag in _tags(entry) if tag.strip())),
        link=link,
        own_id=_text(entry, "id"),
        moment=moment(_text(entry, "date_published")) or moment(_text(entry, "date_modified")),
        media=tuple(_media(entry, base)),
        elsewhere=outside if outside != link else "",
    )


def _authors(fields: dict[str, Any]) -> Iterator[str]:
    """Yield the names of 1.1's ``authors``, else that of 1.0's ``author``."""
    people = fields.get("authors")
    people = people if isinstance(people, list) and people else [fields.get("author")]
    for person in people:
        if isinstance(person, dict):
            name = _text(person, "name") or _text(person, "url").removeprefix("mailto:")
        else:
            name = person.strip() if isinstance(person, str) else ""
        if name:
            yield name


def _tags(entry: dict[str, Any]) -> Iterator[str]:
    tags = entry.get("tags")
    yield from (tag for tag in (tags if isinstance(tags, list) else []) if isinstance(tag, str))


def _media(entry: dict[str, Any], base: str) -> Iterator[Medium]:
    for key in ("image", "banner_image"):
        if where := address(_text(entry, key), base):
            yield Medium(where, "image")
    attachments = entry.get("attachments")
    for file in attachments if isinstance(attachments, list) else []:
        if isinstance(file, dict) and (where := address(_text(file, "url"), base)):
            yield Medium(where, _text(file, "mime_type"), _text(file, "title"))


def _raw(fields: dict[str, Any], key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""


def _text(fields: dict[str, Any], key: str) -> str:
    """Return a text on one line; a number, which some write as an id, as its digits."""
    value = fields.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**40 else ""
    return flat(value) if isinstance(value, str) else ""
