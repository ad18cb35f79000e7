"""T-AMBIGUOUS: a sign that is one cell wide in one terminal and two in another.

Roman numerals of one character (Ⅲ), numbers in circles, boxes, stars and arrows are of ambiguous width
(Unicode Standard Annex 11): terminals give them one cell or two, so that columns and tables behind them may
be out of line. Roman numerals can be written in Latin letters; of other signs the editor should know.
Chinese marks such as “” —— …… are ambiguous too, but every Chinese text has them.

单字罗马数字（Ⅲ）、带圈数字、方框、星号、箭头的宽度不定（Unicode 附录 11）：有的终端占一格，有的占两格，后面
的分栏和表格可能错位。罗马数字可以改用拉丁字母，其他符号编辑心里有数就行。“”——……也宽度不定，但中文离不开，不
提。

Passes: 发布黄色（III级）预警——“三停”……
Fails: 发布黄色（Ⅲ级）预警。
Fails: byline: □ 本报记者 林一舟
    body: 雪。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

# All of them have East_Asian_Width A; test_ambiguous.py asks the Unicode database.
_SIGN = re.compile(
    "[\u2160-\u216b\u2170-\u2179]+"
    "|[\u2190-\u2199\u2460-\u24e9\u24eb-\u24ff\u25a0\u25a1\u25a3-\u25a9\u25b2\u25b3\u25b6\u25b7\u25bc\u25bd"
    "\u25c0\u25c1\u25c6-\u25c8\u25cb\u25ce-\u25d1\u25ef\u2605\u2606\u260e\u260f\u261c\u261e\u2640\u2642"
    "\u2660\u2661\u2663-\u2665\u266a\u266d\u2776-\u277f]"
)
_MESSAGE = Wording("“{sign}”的宽度因终端而异", "“{sign}” is of ambiguous width")
_LETTERS = Wording("可以写成“{letters}”", "“{letters}” would do")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every such sign, a run of Roman numerals as one."""
    for passage in proof.passages():
        if passage.text.isascii():
            continue
        for match in _SIGN.finditer(passage.text):
            sign = match.group()
            message = _MESSAGE.filled(sign=sign)
            if "\u2160" <= sign <= "\u2180":
                letters = unicodedata.normalize("NFKC", sign)
                advice = _LETTERS.filled(letters=letters)
                yield passage.remark(*match.span(), message, letters, advice=advice)
            else:
                yield passage.remark(*match.span(), message)


RULE = Rule(
    id="T-AMBIGUOUS",
    name=Wording("宽度不定的符号", "sign of ambiguous width"),
    severity=Severity.INFO,
    fixing=Fixing.PREVIEW,
    clause=Wording("Unicode 标准附录 11（East Asian Width）", "Unicode Standard Annex 11, East Asian Width"),
    advice=Wording("后面有表格或分栏时留意对齐", "mind what should be aligned behind it"),
    check=check,
)
