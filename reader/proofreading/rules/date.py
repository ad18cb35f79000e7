"""E-DATE: a date that the calendar or the edition's own date speaks against.

No such day (June 31), a weekday that is not the day's, an article or a picture from after the edition's
date, “yesterday (Dec. 20)” in a paper of the 23rd. Without a year the nearest such day is meant.
Information only: news older than `stale_days`, a warning in force before anyone can read it, and
everything that rests on the edition's date where the other articles do not bear it out. Then the
edition's date is in doubt.

没有这一天（6月31日）；星期与日期不符；稿件或照片的日期晚于出版日期；23日的报纸写“昨日（20日）”。没有年份
的日期按离出版日期最近的那一天理解；历史年份之后的、农历的日期不判。只作提示的有：早于 stale_days 天的本报
讯、读者看到报纸时已经生效的预警，以及其他稿件都与出版日期对不上时的一切判断——那时该查的是出版日期。

Passes: 12月18日（星期三），河湾市举行长跑。昨日（22日），雪停了。农历八月15日赏月。
Passes: 北京奥运会于2008年8月8日（星期五）开幕，1949年10月1日是星期六。
Fails: 12月18日（星期四），河湾市举行长跑。
Fails: 名单6月31日公布。
Fails:
    headline: 雪后
    dateline: 河湾12月25日电
    body: 路通了。
Fails: The council meets on Tuesday, December 23.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from reader.edition.day_words import date_words, weekday_words
from reader.edition.wording import Wording
from reader.proofreading.dates import WrittenDate, like_weekday, weekday_beside, written_dates
from reader.proofreading.finding import Remark, Spot
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.relative_days import days_out_of_step
from reader.proofreading.report_dates import Calendar, Kind, ReportDate, calendar_of
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook

STALE_DAYS = RuleOption(
    "stale_days",
    3,
    Wording("本报讯最多可以是几天前的事", "how many days old the paper’s own news may be"),
)
_NO_SUCH_DAY = Wording("没有“{date}”这一天", "there is no “{date}”")
_WEEKDAY = Wording("{day}是{right}，不是“{word}”", "{day} is a {right}, not “{word}”")
_LATER = Wording("稿件日期{day}晚于出版日期{edition}", "dated {day}, after the edition of {edition}")
_STALE = Wording("本报讯写的是{days}天前（{day}）的事", "news of {days} days ago ({day})")
_BEFORE_READ = Wording(
    "预警{day}0时起生效，读者看到报纸时已经开始", "in force from 0:00 on {day}, before this is read"
)
_IN_DOUBT = Wording(
    "{later}处稿件日期晚于出版日期{edition}，只有{fresh}处与它相合",
    "{later} articles are dated after the edition of {edition}, and only {fresh} bear it out",
)
_CHECK_EDITION = Wording("核对出版日期", "check the date of the edition")
_OTHER_YEAR = re.compile(r"(?<!\d)\d{4}年|[去前当同次翌那]年|年代|世纪|\b(?:1[5-9]|20)\d\d\b")
_IN_FORCE = re.compile(r"(?:0|零|〇)[时点]起?(?:启动|实施|执行|开始|生效|发布)|起?(?:启动|实施)")
_ENGLISH_MONTH = re.compile(r"[JFMASOND][a-z]{2}[a-z.]* \d|\d [JFMASOND][a-z]{2}")


def check(proof: Proof, stylebook: Stylebook) -> Iterator[Remark]:
    """Remark every date that cannot be right, or cannot be right in this edition."""
    calendar = calendar_of(proof)
    yield from _in_doubt(calendar)
    owner = ""
    before: list[str] = []
    for passage in proof.passages():
        if passage.field.rpartition(".")[0] != owner:
            owner = passage.field.rpartition(".")[0]
            before = []
        before.append(passage.text)
        if "月" in passage.text or _ENGLISH_MONTH.search(passage.text):
            yield from _dates(passage, calendar, before)
    yield from days_out_of_step(proof, calendar)
    for report in calendar.reports:
        yield from _reported(report, calendar, stylebook.number(STALE_DAYS))


def _in_doubt(calendar: Calendar) -> Iterator[Remark]:
    if calendar.is_doubtful:
        edition = _words(calendar.day)
        message = _IN_DOUBT.filled(later=calendar.later, fresh=calendar.fresh, edition=edition)
        yield Remark(message, Spot("date"), advice=_CHECK_EDITION, severity=Severity.INFO)


def _dates(passage: Passage, calendar: Calendar, before: Sequence[str]) -> Iterator[Remark]:
    """`before` are the texts of its article up to and with this one."""
    text = passage.text
    for date in written_dates(text, is_han=passage.is_han):
        if not date.is_possible:
            if date.is_in_figures or date.year:  # 二月三十日 may be of the lunar calendar
                message = _NO_SUCH_DAY.filled(date=text[date.start : date.end])
                yield passage.remark(date.start, date.end, message)
            continue
        day = date.resolved(calendar.day)
        if day is None:
            continue
        yield from _weekday(passage, date, day, calendar, before)
        if day <= calendar.day and "预警" in text and _IN_FORCE.match(text, date.end):
            message = _BEFORE_READ.filled(day=_words(day))
            yield passage.remark(date.start, date.end, message, severity=Severity.INFO)


def _weekday(
    passage: Passage, date: WrittenDate, day: dt.date, calendar: Calendar, before: Sequence[str]
) -> Iterator[Remark]:
    weekday = weekday_beside(passage.text, date, is_han=passage.is_han)
    if weekday is None or weekday.number == day.weekday():
        return
    severity = None
    if date.year is None:
        texts = (*before[:-1], passage.text[: date.start])
        years_before = any(_OTHER_YEAR.search(text) for text in texts)
        is_near = -10 <= (day - calendar.day).days <= 31
        if years_before or not (is_near and calendar.is_trusted):
            severity = Severity.INFO
    word = passage.text[weekday.start : weekday.end]
    right = Wording(weekday_words(day, "zh"), weekday_words(day, "en"))
    message = _WEEKDAY.filled(day=_words(day), right=right, word=word)
    replacement = like_weekday(word, day.weekday())
    yield passage.remark(weekday.start, weekday.end, message, replacement, severity=severity)


def _reported(report: ReportDate, calendar: Calendar, stale_days: int) -> Iterator[Remark]:
    date, passage = report.date, report.passage
    age = (calendar.day - report.day).days
    if age < 0:
        # A year makes a dispatch's own date certain; an opening sentence may speak of what is to come.
        has_year = date.year is not None and report.kind is Kind.HEAD
        is_sure = has_year or report.kind is Kind.FIELD or calendar.is_trusted
        message = _LATER.filled(day=_words(report.day), edition=_words(calendar.day))
        yield passage.remark(date.start, date.end, message, severity=None if is_sure else Severity.INFO)
    elif report.kind in (Kind.HEAD, Kind.OPENING) and stale_days < age < 366:
        message = _STALE.filled(days=age, day=_words(report.day))
        yield passage.remark(date.start, date.end, message, severity=Severity.INFO)


def _words(day: dt.date) -> Wording:
    return Wording(date_words(day, "zh"), date_words(day, "en"))


RULE = Rule(
    id="E-DATE",
    name=Wording("日期不符", "date that cannot be right"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording(
        "报纸期刊质量管理规定（2020）：时间等知识性差错", "the 2020 rules on newspaper quality: dates"
    ),
    advice=Wording("核对日期", "check the date"),
    check=check,
    options=(STALE_DAYS,),
    weight=1,
)
