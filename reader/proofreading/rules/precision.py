"""N-PRECISION: amounts of one kind in one sentence, one told to the yuan and one to the ten million.

2322.48万元 beside 1.3亿元: the reader compares them, and one is a hundred thousand times as exact.
Information.

同一句里同类数量的精度相差悬殊：“2322.48万元”与“1.3亿元”并列，前者精确到百元，后者只到千万元。只作提示。

Passes: 中央资金2322万元，带动投入1.3亿元。
Fails: 中央资金2322.48万元，带动投入1.3亿元。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import ARABIC, Amount, amount
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_APART = 10_000
"""So many times as exact: 100元 beside 1000万元 is more, 1万元 beside 1000万元 is not."""
_AMOUNT = re.compile(
    rf"(?<![\d.．])({ARABIC}[万亿]{{1,2}})(多|余)?(元|美元|人|吨|亩|斤|平方米|立方米|千瓦时|度)"
)
_HUNDREDTHS = re.compile(r"[.．]\d\d")
_END = re.compile("[。！？；;]")
_MESSAGE = Wording(
    "“{fine}”与“{coarse}”精度相差悬殊", "“{fine}” is much more exact than “{coarse}” beside it"
)


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark the coarsest amount of a sentence where another of its kind is much finer."""
    for passage in proof.prose():
        matches = list(_AMOUNT.finditer(passage.text)) if "亿" in passage.text else []
        if len(matches) < 2:
            continue
        ends = [match.end() for match in _END.finditer(passage.text)] + [len(passage.text)]
        start = 0
        for end in ends:
            yield from _sentence(passage, [match for match in matches if start <= match.start() < end])
            start = end


def _sentence(passage: Passage, matches: list[re.Match[str]]) -> Iterator[Remark]:
    for unit in sorted({match[3] for match in matches}):
        told: list[tuple[Amount, re.Match[str]]] = []
        for match in matches:
            value = amount(match[1])
            if match[3] == unit and value and not match[2]:
                told.append((value, match))
        if len(told) < 2:
            continue
        fine = min(told, key=lambda one: one[0].step)
        coarse = max(told, key=lambda one: one[0].step)
        is_fine = _HUNDREDTHS.search(fine[1][1]) is not None
        if is_fine and _HUNDREDTHS.search(coarse[1][1]) is None and coarse[0].step >= fine[0].step * _APART:
            message = _MESSAGE.filled(fine=fine[1].group(), coarse=coarse[1].group())
            yield passage.remark(coarse[1].start(), coarse[1].end(), message)


RULE = Rule(
    id="N-PRECISION",
    name=Wording("精度悬殊", "unlike precision"),
    severity=Severity.INFO,
    fixing=Fixing.NONE,
    clause=Wording(
        "编校惯例：并列数据精度相当", "editorial practice: figures side by side are alike in precision"
    ),
    advice=Wording("统一精度", "give them alike"),
    check=check,
    language=Language.CHINESE,
)
