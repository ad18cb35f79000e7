"""The pictures an entry of JSON names: those beside its file are taken, those elsewhere are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from reader.edition.article import Photo
from reader.importing.crawl.entry_body import EntryBody, plain_text
from reader.importing.crawl.fields import Field, field_of
from reader.importing.imported import Picture
from reader.importing.observation import CannotImport
from reader.importing.source import Source

_PLACES = frozenset(("src", "file", "path", "filename", "local", "文件"))
_CAPTIONS = frozenset(("caption", "desc", "description", "alt", "说明", "图说", "图片说明"))
_CREDITS = frozenset(("credit", "photographer", "摄影", "图片作者"))


def entry_photos(
    values: Mapping[str, Any], source: Source, taken: tuple[Picture, ...] = ()
) -> tuple[tuple[Photo, ...], tuple[Picture, ...], bool]:
    """Return photos, the pictures that lie beside the file, and whether addresses had to be left out.

    A picture on the network is never fetched: its words are kept, its address is not. What the text itself
    shows has been `taken`.
    """
    photos: list[Photo] = []
    pictures: list[Picture] = []
    is_left = False
    for place, photo in _named(list(values.values()), 0):
        file = _beside(place, source) if place else None
        if file is not None and all(file.name != picture.file for picture in (*taken, *pictures)):
            pictures.append(Picture(file.name, file.data))
            photos.append(_with_file(photo, file.name))
            continue
        is_left = is_left or (bool(place) and file is None)
        if photo.caption or photo.credit:
            photos.append(photo)
    return tuple(photos), tuple(pictures), is_left


def placed_photos(body: EntryBody, source: Source) -> tuple[tuple[Photo, ...], tuple[Picture, ...], bool]:
    """Return the photos that stand in the text, as `entry_photos` does for those beside it."""
    places = dict(body.places)
    photos: list[Photo] = []
    pictures: list[Picture] = []
    is_left = False
    for photo in body.photos:
        place = places.get(photo.id or "", "")
        file = _beside(place, source) if place else None
        if file is not None and all(file.name != picture.file for picture in pictures):
            pictures.append(Picture(file.name, file.data))
            photos.append(replace(photo, file=file.name))
        else:
            is_left = is_left or bool(place)
            photos.append(photo)
    return tuple(photos), tuple(pictures), is_left


class _File:
    """A file beside the JSON, by its plain name."""

    def __init__(self, source: Source, name: str) -> None:
        self.name = name
        self.data = source.data


def _beside(place: str, source: Source) -> _File | None:
    if "://" in place or place.startswith(("/", "data:")):
        return None
    try:
        return _File(source.beside(place), PurePosixPath(place.replace("\\", "/")).name)
    except (CannotImport, OSError, ValueError):
        return None


def _named(value: Any, depth: int) -> Iterator[tuple[str, Photo]]:
    """Yield where each picture is and what is said of it."""
    if isinstance(value, str) and value.strip():
        yield value.strip(), Photo()
    elif isinstance(value, list) and depth < 3:
        for item in value:
            yield from _named(item, depth + 1)
    elif isinstance(value, dict):
        said: dict[str, str] = {}
        for key, child in value.items():
            name, field = key.lower(), field_of(key)
            if name in _PLACES or field is Field.ADDRESS:
                said.setdefault("place", plain_text(child).strip())
            elif name in _CREDITS or field is Field.BYLINE:
                said.setdefault("credit", plain_text(child).strip())
            elif name in _CAPTIONS or field in (Field.BODY, Field.HEADLINE, Field.SUMMARY):
                said["caption"] = " ".join(filter(None, (said.get("caption"), plain_text(child).strip())))
        photo = Photo(caption=said.get("caption") or None, credit=said.get("credit") or None)
        yield said.get("place", ""), photo


def _with_file(photo: Photo, name: str) -> Photo:
    return Photo(file=name, caption=photo.caption, credit=photo.credit)
