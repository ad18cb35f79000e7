"""Entries found in JSON of whatever shape: lists, pages with their articles, texts by headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from reader.importing.crawl.days import day_in
from reader.importing.crawl.fields import Field, field_of
from reader.importing.crawl.places import place_in

DEEPEST = 50
"""Levels of lists and objects that are looked into for articles."""

_WHERE = (Field.DATE, Field.PUBLISHED, Field.PAGE, Field.SECTION, Field.PAPER, Field.ISSUE)
_OWN = (Field.BODY, Field.PHOTOS, Field.BYLINE, Field.SUMMARY)
"""Fields whose lists and objects belong to the article itself."""
_SHORTEST_TEXT = 8
_TITLE_LIKE = re.compile(r"[\u3400-\u9fff]|\S\s\S")

Values = Mapping[Field, Mapping[str, Any]]
"""What an object says, by field, then by the key it is written under."""


class Entry(NamedTuple):
    """One article in JSON: what its object says, and what the objects and keys around it say."""

    part: str
    """Where it stands: ``pages[0].articles[3]``."""
    own: Values
    around: Mapping[Field, Any]
    left: tuple[str, ...]
    """Keys that are no field."""
    guessed: tuple[str, ...] = ()
    """Keys that are no field either, whose text is taken for the article's, for there is no other."""
    is_stray: bool = False
    """Does it stand among articles and is none, though it says something?"""


def entries(value: Any, part: str = "") -> Iterator[Entry]:
    """Yield every article in a value of JSON, in order, looking `DEEPEST` levels down."""
    yield from _entries(value, part, {}, 0)


def _entries(value: Any, part: str, around: Mapping[Field, Any], depth: int) -> Iterator[Entry]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        strays: list[tuple[Entry, bool]] = []
        is_direct = is_any = False
        for at, item in enumerate(value):
            place, count = f"{part}[{at}]", 0
            for entry in _entries(item, place, around, depth + 1):
                yield entry
                count += 1
                is_direct = is_direct or entry.part == place
            is_any = is_any or count > 0
            if not count and says_something(item):
                strays.append((Entry(place, {}, {}, (), is_stray=True), isinstance(item, str)))
        yield from (stray for stray, is_text in strays if is_direct or (is_any and is_text))
    elif isinstance(value, dict):
        yield from _entries_in(value, part, around, depth)


def _entries_in(value: dict[str, Any], part: str, around: Mapping[Field, Any], depth: int) -> Iterator[Entry]:
    own, left = _sorted(value)
    children = [key for key, child in value.items() if _holds_entries(key, child)]
    said = {_field(key, child) for key, child in value.items()}
    # One with empty fields is an article that was not saved; a page without articles is none.
    is_article = Field.HEADLINE in said and not children and Field.ARTICLES not in said
    if Field.BODY in own or is_article or (Field.BODY in said and not children):
        unread = dict.fromkeys((*left, *children))
        own = {field: values for field, values in own.items() if field is not Field.ARTICLES}
        guessed = () if Field.BODY in own else tuple(key for key in left if _is_prose(value[key]))
        if guessed:
            own[Field.BODY] = {key: value[key] for key in guessed}
        yield Entry(part, own, around, tuple(key for key in unread if key not in guessed), guessed)
        return
    context = {**around, **_context(own, value, children)}
    for key in children:
        below = f"{part}.{key}" if part else key
        yield from _entries(value[key], below, {**context, **_said_by(key)}, depth + 1)
    if not children:
        yield from _by_headline(value, own, part, context)


def says_something(value: Any) -> bool:
    """Does a value that is no article hold a text that no field accounts for?"""
    if isinstance(value, dict):
        fields = {key: _field(key, child) for key, child in value.items()}
        if Field.ARTICLES in fields.values():
            return False  # a page, or a day, without articles
        return any(field is None and says_something(value[key]) for key, field in fields.items())
    if isinstance(value, list):
        return any(isinstance(item, str) and item.strip() for item in value)
    return isinstance(value, str) and bool(value.strip())


def _sorted(value: dict[str, Any]) -> tuple[dict[Field, dict[str, Any]], list[str]]:
    own: dict[Field, dict[str, Any]] = {}
    left: list[str] = []
    for key, child in value.items():
        field = _field(key, child)
        if field is None:
            left.append(key)
        elif child not in (None, "", []):
            own.setdefault(field, {})[key] = child
    return own, left


def _field(key: str, child: Any) -> Field | None:
    """Return the field of a key; a “content” of objects with headlines is a list of articles."""
    field = field_of(key)
    if field is Field.BODY and isinstance(child, list | dict):
        items = child if isinstance(child, list) else [child]
        if any(isinstance(item, dict) and Field.HEADLINE in map(field_of, item) for item in items):
            return Field.ARTICLES
    return field


def _holds_entries(key: str, child: Any) -> bool:
    if _field(key, child) in _OWN:
        return False
    return isinstance(child, dict) or (
        isinstance(child, list) and any(isinstance(item, dict | list) for item in child)
    )


def _context(
    own: Mapping[Field, Mapping[str, Any]], value: dict[str, Any], children: list[str]
) -> dict[Field, Any]:
    """Return what an object that holds articles says of them all."""
    said = {
        field: next((child for key, child in values.items() if key not in children), None)
        for field, values in own.items()
        if field in _WHERE
    }
    if Field.PAGE not in said:
        number = next(
            (value[key] for key in value if field_of(key) is Field.NUMBER and place_in(value[key])[0]), None
        )
        said[Field.PAGE] = number
    # A title or a name is that of a page; of anything larger it would be the paper's, or a remark.
    if Field.SECTION not in said and said.get(Field.PAGE) is not None:
        titles = (*own.get(Field.HEADLINE, {}).values(), value.get("name"), value.get("名称"))
        said[Field.SECTION] = next((title for title in titles if isinstance(title, str) and title), None)
    return {field: child for field, child in said.items() if child is not None}


def _said_by(key: str) -> dict[Field, Any]:
    """Return what the key itself says, where articles stand under their day or their page."""
    if field_of(key) is not None:
        return {}
    if day_in(key) is not None:
        return {Field.DATE: key}
    page, _ = place_in(key)
    return {Field.PAGE: key} if page is not None else {}


def _by_headline(
    value: dict[str, Any], own: Values, part: str, around: Mapping[Field, Any]
) -> Iterator[Entry]:
    """Yield the texts of an object whose keys are their headlines."""
    if Field.HEADLINE in own:
        return
    unknown = {key: child for key, child in value.items() if field_of(key) is None}
    if not unknown or not all(_TITLE_LIKE.search(key) and _is_text(child) for key, child in unknown.items()):
        return
    for key, child in unknown.items():
        said = {Field.HEADLINE: {"": key}, Field.BODY: {"": child}}
        yield Entry(f"{part}.{key}" if part else key, said, around, ())


def _is_text(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, str) for item in value)
    return isinstance(value, str) and len(value) >= _SHORTEST_TEXT


def _is_prose(value: Any) -> bool:
    """Is this more than a name, a number, a date or an address?"""
    text = "\n".join(value) if isinstance(value, list) and _is_text(value) else value
    return (
        _is_text(text) and bool(_TITLE_LIKE.search(text)) and "://" not in text[:8] and day_in(text) is None
    )
