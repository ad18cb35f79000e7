"""A public notice as copy: what it warns of, how it stands, its times in words, what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from reader.edition.day_words import end_words, moment_words
from reader.edition.edition import Edition
from reader.edition.notice import Status
from reader.edition.notice_board import Standing, State
from reader.edition.wording import Tongue, Wording
from reader.typesetting.body_copy import body_pieces
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role

_EVENT = Wording("事件：", "Event: ")
_STATE = Wording("状态：", "State: ")
_ENDED_BY = Wording("{state}，见{date}《{title}》", "{state} by “{title}” of {date}")
_ENDED_BY_NAMESAKE = Wording("{state}，见{date}《{title}》（{id}）", "{state} by “{title}” ({id}) of {date}")
_LIFTS = Wording("解除公告，不是预警", "Lifts a warning; is none itself")
_STATUS = Wording("性质：", "Status: ")
_ISSUER = Wording("发布单位：", "Issued by: ")
_AREA = Wording("范围：", "Area: ")
_ISSUED = Wording("发布时间：", "Issued: ")
_EFFECTIVE = Wording("生效时间：", "In force from: ")
_ONSET = Wording("影响开始：", "Expected from: ")
_EXPIRES = Wording("失效时间：", "In force until: ")
_UNTIL_LIFTED = Wording("解除时间另行通知", "further notice")
_SUPERSEDES = Wording("取代：", "Supersedes: ")
_CANCELS = Wording("解除：", "Lifts: ")
_TO_DO = Wording("防护指引", "What to do")


def notice_copy(standing: Standing, edition: Edition, tongue: Tongue) -> Copy:
    """Return the copy of a notice and how it stands; the program's words are in `tongue`, the notice's own
    as they are, its times in the time zone of the edition.
    """
    notice = standing.notice
    head = list(_head(standing, edition.zone, tongue))
    before = sum(len(piece.text) for piece in head)
    to_do = _TO_DO.say(tongue) if notice.instruction else ""
    size = before + len(notice.text) + len(to_do) + len(notice.instruction)

    def pieces() -> Iterator[Piece]:
        yield from head
        yield from body_pieces(notice.text, "text", before, tongue)
        if notice.instruction:
            at = before + len(notice.text)
            yield Piece(Role.SUBHEAD, to_do, "instruction", at=at)
            yield from body_pieces(notice.instruction, "instruction", at + len(to_do), tongue)

    return Copy(pieces(), size)


def _head(standing: Standing, zone: ZoneInfo, tongue: Tongue) -> Iterator[Piece]:
    notice = standing.notice

    def fact(name: Wording, text: str, field: str, link: str | None = None) -> Piece:
        return Piece(Role.NOTICE_FACT, text, field, name.say(tongue), link=link)

    def time(name: Wording, moment: dt.datetime, field: str) -> Piece:
        words = end_words if field == "expires" else moment_words
        return fact(name, words(moment, zone, tongue), field)

    if notice.column:
        yield Piece(Role.COLUMN, notice.column, "column")
    yield Piece(Role.HEADLINE, notice.title, "headline" if notice.headline else "event")
    if notice.level:
        yield Piece(Role.NOTICE_LEVEL, notice.level.wording.say(tongue), "level")
    if notice.headline and notice.event != notice.headline:
        yield fact(_EVENT, notice.event, "event")
    if notice.status is not Status.ACTUAL:
        yield fact(_STATUS, notice.status.wording.say(tongue), "status")
    yield _state(standing, tongue)
    if notice.issuer:
        yield fact(_ISSUER, notice.issuer, "issuer")
    if notice.area:
        yield fact(_AREA, notice.area, "area")
    if notice.issued:
        yield time(_ISSUED, notice.issued, "issued")
    yield time(_EFFECTIVE, notice.effective, "effective")
    if notice.onset:
        yield time(_ONSET, notice.onset, "onset")
    if notice.expires:
        yield time(_EXPIRES, notice.expires, "expires")
    else:
        yield fact(_EXPIRES, _UNTIL_LIFTED.say(tongue), "expires")
    for name, ids, field in (
        (_SUPERSEDES, notice.supersedes, "supersedes"),
        (_CANCELS, notice.cancels, "cancels"),
    ):
        if ids:
            yield fact(name, ("、" if tongue == "zh" else ", ").join(ids), field)


def state_words(standing: Standing) -> Wording:
    """Return how a notice stands; one that lifts others, and is itself in force, is said to be no warning."""
    # The title of a lifting notice tells of a warning; in force, it must not be taken for one.
    is_lifting = standing.notice.is_lifting and standing.state is State.ACTIVE
    return _LIFTS if is_lifting else standing.state.wording


def _state(standing: Standing, tongue: Tongue) -> Piece:
    """The state, and by which notice it ended; Enter leads to that one."""
    notice = standing.notice
    state = state_words(standing)
    lead = _STATE.say(tongue)
    ender = standing.ended_by
    if ender is None or standing.state not in {State.SUPERSEDED, State.LIFTED}:
        return Piece(Role.NOTICE_FACT, state.say(tongue), "", lead)
    # A warning and its update often have one title: then only the id tells which is meant.
    words = _ENDED_BY_NAMESAKE if ender.notice.title == notice.title else _ENDED_BY
    words = words.filled(
        state=state, title=ender.notice.title, date=ender.printed.isoformat(), id=ender.notice.id
    )
    return Piece(Role.NOTICE_FACT, words.say(tongue), "", lead, link=str(ender.reference))
