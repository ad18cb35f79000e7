"""A photo as an item of ninjs, its picture within it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import PurePosixPath

from reader.edition.article import Photo
from reader.exporting.picture_kind import picture_kind


def picture_item(
    photo: Photo, name: str, uri: str, picture: Callable[[str], bytes | None]
) -> dict[str, object]:
    """Return the item of a photo; `picture` gives the bytes of its file, if there are any.

    What is no picture by its own bytes is not written. Source: ninjs 3.3, renditionType; RFC 2397.
    """
    item: dict[str, object] = {"name": name, "uri": uri, "type": "picture", "pubStatus": "usable"}
    said = (("caption", photo.caption), ("alt", photo.alt))
    descriptions = [{"role": role, "value": value} for role, value in said if value]
    if descriptions:
        item["descriptions"] = descriptions
    if photo.credit:
        item["by"] = photo.credit
    data = picture(photo.file) if photo.file else None
    kind = picture_kind(data) if data else None
    if data and kind:
        rendition: dict[str, object] = {
            "name": "main",
            "href": f"data:{kind.media_type};base64,{base64.b64encode(data).decode()}",
            "contentType": kind.media_type,
            "title": PurePosixPath(photo.file or "").name,
            "sizeInBytes": len(data),
        }
        item["renditions"] = [rendition]
    return item
