"""T-WIDTH: a half-width mark in Chinese text.

Chinese text has the full-width marks ，：；！？（）, one character wide. A half-width one is an error where
the text around it is Chinese; figures (12:30, 1,691), web addresses and English phrases keep theirs.

中文里的点号和括号占一个字的位置。前后是汉字、或在中文引号括号之内、或所在段落是中文的半角标点是差错；
数字（12:30、1,691）、网址和英文短语里的半角标点不动。

Passes: 全县有拖拉机2325台，收割机633台，12:30开工，共1,691人。
Fails: 全县有拖拉机2325台,收割机633台。
Fails: 记者牛小惠报道:我市（原名潞州)下雪。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import HAN
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_MARK = re.compile(rf"(?<=[{HAN}”’》）])[,:;!?()]|[,:;!?()](?=[{HAN}“‘《（])")
_MESSAGE = Wording("中文里用了半角“{mark}”", "half-width “{mark}” in Chinese text")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every half-width mark that stands in Chinese text."""
    for passage in proof.passages():
        for match in _MARK.finditer(passage.text):
            mark = match.group()
            yield passage.remark(match.start(), match.end(), _MESSAGE.filled(mark=mark), _FULL[mark])


RULE = Rule(
    id="T-WIDTH",
    name=Wording("半角标点", "half-width mark"),
    severity=Severity.ERROR,
    fixing=Fixing.SAFE,
    clause=Wording("GB/T 15834—2011 5.1（点号、括号占一个字位置）", "GB/T 15834—2011, 5.1"),
    advice=Wording("改为全角", "write the full-width mark"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
