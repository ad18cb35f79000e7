"""The elements that are open, innermost last, and what ends when one is closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.importing.html_elements import (
    CAPTION,
    CREDIT,
    HEADINGS,
    LINES_KEPT,
    LISTS,
    VERSE,
)
from reader.importing.html_numbering import Numbering
from reader.importing.html_setting import Setting
from reader.importing.html_table import Piece

_PLAIN = frozenset({"dt", "caption", "td", "th"})
_MAY_BE_VERSE = frozenset({"p", "div", "section", "article"})
_MAY_BE_CAPTION = frozenset({"p", "div", "dd"})


class Element(NamedTuple):
    """An element that is open."""

    name: str
    mode: str
    """What text directly in it is; empty where it does not change that."""
    outer: tuple[str, str]
    """Name and classes of the element around it."""


@dataclass(slots=True)
class Scope:
    """What is open inside a table, a cell or the document; a tag in it closes nothing outside."""

    name: str
    depth: int
    """As many elements as were open when it began, its own one included."""
    lists: int
    outer: list[Piece]
    """Where blocks went before it began."""
    open: Counter[str] = field(default_factory=Counter)


class Stack:
    """Opens and closes elements one at a time, and keeps the setting's modes in step."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.lists: list[Numbering] = []
        self._elements: list[Element] = []
        self._scopes = [Scope("", 0, 0, setting.pieces)]

    @property
    def scope(self) -> Scope:
        """The innermost scope."""
        return self._scopes[-1]

    @property
    def list_in_scope(self) -> Numbering | None:
        """The innermost list, unless a cell or caption parts it from here."""
        return self.lists[-1] if len(self.lists) > self.scope.lists else None

    def is_open(self, name: str) -> bool:
        """Is an element of this name open in the innermost scope?"""
        return self.scope.open[name] > 0

    def push(self, name: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        setting = self.setting
        classes = attributes.get("class", "")
        mode = _mode(name, f"{classes} {attributes.get('epub:type', '')}", setting)
        self._elements.append(Element(name, mode, setting.origin))
        self.scope.open[name] += 1
        setting.origin = (name, classes)
        if mode:
            setting.modes.append(mode)
        if name == "blockquote":
            setting.quotes.append(len(setting.pieces))
        elif name == "figure" or mode == "legend":
            setting.open_figure()
        elif mode == "verse":
            setting.verses.enter()
        elif name in LISTS:
            self.lists.append(Numbering(name, attributes))

    def begin_scope(self, name: str, pieces: list[Piece]) -> None:
        """Have what follows go there, until the element just opened is closed."""
        self._scopes.append(Scope(name, len(self._elements), len(self.lists), self.setting.pieces))
        self.setting.pieces = pieces

    def pop(self) -> Scope | None:
        """Close the innermost element; returns the scope that ends with it, if one does."""
        element, setting = self._elements.pop(), self.setting
        setting.flush(ends_quote=element.name == "blockquote")
        ended = None
        if len(self._elements) < self.scope.depth:
            setting.end_verse()
            ended = self._scopes.pop()
            setting.pieces = ended.outer
        self.scope.open[element.name] -= 1
        setting.origin = element.outer
        if element.mode:
            setting.modes.pop()
        self._end(element)
        return ended

    def _end(self, element: Element) -> None:
        setting = self.setting
        if element.mode == "verse":
            if setting.verses.leave():
                setting.end_verse()
        elif element.mode == "legend":
            setting.close_caption()
        match element.name:
            case "blockquote":
                setting.quotes.pop()
            case "figure":
                setting.close_figure()
            case "ul" | "ol" | "menu" | "dir":
                self.lists.pop()
            case "li" | "dt" | "dd":
                setting.items.pop()
                numbering = self.list_in_scope
                if element.name == "li" and numbering is not None:
                    numbering.item_is_open = False
            case _:
                pass

    def pop_through(self, name: str) -> None:
        """Close everything up to the innermost element of this name, if one is open in this scope."""
        if self.is_open(name):
            while self._elements[-1].name != name:
                self.pop()
            self.pop()

    def pop_scope(self) -> Scope | None:
        """Close everything in the innermost scope and the element it belongs to."""
        depth = self.scope.depth
        while len(self._elements) > depth:
            self.pop()
        return self.pop() if self._elements else None

    def __bool__(self) -> bool:
        return bool(self._elements)


def _mode(name: str, classes: str, setting: Setting) -> str:
    """Return what text directly in this element is, or nothing where that does not change."""
    if name in HEADINGS:
        return "heading"
    if name in LINES_KEPT:
        return "pre"
    if name in _PLAIN:
        return "plain"
    is_in_figure = bool(setting.figures)
    if name == "figcaption" or (name in _MAY_BE_CAPTION and CAPTION.search(classes)):
        return "caption" if is_in_figure else "legend"
    match name:
        case "li" | "dd":
            return "item"
        case "blockquote":
            return "quote"
        case "address":
            return "address"
        case "footer" if setting.modes and setting.modes[-1] == "quote":
            return "speaker"
        case _:
            pass
    if is_in_figure and CREDIT.search(classes):
        return "credit"
    return "verse" if name in _MAY_BE_VERSE and VERSE.search(classes) else ""
