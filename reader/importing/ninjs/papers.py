"""Items of ninjs made editions: an item is one, a package one with sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.ninjs.item import Item, read_item
from reader.importing.ninjs.json_text import Value, json_values
from reader.importing.observation import Grade, Observation, cannot_import
from reader.importing.source import Source
from reader.importing.wire.moment import Moment
from reader.importing.wire.neighbours import with_days
from reader.importing.wire.paper import Part, package_papers, refused_if_empty
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.story import Story, newest, usable

_NO_ITEM = Wording("这里不是 ninjs 稿件", "this is no item of ninjs")
_SAY_KIND = Wording("一条稿件至少要有 uri 和标题、正文之一", "an item has a uri and a headline or a body")
_RELATED = Wording(
    "相关稿件只有标题，没有收入：{title}", "a related item has only a title and was left out: {title}"
)
_FETCH = Wording("要用就把它的全文一起导入", "import it with its text to have it")
_LISTS = ("items", "_items", "newsitems", "data", "results")
_WORDS = (
    "uri guid headline headlines title slugline by byline associations renditions bodies body_text body_html",
    "body_xhtml descriptions description_text",
)
_KEYS = frozenset(" ".join(_WORDS).split())
"""What one of an item's keys must be."""


def ninjs_papers(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield an edition for each item of a file, and an error for what is no item.

    Raises:
        CannotImport: it is not JSON, or there is no item in it that has anything to print.
    """
    box = PictureBox(source)
    items: list[Item] = []
    failed: list[Observation] = []
    for each in json_values(source.data(), source.name, source.encoding):
        if isinstance(each, Observation):
            failed.append(each)
            continue
        for value, place in _values(each):
            if isinstance(value, dict) and _KEYS & {key.casefold() for key in value}:
                items.append(read_item(value, source.name, place, box))
            else:
                failed.append(Observation(Grade.ERROR, source.name, place, _NO_ITEM, _SAY_KIND))
    if not items:
        first = failed[0] if failed else None
        raise cannot_import(source.name, first.part if first else "", _NO_ITEM, _SAY_KIND)
    yield from failed
    yield from refused_if_empty(_editions(items, source, box, wishes), source.name)


def _editions(
    items: list[Item], source: Source, box: PictureBox, wishes: Wishes
) -> Iterator[Imported | Observation]:
    """Yield an edition for each item that may be printed, of each the newest version."""
    stories, told = newest((item.story for item in items), source.name)
    stories, more = usable(stories, source.name)
    told += more
    kept = set(map(id, stories))
    items = [item for item in items if id(item.story) in kept]
    dated = with_days([replace(item.story, sent=_sent(item)) for item in items], source.name)
    for item in (item._replace(story=story) for item, story in zip(items, dated, strict=True)):
        sections = _sections(item, source.name, told)
        yield from package_papers(item.story, sections, box, source.name, wishes, told)
        told = []


def _sent(item: Item) -> Moment | None:
    """Return when an item was sent, else the first in it that says so."""
    return item.story.sent or next(filter(None, map(_sent, item.children)), None)


def _says_something(story: Story) -> bool:
    """Has a story more than a title?"""
    return bool(story.article.body or story.article.photos or story.article.summary)


def _values(each: Value) -> Iterator[tuple[Any, str]]:
    """Yield what may be items, with their places: the value, those in its list, or in the list it wraps."""
    value = each.value
    if isinstance(value, dict) and not {"uri", "guid"} & value.keys():
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), value)
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield item, f"{each.place} item {number}".strip()
    else:
        yield value, each.place


def _sections(item: Item, source: str, told: list[Observation]) -> list[Part]:
    """Return the sections of a package, those of one item with its related ones as one section.

    A package within a package is a section; what stands beside it directly is in one of the package's title.
    What is told of packages within it is added to `told`.
    """
    article = item.story.article
    if item.kind != "composite" or not item.children:
        return [Part(item.story.section, list(_with_related(item, source)))]
    sections: list[Part] = []
    loose: list[Story] | None = None
    if _says_something(item.story):
        loose = [item.story]
        sections.append(Part(item.story.section or article.headline, loose))
    for child in item.children:
        if child.kind == "composite" and not (child.children or _says_something(child.story)):
            continue  # a section that is empty on this day
        if child.kind == "composite" and child.children:
            told.extend(child.story.told)
            stories = [story for part in _sections(child, source, told) for story in part.stories]
            about = child.story.article
            sections.append(Part(about.headline or child.name or None, stories, about.page))
            loose = None
            continue
        if loose is None:
            loose = []
            sections.append(Part(article.headline or item.name or None, loose))
        loose.extend(_with_related(child, source))
    return sections


def _with_related(item: Item, source: str) -> Iterator[Story]:
    """Yield an item and the related ones that have text of their own; what is only named is told."""
    told = []
    related: list[Story] = []
    for child in item.children:
        for story in _with_related(child, source):
            if _says_something(story):
                related.append(story)
            else:
                what = _RELATED.filled(title=story.article.title)
                told.append(Observation(Grade.DROPPED, source, story.place, what, _FETCH))
    yield replace(item.story, told=(*item.story.told, *told)) if told else item.story
    yield from related
