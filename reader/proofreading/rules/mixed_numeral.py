"""N-MIXED: one number in Arabic and Chinese figures.

With Arabic figures only 万 and 亿 may stand: 10亿, 3.5万. 4千, 3千5百 and 1百零8 are written 4000, 3500 and
108, or 四千, 三千五百 and 一百零八; 百分之5 is 5% or 百分之五. 千 that begins a unit is none of this
(5千米, 10千瓦).

一个数里阿拉伯数字只能同“万”“亿”连用：“4千”“3千5百”“1百零8”应写“4000”“3500”“108”或全用汉字，“百分之5”应写“5%”
或“百分之五”。“千米”“千瓦”等单位里的“千”不在此列。

Passes: 投资3.5万元，10亿人，5千米，10千瓦时，四千人，5%，百分之五，1500多人。
Fails: 村里有4千多人。
Fails: 修路用了3千5百元。
Fails: 增长百分之5。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import ARABIC, worth
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_MIXED = re.compile(
    rf"(?<![\d.．,A-Za-z-])(?:{ARABIC}[千百](?:零?\d+(?![\d.．])[千百十]?)*)"
    r"(?![千万亿\d]|[克米瓦卡赫伏安帕焦牛吨字乏巴兆比欧法韦特亨居戈度步里周]|分[点之]|[A-Za-z]|日|家|姓|科|搭|年|度|货|事)"
    r"|(?<=百分之)\d+(?:[.．]\d+)?"
)
_MESSAGE = Wording("“{number}”混用阿拉伯数字与汉字", "“{number}” mixes Arabic and Chinese figures")
_PERCENT = Wording(
    "“百分之{number}”混用阿拉伯数字与汉字", "“百分之{number}” mixes Arabic and Chinese figures"
)


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark Arabic figures with 千, 百 or 百分之."""
    for passage in proof.passages():
        if "百" not in passage.text and "千" not in passage.text:
            continue
        for match in _MIXED.finditer(passage.text):
            start, words = match.start(), match.group()
            if passage.text.endswith("百分之", 0, start):
                message = _PERCENT.filled(number=words)
                yield passage.remark(start - 3, match.end(), message, f"{words}%")
                continue
            value = worth(words)
            if value is not None:
                yield passage.remark(start, match.end(), _MESSAGE.filled(number=words), _plain(value))


def _plain(value: Decimal) -> str:
    return str(int(value)) if value == value.to_integral_value() else str(value.normalize())


RULE = Rule(
    id="N-MIXED",
    name=Wording("数字形式混用", "mixed figures"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording(
        "GB/T 15835—2011 5.3（阿拉伯数字只与“万”“亿”同用）",
        "GB/T 15835—2011, 5.3: only 万 and 亿 with Arabic figures",
    ),
    advice=Wording("统一为一种数字", "write all of it in one kind of figures"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
