"""N-SPAN: a span that ends before it begins.

2021—2018年, 5月20日至10日, 5月20日至5月10日. Spans over the turn of a year (12月25日至1月5日) or a month
(25日至下月3日) run forward, and so do years before our era (公元前475—前221年).

起止倒置：“2021—2018年”“5月20日至10日”。跨年（12月25日至1月5日）、跨月（25日至次月3日）和公元前的年份不判。

Passes: 2018—2021年，12月25日至1月5日，5月10日至20日，公元前475—前221年，5月20日至下月10日。
Fails: 2021—2018年的账目。
Fails: 报名时间为5月20日至10日。
Fails: 展览从5月20日至5月10日。
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

_TO = "[—－–～~至到-]"
_YEARS = re.compile(rf"(?<![\d前.])((?:1\d|20)\d\d)年?{_TO}((?:1\d|20)\d\d)年(?![前级])")
_DAYS = re.compile(rf"(?<![\d.])(\d{{1,2}})月(\d{{1,2}})日?{_TO}(?:(\d{{1,2}})月)?(\d{{1,2}})日")
_SPAN = re.compile(rf"{_TO}(?<=[\d年日].)\d")
_MESSAGE = Wording("起止倒置：“{words}”", "“{words}” ends before it begins")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark spans of years, and of days in one month, that run backward."""
    for passage in proof.passages():
        text = passage.text
        if not _SPAN.search(text):
            continue
        if "年" in text:
            for match in _YEARS.finditer(text):
                if (
                    int(match[1]) > int(match[2])
                    and "公元前" not in text[max(0, match.start() - 4) : match.end()]
                ):
                    yield passage.remark(match.start(), match.end(), _MESSAGE.filled(words=match.group()))
        if "月" in text:
            for match in _DAYS.finditer(text):
                is_one_month = match[3] in (None, match[1])
                if is_one_month and int(match[2]) > int(match[4]):
                    yield passage.remark(match.start(), match.end(), _MESSAGE.filled(words=match.group()))


RULE = Rule(
    id="N-SPAN",
    name=Wording("起止倒置", "span runs backward"),
    severity=Severity.WARNING,
    fixing=Fixing.NONE,
    clause=Wording("逻辑：起止时间先后有序", "logic: an end is not before its beginning"),
    advice=Wording("核对起止时间", "check both ends"),
    check=check,
    language=Language.CHINESE,
    weight=1.0,
)
