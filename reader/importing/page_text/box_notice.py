"""A box of public information as a notice."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reader.edition.body_text import plain_paragraphs
from reader.edition.notice import Notice
from reader.edition.wording import Wording
from reader.importing.page_text.elements import Element
from reader.importing.page_text.pieces import Origin, Piece
from reader.importing.page_text.seams import mended
from reader.importing.page_text.shapes import is_box_label, is_report
from reader.importing.page_text.telling import Telling
from reader.importing.page_text.warning import Warned, events_in, id_prefix, is_advice, level_in, warned

_NO_START = Wording(
    "“{event}”没有写从何时起，当作见报当天",
    "“{event}” does not say since when; taken as the day of the paper",
)
_NO_HOUR = Wording("“{event}”只写了哪一天，当作0时起", "“{event}” says only the day; taken as from 00:00")
_FORECAST = Wording(
    "“{event}”没有写到何时为止，当作到预计的天气结束时",
    "“{event}” does not say until when; taken as until the end of the weather that is expected",
)
_OTHERS = Wording(
    "一段里还有别的预警：{events}，都放在“{event}”这一条里",
    "one paragraph warns of more: {events}; all in the notice of “{event}”",
)
_PART = Wording("要分开就各写一条公告", "write a notice for each to part them")
_NO_DAY = Wording(
    "“{event}”没有写是哪一天，从见报当天算起",
    "“{event}” does not say which day; reckoned from the day of the paper",
)
_NO_EVENT = Wording(
    "没有写是什么预警，以栏题“{event}”为事件",
    "what it warns of is not said; the label “{event}” is taken as the event",
)
_GIVE_EVENT = Wording("查到就改 event", "correct event when you know")
_NO_END = Wording(
    "“{event}”没有写到何时为止，当作解除时间另行通知",
    "“{event}” does not say until when; taken as until lifted",
)
_GIVE_TIME = Wording("查到时间就改", "correct it when you know")
_LIFTS_UNKNOWN = Wording(
    "“{event}”这一条是解除，被解除的不在这里，当作文章",
    "“{event}” lifts a notice that is not here; taken as an article",
)
_UNLABELLED = Wording(
    "“{event}”这一段没有栏题，当作公告", "no label stands above “{event}”; taken as a notice"
)
_MAKE_ARTICLE = Wording("不是公告就改作文章", "make an article of it if it is none")
_STARTS = re.compile(r"(?:启动|发布)[^。；]{2,24}(?:预警|警报)")
_LONGEST_BOX = 800
_NAME_IT = Wording(
    "知道解除的是哪一条就写成公告，用 cancels 指明",
    "make it a notice with cancels when you know which it lifts",
)


class Day(NamedTuple):
    """What a notice is reckoned by: the day of the paper and its zone."""

    date: dt.date
    zone: ZoneInfo


def notice_of(
    piece: Piece, day: Day, known: tuple[Notice, ...], tell: Telling, *, is_repairing: bool
) -> Notice | None:
    """Return the notice in a box; None when it warns of nothing, or lifts what is not among the `known`."""
    paragraphs = [each for each in piece.body if not each.level]
    text = "".join(each.text for each in paragraphs)
    titles = [each.text for each in piece.head]
    if not text or is_report(text) or not (piece.is_box or _is_like_box(piece, text)):
        return None
    said = warned(text, " ".join(titles), day.date)
    if said is None or (said.effective is None and said.level is None):
        return None
    place = paragraphs[0].place
    if not piece.is_box:
        tell.guessed(place, _UNLABELLED.filled(event=said.event), _MAKE_ARTICLE, "notices")
    cancels: tuple[str, ...] = ()
    if said.is_lifting:
        cancels = tuple(notice.id for notice in known if notice.event == said.event)
        if not cancels:
            tell.undecided(place, _LIFTS_UNKNOWN.filled(event=said.event), _NAME_IT)
            return None
    if others := [event for event in events_in(text) if event != said.event]:
        tell.undecided(place, _OTHERS.filled(events="、".join(others), event=said.event), _PART)
    effective = said.effective or dt.datetime.combine(day.date, dt.time())
    notice_id = free_id(f"{id_prefix(said.event)}-{effective:%Y%m%d}", known)
    _tell_times(said, notice_id, place, tell)
    facts, advice = _parted(mended(piece.body, tell, is_repairing=is_repairing))
    labels = [title for title in titles if is_box_label(title) and level_in(title) is None]
    headline = " ".join(title for title in titles if title not in labels)
    return Notice(
        id=notice_id,
        event=said.event,
        headline=headline or None,
        column=" ".join(labels) or None,
        level=said.level,
        status=said.status,
        issuer=said.issuer,
        effective=effective.replace(tzinfo=day.zone),
        expires=said.expires.replace(tzinfo=day.zone) if said.expires else None,
        cancels=cancels,
        text=plain_paragraphs(facts),
        instruction=plain_paragraphs(advice),
    )


def _is_like_box(piece: Piece, text: str) -> bool:
    """Is a short piece without any line above it the text of a box: a warning that is being started?"""
    is_apart = not piece.head and piece.origin is not Origin.HEADING and len(text) <= _LONGEST_BOX
    return (
        is_apart and len(piece.body) <= 4 and _STARTS.search(text) is not None and level_in(text) is not None
    )


def _parted(body: list[Element]) -> tuple[list[str], list[str]]:
    """Return the paragraphs that say what is, and from the first of advice on, what to do."""
    texts = [each.text for each in body]
    for index in range(1, len(texts)):
        if is_advice(texts[index]):
            return texts[:index], texts[index:]
    return texts, []


def _tell_times(said: Warned, notice_id: str, place: str, tell: Telling) -> None:
    if not said.is_event_said:
        tell.guessed(place, _NO_EVENT.filled(event=said.event), _GIVE_EVENT, f"{notice_id}.event")
    if said.effective is None:
        tell.guessed(place, _NO_START.filled(event=said.event), _GIVE_TIME, f"{notice_id}.effective")
    elif not said.has_day:
        tell.guessed(place, _NO_DAY.filled(event=said.event), _GIVE_TIME, f"{notice_id}.effective")
    elif not said.has_hour:
        tell.guessed(place, _NO_HOUR.filled(event=said.event), _GIVE_TIME, f"{notice_id}.effective")
    if not said.is_end_said:
        tell.guessed(place, _FORECAST.filled(event=said.event), _GIVE_TIME, f"{notice_id}.expires")
    if said.expires is None and not said.is_until_lifted and not said.is_lifting:
        tell.guessed(place, _NO_END.filled(event=said.event), _GIVE_TIME, f"{notice_id}.expires")


def free_id(wanted: str, known: tuple[Notice, ...]) -> str:
    """Return this id, with a number behind it where one of the known notices has it."""
    taken = {notice.id for notice in known}
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
