"""Seams: paragraphs that were one until a column's edge cut them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from reader.edition.joining import joined
from reader.proofreading.finding import Change, Spot
from reader.proofreading.paragraph_ends import (
    is_broken_off,
    is_ended,
    is_prose,
    is_surely_broken_off,
    wants_more,
)
from reader.proofreading.passage import Passage, Role, is_han_text
from reader.proofreading.proof import Proof

_BODY = (Role.PARAGRAPH, Role.NOTICE_TEXT)
_GOES_ON = re.compile(
    "[，、。；：！？）”》】,;:!?)]|的(?![确士])|了(?![解却然])|们|着(?![力眼手重实想火落迷装])|得(?![益知到天当出手])"
)
"""What begins no paragraph."""
_LATIN_GOES_ON = re.compile("[a-z,;:!?)”]")
_UNIT = re.compile("\\d|(?:[年月日时分秒万亿%％℃元岁米亩吨]|公[里斤顷])(?!来|前|初|后|本|面)")
_BEGINS = re.compile(
    "\\d{1,2}[．、]|\\d{1,2}\\. |本报[讯记]|本报.{2,8}[讯电]|新华社|据新华社|中新社"
    "|编辑同志|[问答]：|（[^（）]*）\\Z"
)
"""How a piece, an answer, a credit begins: never the rest of a sentence."""
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))
_TAIL, _FEW, _LINE, _HALF, _PARAGRAPH = 4, 8, 12, 20, 25
"""Characters: of a tail, a salutation, a line, a sentence and a paragraph that are long enough to tell."""


class Seam(NamedTuple):
    """Two paragraphs that should be one."""

    before: Passage
    after: Passage
    is_apart: bool
    """Does a photo stand between them? Then they cannot simply be joined."""

    @property
    def spot(self) -> Spot:
        """The end of the first and the beginning of the second, a character of each."""
        return Spot(self.before.field, self._end - 1, self.after.offset(0) + 1)

    def joining(self, mark: str | None = None) -> Change:
        """Return the change that makes one of them, with a mark between if one was lost.

        Without one a space is put between words, and nothing in Chinese.
        """
        if mark is None:
            first, second = self.before.text[-8:], self.after.text[:8]
            mark = joined([first, second])[len(first) : -len(second)]
        return Change(self.before.field, self._end, self.after.offset(0), mark)

    @property
    def _end(self) -> int:
        return self.before.offset(len(self.before.text))


def seams(proof: Proof) -> Iterator[Seam]:
    """Yield the seams in bodies and notices, in reading order."""
    for passages in _runs(proof):
        before: Passage | None = None
        is_apart = False
        for passage in passages:
            if passage.role is Role.PHOTO_PLACE:
                is_apart = True
                continue
            if passage.role not in _BODY:
                before = None
                continue
            if before is not None and is_seam(before.text, passage.text):
                yield Seam(before, passage, is_apart)
            before, is_apart = passage, False


def _runs(proof: Proof) -> Iterator[Iterator[Passage]]:
    for article in proof.articles:
        yield iter(article.body)
    for notice in proof.notices:
        for _, passages in groupby(notice.passages, key=lambda passage: passage.field):
            yield passages


def is_seam(before: str, after: str) -> bool:
    """Does the second paragraph go on in the middle of the first one's sentence?"""
    if is_ended(before) or not is_prose(before) or not after:
        return False
    if not is_han_text(before):
        return _is_latin_seam(before, after)
    is_text = max(len(before), len(after)) >= _PARAGRAPH
    if wants_more(before):
        return is_text and len(before) >= _FEW  # fewer before a comma are a salutation
    if _BEGINS.match(after):
        return False
    if is_text and (_GOES_ON.match(after) or (before[-1].isdigit() and _UNIT.match(after))):
        return True
    if len(before) >= _LINE and any(_opens_and_closes(before, after, *pair) for pair in _PAIRS):
        return True
    if len(after) <= _TAIL and after[-1] in "。！？" and is_broken_off(before, _HALF):
        return True
    goes_on = is_ended(after) or is_broken_off(after) or len(after) >= _PARAGRAPH + _LINE
    return goes_on and is_surely_broken_off(before)


def _is_latin_seam(before: str, after: str) -> bool:
    if len(before) < 2 * _PARAGRAPH and len(after) < 2 * _PARAGRAPH:
        return False  # an address, lines of a poem
    if before.endswith(",") and len(before) < _PARAGRAPH:
        return False  # a salutation
    if _LATIN_GOES_ON.match(after):
        return True
    return len(before) >= 2 * _PARAGRAPH and is_broken_off(before)


def _opens_and_closes(before: str, after: str, opening: str, closing: str) -> bool:
    """Is a pair opened in the first text and closed in the second?"""
    if before.rfind(opening) <= before.rfind(closing):
        return False
    closes, opens = after.find(closing), after.find(opening)
    return closes >= 0 and (opens < 0 or closes < opens)
