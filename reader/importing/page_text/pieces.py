"""A page taken apart: which headings and paragraphs make one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from reader.importing.page_text.elements import Element
from reader.importing.page_text.jump_lines import goes_elsewhere, is_from_elsewhere
from reader.importing.page_text.names import are_names
from reader.importing.page_text.shapes import (
    is_box_label,
    is_byline,
    is_caption,
    is_complete,
    is_credit,
    is_dateline,
    is_deck,
    is_label,
    is_like_label,
    is_prose,
    is_report,
    jump_of,
    signed,
    source_of,
)

_WARNS = re.compile("预警|警报|停[水电气暖]|warning|alert", re.IGNORECASE)


class Origin(Enum):
    """Why a piece begins where it does."""

    START = "start"
    """The page begins."""
    HEADING = "heading"
    SIGNED = "signed"
    """What stood before was signed."""
    GAP = "gap"
    """More blank lines than elsewhere part it from what stood before."""
    CAPTION = "caption"
    """It looks like the caption of a photo, apart from what stood before."""


class Piece(NamedTuple):
    """The lines above a text, and the text: paragraphs (level 0) and subheads."""

    origin: Origin
    head: tuple[Element, ...]
    body: tuple[Element, ...]
    is_in_box: bool = False
    """Do the labels of its box stand above another piece of it?"""

    @property
    def is_box(self) -> bool:
        """Do labels of public information stand above it?"""
        titles = [element for element in self.head if element.level]
        return self.is_in_box or any(is_box_label(element.text) for element in titles)


def pieces(found: list[Element], usual: int) -> Iterator[Piece]:
    """Yield the pieces of a page in order; `usual` is how many blank lines part two paragraphs."""
    yield from _Parting(_with_box_labels(found, usual), usual).pieces()


def is_head_line(element: Element) -> bool:
    """Is this line, not marked as a heading, part of the lines above a text by its own shape?"""
    text = element.text
    return not element.level and (
        is_byline(text)
        or is_label(text)
        or is_deck(text)
        or is_dateline(text)
        or source_of(text) is not None
        or _is_jump(text, "from")
    )


def _is_jump(text: str, way: str) -> bool:
    jump = jump_of(text)
    return jump is not None and jump[0] == way


def article_level(found: list[Element]) -> int:
    """Return the deepest level whose headings open an article; deeper ones are decks and subheads."""
    levels = {element.level for element in found if element.level}
    if not levels or min(levels) > 2:
        return min(levels, default=1)
    if 2 not in levels or 1 not in levels:
        return 2
    tops = sum(element.level == 1 for element in found)
    seconds = [index for index, element in enumerate(found) if element.level == 2]
    # Several pieces under #, and ## only ever inside them, alone: then ## are their subheads.
    is_inside = all(
        0 < index < len(found) - 1
        and not found[index - 1].level
        and not found[index + 1].level
        and not is_head_line(found[index + 1])
        and not is_report(found[index + 1].text)
        for index in seconds
    )
    first = next(element for element in found if element.level)
    return 1 if tops > 1 and first.level == 1 and is_inside else 2


def _with_box_labels(found: list[Element], usual: int) -> list[Element]:
    """Mark labels of public information that stand by themselves as the headings they are."""
    marked = list(found)
    for index, element in enumerate(found):
        before = marked[index - 1] if index else None
        after = found[index + 1].text if index + 1 < len(found) else ""
        stands = (
            before is None
            or bool(before.level)
            or element.gap > usual
            or (is_complete(before.text) and (_WARNS.search(after) is not None or is_box_label(after)))
        )
        if not element.level and stands and is_box_label(element.text):
            marked[index] = element._replace(level=3)
    return marked


class _Parting:
    """Goes through a page once."""

    def __init__(self, found: list[Element], usual: int) -> None:
        self._found = found
        self._usual = usual
        self._level = article_level(found)
        self._origin = Origin.START
        self._head: list[Element] = []
        self._body: list[Element] = []

    def pieces(self) -> Iterator[Piece]:
        index = 0
        while index < len(self._found):
            element = self._found[index]
            if element.level:
                end = self._end_of_headings(index)
                run = self._found[index:end]
                if self._opens(run):
                    label = self._label_above()
                    yield from self._taken(Origin.HEADING)
                    self._head = label + run
                    end = self._head_lines(end)
                elif self._head and not self._body:
                    self._head += run
                    end = self._head_lines(end)
                else:
                    self._body += run
                index = end
                continue
            origin = self._begins(element)
            if origin is not None:
                yield from self._taken(origin)
            self._body.append(element)
            index += 1
        yield from self._taken(Origin.START)

    def _taken(self, origin: Origin) -> Iterator[Piece]:
        """Yield what has been gathered, and begin a piece of this origin."""
        if self._is_caption_at_the_top(origin):
            self._origin = Origin.CAPTION
        if self._head or self._body:
            yield Piece(self._origin, tuple(self._head), tuple(self._body))
        self._origin, self._head, self._body = origin, [], []

    def _is_caption_at_the_top(self, follows: Origin) -> bool:
        """Is what stands above the first heading of the page the caption of a photo?"""
        if self._origin is not Origin.START or follows is not Origin.HEADING or self._head:
            return False
        texts = [element.text for element in self._body]
        return bool(texts) and is_caption(texts[0]) and all(map(is_credit, texts[1:]))

    def _end_of_headings(self, index: int) -> int:
        while index < len(self._found) and self._found[index].level:
            index += 1
        return index

    def _opens(self, run: list[Element]) -> bool:
        """Does an article begin with these headings?"""
        if min(element.level for element in run) <= self._level or not (self._head or self._body):
            return True
        if is_box_label(run[0].text):
            return not self._head or bool(self._body)
        is_apart = run[0].gap > max(self._usual, 1) and (not self._body or is_complete(self._body[-1].text))
        return is_apart and bool(self._body)

    def _label_above(self) -> list[Element]:
        """Take the label of a column that stands above a headline off the text before it."""
        label: list[Element] = []
        while self._body and not self._body[-1].level:
            last = self._body[-1]
            before = self._body[-2] if len(self._body) > 1 else None
            is_free = before is None or is_complete(before.text)
            is_apart = last.gap > self._usual or (before is None and not self._head)
            if not (is_label(last.text) or (is_like_label(last.text) and is_apart and is_free)):
                break
            label.insert(0, self._body.pop())
        return label

    def _head_lines(self, index: int) -> int:
        """Take the lines that belong to the head, up to the text; return where that begins."""
        while index < len(self._found):
            element = self._found[index]
            if element.level:
                if element.level <= self._level or self._found[index - 1].level:
                    break
                self._head.append(element)
            elif is_head_line(element) or self._is_short_line(index) or self._are_names(index):
                self._head.append(element)
            else:
                break
            index += 1
        return index

    def _are_names(self, index: int) -> bool:
        """Is this line, right below a heading and above something, nothing but names?"""
        text = self._found[index].text
        is_below = index > 0 and self._found[index - 1].level > 0 and index + 1 < len(self._found)
        return is_below and len(text) <= 24 and are_names(text, is_strict=True)

    def _is_short_line(self, index: int) -> bool:
        """Is this short line without any mark, before running text, still a line of the head?"""
        element = self._found[index]
        if index + 1 >= len(self._found) or len(element.text) > 30 or is_complete(element.text):
            return False
        after = self._found[index + 1]
        if any(mark in element.text for mark in "，,。；;“”"):
            return False
        return bool(after.level) or is_prose(after.text) or is_head_line(after)

    def _begins(self, element: Element) -> Origin | None:
        """Does something else begin with this paragraph, which no heading announces, and why?"""
        if not self._body or self._body[-1].level:
            return None
        before = self._body[-1].text
        is_far = element.gap > self._usual
        if self._is_in_box():
            return Origin.GAP if element.gap >= self._usual + 2 and is_complete(before) else None
        if is_from_elsewhere(element.text):
            return Origin.SIGNED
        if is_credit(element.text) or jump_of(element.text) or is_byline(element.text):
            return None
        if goes_elsewhere(before) and signed(element.text, is_last=True) != ("", element.text):
            return Origin.CAPTION if is_caption(element.text) else Origin.SIGNED
        if self._origin is Origin.CAPTION and is_complete(before):
            return Origin.CAPTION if is_far and is_caption(element.text) else Origin.GAP
        is_signed = signed(before, is_last=is_far) is not None or (len(self._body) > 1 and is_byline(before))
        if is_signed and signed(element.text, is_last=True) != (("", element.text)):
            return Origin.CAPTION if is_caption(element.text) else Origin.SIGNED
        if not (is_far and is_complete(before)):
            return None
        if is_caption(element.text):
            return Origin.CAPTION
        return Origin.GAP if element.gap >= self._usual + 2 else None

    def _is_in_box(self) -> bool:
        return any(element.level and is_box_label(element.text) for element in self._head)
