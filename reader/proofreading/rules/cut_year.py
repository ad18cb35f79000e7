"""N-YEAR2: a year cut to its last two figures.

“24年12月” is 2024年12月: a year has four figures in print. A term of years and months is none
(刑期11年6个月), and two figures alone are left alone, for they may be a number of years (20年来).

年份写四位，不简写成两位：“24年12月”应写“2024年12月”，“2023—24年”应写“2023—2024年”。刑期、工期等时长不是年份；
单独的两位数加“年”可能是年数，不判。

Passes: 2024年12月开工，20年来，被判有期徒刑11年6个月，累计服务10年3月余。
Fails: 工程于24年12月开工。
Fails: 2023—24年的账目已经公布。
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

# A digit first, then what may not stand before it: such an expression is searched for many times faster.
_CUT = re.compile(
    r"(\d(?<![\d.．第/／·—–～~-]\d)\d)年(?:0?[1-9]|1[0-2])月(?!份?[龄大余])"
    r"|\d(?<!\d\d)(?<=[12]).\d\d年?[—–～~至到-](\d\d)年(?!级)"
)
_TERM = re.compile(
    "(?:徒刑|刑期|服刑|从业|入党|入伍|参军|执教|坚守|扎根|党龄|教龄|拘役|判处|为期|历时|用时|工龄|工期|任期|长达|达|满|近|约|前后|累计|服务|工作|共)[^，。；]{0,4}\\Z"
)
_MESSAGE = Wording("年份“{year}年”简写成了两位", "the year “{year}年” is cut to two figures")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every year of two figures before a month, or at the end of a span of years."""
    this_year = proof.edition.date.year
    for passage in proof.passages():
        if "年" not in passage.text:
            continue
        for match in _CUT.finditer(passage.text):
            group = 1 if match[1] else 2
            if group == 1 and _TERM.search(passage.text[max(0, match.start() - 8) : match.start()]):
                continue
            start, cut = match.start(group), match[group]
            if group == 1:
                full = _nearest(int(cut), this_year)
            else:  # 98年 of 1998—98 would not be later: it is no year then
                full = int(match.group()[:2] + cut)
                if full <= int(match.group()[:4]):
                    continue
            message = _MESSAGE.filled(year=cut)
            yield passage.remark(start, match.end(group), message, str(full))


def _nearest(cut: int, this_year: int) -> int:
    """Return the last year that ends in these figures and is not later than next year."""
    latest = this_year + 1
    return latest - (latest - cut) % 100


RULE = Rule(
    id="N-YEAR2",
    name=Wording("年份简写", "year cut short"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording(
        "GB/T 15835—2011 5.1.4（四位年份不简写）", "GB/T 15835—2011, 5.1.4: years have four figures"
    ),
    advice=Wording("写全四位年份", "write all four figures"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
