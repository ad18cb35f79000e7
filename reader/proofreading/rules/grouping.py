"""N-GROUP: some long numbers of an edition are grouped by commas and some are not.

1,691 and 2325 in one paper: either may be done, but one of them throughout. Numbers of four figures are
compared with each other, and longer ones with each other, for four figures may go without a comma where
five have one. The rarer form is remarked. Years, codes and telephone numbers are not counted.

同一期报纸里，有的多位数用千分撇，有的不用（1,691与2325并存）。四位数与四位数比，五位以上与五位以上比，提示
较少的一种。年份、编号、电话不计。

Passes: 收割机2325台，拖拉机1691台，资金12,500元。
Fails: 收割机2325台，拖拉机1,691台。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_COUNTER = "[个名人家户亩吨元台套辆件只头株棵册本次场处座张份条部米斤篇盏面栋公余多万]|平方|立方|千克|千瓦"
_LONG = re.compile(
    # A digit first, then what may not stand before it: so it is searched for many times faster.
    rf"\d(?<![A-Za-z\d.．,:：/／—–～~-]\d)(?:(\d{{0,2}}(?:,\d{{3}})+)|(\d{{3,8}}))(?:[.．]\d+)?(?={_COUNTER})"
)
_GROUPED = Wording(
    "“{number}”用了千分撇，本期多数同类数字不用", "“{number}” has commas, most such numbers here have none"
)
_BARE = Wording(
    "“{number}”没有千分撇，本期多数同类数字用", "“{number}” has no commas, most such numbers here have them"
)


class _Number(NamedTuple):
    passage: Passage
    start: int
    end: int


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark the rarer of the two forms, number by number."""
    found: dict[tuple[bool, bool], list[_Number]] = {}
    for passage in proof.passages():
        for match in _LONG.finditer(passage.text):
            group = 1 if match[1] else 2
            is_four = len(match[group].replace(",", "")) == 3
            number = _Number(passage, match.start(), match.end(group))
            found.setdefault((is_four, group == 1), []).append(number)
    for is_four in (True, False):
        grouped, bare = found.get((is_four, True), []), found.get((is_four, False), [])
        if not grouped or not bare:
            continue
        rarer, message = (grouped, _GROUPED) if len(grouped) <= len(bare) else (bare, _BARE)
        for number in rarer:
            words = number.passage.text[number.start : number.end]
            yield number.passage.remark(number.start, number.end, message.filled(number=words))


RULE = Rule(
    id="N-GROUP",
    name=Wording("千分撇不统一", "commas in some long numbers"),
    severity=Severity.INFO,
    fixing=Fixing.NONE,
    clause=Wording("GB/T 15835—2011 5.1.1（多位数）", "GB/T 15835—2011, 5.1.1: long numbers"),
    advice=Wording("全版统一", "write them alike throughout"),
    check=check,
    language=Language.CHINESE,
)
