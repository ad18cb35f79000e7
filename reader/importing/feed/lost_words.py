"""The texts of items that feedparser lets go: said twice under two names, or XML of another sort."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.importing.feed.item import Item, Words
from reader.importing.feed.media_words import is_media, with_media_words
from reader.importing.feed.words import letters_of, line
from reader.importing.observation import CannotImport
from reader.importing.safe_xml import LinedElement, all_text, local_name, parse_xml

_ITEMS = frozenset({"item", "entry"})
_TEXTS = frozenset(
    {"description", "summary", "encoded", "content", "abstract", "body", "fullitem", "subtitle"}
)
_MEDIA_TEXTS = frozenset({"title", "text"})
"""Of Media RSS, besides: a transcript, and a title that is no picture's."""
_XML = re.compile(r"(?!application/xhtml\+)[\w.+-]+/(?:[\w.-]+\+)?xml\b", re.IGNORECASE)
"""Media types of XML (RFC 7303); of XHTML feedparser keeps the text."""


def with_lost_words(items: tuple[Item, ...], text: str, source: str, base: str) -> tuple[Item, ...]:
    """Return items of a well-formed feed with the texts that are in the document and not yet in them.

    Of two summaries (``description`` and ``itunes:summary``) feedparser keeps one; both are text. Content
    that is XML itself (RFC 4287, 4.1.3.3) it drops; every element with words of its own is a paragraph here.
    """
    try:
        root = parse_xml(text.encode(), source)
    except CannotImport:
        return items
    elements = list(_items_in(root))
    if len(elements) != len(items):
        return items
    return tuple(_completed(item, element, base) for item, element in zip(items, elements, strict=True))


def _items_in(root: LinedElement) -> Iterator[LinedElement]:
    for element in root.iter():
        if local_name(element.tag).lower() in _ITEMS and isinstance(element, LinedElement):
            yield element


def _completed(item: Item, element: LinedElement, base: str) -> Item:
    item = with_media_words(item, element, base)
    known = _letters(
        (
            *(words.text for words in (*item.texts, *filter(None, (item.title, item.deck)))),
            *(medium.title for medium in item.media),
        )
    )
    lost = []
    for child in _children(element):
        name = local_name(child.tag).lower()
        if name not in _TEXTS and not (is_media(child.tag) and name in _MEDIA_TEXTS):
            continue
        if len(child):
            runs = list(_runs(child)) if _XML.match(child.get("type") or "") else []
            if runs and letters_of("".join(runs)) not in known:
                lost.append(Words("\n".join(runs), keeps_lines=True))
            continue
        text = all_text(child)
        letters = letters_of(line(Words(text, is_html=True)) if is_media(child.tag) else text)
        if (
            letters
            and letters not in known
            and not (child.get("type") or "").startswith(("image/", "audio/"))
        ):
            lost.append(Words(text.strip(), is_html=True, base=item.link or base))
            known += "\n" + letters
    return item._replace(texts=(*item.texts, *lost)) if lost else item


def _runs(element: LinedElement) -> Iterator[str]:
    """Yield the texts in XML of an unknown sort, a line for each element with words of its own."""
    if local_name(element.tag).lower() in ("script", "style"):
        return
    children = [child for child in element if isinstance(child, LinedElement)]
    own = (element.text, *(child.tail for child in children))
    if any(text and text.strip() for text in own):
        yield " ".join("".join(_plain(element)).split())
        return
    for child in children:
        yield from _runs(child)


def _plain(element: LinedElement) -> Iterator[str]:
    if local_name(element.tag).lower() not in ("script", "style"):
        yield element.text or ""
        for child in element:
            if isinstance(child, LinedElement):
                yield from _plain(child)
                yield child.tail or ""


def _children(element: LinedElement) -> Iterator[LinedElement]:
    """Yield the elements of an item, those of media groups within it too."""
    for child in element:
        if isinstance(child, LinedElement):
            yield child
            if local_name(child.tag) in ("group", "content") and is_media(child.tag):
                yield from _children(child)


def _letters(texts: Iterable[str]) -> str:
    return "\n".join(map(letters_of, texts))
