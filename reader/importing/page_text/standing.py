"""Which clauses of a warning's text start a warning, and which lift one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_CLAUSE = re.compile(r"[。；;，,（(）)]|(?=(?:同时|并|且|改)[^。；，,]{0,4}(?:发布|启动|升级|降级|变更))")
_LIFTED = re.compile(
    r"(?:解除|撤销|取消)(?!时间)[^。；]{0,24}(?:预警|警报|响应)"
    r"|(?:予以|现已|现|已|同时|随之|自动|相应)(?:解除|撤销)(?!时间|[之以]?[前后])"
    r"|(?:预警|警报|响应|信号)[^。；]{0,6}(?:解除|撤销)(?!时间|[之以]?[前后]|为止)"
)
_STARTED = re.compile(
    r"(?:发布|启动|签发|延续|继续)(?!的)[^。；]{0,24}(?:预警|警报|响应)(?!的)"
    r"|(?:升级|降级|变更|调整|更新|提升|改|升|降)(?:为|发布|至)"
)
_LEVEL = re.compile(r"[蓝黄橙红藍黃紅](?=色)|(?:Ⅳ|Ⅲ|Ⅱ|Ⅰ|IV|III|II|I|[一二三四]|[1-4])(?=\s*级)")
_EVENT_END = re.compile(r"([\u4e00-\u9fff]{2})\s*[(（]?(?:[蓝黄橙红藍黃紅]色|[ⅠⅡⅢⅣIV一二三四1-4]{1,3}\s*级)")
"""The end of an event's name, before its level."""
_NO_EVENT = re.compile(r"解除|撤销|取消|此前|之前|先前|原|上述|同时|的|将")
_NAMED = re.compile(r"预警|警报|响应")
_EARLIER = re.compile(r"此前|之前|先前|原|上述|旧|同时|随之|自动")


class Standing(NamedTuple):
    """What a text starts, and whether it does nothing but lift."""

    started: str
    """The text without the clauses that lift a warning; all of it when it only lifts."""
    is_lifting: bool


def standing(text: str) -> Standing:
    """Return what a text starts: lifting one warning in the words that start another is no lifting.

    A clause that lifts and names no warning of its own, or the one that was started, lifts that.
    """
    clauses = _clauses(text)
    lifting = [clause for clause in clauses if _LIFTED.search(clause)]
    if not lifting:
        return Standing(text, is_lifting=False)
    rest = [clause for clause in clauses if clause not in lifting]
    started = [clause for clause in rest if _STARTED.search(clause)]
    if not started or any(_lifts(clause, started) for clause in lifting):
        return Standing(text, is_lifting=True)
    return Standing("".join(rest), is_lifting=False)


def _clauses(text: str) -> list[str]:
    """Return the clauses of a text, each with the mark that ends it."""
    ends = sorted({0, len(text), *(match.end() for match in _CLAUSE.finditer(text))})
    return [text[start:end] for start, end in pairwise(ends)]


def _lifts(clause: str, started: list[str]) -> bool:
    """Does a clause lift what was started, not a warning of another level or another event?"""
    levels = set(_LEVEL.findall(clause))
    if levels:
        event = _EVENT_END.search(clause)
        if event is not None and not _NO_EVENT.search(event[1]) and event[1] not in "".join(started):
            return False
        return any(levels & set(_LEVEL.findall(each)[-1:]) for each in started)
    return not (_NAMED.search(clause) and _EARLIER.search(clause))
