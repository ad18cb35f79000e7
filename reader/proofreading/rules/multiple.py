"""N-MULTIPLE: a decrease by a multiple.

What shrinks can lose at most all of itself: 减少2倍 says nothing. Meant is a share (减少三分之二) or a
quotient (减少到 三分之一). Increases may have multiples, and so may what is so many times smaller in a name
(缩小版).

减少、下降不能用倍数：“成本降低2倍”不成立，应写“降低三分之二”或“降到三分之一”。增加可以用倍数。

Passes: 产量增长2倍，成本降低50%，事故减少一半，降到三分之一，倍率缩小。
Fails: 成本降低了2倍。
Fails: 事故比上年减少近一倍。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_SHRINKS = "减少|降低|下降|缩小|缩短|缩减|减轻|减小|减慢|回落|下跌|锐减|骤降|骤减"
_MULTIPLE = re.compile(
    rf"(?:{_SHRINKS})(?:了|近|约|超过|将近|大约|至少|超)*(?:\d+(?:[.．]\d+)?|[一二两三四五六七八九十百千万几数]+)[多余]?倍(?![率数频速镜])"
)
_MESSAGE = Wording("减少、下降不能用倍数：“{words}”", "nothing decreases by a multiple: “{words}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every decrease that is given as a multiple."""
    for passage in proof.passages():
        if "倍" not in passage.text:
            continue
        for match in _MULTIPLE.finditer(passage.text):
            yield passage.remark(match.start(), match.end(), _MESSAGE.filled(words=match.group()))


RULE = Rule(
    id="N-MULTIPLE",
    name=Wording("减少用倍数", "decrease by a multiple"),
    severity=Severity.WARNING,
    fixing=Fixing.NONE,
    clause=Wording("逻辑：减少的数量不超过原数", "logic: nothing loses more than all of itself"),
    advice=Wording("改用分数或百分数", "give it as a share or in per cent"),
    check=check,
    language=Language.CHINESE,
    weight=1.0,
)
