"""Ids of feeds and entries, which name something and are seldom addresses."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from reader.importing.feed.media import Fields, links_of, text_of

_WRITTEN = re.compile(
    r"<(?:[\w.-]+:)?(?:id|guid)\b[^<>]*>\s*(?:<!\[CDATA\[)?\s*((?:https?|ftp)://[^<\]]*)", re.IGNORECASE
)


def without_invented_links(fields: Iterable[Fields], text: str) -> list[Fields]:
    """Return a feed and its entries, as feedparser gives them, without links that nobody has written.

    For want of a link feedparser stands in the id, made whole by the base of the document; it is one only if
    it is written as a web address. Source: RFC 4287, 4.2.6 (an id is a name); RSS 2.0 at "guid" (a permalink
    unless it says otherwise).
    """
    addresses = {html.unescape(found[1]).strip() for found in _WRITTEN.finditer(text)}
    return [_without_invented_link(each, addresses) for each in fields]


def _without_invented_link(fields: Fields, addresses: set[str]) -> Fields:
    link = text_of(fields.get("link"))
    is_id = link == text_of(fields.get("id")) and link not in addresses
    if not is_id or any(text_of(other.get("href")) == link for other in links_of(fields)):
        return dict(fields)
    return {key: value for key, value in fields.items() if key != "link"}
