"""A file of alerts in, editions of notices out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reader.edition.wording import Wording
from reader.importing.cap.finding import Document, Found, alerts_in
from reader.importing.cap.message import Message, understood, with_references
from reader.importing.cap.notices import Noted, noted
from reader.importing.cap.references import notice_id
from reader.importing.ended import named_after_ended, rightly_ended
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
    """Yield an edition with the alerts of a file, and what of it was left.

    The paper is called like who issued them or, if they are several, like the feed they come in; the day is
    that of `sent`, of several the newest that could be read. What is no warning (Ack, Error, the beat of a
    network's heart), what is not for the public, and what stands there twice is told and left out. Of a
    folder every file is read.

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
    if taken:
        yield _edition(taken, document, source.name, wishes)


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
    numbers: Counter[str] = Counter()
    zone = ZoneInfo(wishes.timezone) if wishes.timezone else None
    for message in messages:
        made = _noted(message, used, numbers, wishes.language, source)
        used |= {notice.id for notice in made.notices}
        issuers = {notice.issuer for notice in made.notices} - {message.sender}
        paper = issuers.pop() if len(issuers) == 1 else message.sender
        sent = message.sent.astimezone(zone) if zone else message.sent
        yield _Taken(message, made, sent.date(), paper)


def _noted(
    message: Message, used: set[str], numbers: Counter[str], language: str | None, source: str
) -> Noted:
    """Return the notices of a message, whose ids no other has; `numbers` are the last of each identifier."""
    base = notice_id(message.identifier)
    made, number = noted(message, base, language, source), 1
    while any(notice.id in used for notice in made.notices):
        numbers[base] += 1
        number = numbers[base] + 1
        made = noted(message, f"{base}-{number}", language, source)
    if number == 1:
        return made
    renamed = _RENAMED[0].filled(id=base, name=f"{base}-{number}")
    told = Observation(Grade.GUESSED, source, message.part.place, renamed, _RENAMED[1])
    inferred = (*made.inferred, *(f"{notice.id}.id" for notice in made.notices))
    return made._replace(inferred=tuple(dict.fromkeys(inferred)), observations=(*made.observations, told))


def _edition(taken: Sequence[_Taken], document: Document, source: str, wishes: Wishes) -> Imported:
    told = [observation for each in taken for observation in each.made.observations]
    inferred = [name for each in taken for name in each.made.inferred]
    # A time that was made up counts only where no alert says one.
    said = [each.day for each in taken if "issued" not in each.message.guessed]
    if not said:
        inferred.append("date")
    names = dict.fromkeys(each.paper for each in taken)
    paper = next(iter(names)) if len(names) == 1 else document.title or taken[0].message.sender
    if paper is not None and not wishes.paper:
        inferred.append("paper")
        told.append(Observation(Grade.GUESSED, source, "", _PAPER[0].filled(paper=paper), _PAPER[1]))
    ended = rightly_ended([notice for each in taken for notice in each.made.notices])
    notices, renamed = named_after_ended(ended, frozenset(inferred), source)
    draft = Draft(
        source=source,
        paper=paper,
        date=max(said or [each.day for each in taken]),
        language=taken[0].made.language,
        inferred=tuple(inferred),
        notices=notices,
        observations=(*told, *renamed),
    )
    return finished(draft, wishes)


_PAPER = (
    Wording(
        "预警不是报纸，报名用了发布单位：{paper}",
        "alerts have no paper; named after who issued them, {paper}",
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
