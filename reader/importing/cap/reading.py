"""A file of alerts in, editions of notices out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reader.edition.notice import Notice
from reader.edition.wording import Wording
from reader.importing.cap.finding import Document, Found, alerts_in
from reader.importing.cap.message import Message, understood, with_references
from reader.importing.cap.notices import Noted, noted
from reader.importing.cap.references import notice_id
from reader.importing.ended import rightly_ended
from reader.importing.finishing import Draft, finished
from reader.importing.imported import Imported, Wishes
from reader.importing.observation import CannotImport, Grade, Observation, cannot_import
from reader.importing.source import Source


class _Taken(NamedTuple):
    """An alert and what has come of it."""

    message: Message
    made: Noted
    day: dt.date
    paper: str | None


def read_alerts(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield an edition for each sender and day of the alerts in a file, and what of it was left.

    The paper is who sent them, as it is called if all are called the same, the day that of `sent`. What is
    no warning (Ack, Error, the beat of a network's heart), what is not for the public, and what stands there
    twice is told and left out. Of a folder every file is read.

    Raises:
        CannotImport: there is no alert in it.
    """
    if source.is_folder:
        yield from _folder(source, wishes)
        return
    document = alerts_in(source.data(), source.name, source.encoding)
    yield from document.errors
    if not document.alerts:
        raise cannot_import(source.name, "", _NO_ALERT, _RIGHT_FILE)
    if any(found.is_index for found in document.alerts):
        yield Observation(Grade.UNDECIDED, source.name, "", _INDEX, _IMPORT_ALERTS)
    messages: list[Message] = []
    for result in _messages(document.alerts, source.name, wishes):
        if isinstance(result, Observation):
            yield result
        else:
            messages.append(result)
    known = frozenset(message.identifier for message in messages)
    taken = list(_taken([with_references(message, known) for message in messages], source.name, wishes))
    yield from _editions(taken, document, source.name, wishes)


def _folder(folder: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    for done, source in enumerate(folder.files()):
        wishes.step(done, 0)
        try:
            yield from read_alerts(source, wishes)
        except CannotImport as error:
            yield error.observation


def _messages(alerts: Sequence[Found], source: str, wishes: Wishes) -> Iterator[Message | Observation]:
    """Yield the messages to print, and for each other one why it is none."""
    zone = ZoneInfo(wishes.timezone) if wishes.timezone else None
    seen: set[tuple[str, str | None, dt.datetime]] = set()
    for found in alerts:
        try:
            message = understood(found, source, wishes.now, zone)
        except CannotImport as error:
            yield error.observation
            continue
        key = (message.identifier, message.sender, message.sent)
        reason = _TWICE if key in seen else _why_not(message)
        if reason is None:
            seen.add(key)
            yield message
        else:
            what = reason[0].filled(id=message.identifier)
            yield Observation(Grade.DROPPED, source, found.part.place, what, reason[1])


def _why_not(message: Message) -> tuple[Wording, Wording] | None:
    if message.kind in ("ack", "error"):
        return _NO_WARNING
    if not message.is_public:
        return _NOT_PUBLIC
    if not message.infos and message.part.text("note") is None and message.kind == "alert":
        return _HEARTBEAT
    return None


def _taken(messages: Sequence[Message], source: str, wishes: Wishes) -> Iterator[_Taken]:
    used: set[str] = set()
    zone = ZoneInfo(wishes.timezone) if wishes.timezone else None
    for message in messages:
        made = _noted(message, used, wishes.language, source)
        used |= {notice.id for notice in made.notices}
        issuers = {notice.issuer for notice in made.notices} - {message.sender}
        paper = issuers.pop() if len(issuers) == 1 else message.sender
        sent = message.sent.astimezone(zone) if zone else message.sent
        yield _Taken(message, made, sent.date(), paper)


def _noted(message: Message, used: set[str], language: str | None, source: str) -> Noted:
    """Return the notices of a message, whose ids no other has."""
    base = notice_id(message.identifier)
    made = noted(message, base, language, source)
    number = 1
    while any(notice.id in used for notice in made.notices):
        number += 1
        made = noted(message, f"{base}-{number}", language, source)
    if number == 1:
        return made
    renamed = _RENAMED[0].filled(id=base, name=f"{base}-{number}")
    told = Observation(Grade.GUESSED, source, message.part.place, renamed, _RENAMED[1])
    inferred = (*made.inferred, *(f"{notice.id}.id" for notice in made.notices))
    return made._replace(inferred=tuple(dict.fromkeys(inferred)), observations=(*made.observations, told))


def _editions(taken: Sequence[_Taken], document: Document, source: str, wishes: Wishes) -> Iterator[Imported]:
    notices = rightly_ended([notice for each in taken for notice in each.made.notices])
    by_id = {notice.id: notice for notice in notices}
    groups: dict[tuple[str | None, dt.date], list[_Taken]] = {}
    for each in taken:
        groups.setdefault((each.message.sender, each.day), []).append(each)
    papers = _papers(taken, document)
    for (sender, day), group in groups.items():
        printed: list[Notice] = [by_id[one.id] for each in group for one in each.made.notices]
        inferred = [name for each in group for name in each.made.inferred]
        told = [observation for each in group for observation in each.made.observations]
        if papers[sender] and not wishes.paper:
            inferred.append("paper")
            what = _PAPER[0].filled(paper=papers[sender])
            told.append(Observation(Grade.GUESSED, source, "", what, _PAPER[1]))
        if any("issued" in each.message.guessed for each in group):
            inferred.append("date")
        draft = Draft(
            source=source,
            paper=papers[sender],
            date=day,
            language=group[0].made.language,
            inferred=tuple(inferred),
            notices=tuple(printed),
            observations=tuple(told),
        )
        yield finished(draft, wishes)


def _papers(taken: Sequence[_Taken], document: Document) -> dict[str | None, str | None]:
    """Return what the paper of each sender is called: as the sender is, if it has but one name."""
    names: dict[str | None, set[str | None]] = {}
    for each in taken:
        names.setdefault(each.message.sender, set()).add(each.paper)
    return {
        sender: found.pop() if len(found) == 1 else document.title or sender
        for sender, found in names.items()
    }


_PAPER = (
    Wording(
        "预警不是报纸，报名用了发布单位：{paper}", "alerts have no paper; named after their issuer, {paper}"
    ),
    Wording("用 --paper 说明", "name it with --paper"),
)
_RENAMED = (
    Wording("编号“{id}”别的预警已用，改作 {name}", "“{id}” is another alert's identifier too; named {name}"),
    Wording("向发布单位核实", "ask whoever issued it"),
)
_NO_ALERT = Wording("里面没有 CAP 预警", "there is no CAP alert in it")
_RIGHT_FILE = Wording("看看是不是这个文件", "see whether it is the right file")
_INDEX = Wording(
    "这是预警的目录，只有摘要，不是预警本身", "this feed only tells of alerts, in short; they lie elsewhere"
)
_IMPORT_ALERTS = Wording("要全文就导入各条指向的预警", "for the whole text import what its entries lead to")
_TWICE = (
    Wording("预警“{id}”来了两次，只留一次", "the alert “{id}” comes twice; kept once"),
    Wording("不用管", "nothing to do"),
)
_NO_WARNING = (
    Wording("“{id}”是回执，不是预警", "“{id}” only answers another message and warns of nothing"),
    Wording("不用管", "nothing to do"),
)
_NOT_PUBLIC = (
    Wording("“{id}”不对公众发布，没有收", "“{id}” is not for the public and was left out"),
    Wording(
        "发布单位同意公开后，把 scope 改为 Public 再导入",
        "when its issuer has released it, write Public as its scope and import again",
    ),
)
_HEARTBEAT = (
    Wording("“{id}”没有内容，只是系统的心跳", "“{id}” has no content: a network's sign of life"),
    Wording("不用管", "nothing to do"),
)
