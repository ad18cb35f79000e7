"""N-MIXDATE: one date in two kinds of figures.

A date is written in Arabic figures throughout or in Chinese ones: 12月18日, 十二月十八日, never 十二月18日
or 二〇二四年12月. Days of the lunar calendar keep their Chinese figures (2024年八月十五), and so does what
is a name (十月革命).

同一个日期里的数字用同一种形式：全用阿拉伯数字或全用汉字，不写“十二月18日”“二〇二四年12月”。农历日期用汉字，
“十月革命”之类的专名不动。

Passes: 2024年12月18日开工，二〇二四年十二月十八日竣工，2024年农历八月十五日赏月。
Passes: 1917年十月革命后，2023年六七月间多雨。
Fails: 十二月18日，雪停了。
Fails: 工程于二〇二四年12月开工。
Fails: 展览从12月18日至二十日。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.numerals import DIGITS, whole
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_HAN = f"[{DIGITS}十]"
_DATE = re.compile(
    rf"(?<![\d{DIGITS}十第几])(?:(\d{{4}}|[{DIGITS}]{{4}})年)?(\d{{1,2}}|{_HAN}{{1,3}})月"
    rf"(?:(\d{{1,2}}|{_HAN}{{1,3}})[日号](?:[—－～~至到-](\d{{1,2}}|{_HAN}{{1,3}})[日号])?)?"
)
# Figures of either kind on the two sides of 年, 月 or 日: without these no date is mixed.
_MEET = re.compile(rf"[年月日](?:(?<=\d.)[—－～~至到-]?{_HAN}|(?<={_HAN}.)[—－～~至到-]?\d)")
_LUNAR = re.compile("[农阴夏旧藏]历[^，。；]{0,5}\\Z|闰\\Z|个\\Z")
_NO_DATE = re.compile(rf"革命|起义|围城|战争|危机|[初廿]|{_HAN}|中秋|[间半]|里来")
_MESSAGE = Wording("日期“{date}”混用两种数字", "“{date}” mixes two kinds of figures")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every date in which Arabic figures and Chinese ones meet."""
    for passage in proof.passages():
        if not _MEET.search(passage.text):
            continue
        for match in _DATE.finditer(passage.text):
            numbers = [number for number in match.groups() if number]
            if len({number.isdigit() for number in numbers}) < 2:
                continue
            before, after = (
                passage.text[max(0, match.start() - 8) : match.start()],
                passage.text[match.end() :],
            )
            if _LUNAR.search(before) or (match[3] is None and _NO_DATE.match(after)):
                continue
            fixed = _arabic(match)
            if fixed is not None:
                message = _MESSAGE.filled(date=match.group())
                yield passage.remark(match.start(), match.end(), message, fixed)


def _arabic(match: re.Match[str]) -> str | None:
    """Return the date in Arabic figures; None where a numeral in it is none of a date (六七月)."""
    words, done = [], match.start()
    for group, most in zip(range(1, 5), (9999, 12, 31, 31), strict=True):
        if not match[group]:
            continue
        number = whole(match[group])
        if number is None or not 1 <= number <= most:
            return None
        words += [match.string[done : match.start(group)], str(number)]
        done = match.end(group)
    return "".join([*words, match.string[done : match.end()]])


RULE = Rule(
    id="N-MIXDATE",
    name=Wording("日期数字混用", "date in mixed figures"),
    severity=Severity.ERROR,
    fixing=Fixing.PREVIEW,
    clause=Wording(
        "GB/T 15835—2011 4.3（同类别同形式）", "GB/T 15835—2011, 4.3: figures of one class have one form"
    ),
    advice=Wording("统一为阿拉伯数字", "write all of it in Arabic figures"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
