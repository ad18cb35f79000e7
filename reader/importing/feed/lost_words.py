"""The texts of items that feedparser lets go, because an item says them twice under two names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.importing.feed.item import Item, Words
from reader.importing.feed.words import letters_of
from reader.importing.observation import CannotImport
from reader.importing.safe_xml import LinedElement, all_text, local_name, parse_xml

_ITEMS = frozenset({"item", "entry"})
_TEXTS = frozenset(
    {"description", "summary", "encoded", "content", "abstract", "body", "fullitem", "subtitle"}
)


def with_lost_words(items: tuple[Item, ...], text: str, source: str, base: str) -> tuple[Item, ...]:
    """Return items of a well-formed feed with the texts that are in the document and not yet in them.

    Of two summaries (``description`` and ``itunes:summary``) feedparser keeps one; both are text.
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
    known = _letters(words.text for words in (*item.texts, *filter(None, (item.title, item.deck))))
    lost = []
    for child in _children(element):
        if local_name(child.tag).lower() not in _TEXTS or len(child):
            continue
        text = all_text(child)
        letters = letters_of(text)
        if (
            letters
            and letters not in known
            and not (child.get("type") or "").startswith(("image/", "audio/"))
        ):
            lost.append(Words(text.strip(), is_html=True, base=item.link or base))
            known += "\n" + letters
    return item._replace(texts=(*item.texts, *lost)) if lost else item


def _children(element: LinedElement) -> Iterator[LinedElement]:
    """Yield the elements of an item, those of media groups within it too."""
    for child in element:
        if isinstance(child, LinedElement):
            yield child
            if local_name(child.tag) in ("group", "content") and "mrss" in child.tag:
                yield from _children(child)


def _letters(texts: Iterable[str]) -> str:
    return "\n".join(map(letters_of, texts))
