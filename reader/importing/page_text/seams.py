"""Paragraphs that a column or a page broke, put together again where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from reader.edition.wording import Wording
from reader.importing.page_text.elements import Element
from reader.importing.page_text.jump_lines import goes_elsewhere, is_from_elsewhere
from reader.importing.page_text.shapes import is_complete, is_prose, jump_of
from reader.importing.page_text.telling import Telling
from reader.importing.page_text.together import NEVER_OPENS, together

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_OPENS = re.compile(
    r"[“‘「『《【〔(（■□●◆▲①-⑳]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．)）]\s*\D|第[一二三四五六七八九十]"
)
_GOES_ON = re.compile(r"[\w，。、；：！？,.;:!?%”’」』）》)·…—]")
_WORDS = (
    "a an the of to in on at by for from with and or but nor as that which who whose is are was were be has "
    "have had will would can could should may might not its his her their our your this these those "
    "than into over"
)
_LATIN_GOES_ON = frozenset(_WORDS.split())
"""Words after which no sentence ends."""
_JOINED = Wording(
    "这一段断在“{end}”处，与下一段接了起来", "the paragraph breaks off at “{end}”; joined to the next"
)
_PART = Wording("本不是一段就分开", "part them if they are two")
_BROKEN = Wording(
    "“{end}”之后没有句末标点，与下一段是否相连定不了，照原样放着",
    "nothing ends the paragraph at “{end}”, and whether the next belongs to it cannot be told; left as it is",
)
_REPAIR = Wording("核对原版；要接就用 --repair", "look at the printed page; --repair joins them")
_DOUBLED = Wording(
    "接缝前后都是“{character}”，可能多了一个，照原样留着",
    "“{character}” stands on both sides of the seam; both kept",
)
_DROP = Wording("核对原版；要去掉一个就用 --repair", "look at the printed page; --repair drops one")
_DROPPED = Wording(
    "接缝处重复的“{character}”去掉了一个", "of “{character}” doubled at the seam one was dropped"
)
_CHECK = Wording("核对原版", "look at the printed page")


class _Seam(Enum):
    NONE = "none"
    CERTAIN = "certain"
    DOUBTFUL = "doubtful"


def mended(paragraphs: Iterable[Element], tell: Telling, *, is_repairing: bool) -> list[Element]:
    """Return headings and paragraphs with broken ones joined: nothing between Chinese, a space between words.

    What is joined is told; what cannot be decided is left, told, and joined only when repairing, which also
    drops one of two equal characters on both sides of a seam.
    """
    found: list[Element] = []
    for element in paragraphs:
        before = found[-1] if found else None
        seam = _Seam.NONE if before is None else _seam(before, element)
        if before is not None and seam is _Seam.DOUBTFUL:
            tell.undecided(before.end, _BROKEN.filled(end=before.text[-6:]), _REPAIR)
        if before is None or seam is _Seam.NONE or (seam is _Seam.DOUBTFUL and not is_repairing):
            found.append(element)
            continue
        tell.guessed(before.end, _JOINED.filled(end=before.text[-6:]), _PART)
        text = _dropped(before, element, tell, is_repairing=is_repairing)
        found[-1] = before._replace(line=element.line, text=together(before.text, text))
    return found


def _dropped(before: Element, after: Element, tell: Telling, *, is_repairing: bool) -> str:
    """Return the text after a seam, and tell when it begins with the character before it."""
    character = after.text[0]
    if character != before.text[-1] or not _HAN.match(character):
        return after.text
    if not is_repairing:
        tell.undecided(before.end, _DOUBLED.filled(character=character), _DROP)
        return after.text
    tell.guessed(before.end, _DROPPED.filled(character=character), _CHECK)
    return after.text[1:]


def _seam(before: Element, after: Element) -> _Seam:
    if before.level or after.level or is_complete(before.text):
        return _Seam.NONE
    if goes_elsewhere(before.text) or is_from_elsewhere(after.text) or jump_of(after.text):
        return _Seam.NONE
    first, last = after.text[0], before.text[-1]
    if first in NEVER_OPENS:
        return _Seam.CERTAIN
    if not is_prose(before.text) or (not is_complete(after.text) and not is_prose(after.text)):
        # Lines of verse, of a list, of a table: short ones among themselves are no broken paragraphs.
        is_listing = not is_prose(before.text) and not is_complete(after.text)
        return _Seam.NONE if is_listing else _Seam.DOUBTFUL
    if _HAN.search(before.text):
        is_certain = not _OPENS.match(after.text) and _GOES_ON.match(first) is not None
        return _Seam.CERTAIN if is_certain else _Seam.DOUBTFUL
    word = before.text.rpartition(" ")[2].lower()
    goes_on = first.islower() or first.isdecimal() or last in ",-‐" or word in _LATIN_GOES_ON
    return _Seam.CERTAIN if goes_on else _Seam.DOUBTFUL
