"""T-ENUM: one enumeration with two kinds of marks.

Things counted one after the other (台拖拉机, 个合作社…) are parted by the same mark throughout: 、 if they
are short, ， if not. Four or more things with their numbers, some parted by 、 and some by ，, are
remarked. Whether two levels were meant the editor has to see, so this is information.

连着列举的几样东西，中间的点号要一致：短的用顿号，长的用逗号。四样以上带数字的东西，有的用顿号、有的用逗号，就
提出来。是不是有意分成两层，要编辑看，所以只作提示。

Passes: 全县有拖拉机2325台、收割机633台、合作社34个、网点21个。
Passes: 全县有拖拉机2325台、收割机633台，收割小麦12万亩，增收3亿元。
Fails: 全县有拖拉机2325台、收割机633台，合作社34个，维修网点21个。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import HAN, Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_COUNTED = rf"\d[\d.,．]*[万亿多余]*[{HAN}％%]{{1,2}}(?:[（(][{HAN}]{{1,3}}[)）])?"
_ITEM = re.compile(rf"[{HAN}“”·A-Za-z]{{2,9}}{_COUNTED}")
_LAST_WORDS = re.compile(rf"[{HAN}]{{2}}{_COUNTED}\Z")
_MARK = re.compile(r"[、，。；：！？;:]|(?<!\d),|,(?!\d)")
_VERB = re.compile(
    "实现|完成|折合|展示|放映|涉及|挽回|解救|增[长收加]|捐|其中|并|共|可|就|已|将|又|还|当年|每|同比|投[入资]|建成|新[增建]"
)
_TWO_COUNTED = re.compile(r"\d[^，。、]{1,8}、[^，。、\d]{2,9}\d")
_LEAST = 4
_MESSAGE = Wording("同一列举里顿号、逗号混用", "both 、 and ， in one enumeration")


class _Item(NamedTuple):
    start: int
    end: int
    mark: str
    """What stands behind it."""


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every enumeration of numbered things that is parted by two kinds of marks."""
    for passage in proof.prose():
        if "、" in passage.text and _TWO_COUNTED.search(passage.text):
            for items in _enumerations(passage.text):
                yield _remark(passage, items)


def _enumerations(text: str) -> Iterator[list[_Item]]:
    """Yield runs of four and more numbered things with marks of both kinds between them."""
    run: list[_Item] = []
    for item in _items(text):
        words = text[item.start : item.end]
        is_item = _ITEM.fullmatch(words) is not None
        if run and is_item and run[-1].mark in "、，," and not _VERB.match(words):
            run.append(item)
            continue
        if _is_mixed(run):
            yield run
        run = [item] if is_item or _LAST_WORDS.search(words) else []
    if _is_mixed(run):
        yield run


def _items(text: str) -> Iterator[_Item]:
    start = 0
    for match in _MARK.finditer(text):
        yield _Item(start, match.start(), match.group())
        start = match.end()
    yield _Item(start, len(text), "。")


def _is_mixed(run: list[_Item]) -> bool:
    between = [item.mark for item in run[:-1]]
    return len(run) >= _LEAST and "、" in between and any(mark in "，," for mark in between)


def _remark(passage: Passage, items: list[_Item]) -> Remark:
    changes = tuple(passage.change(item.end, item.end + 1, "、") for item in items[:-1] if item.mark in "，,")
    return Remark(_MESSAGE, passage.spot(items[0].start, items[-1].end), changes)


RULE = Rule(
    id="T-ENUM",
    name=Wording("列举点号混用", "mixed enumeration"),
    severity=Severity.INFO,
    fixing=Fixing.PREVIEW,
    clause=Wording("GB/T 15834—2011 4.5（顿号）", "GB/T 15834—2011, 4.5"),
    advice=Wording("是一层列举就统一用顿号", "part them by the same mark if they are on one level"),
    check=check,
    language=Language.CHINESE,
)
