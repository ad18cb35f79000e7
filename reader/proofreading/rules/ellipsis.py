"""T-ELLIPSIS: an ellipsis that is not two “…” signs.

The ellipsis of Chinese is six dots in the place of two characters: two “…” signs. Full stops or middle dots
in a row, a single sign, three of them or five are errors. Four signs (twelve dots) stand for a whole line
or paragraph left out and are right. A single sign in a formula (1, 2, …, n) and dots in English are left
alone.

中文省略号是六个连点，占两个字的位置。用句号或间隔号排成的、只有一个或三个“…”的都是差错，可以放心改。
四个“…”（十二连点）表示整段或整行省略，不算错；算式里的单个“…”和英文里的点不动。

Passes: 雪一直下……路上没有人。
Passes: 公式为1+2+…+n，原文是 Well... we print.
Fails: 雪一直下...路上没有人。
Fails: 雪一直下。。。
Fails: “你看…”他说。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.foreign import foreign_stretches, neighbours
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_DOTS = re.compile(r"[…⋯]+|\.{3,}|．{3,}|。{3,}|[·・•]{3,}")
_SIGNS = ("…", "⋯", "...", "．．．", "。。。", "···", "・・・", "•••")
_RIGHT = ("……", "…………")
_SERIES = ",，、+×=<"
_MESSAGE = Wording("省略号写成了“{dots}”", "ellipsis written as “{dots}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every ellipsis of Chinese text that has another form."""
    for passage in proof.passages():
        text = passage.text
        if not any(sign in text for sign in _SIGNS):
            continue
        for match in _DOTS.finditer(text):
            start, end = match.span()
            dots = match.group()
            if dots in _RIGHT or _is_in_series(text, start, end):
                continue
            if not neighbours(text, start, end).are_chinese or _is_foreign(text, start, end):
                continue
            yield passage.remark(start, end, _MESSAGE.filled(dots=dots), "……")


def _is_in_series(text: str, start: int, end: int) -> bool:
    """Is it the sign of 1, 2, …, n?"""
    return text[:start].rstrip(" ")[-1:] in _SERIES and text[end:].lstrip(" ")[:1] in _SERIES


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Is it stuck to a Latin word, with a space or another one behind it, or in a Latin quotation?"""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before.isascii() and before.isalpha() and (not after or after.isascii()):
        return True
    return any(first <= start < last for first, last in foreign_stretches(text))


RULE = Rule(
    id="T-ELLIPSIS",
    name=Wording("省略号", "ellipsis"),
    severity=Severity.ERROR,
    fixing=Fixing.SAFE,
    clause=Wording("GB/T 15834—2011（省略号占两个字位置）", "GB/T 15834—2011, ellipsis"),
    advice=Wording("改为两个“…”", "write two “…” signs"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
