"""The photos of HTML: where the picture is and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from reader.importing.html_running import one_line

# Pages that load pictures late name the real one here and a grey square as the source.
_LATE = ("data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-echo")
_DOT = re.compile(r"\s*[01](?:px)?\s*\Z")


class HtmlPhoto(NamedTuple):
    """A picture in a text; every field but `src` printable."""

    src: str
    """As written: a path, an address, or a ``data:`` picture; empty where only words are left."""
    alt: str | None
    caption: str | None
    credit: str | None


def photo(attributes: Mapping[str, str], source: str = "") -> HtmlPhoto | None:
    """Return the photo these attributes of ``img`` speak of; `source` is the one its ``picture`` names.

    A title is the alternative text where there is none, else the caption. None for a dot that only counts
    readers, and where neither picture nor words are left.
    """
    if all(_DOT.match(attributes.get(side, "")) for side in ("width", "height")):
        return None
    src = next((attributes[name] for name in ("src", "href", "xlink:href") if attributes.get(name)), "")
    if not src or src.startswith("data:"):
        late = next((attributes[name] for name in _LATE if attributes.get(name)), "")
        src = late or src or source or first_of_set(attributes.get("srcset", ""))
    alt, title = one_line(attributes.get("alt", "")), one_line(attributes.get("title", ""))
    alt, caption = alt or title, title if alt and title != alt else ""
    if not src and not alt:
        return None
    return HtmlPhoto(src.strip(), alt or None, caption or None, None)


def first_of_set(srcset: str) -> str:
    """Return the first address of a ``srcset``."""
    words = srcset.split(None, 1)
    return words[0].rstrip(",") if words else ""
