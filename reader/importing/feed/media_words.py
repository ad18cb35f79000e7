"""What Media RSS says of each file: its title, caption and credit, by the element they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.edition.joining import is_cjk, joined
from reader.importing.feed.item import Item, Words
from reader.importing.feed.words import address, letters_of, line, listed
from reader.importing.safe_xml import LinedElement, all_text, local_name


def with_media_words(item: Item, element: LinedElement, base: str) -> Item:
    """Return an item whose files have the words that its Media RSS says of each of them.

    A credit is that of the nearest element around the file that gives one. Titles and captions of a group or
    of the item, which may hold for many files, are those of the first picture. A caption that so finds its
    place is no text of the item any more. Source: Media RSS 1.5.1, "Optional Elements".
    """
    around = dict(reversed([*_files(element, (element,), base)]))
    if not around:
        return item
    headline = letters_of(line(item.title))
    said: set[int] = set()
    captions: set[str] = set()
    media = []
    for medium in item.media:
        levels = around.get(medium.address, ())
        words = [medium.title]
        for at, level in enumerate(levels):
            if id(level) in said or not (medium.is_picture or (at == 0 and level is not element)):
                continue
            said.add(id(level))
            words.append(_words(level, "title"))
            if medium.is_picture:
                words.append(_words(level, "description"))
                captions.add(letters_of(words[-1]))
        title = _apart(dict.fromkeys(word for word in words if letters_of(word) not in ("", headline)))
        credits = (listed(_all_words(level, "credit")) for level in levels)
        media.append(medium._replace(title=title, credit=next(filter(None, credits), "")))
    captions -= {letters_of(line(_html(child))) for child in element if not is_media(child.tag)}
    texts = tuple(words for words in item.texts if letters_of(line(words)) not in captions)
    return item._replace(media=tuple(media), texts=texts)


def is_media(tag: object) -> bool:
    """Is this the name of an element of Media RSS, in one of its namespaces?"""
    return isinstance(tag, str) and "/mrss" in tag.partition("}")[0]


def _files(
    element: LinedElement, around: tuple[LinedElement, ...], base: str
) -> Iterator[tuple[str, tuple[LinedElement, ...]]]:
    """Yield the address of each file and the elements it stands in, its own first."""
    for child in element:
        if not isinstance(child, LinedElement) or not is_media(child.tag):
            continue
        name = local_name(child.tag)
        if name in ("content", "thumbnail") and (where := address(child.get("url") or "", base)):
            yield where, ((child, *around) if name == "content" else around)
        if name in ("content", "group"):
            yield from _files(child, (child, *around), base)


def _apart(words: Iterable[str]) -> str:
    """Return a title and a caption on one line; a wide blank parts them where the script has no other."""
    given = list(words)
    return ("\u3000" if any(map(is_cjk, "".join(given))) else " ").join(given)


def _words(element: LinedElement, name: str) -> str:
    return joined(_all_words(element, name))


def _all_words(element: LinedElement, name: str) -> list[str]:
    return [line(_html(child)) for child in element if is_media(child.tag) and local_name(child.tag) == name]


def _html(element: object) -> Words:
    assert isinstance(element, LinedElement)
    return Words(all_text(element), is_html=element.get("type") != "plain" or "<" in all_text(element))
