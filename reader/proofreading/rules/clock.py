"""N-TIME: a time of day, a month or a quarter that cannot be.

25时, 12时70分, 24：30, 上午15时, 13月, 第五季度, 2024-02-30: the day has 24 hours (24:00 is its end), the
year twelve months and four quarters. Scores, ratios and lengths of time are no times of day. In English: at
25:00, at 13:75, 14:30 p.m. Days that are not in the calendar are E-DATE's.

不可能的时刻、月份和季度：“25时”“12时70分”“24：30”“上午15时”“13月”“第五季度”“2024-02-30”。一天到24时止，一年
12个月、4个季度。比分、比例和时长不是时刻。日历上没有的日子由E-DATE判断。

Passes: 12月18日24时止，上午9：30开门，比分24：30，用时25时12分，13月龄的牛，跑完全程2时70分钟。
Passes: Doors open at 9:30 a.m. and close at 24:00. They won 25:19.
Fails: 12月18日25时开会。
Fails: 今天上午15时开会。
Fails: 12月18日24：30闭馆。
Fails: 2024年13月完工。
Fails: Doors open at 13:75.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_MORNING = ("凌晨", "清晨", "早晨", "早上", "上午")
_PARTS = (
    *_MORNING,
    "中午",
    "下午",
    "傍晚",
    "晚上",
    "晚间",
    "夜间",
    "深夜",
    "午夜",
    "日晚",
    "今晚",
    "昨晚",
    "当晚",
)
_DAY = re.compile("(?:\\d[日号]|[今昨明当次同][日天])\\Z")
# 点 may be a point of an index: it is an hour before minutes, 整, 半 and 钟 only.
_CLOCK = re.compile(
    r"(\d(?<![\d.．:：]\d)\d?)(?:(?:时(?![速代期间])|点(?=\d|[整半钟]))(?:(\d{2})分(?!钟))?|[:：](\d\d)(?![\d:：.．]))"
)
_LENGTH = re.compile("(?:用时|历时|耗时|时长|成绩|累计|飞行|时间|跑出|游出)[^，。；]{0,6}\\Z")
_MONTHS = re.compile(r"(\d(?<![\d.．/-]\d)\d?)月(?![龄大])(份|[底初]|[上中下]旬)?")
_YEAR = re.compile(r"\d{4}年\Z")
_QUARTERS = re.compile("季度(?<=[第年][五六七八九5-9]季度)")
_ISO = re.compile(r"((?:19|20)\d\d(?<![A-Za-z\d-]....))-(\d\d)-(\d\d)(?![A-Za-z\d-])")
_ENGLISH = re.compile(r"(?:(?<=\bat )|(?<=\bfrom )|(?<=\buntil ))(\d{1,2}):(\d\d)(?![\d:%])")
_TWICE = re.compile(r"(?<![\d:.])(1[3-9]|2[0-4]):\d\d\s?(?:am|pm|a\.m\.|p\.m\.)", re.IGNORECASE)
_NO_TIME = Wording("没有“{words}”这个时刻", "there is no such time as “{words}”")
_NOT_THEN = Wording("“{words}”：{part}没有{hour}时", "“{words}”: it is never {hour} o’clock then")
_NO_MONTH = Wording("没有“{words}”", "there is no “{words}”")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark times of day, months, quarters and dates in figures that there are not."""
    for passage in proof.passages():
        text = passage.text
        for marks, read in _READERS if passage.is_han else _ENGLISH_READERS:
            if any(mark in text for mark in marks):
                yield from read(passage)


def _times(passage: Passage) -> Iterator[Remark]:
    text = passage.text
    for match in _CLOCK.finditer(text):
        hour, minute = int(match[1]), int(match[2] or match[3] or 0)
        if hour <= 12 and minute <= 59:
            continue
        start = match.start()
        before = text[max(0, start - 2) : start]
        is_told = before.endswith(_PARTS) or _DAY.search(before)
        # Two numbers and a colon are a score or a ratio, and hours a length of time, unless the day is told.
        if not is_told and (match[3] or hour > 24 or not match[2]):
            continue
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            if not _LENGTH.search(text, max(0, start - 10), start):
                yield passage.remark(start, match.end(), _NO_TIME.filled(words=match.group()))
        elif before.endswith(_MORNING) and not (hour == 24 and before == "凌晨"):
            words = before + match.group()
            message = _NOT_THEN.filled(words=words, part=before, hour=hour)
            yield passage.remark(start - 2, match.end(), message)


def _months(passage: Passage) -> Iterator[Remark]:
    for match in _MONTHS.finditer(passage.text):
        if 1 <= int(match[1]) <= 12:
            continue
        start = match.start()
        if match[2] or _YEAR.search(passage.text, max(0, start - 5), start):
            yield passage.remark(start, match.end(), _NO_MONTH.filled(words=match.group()))


def _quarters(passage: Passage) -> Iterator[Remark]:
    for match in _QUARTERS.finditer(passage.text):
        start = match.start() - 2
        if not passage.text.endswith("连续", 0, start):
            words = passage.text[start : match.end()].removeprefix("年")
            yield passage.remark(match.end() - len(words), match.end(), _NO_MONTH.filled(words=words))


def _dates(passage: Passage) -> Iterator[Remark]:
    for match in _ISO.finditer(passage.text):
        year, month, day = (int(part) for part in match.groups())
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
            yield passage.remark(match.start(), match.end(), _NO_MONTH.filled(words=match.group()))


def _english(passage: Passage) -> Iterator[Remark]:
    for match in _ENGLISH.finditer(passage.text):
        hour, minute = int(match[1]), int(match[2])
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            yield passage.remark(match.start(), match.end(), _NO_TIME.filled(words=match.group()))
    for match in _TWICE.finditer(passage.text):
        yield passage.remark(match.start(), match.end(), _NO_TIME.filled(words=match.group()))


_Readers = tuple[tuple[tuple[str, ...], Callable[[Passage], Iterator[Remark]]], ...]
_READERS: _Readers = (
    (("时", "点", ":", "："), _times),
    (("月",), _months),
    (("季度",), _quarters),
    (("-",), _dates),
)
_ENGLISH_READERS: _Readers = (((":",), _english), (("-",), _dates))

RULE = Rule(
    id="N-TIME",
    name=Wording("不可能的时间", "impossible time"),
    severity=Severity.ERROR,
    fixing=Fixing.NONE,
    clause=Wording("GB/T 7408.1—2023（日期和时间表示法）", "GB/T 7408.1—2023 (ISO 8601-1:2019)"),
    advice=Wording("核对时间", "check the time"),
    check=check,
    weight=1.0,
)
