"""One alert with its words understood: what it is, whom it is for, which messages it ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from reader.edition.notice import Status
from reader.edition.wording import Wording
from reader.importing.cap.elements import Part
from reader.importing.cap.finding import Found
from reader.importing.cap.moments import moment_from
from reader.importing.cap.references import referred
from reader.importing.cap.vocabulary import DEFAULT_LANGUAGE, OWN, STATUSES
from reader.importing.language import language_of
from reader.importing.observation import CannotImport, Grade, Observation, cannot_import

_CHINA = dt.timezone(dt.timedelta(hours=8))


class Message(NamedTuple):
    """An alert: the head of it, and its `info` blocks as they stand."""

    part: Part
    identifier: str
    sender: str | None
    sent: dt.datetime
    status: Status
    kind: str
    """`alert`, `update`, `cancel`, or what is no warning: `ack`, `error`."""
    is_public: bool
    referred: tuple[str, ...]
    """Identifiers of the messages it names."""
    infos: tuple[Part, ...]
    zone: dt.tzinfo
    """What times without an offset are in."""
    is_chinese_platform: bool
    """Is it of the national platform's form, where `sender` is the office and `senderName` a clerk?"""
    guessed: tuple[str, ...]
    """Keys of a notice that were made up: `id`, `issued`, `status`."""
    observations: tuple[Observation, ...]

    def moment(self, words: str) -> dt.datetime | None:
        """Return a time of this alert, or None for words that are none."""
        found = moment_from(words, self.zone)
        return found.at if found else None


def understood(found: Found, source: str, now: dt.datetime, zone: dt.tzinfo | None) -> Message:
    """Return the message of an alert; `zone` is what times without an offset are in, if somebody said so.

    Raises:
        CannotImport: there is nothing in it that an alert has.
    """
    part = found.part
    told = _Teller(source, part.place)
    if not (part.text("identifier", "sender", "sent", "sendtime", "note") or part.inner("info")):
        raise told.cannot()
    china = part.text("sendercode") is not None
    zone = zone or _zone_of(part, is_chinese=china or _is_chinese(part))
    sent, is_sent_guessed = _sent(part, told, now, zone)
    identifier = part.text("identifier")
    guessed = ["issued"] if is_sent_guessed else []
    if identifier is None:
        identifier = "-".join(filter(None, (part.text("sender"), f"{sent:%Y%m%dT%H%M%S}")))
        guessed.append("id")
        told.guess(_NO_IDENTIFIER.filled(id=identifier), _ASK_ISSUER)
    status = (part.text("status") or "").lower()
    if status not in STATUSES and not found.is_index:
        told.guess(_NO_STATUS.filled(status=part.text("status") or "—"), _ASK_ISSUER)
        guessed.append("status")
    if status == "system":
        told.guess(_SYSTEM, _NOT_FOR_READERS)
        guessed.append("status")
    if found.is_signed:
        told.drop(_SIGNED, _CHECK_SIGNATURE)
    return Message(
        part=part,
        identifier=identifier,
        sender=part.text("sender"),
        sent=sent,
        status=STATUSES.get(status, Status.ACTUAL),
        kind=_kind(part, told, is_index=found.is_index),
        is_public=(part.text("scope") or "public").lower() not in ("restricted", "private"),
        referred=(),
        infos=part.inner("info"),
        zone=zone,
        is_chinese_platform=china,
        guessed=tuple(guessed),
        observations=tuple(told.all),
    )


def with_references(message: Message, known: Container[str]) -> Message:
    """Return a message that knows which it refers to; `known` are the identifiers of its file."""
    words = message.part.text("references")
    found = referred(words, known) if words else ()
    return message._replace(referred=tuple(each for each in found if each != message.identifier))


def language(info: Part) -> str:
    """Return the language of an `info`: American English where none is named, if it is English at all."""
    named = info.text("language")
    if named is not None:
        return named.replace("_", "-")
    words = " ".join(filter(None, map(info.text, ("event", "headline", "description"))))
    found = language_of(words)
    return DEFAULT_LANGUAGE if found == "en" else found


def own_parameters(info: Part) -> Mapping[str, str]:
    """Return the parameters that our own exports write, by name."""
    return dict(_own(info))


def _own(info: Part) -> Iterator[tuple[str, str]]:
    for parameter in info.inner("parameter"):
        name = parameter.text("valuename")
        if name is not None and name.startswith(OWN):
            yield name, parameter.text("value") or ""


class _Teller:
    def __init__(self, source: str, place: str) -> None:
        self._source = source
        self._place = place
        self.all: list[Observation] = []

    def guess(self, what: Wording, advice: Wording) -> None:
        self.all.append(Observation(Grade.GUESSED, self._source, self._place, what, advice))

    def drop(self, what: Wording, advice: Wording) -> None:
        self.all.append(Observation(Grade.DROPPED, self._source, self._place, what, advice))

    def cannot(self) -> CannotImport:
        return cannot_import(self._source, self._place, _EMPTY, _ASK_ISSUER)


def _kind(part: Part, told: _Teller, *, is_index: bool) -> str:
    kind = (part.text("msgtype") or "").lower()
    if kind in ("alert", "update", "cancel", "ack", "error"):
        return kind
    if kind or not is_index:
        told.guess(_NO_KIND.filled(kind=part.text("msgtype") or "—"), _ASK_ISSUER)
    return "alert"


def _sent(part: Part, told: _Teller, now: dt.datetime, zone: dt.tzinfo) -> tuple[dt.datetime, bool]:
    words = part.text("sent", "sendtime")
    found = moment_from(words, zone) if words else None
    if found is None:
        told.guess(_NO_SENT.filled(words=words or "—"), _ASK_ISSUER)
        texts = (info.text("effective", "onset") for info in part.inner("info"))
        found = next((moment for text in texts if text and (moment := moment_from(text, zone))), None)
        return (found.at if found else now), True
    if not found.is_zoned:
        offset = f"{found.at:%z}"
        told.guess(_NO_OFFSET.filled(words=words, offset=f"{offset[:3]}:{offset[3:5]}"), _SAY_ZONE)
    return found.at, False


def _is_chinese(part: Part) -> bool:
    return any(language(info).lower().startswith("zh") for info in part.inner("info"))


def _zone_of(part: Part, *, is_chinese: bool) -> dt.tzinfo:
    """Return the offset that the alert's other times have, else what its language lets expect."""
    texts = [part.text("sent", "sendtime")]
    for info in part.inner("info"):
        texts += [info.text(name) for name in ("effective", "onset", "expires")]
    for text in filter(None, texts):
        moment = moment_from(text, dt.UTC)
        if moment is not None and moment.is_zoned:
            return moment.at.tzinfo or dt.UTC
    return _CHINA if is_chinese else dt.UTC


_ASK_ISSUER = Wording("向发布单位核实", "ask whoever issued it")
_SAY_ZONE = Wording("不对就用 --timezone 说明", "if it is not, say so with --timezone")
_EMPTY = Wording("这里没有预警的内容", "there is nothing of an alert in it")
_NO_IDENTIFIER = Wording("没有编号（identifier），取名 {id}", "it has no identifier; named {id}")
_NO_STATUS = Wording(
    "状态（status）写的是“{status}”，按正式预警收", "its status is “{status}”; taken as meant in earnest"
)
_SYSTEM = Wording(
    "这是预警系统内部的消息（System），按测试收",
    "it is for the alerting system itself (System); taken as a test",
)
_NOT_FOR_READERS = Wording(
    "它不上横幅；不登就删去", "it raises no banner; remove it if it is not to be printed"
)
_SIGNED = Wording("数字签名没有核验，也不收", "its signature was neither checked nor kept")
_CHECK_SIGNATURE = Wording("要核验就用原件", "check it on the original")
_NO_KIND = Wording(
    "消息类型（msgType）写的是“{kind}”，按新预警收", "its msgType is “{kind}”; taken as a new alert"
)
_NO_SENT = Wording(
    "发布时间（sent）写的是“{words}”，用生效时间或现在代替",
    "its sent is “{words}”; the effective time, or now, stands for it",
)
_NO_OFFSET = Wording(
    "时间“{words}”没写时差，按 {offset} 算", "the time “{words}” has no offset; taken as {offset}"
)
