"""The styles and tags that elements of an ALTO document refer to."""

from __future__ import annotations

import math
from xml.etree.ElementTree import Element

from reader.importing.safe_xml import local_name

_TAGS = frozenset({"LayoutTag", "StructureTag", "RoleTag", "OtherTag"})


class Styles:
    """Looks up sizes of type and labels by references (STYLEREFS, TAGREFS)."""

    def __init__(self, root: Element) -> None:
        self._sizes: dict[str, float] = {}
        self._labels: dict[str, str] = {}
        for part in root:
            name = local_name(part.tag)
            if name not in {"Styles", "Tags"}:
                continue
            for each in part:
                kind, key = local_name(each.tag), each.get("ID", "")
                size = number(each.get("FONTSIZE"))
                if kind == "TextStyle" and size:
                    self._sizes[key] = size
                elif kind in _TAGS:
                    self._labels[key] = (each.get("LABEL") or each.get("TYPE") or "").strip()

    def size(self, element: Element, inherited: float) -> float:
        """Return the size of type of an element in points, 0 when unknown."""
        for reference in element.get("STYLEREFS", "").split():
            if reference in self._sizes:
                return self._sizes[reference]
        return inherited

    def label(self, element: Element) -> str:
        """Return what the first tag of an element says; nothing without one."""
        references = element.get("TAGREFS", "").split()
        return next((self._labels[each] for each in references if self._labels.get(each)), "")


def number(text: str | None) -> float | None:
    """Return a number that is not negative, or None for what is none."""
    try:
        value = float(text) if text else -1.0
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None
