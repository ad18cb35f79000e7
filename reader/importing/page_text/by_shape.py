"""Headings of a page that marks none: short lines without a final mark, before running text."""

from __future__ import annotations

import re

from reader.edition.wording import Wording
from reader.importing.page_text.elements import Element, width
from reader.importing.page_text.shapes import (
    is_box_label,
    is_byline,
    is_complete,
    is_credit,
    is_dateline,
    is_deck,
    is_label,
    is_prose,
    is_report,
    jump_of,
    signed,
    source_of,
)
from reader.importing.page_text.telling import Telling

_WIDEST = 66
"""Cells of a heading; a Chinese one has up to about thirty characters."""
_WIDEST_CLAUSES = 48
"""Cells of a heading that is parted by commas."""
_NO_HEADING = re.compile(r".*[。；！？;：:，,、…]|.*(?<!\b[A-Z])\.")
_STARTS_A_LIST = re.compile(r"(?:[-*•·]|\d{1,2}[.、)）]|[(（]?[一二三四五六七八九十]+[)）、])\s*\S")
_HEADLINE = Wording("没有标题标记，“{text}”当作标题", "no mark of a heading; “{text}” is taken as one")
_SUBHEAD = Wording("没有标题标记，“{text}”当作小标题", "no mark of a heading; “{text}” is taken as a subhead")
_MARK = Wording(
    "不是就改；给标题加上 # 再导入最稳妥", "correct it if it is none; mark headings with # to be sure"
)


def headed(found: list[Element], usual: int, tell: Telling) -> list[Element]:
    """Return the elements of a page without heading marks; what is a heading by its shape is marked as one.

    A run of short lines opens an article where the page begins, something else ended, or a byline or the
    opening of a report follows; elsewhere one short line is a subhead. Each is told.
    """
    marked = list(found)
    index = 0
    while index < len(found):
        end = index
        while end < len(found) and _may_head(found[end]):
            end += 1
        if end == index:
            index += 1
            continue
        if end < len(found):
            _mark(marked, index, end, usual, tell)
        index = end
    return marked


def _mark(marked: list[Element], start: int, end: int, usual: int, tell: Telling) -> None:
    """Mark the headings of a run of short lines; `marked[end]` is the running text below it."""
    titles = [index for index in range(start, end) if _is_title(marked[index])]
    if not titles:
        return
    before = marked[start - 1] if start else None
    if not _opens(marked, start, end, usual):
        if len(titles) == 1 and end - start == 1 and before is not None and is_complete(before.text):
            _set(marked, titles[0], 3, _SUBHEAD, tell)
        return
    dash = next((place for place, index in enumerate(titles) if is_deck(marked[index].text)), len(titles))
    plain = max(1, dash)
    # One line is the headline; of two the second is the deck; of three the first is the kicker.
    lead = 1 if plain == 3 or (plain == 2 and dash == 2 < len(titles)) else 0
    for place, index in enumerate(titles):
        _set(marked, index, 1 if place == lead else 2, _HEADLINE, tell)


def _set(marked: list[Element], index: int, level: int, what: Wording, tell: Telling) -> None:
    element = marked[index]
    marked[index] = element._replace(level=level)
    tell.guessed(element.place, what.filled(text=element.text[:20]), _MARK, "headline")


def _opens(marked: list[Element], start: int, end: int, usual: int) -> bool:
    """Does an article begin with this run of short lines?"""
    before = marked[start - 1] if start else None
    if before is None or marked[start].gap > usual or is_report(marked[end].text):
        return True
    others = (marked[index].text for index in range(start, end))
    if any(is_byline(text) or is_label(text) or is_deck(text) for text in others):
        return True
    return signed(before.text, is_last=True) is not None or jump_of(before.text) is not None


def _may_head(element: Element) -> bool:
    """Could this line stand above running text: a heading, or what goes with one?"""
    text = element.text
    return not element.level and (
        _is_title(element) or is_byline(text) or is_label(text) or is_dateline(text)
    )


def _is_title(element: Element) -> bool:
    text = element.text
    if element.level or width(text) > _WIDEST or text.count("“") != text.count("”"):
        return False
    if _NO_HEADING.fullmatch(text) or "。" in text or _STARTS_A_LIST.match(text):
        return False
    if is_byline(text) or is_label(text) or is_dateline(text) or jump_of(text) or source_of(text):
        return False
    if text[0] in "(（" or (is_credit(text) and "摄" in text):
        return False
    return is_box_label(text) or not _is_long_prose(text)


def _is_long_prose(text: str) -> bool:
    """Is this too much of a sentence for a heading?"""
    has_clauses = any(mark in text for mark in "，,") and width(text) > _WIDEST_CLAUSES
    return has_clauses or (is_prose(text) and (text[-1] in "。！？.!?" or width(text) > _WIDEST))
