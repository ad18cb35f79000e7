"""The properties of an item of ninjs, whichever version has written them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_SEPARATED = re.compile(r"[^a-z0-9]+")


class Worded(NamedTuple):
    """A text of an item and what it is."""

    role: str
    """In small letters; the part behind ``body_`` in version 1, nothing where the item does not say."""
    content_type: str
    value: str


class Rendition(NamedTuple):
    """One file that shows the item."""

    name: str
    href: str
    content_type: str
    width: int
    title: str = ""


class Properties:
    """Reads an item by the names of version 3 in small letters, which are those of 2 and mostly of 1."""

    def __init__(self, item: Mapping[str, Any]) -> None:
        self._item = {key.casefold(): value for key, value in item.items()}

    def text(self, *names: str) -> str | None:
        """Return the first of these properties that is a text with words."""
        for name in names:
            value = self._item.get(name)
            if isinstance(value, str) and value.strip():
                return value.strip()
        return None

    def worded(self, plural: str, single: str) -> list[Worded]:
        """Return the texts of ``headlines``, ``bodies`` or ``descriptions``; in version 1 ``headline_*``…

        Source: ninjs 1.5, patternProperties; ninjs 2.0 and 3.0, headlines, bodies, descriptions.
        """
        found = []
        for part in self._list(plural):
            if isinstance(part, str):
                found.append(Worded("", "", part))
            elif isinstance(part, dict):
                each = Properties(part)
                found.append(Worded(_role(each.text("role")), each.content_type(), each.raw("value")))
        for key, value in self._item.items():
            if isinstance(value, str) and (key == single or key.startswith(f"{single}_")):
                found.append(Worded(_role(key[len(single) + 1 :]), "", value))
        return [each for each in found if each.value.strip()]

    def raw(self, name: str) -> str:
        """Return a text as it stands; empty where it is none."""
        value = self._item.get(name)
        return value if isinstance(value, str) else ""

    def content_type(self) -> str:
        """Return the media type in small letters, without parameters."""
        return (self.text("contenttype", "mimetype") or "").partition(";")[0].strip().lower()

    def objects(self, *names: str) -> list[Properties]:
        """Return the objects of the first of these lists that there is; a single one is a list of one."""
        for name in names:
            if name in self._item:
                return [Properties(part) for part in self._list(name) if isinstance(part, dict)]
        return []

    def named(self, *names: str) -> list[str]:
        """Return the names, else the codes, of the objects of a list."""
        return [
            word for part in self.objects(*names) if (word := part.text("name", "literal", "code", "uri"))
        ]

    def associations(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield each associated item with its name, in order: an object in version 1, a list in 2 and 3."""
        yield from self._members("associations")

    def renditions(self) -> list[Rendition]:
        """Return the files that show the item, in order."""
        found = []
        for name, part in self._members("renditions"):
            each = Properties(part)
            width = each.text("width") or ""
            size = int(width[:9]) if re.match(r"[0-9]{1,9}(?:\.|\Z)", width) else 0
            href = each.text("href") or ""
            if href:
                found.append(
                    Rendition(name.casefold(), href, each.content_type(), size, each.text("title") or "")
                )
        return found

    def alternative(self, role: str) -> str | None:
        """Return the alternative identifier of a role."""
        for part in self.objects("altids"):
            if _role(part.text("role")) == role:
                return part.text("value")
        for part in self.objects("altids"):
            if (value := part.text(role)) is not None:
                return value
        return None

    def _members(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        value = self._item.get(name)
        if isinstance(value, dict):
            for key, part in value.items():
                for each in part if isinstance(part, list) else [part]:
                    if isinstance(each, dict):
                        yield key, each
        elif isinstance(value, list):
            for part in value:
                if isinstance(part, dict):
                    yield Properties(part).text("name") or "", part

    def _list(self, name: str) -> list[Any]:
        value = self._item.get(name)
        if isinstance(value, list):
            return value
        return [] if value is None else [value]


def _role(written: str | None) -> str:
    """Return a role in one spelling: the end of a URI or a QCode, small letters, words by hyphens."""
    word = re.split(r"[:/#]", (written or "").strip().rstrip("/").casefold())[-1]
    return _SEPARATED.sub("-", word).strip("-") if word.isascii() else word
