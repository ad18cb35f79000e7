"""Which notices end which, put right over all that are imported together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count, takewhile

from reader.edition.joining import is_cjk
from reader.edition.notice import Notice
from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation

_NAMED = Wording(
    "“{id}”没写事件，照它了结的通知写作“{event}”", "“{id}” has no event; named after what it ends, “{event}”"
)
_CHECK = Wording("核对事件", "check the event")


def rightly_ended(notices: Sequence[Notice], others: Iterable[str] = ()) -> tuple[Notice, ...]:
    """Return notices that end what they mean to end, and never each other.

    An id that no notice has, and of which there are parts (``x.1``, ``x.2`` …, as an alert with several
    `info` blocks becomes), means all the parts, among these and the `others` known by id. What would close
    a circle, which the format refuses, is left out: of two notices that end each other the later one does.
    """
    known = {notice.id for notice in notices} | set(others)
    named = [
        replace(
            notice,
            supersedes=_with_parts(notice, notice.supersedes, known),
            cancels=_with_parts(notice, notice.cancels, known),
        )
        for notice in notices
    ]
    return tuple(_without_circles(named))


def named_after_ended(
    notices: Sequence[Notice],
    inferred: Container[str],
    source: str,
    others: Mapping[str, Notice] | None = None,
) -> tuple[tuple[Notice, ...], tuple[Observation, ...]]:
    """Return notices of which those without an event have that of the notices they end, and what to tell.

    Without one are those whose ``ID.event`` was `inferred`. Looked for are the ended ones among these
    notices and `others`, by id; one that has no event itself is asked what it ended.
    """
    by_id = {**(others or {}), **{notice.id: notice for notice in notices}}
    made, told = [], []
    for notice in notices:
        events = _events(notice, by_id, inferred) if f"{notice.id}.event" in inferred else {}
        event = "、".join(events) if any(map(is_cjk, "".join(events))) else ", ".join(events)
        if event and event != notice.event:
            what = _NAMED.filled(id=notice.id, event=event)
            told.append(Observation(Grade.GUESSED, source, notice.id, what, _CHECK))
            made.append(replace(notice, event=event))
        else:
            made.append(notice)
    return tuple(made), tuple(told)


def _events(notice: Notice, by_id: Mapping[str, Notice], inferred: Container[str]) -> dict[str, None]:
    """Return the events of what a notice ends, each once, in order."""
    found: dict[str, None] = {}
    seen = {notice.id}
    waiting = [*notice.cancels, *notice.supersedes]
    while waiting:
        each = waiting.pop(0)
        ended = by_id.get(each)
        if ended is None or each in seen:
            continue
        seen.add(each)
        if f"{each}.event" in inferred:
            waiting += (*ended.cancels, *ended.supersedes)
        else:
            found.setdefault(ended.event)
    return found


def _with_parts(notice: Notice, ids: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
    found: list[str] = []
    whole, _, part = notice.id.rpartition(".")
    for each in ids:
        # One that looks like a part itself is another version: it speaks of what is not here.
        is_whole = each not in known and not (each == whole and part.isdecimal())
        parts = list(takewhile(known.__contains__, _parts(each))) if is_whole else []
        found += parts or [each]
    return tuple(dict.fromkeys(found))


def _parts(notice_id: str) -> Iterable[str]:
    return (f"{notice_id}.{number}" for number in count(1))


def _without_circles(notices: list[Notice]) -> Iterable[Notice]:
    by_id = {notice.id: notice for notice in notices}
    kept: dict[str, set[str]] = {notice.id: set() for notice in notices}
    doubtful: list[tuple[str, str]] = []
    for notice in notices:
        for ended in {*notice.supersedes, *notice.cancels} & by_id.keys():
            # What only ever leads to what is older cannot lead back.
            if _age(by_id[ended]) < _age(notice):
                kept[notice.id].add(ended)
            else:
                doubtful.append((notice.id, ended))
    dropped: set[tuple[str, str]] = set()
    for by, ended in sorted(doubtful, key=lambda pair: (-_age(by_id[pair[0]]), pair)):
        if _leads(ended, by, kept):
            dropped.add((by, ended))
        else:
            kept[by].add(ended)
    for notice in notices:
        lost = {ended for by, ended in dropped if by == notice.id} if dropped else set()
        yield _ending_less(notice, lost) if lost else notice


def _ending_less(notice: Notice, lost: set[str]) -> Notice:
    cancels = tuple(each for each in notice.cancels if each not in lost)
    supersedes = tuple(each for each in notice.supersedes if each not in lost)
    if notice.cancels and not cancels:  # it lifts nothing any more, and must not become a warning itself
        over = notice.effective + dt.timedelta(seconds=1)
        return replace(notice, supersedes=supersedes, cancels=cancels, expires=over)
    return replace(notice, supersedes=supersedes, cancels=cancels)


def _age(notice: Notice) -> float:
    return (notice.issued or notice.effective).timestamp()


def _leads(start: str, end: str, ending: dict[str, set[str]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        each = waiting.pop()
        if each == end:
            return True
        fresh = ending[each] - seen
        seen |= fresh
        waiting += fresh
    return False
