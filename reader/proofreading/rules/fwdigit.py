"""T-FWDIGIT: full-width figures or Latin letters.

Figures and Latin letters are half-width in horizontal text: 2325, AQI. Full-width ones (２３２５) come from
an input method or an old typesetting system. A full-width decimal point between full-width figures becomes
a half-width one with them; other full-width signs are left alone.

横排文字里的阿拉伯数字和拉丁字母用半角：2325、AQI。全角的（２３２５）多是输入法或旧排版系统带来的，可以放心
改。全角数字之间的全角小数点一起改，其他全角符号不动。

Passes: 全县有拖拉机2325台，AQI为150，增长3.5％。
Fails: 全县有拖拉机２３２５台。
Fails: ＡＱＩ为１５０，增长３．５％。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_RUN = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)*")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width forms stand as far from ASCII as this (Unicode, Halfwidth and Fullwidth Forms)."""
_MESSAGE = Wording("用了全角“{run}”", "full-width “{run}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every run of full-width figures and letters."""
    for passage in proof.passages():
        for match in _RUN.finditer(passage.text):
            run = match.group()
            yield passage.remark(*match.span(), _MESSAGE.filled(run=run), run.translate(_WIDE))


RULE = Rule(
    id="T-FWDIGIT",
    name=Wording("全角数字字母", "full-width figure or letter"),
    severity=Severity.WARNING,
    fixing=Fixing.SAFE,
    clause=Wording("GB/T 15835—2011（阿拉伯数字用半角）", "GB/T 15835—2011, half-width figures"),
    advice=Wording("改为半角", "write it half-width"),
    check=check,
    weight=0.1,
)
