"""N-ZERO: the wrong sign for zero among Chinese figures.

In a year or a number of a document read figure by figure zero is 〇 (二〇二四年): not the digit 0, not the
letter O, which are errors; not the circle ○, which is a mark of geometry and was a makeshift, nor 零, which
belongs to amounts (三千零五十二). These two are information.

汉字编号、年份里的“0”写“〇”：“二〇二四年”。写成阿拉伯数字0或字母O是差错；写成几何符号“○”、或写成计量用的“零”
（二零二四年）只作提示。

Passes: 二〇二四年，三千零五十二个，2024年，一〇六国道。
Fails: 二0二四年。
Fails: 一九九○年。
Fails: 二零二四年。
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

_FIGURE = "一二三四五六七八九"
_WRONG = re.compile(
    f"(?<=[{_FIGURE}〇])(?P<digit>[0０OＯoｏ]+)(?=[{_FIGURE}〇年])"
    f"|(?<=[{_FIGURE}〇])(?P<circle>[○◯]{{1,3}})(?![xX×＊*○◯])"
    f"|(?<![{_FIGURE}〇○零])(?=[一二][{_FIGURE}]{{0,2}}零)(?P<amount>[一二][{_FIGURE}零]{{3}})(?=年(?!级))"
)
_GUARD = re.compile(f"[{_FIGURE}〇][0０OＯoｏ○◯零]")
_MESSAGE = Wording("汉字数字里的零写成了“{sign}”", "“{sign}” for zero among Chinese figures")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every sign in a row of Chinese figures that should be 〇."""
    for passage in proof.passages():
        if not _GUARD.search(passage.text):
            continue
        for match in _WRONG.finditer(passage.text):
            words = match.group()
            if match["amount"]:
                sign, fixed = "零", words.replace("零", "〇")
            else:
                sign, fixed = words[0], "〇" * len(words)
            severity = None if match["digit"] else Severity.INFO
            yield passage.remark(
                match.start(), match.end(), _MESSAGE.filled(sign=sign), fixed, severity=severity
            )


RULE = Rule(
    id="N-ZERO",
    name=Wording("汉字“〇”误写", "wrong sign for 〇"),
    severity=Severity.ERROR,
    fixing=Fixing.PREVIEW,
    clause=Wording("GB/T 15835—2011 5.2.5（“零”和“〇”）", "GB/T 15835—2011, 5.2.5: 零 and 〇"),
    advice=Wording("改为“〇”", "write 〇"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
