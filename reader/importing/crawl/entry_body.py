"""The text of an entry of JSON: plain, with line ends, HTML, or a list of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from reader.edition.article import Photo
from reader.edition.body_text import body_text, plain_paragraphs
from reader.importing.crawl.fields import Field, field_of
from reader.importing.crawl.texts import Parted, parted

_MARKUP = re.compile(
    r"</?(?:p|br|div|span|h[1-6]|strong|b|em|i|table|tr|td|ul|ol|li|img|a|section|article|font)"
    r"(?:\s+[\w:-]+\s*=[^<>]*|\s*/?)>",
    re.IGNORECASE,
)
_NAMED_CHARACTER = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_BLANKS = re.compile(r"\s+")
_DEEPEST = 50


class EntryBody(NamedTuple):
    """The text of an entry, of two kinds: paragraphs, or a body already marked up."""

    parts: Parted | None = None
    body: str = ""
    photos: tuple[Photo, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    """Of photos that stand in markup, their ids and where the pictures are, as written."""
    others: tuple[tuple[str, str], ...] = ()
    """The keys of other texts, and these, marked up as a body: what the one taken does not say."""
    left: tuple[str, ...] = ()
    """Keys of other texts that show pictures of their own; those are not taken."""

    @property
    def first(self) -> str:
        """The first paragraph."""
        if self.parts is not None:
            return self.parts.paragraphs[0] if self.parts.paragraphs else ""
        return self.body.partition("\n\n")[0]


def entry_body(values: Mapping[str, Any]) -> EntryBody:
    """Return the text that stands under these keys: of several that say the same the first.

    A text that holds another is taken for both; one that says something else is in `others`.
    """
    read = {key: _read(value) for key, value in values.items()}
    if not read:
        return EntryBody()
    plain = {key: _BLANKS.sub("", _words(body)) for key, body in read.items()}
    longest = max(plain, key=lambda key: len(plain[key]))
    taken = next(key for key in plain if len(plain[key]) == len(plain[longest]))
    more = [key for key in plain if plain[key] not in plain[taken]]
    return read[taken]._replace(
        others=tuple((key, _marked_up(read[key])) for key in more if not read[key].photos),
        left=tuple(key for key in more if read[key].photos),
    )


def pictures_in(value: Any, depth: int = 0) -> list[Mapping[str, Any]]:
    """Return the objects among the parts of a text that are pictures, which are no words of it."""
    if depth > _DEEPEST or not isinstance(value, list | dict):
        return []
    if isinstance(value, dict) and _is_picture(value):
        return [value]
    children = value.values() if isinstance(value, dict) else value
    return [picture for child in children for picture in pictures_in(child, depth + 1)]


def _is_picture(item: Mapping[str, Any]) -> bool:
    kinds = (item.get(key) for key in _KINDS)
    return any(isinstance(kind, str) and kind.lower().startswith(_PICTURE) for kind in kinds)


def _marked_up(body: EntryBody) -> str:
    return plain_paragraphs(body.parts.paragraphs) if body.parts is not None else body.body


def plain_text(value: Any, depth: int = 0) -> str:
    """Return the text in a value of JSON: strings a line each, of objects what is named text, else all."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None or depth > _DEEPEST:
        return ""
    if isinstance(value, int | float):
        return str(value) if isinstance(value, float) or abs(value) < 10**18 else ""
    if isinstance(value, list):
        return "\n".join(filter(None, (plain_text(item, depth + 1) for item in value)))
    if isinstance(value, dict):
        if _is_picture(value):
            return ""
        known = [child for key, child in value.items() if key in _NAMES or field_of(key) in _TEXTS]
        # Paragraphs by number, or whatever else: better a word too many than one too few.
        texts = (plain_text(child, depth + 1) for child in known or _unmarked(value))
        return "\n".join(filter(None, texts))
    return ""


def _unmarked(value: Mapping[str, Any]) -> list[Any]:
    """Return what stands in an object, but for what only says of which sort it is."""
    return [child for key, child in value.items() if key.lower() not in _KINDS]


_KINDS = ("type", "kind", "tag")
_PICTURE = ("image", "img", "photo", "picture", "pic", "图")
_NAMES = ("name", "value", "data", "姓名")
_TEXTS = (Field.BODY, Field.HEADLINE, Field.SUMMARY)


def is_markup(text: str) -> bool:
    """Is this text HTML?"""
    return _MARKUP.search(text) is not None or _NAMED_CHARACTER.search(text) is not None


def _read(value: Any) -> EntryBody:
    text = plain_text(value).replace("\r\n", "\n").replace("\r", "\n")
    if is_markup(text):
        from reader.importing.html_blocks import html_text

        markup = text if "<" in text else text.replace("\n", "<br>\n")
        html = html_text(_with_paragraphs(markup) if isinstance(value, list) else markup)
        photos = tuple(
            Photo(id=f"f{number}", caption=each.caption, credit=each.credit, alt=each.alt)
            for number, each in enumerate(html.photos, 1)
        )
        places = tuple((f"f{number}", each.src) for number, each in enumerate(html.photos, 1) if each.src)
        return EntryBody(body=body_text(html.blocks), photos=photos, places=places)
    lines = [line for line in text.split("\n") if line.strip()]
    # Every line is text here: the head has keys of its own.
    return EntryBody(parts=parted("\n".join("\u3000" + line.strip() for line in lines)))


def _with_paragraphs(markup: str) -> str:
    return "".join(f"<p>{line}</p>" for line in markup.split("\n"))


def _words(body: EntryBody) -> str:
    return "".join(body.parts.paragraphs) if body.parts is not None else body.body
