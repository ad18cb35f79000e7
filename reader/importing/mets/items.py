"""The logical structure of an issue as articles and their parts, in reading order, still without words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.edition.article import Kind
from reader.importing.mets.roles import Role, kind_of, role_of
from reader.importing.mets.structure import Area, Div, Mets

_LOOSE = frozenset(Role) - {Role.FRAME, Role.SECTION, Role.ITEM, Role.MASTHEAD}
_HEADS = frozenset({Role.HEADING, Role.KICKER, Role.HEADLINE, Role.DECK})


@dataclass(slots=True)
class Part:
    """A part of an article, as what it points to."""

    role: Role
    areas: list[Area] = field(default_factory=list)
    is_one: bool = True
    """Is all it points to one text? Else each block is one of its own."""
    row: int = 0
    """For a cell: which row of the article's tables it is in, from 1."""


@dataclass(slots=True)
class Group:
    """A section: what it is called, by its label or by words of the page."""

    label: str
    heads: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class Item:
    """An article, an advertisement… as the structure has it."""

    kind: Kind
    label: str = ""
    descriptions: tuple[str, ...] = ()
    parts: list[Part] = field(default_factory=list)
    group: Group | None = None
    is_masthead: bool = False


def items_of(mets: Mets) -> list[Item]:
    """Return the items of the logical map; none when it only has pages."""
    if mets.logical is None:
        return []
    return _Walk(mets).items


class _Walk:
    """Walks through the divisions: down to the items, then through the parts of each."""

    def __init__(self, mets: Mets) -> None:
        self.items: list[Item] = []
        self._links = mets.links
        self._physical: dict[str, Div] = {}
        self._row = 0
        self._has_items: dict[int, bool] = {}
        self._has_areas: dict[int, bool] = {}
        for root in (mets.physical, mets.logical):
            if root is not None:
                self._survey(root)
        if mets.physical is not None and mets.links:
            self._name(mets.physical)
        assert mets.logical is not None
        self._frame(mets.logical, None)

    def _survey(self, div: Div) -> None:
        """Note which divisions have items in them, and which point to parts of pages."""
        has_items = False
        has_areas = any(not area.is_whole for area in div.areas) or div.id in self._links
        for part in div.parts:
            self._survey(part)
            is_item = role_of(part.type) in {Role.ITEM, Role.MASTHEAD}
            has_items = has_items or is_item or self._has_items[id(part)]
            has_areas = has_areas or self._has_areas[id(part)]
        self._has_items[id(div)], self._has_areas[id(div)] = has_items, has_areas

    def _name(self, div: Div) -> None:
        self._physical[div.id] = div
        for part in div.parts:
            self._name(part)

    def _frame(self, div: Div, group: Group | None) -> None:
        """Walk through a division that holds items, or is one."""
        role = role_of(div.type)
        has_items, has_areas = self._has_items[id(div)], self._has_areas[id(div)]
        if role in {Role.ITEM, Role.MASTHEAD} or (has_areas and not has_items and role is not Role.FRAME):
            self._item(div, group)
            return
        if role is Role.SECTION:
            group = Group(div.label)
        loose: Item | None = None
        for part in div.parts:
            if not self._is_loose(part):
                self._frame(part, group)
            elif role is Role.SECTION and group is not None and role_of(part.type) in _HEADS:
                head = Item(Kind.NEWS)
                self._part(part, head, Role.HEADLINE, None)
                group.heads += head.parts
            else:
                if loose is None:
                    loose = Item(Kind.NEWS, group=group)
                    self.items.append(loose)
                self._part(part, loose, Role.PARAGRAPH, None)

    def _is_loose(self, div: Div) -> bool:
        """Is this a heading or a text that stands in no item?"""
        is_text = role_of(div.type) in _LOOSE - {Role.PICTURE, Role.TABLE}
        return is_text and self._has_areas[id(div)] and not self._has_items[id(div)]

    def _item(self, div: Div, group: Group | None) -> None:
        role = role_of(div.type)
        kind = kind_of(div.type) or (Kind.PHOTO if role is Role.PICTURE else Kind.NEWS)
        item = Item(kind, div.label, div.descriptions, group=group, is_masthead=role is Role.MASTHEAD)
        self.items.append(item)
        if role in {Role.ITEM, Role.MASTHEAD, Role.SECTION}:
            self._inside(div, item, Role.PARAGRAPH, None)
        else:
            self._part(div, item, Role.PARAGRAPH, None)

    def _part(self, div: Div, item: Item, around: Role, current: Part | None) -> Part | None:
        """Take a division within an item and return the part that what follows may go on with.

        `around` is what its text is unless its type says so; `current` the part it is a piece of, if any.
        """
        role = role_of(div.type)
        if role is Role.ITEM:
            self._item(div, item.group)
            return current
        if role is Role.HEADING:
            self._inside(div, item, Role.HEADLINE, None)
        elif role is Role.BODY:
            self._inside(div, item, Role.PARAGRAPH, None)
        elif role is Role.PICTURE:
            if around is not role:  # an image in an illustration is the same picture
                item.parts.append(Part(role))
            self._inside(div, item, role, None)
        elif role in _LOOSE - {Role.TEXT, Role.ROW}:
            assert role is not None
            row = self._row if role is Role.CELL else 0
            own = Part(role, is_one=role is not Role.TABLE, row=row)
            item.parts.append(own)
            self._inside(div, item, role, own)
        else:
            self._row += role is Role.ROW
            return self._inside(div, item, around, current)
        return current

    def _inside(self, div: Div, item: Item, around: Role, current: Part | None) -> Part | None:
        for role, areas in self._linked(div):
            item.parts.append(Part(role or around, areas, is_one=False))
        if div.areas and current is None:
            around = Role.PARAGRAPH if around is Role.PICTURE else around
            item.parts.append(Part(around, list(div.areas), is_one=around is not Role.PARAGRAPH))
        elif div.areas and current is not None:
            if item.parts[-1] is not current:  # a picture, say, has come between
                current = Part(current.role, is_one=current.is_one, row=current.row)
                item.parts.append(current)
            current.areas += div.areas
        for part in div.parts:
            current = self._part(part, item, around, current)
        return current

    def _linked(self, div: Div) -> Iterator[tuple[Role | None, list[Area]]]:
        """Yield the areas of pages that a division is linked to, with what they are labelled.

        A division that points to text itself, or whose parts do, needs no link.
        """
        has_own = any(not area.is_whole for area in div.areas) or any(
            self._has_areas[id(part)] for part in div.parts
        )
        for target in () if has_own else self._links.get(div.id, ()):
            physical = self._physical.get(target)
            if physical is not None and physical.areas:
                role = role_of(physical.label) or role_of(physical.type)
                is_said = role in _LOOSE - {Role.TEXT, Role.BODY, Role.HEADING}
                yield (
                    role if is_said else Role.HEADLINE if role is Role.HEADING else None,
                    list(physical.areas),
                )
