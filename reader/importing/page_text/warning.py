"""What a box of public information says: the event, its level, from when until when."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from reader.edition.notice import Level, Status
from reader.importing.page_text.holding import end_of, is_left_open, start_of
from reader.importing.page_text.moments import moments
from reader.importing.page_text.standing import standing

_COLOURS = {
    "蓝": Level.BLUE, "黄": Level.YELLOW, "橙": Level.ORANGE, "红": Level.RED,
    "藍": Level.BLUE, "黃": Level.YELLOW, "紅": Level.RED,
}  # fmt: skip
_GRADES = {
    "Ⅳ": Level.BLUE, "Ⅲ": Level.YELLOW, "Ⅱ": Level.ORANGE, "Ⅰ": Level.RED,
    "IV": Level.BLUE, "III": Level.YELLOW, "II": Level.ORANGE, "I": Level.RED,
    "四": Level.BLUE, "三": Level.YELLOW, "二": Level.ORANGE, "一": Level.RED,
    "4": Level.BLUE, "3": Level.YELLOW, "2": Level.ORANGE, "1": Level.RED,
}  # fmt: skip
_LATIN_COLOURS = {
    "blue": Level.BLUE, "yellow": Level.YELLOW, "amber": Level.ORANGE, "orange": Level.ORANGE,
    "red": Level.RED,
}  # fmt: skip
_GRADE = r"(?:Ⅳ|Ⅲ|Ⅱ|Ⅰ|IV|III|II|I|[一二三四]|[1-4])"
_GRADED = rf"[(（]?\s*(?:[蓝黄橙红藍黃紅]色?|{_GRADE}\s*级)\s*[)）]?"
_BEHIND = re.compile(
    rf"(?:预警|警报|預警|警報)(?:信号|级别|等级)?\s*(?:[(（]|[:：为]\s*)\s*(?:([蓝黄橙红藍黃紅])色?|({_GRADE})\s*级)"
)
"""A level behind the word: 大风预警（蓝色）, 预警级别：Ⅲ级."""
_COLOUR = re.compile(
    r"([蓝黄橙红藍黃紅])色?\s*(?:[(（][^()（）]{1,8}[)）])?\s*(?:气象)?(?:灾害)?(?:预警|警报|预报|响应|預警|警報)"
)
_NUMERAL = re.compile(
    rf"({_GRADE})\s*级\s*[)）]?\s*(?:[(（][^()（）]{{1,6}}[)）])?\s*(?:应急)?(?:预警|警报|响应)"
)
_LATIN_LEVEL = re.compile(
    r"\b(blue|yellow|amber|orange|red)\b(?! flag)[ -](?:\w+ ){0,2}(?:alert|warning)", re.IGNORECASE
)
_EVENT = re.compile(
    rf"(?:启动|发布|升级为|变更为|更新为|解除|继续发布|迎来|了)?\s*(?P<event>[\u4e00-\u9fff]{{2,12}}?)\s*(?:{_GRADED})+\s*(?:气象灾害|气象)?(?:预警|警报|(?:应急)?响应)"
)
_RAISED = re.compile(r"(?:预警|警报|信号)[^。；]{0,4}(?:升级|变更|调整|更新|改|降)(?:级)?为")
_PLAIN_EVENT = re.compile(r"(?P<event>[\u4e00-\u9fff]{2,8}?)(?:预警|警报)")
_ONLY_LEVEL = re.compile(rf"(?:[蓝黄橙红藍黃紅]色?|{_GRADE}级)+\Z")
_SERVICE = re.compile(
    r"停[水电气暖]|断水|断电|交通管制|限行|封闭施工"
    r"|\b(?:water|power|electricity|gas|heating)(?: supply)? (?:interruption|outage|cut|suspension)"
    r"|\broad closure",
    re.IGNORECASE,
)
_LATIN_EVENT = re.compile(
    r"\b(?:(?:blue|yellow|amber|orange|red)(?! flag)[ -])?((?:[a-z]+ ){1,3})(?:alert|warning)\b",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"([\u4e00-\u9fff]{2,20}(?:气象台|气象局|气象中心|环境局|应急管理局|应急局|指挥部|办公室|委员会|公司|中心|管理局|公安局|水务局|供电局))"
    r"[^。；，,]{0,16}?(?:发布|启动|签发)"
)
_ADVICE = re.compile(
    r"建议|避免|尽量|减少户外|注意防|请|提醒|不要|做好.{0,12}(?:准备|防护|防范)|应当|须|防护措施|avoid|should|please",
    re.IGNORECASE,
)
_PREFIXES = (
    ("污染", "air"), ("霾", "air"), ("空气", "air"), ("大风", "wind"), ("台风", "typhoon"), ("寒潮", "cold"),
    ("低温", "cold"), ("霜冻", "frost"), ("高温", "heat"), ("暴雨", "rain"), ("暴雪", "snow"),
    ("雷", "storm"), ("red flag", "fire"),
    ("雾", "fog"), ("冰雹", "hail"), ("结冰", "ice"), ("沙尘", "dust"), ("洪", "flood"), ("地质", "land"),
    ("森林", "fire"), ("火", "fire"), ("停水", "water"), ("停电", "power"), ("停气", "gas"),
    ("停暖", "heating"),
    ("smog", "air"), ("wind", "wind"), ("cold", "cold"), ("heat", "heat"), ("rain", "rain"), ("snow", "snow"),
    ("storm", "storm"), ("fog", "fog"), ("ice", "ice"), ("dust", "dust"), ("flood", "flood"),
    ("fire", "fire"),
    ("water", "water"), ("power", "power"), ("gas", "gas"),
)  # fmt: skip


class Warned(NamedTuple):
    """What a box says; times without a zone, None where it says nothing."""

    event: str
    is_event_said: bool
    """Is the event named, not guessed from what stands above the box?"""
    level: Level | None
    effective: dt.datetime | None
    has_day: bool
    has_hour: bool
    expires: dt.datetime | None
    is_end_said: bool
    """Is its end not guessed from when the weather is expected?"""
    is_until_lifted: bool
    """Does it say that its end will be made known?"""
    status: Status
    issuer: str | None
    is_lifting: bool


def warned(text: str, title: str, today: dt.date) -> Warned | None:
    """Return what the text of a box says, None when it warns of nothing.

    `title` is what stands above it, `today` the day of the paper.
    """
    stands = standing(text)
    raised = _RAISED.search(stands.started)
    newest = stands.started[raised.end() :] if raised else stands.started
    level = level_in(newest) or level_in(stands.started) or level_in(title)
    event = _event(newest) or _event(stands.started) or _event(title)
    service = _SERVICE.search(title) or _SERVICE.search(text)
    if event is None and service is not None:
        event = service.group()
    if event is None and level is None:
        return None
    found = list(moments(text, today.year, today))
    start = start_of(text, found)
    end = end_of(text, found, start, today)
    issuer = _ISSUER.search(text)
    return Warned(
        event or title,
        event is not None,
        level,
        start.at if start else None,
        start.has_day if start else False,
        start.has_hour if start else False,
        end.at if end else None,
        end is None or end.is_said,
        end is None and is_left_open(text),
        _status(title + text),
        issuer[1] if issuer else None,
        stands.is_lifting or (bool(title) and standing(title).is_lifting),
    )


def is_advice(paragraph: str) -> bool:
    """Does a paragraph say what people are to do?"""
    return _ADVICE.search(paragraph) is not None


def events_in(text: str) -> tuple[str, ...]:
    """Return every event that a text names with a level and does not lift."""
    found = (_trimmed(match["event"]) for match in _EVENT.finditer(standing(text).started))
    return tuple(dict.fromkeys(event for event in found if _is_event(event)))


def id_prefix(event: str) -> str:
    """Return the word the id of a notice of such an event begins with."""
    return next((prefix for word, prefix in _PREFIXES if word in event.lower()), "notice")


def level_in(text: str) -> Level | None:
    """Return the level a text names, in whatever spelling; the force of a wind (6级) is none."""
    if colour := _COLOUR.search(text):
        return _COLOURS[colour[1]]
    if numeral := _NUMERAL.search(text):
        return _GRADES[numeral[1]]
    if behind := _BEHIND.search(text):
        return _COLOURS[behind[1]] if behind[1] else _GRADES[behind[2]]
    latin = _LATIN_LEVEL.search(text)
    return _LATIN_COLOURS[latin[1].lower()] if latin else None


def _event(text: str) -> str | None:
    for form in (_EVENT, _PLAIN_EVENT):
        for match in form.finditer(text):
            event = _trimmed(match["event"])
            if _is_event(event):
                return event
    latin = _LATIN_EVENT.search(text)
    words = latin[1].split() if latin else []
    if [word.lower() for word in words[-2:]] == ["red", "flag"]:
        return "Red Flag"  # weather for fires (US National Weather Service): a name, no level
    return " ".join(word for word in words if word.lower() not in _NO_LATIN_EVENTS) or None


def _is_event(words: str) -> bool:
    return len(words) >= 2 and words not in _NO_EVENTS and not _ONLY_LEVEL.match(words)


_NO_EVENTS = frozenset(
    (
        "天气",
        "气象",
        "信息",
        "发布",
        "解除",
        "灾害",
        "本次",
        "此次",
        "上述",
        "气象灾害",
        "突发事件",
        "应急",
        "启动",
        "签发",
        "继续",
        "升级",
        "降级",
        "调整",
        "变更",
        "撤销",
        "取消",
        "同时",
        "此前",
    )
)
_NO_LATIN_EVENTS = frozenset({"a", "an", "the", "weather", "new", "public", "issued", *_LATIN_COLOURS})
_LEADING = re.compile(
    r".*(?:启动|发布|升级为|变更为|更新为|解除|签发|确认|改为|继续|研究决定|决定|将|时|日|分|起|市|县|区|我省|全省|全市|(?<=[市县区省境地])有(?![毒害机])|出现)(?=[\u4e00-\u9fff]{2})"
)


def _trimmed(words: str) -> str:
    """Return what is left of words behind the verb and the day that lead up to them."""
    match = _LEADING.match(words)
    return words[match.end() :] if match and len(words) - match.end() >= 2 else words


def _status(text: str) -> Status:
    if re.search(r"演练|演习|\bexercise\b|\bdrill\b", text, re.IGNORECASE):
        return Status.EXERCISE
    return (
        Status.TEST
        if re.search(r"(?:系统|发布|信号|警报)测试|\bthis is a test\b", text, re.IGNORECASE)
        else Status.ACTUAL
    )
