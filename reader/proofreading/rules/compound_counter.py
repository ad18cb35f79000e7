"""N-COUNTER: two counters for one number.

736台（套）, 1691台（件）: statistics count machines and sets together, readers cannot. Information: the
source may want it.

一个数目带两个量词：“736台（套）”“1691台（件）”是统计报表的写法，见报时宜只留一个。只作提示。

Passes: 设备736台，机具1691件，12人次，参加者（男）3人。
Fails: 设备736台（套）。
Fails: 农机1691台(件)。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import AMOUNT, HAN_NUMERAL
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_COUNTER = "[个台套件辆次头只户条艘架处座项张份册本株棵间栋幅盏封名位场支眼口面]"
_TWO = re.compile(rf"(?:{AMOUNT}|[{HAN_NUMERAL}]+)[多余]?({_COUNTER})[（(](?:{_COUNTER}|人次|间次)[）)]")
_MESSAGE = Wording("一个数目带两个量词：“{words}”", "two counters for one number: “{words}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every number with a second counter in brackets."""
    for passage in proof.passages():
        if "（" not in passage.text and "(" not in passage.text:
            continue
        for match in _TWO.finditer(passage.text):
            words = match.group()[match.start(1) - match.start() :]
            yield passage.remark(match.start(1), match.end(), _MESSAGE.filled(words=words))


RULE = Rule(
    id="N-COUNTER",
    name=Wording("复合量词", "two counters"),
    severity=Severity.INFO,
    fixing=Fixing.NONE,
    clause=Wording("编校惯例：见报数字一数一量", "editorial practice: one counter for one number"),
    advice=Wording("只留一个量词，或分开计数", "keep one, or count them apart"),
    check=check,
    language=Language.CHINESE,
)
