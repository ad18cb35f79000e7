"""Notices as alerts of the Common Alerting Protocol 1.2: one as an alert, more as an Atom feed of alerts."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reader.edition.printable import printable
from reader.importing.cap.prose import body_from, plain_from
from reader.importing.cap.references import identifier_of
from reader.importing.cap.vocabulary import (
    CANCELS,
    COLUMN,
    EXPIRES,
    INSTRUCTION,
    NAMESPACE,
    NOT_GIVEN,
    SUPERSEDES,
    TEXT,
    UNTIL_LIFTED,
)

if TYPE_CHECKING:
    from reader.edition.edition import Edition
    from reader.edition.notice import Notice

_ATOM = "http://www.w3.org/2005/Atom"
# CAP 1.2 §3.2.1: neither blanks nor commas, ``<`` or ``&`` in a sender. Marks that others put round it or
# behind it in `references` are left out too.
_NOT_IN_SENDERS = re.compile(r"[\s,<&;|\"'“”]+")
_ALWAYS_UNKNOWN = ("category", "urgency", "certainty")


def edition_cap(edition: Edition) -> bytes:
    """Return the notices of an edition: a CAP 1.2 alert if there is one, else an Atom feed with each in it.

    What CAP wants and a notice does not say is Unknown (its category Other) and listed in a parameter of
    ours, as is what CAP has no element for: read again, the same notices come of it. Fractions of a second
    are left out, for CAP has none. Source: OASIS CAP 1.2 §3.2 and its schema; RFC 4287 §4.1.3.3.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    if len(edition.notices) == 1:
        lines += _alert(edition.notices[0], edition, "")
    else:
        lines += _feed(edition)
    return ("\n".join(lines) + "\n").encode()


def _feed(edition: Edition) -> Iterator[str]:
    begins = edition.begins()
    updated = max((_sent(notice) for notice in edition.notices), default=begins)
    label = " ".join(filter(None, (edition.date.isoformat(), edition.edition)))
    named = f"{edition.paper} {label}"
    yield f'<feed xmlns="{_ATOM}">'
    yield f"  <id>{_name(named)}</id>"
    yield f"  <title>{_text(edition.paper)}</title>"
    yield f"  <subtitle>{_text(label)}</subtitle>"
    yield f"  <updated>{_atom_time(updated)}</updated>"
    yield f"  <author><name>{_text(edition.paper)}</name></author>"
    for notice in edition.notices:
        yield "  <entry>"
        yield f"    <id>{_name(f'{named} {notice.id}')}</id>"
        yield f"    <title>{_text(notice.title)}</title>"
        yield f"    <updated>{_atom_time(_sent(notice))}</updated>"
        yield '    <content type="application/cap+xml">'
        yield from _alert(notice, edition, "      ")
        yield "    </content>"
        yield "  </entry>"
    yield "</feed>"


def _alert(notice: Notice, edition: Edition, indent: str) -> Iterator[str]:
    """Yield the lines of an alert, its elements in the order of the schema."""
    ended = (*notice.cancels, *(each for each in notice.supersedes if each not in notice.cancels))
    kind = "Cancel" if notice.cancels else "Update" if notice.supersedes else "Alert"
    fields = [
        ("identifier", identifier_of(notice.id)),
        ("sender", _sender(edition)),
        ("sent", _time(_sent(notice))),
        ("status", notice.status.value.capitalize()),
        ("msgType", kind),
        ("scope", "Public"),
    ]
    references, is_known = _references(ended, notice, edition)
    if references:
        fields.append(("references", references))
    yield f'{indent}<alert xmlns="{NAMESPACE}">'
    yield from _elements(fields, indent + "  ")
    yield f"{indent}  <info>"
    yield from _info(notice, edition, indent + "    ", is_known=is_known)
    yield f"{indent}  </info>"
    yield f"{indent}</alert>"


def _info(notice: Notice, edition: Edition, indent: str, *, is_known: bool) -> Iterator[str]:
    fields = [
        ("language", edition.language),
        ("category", "Other"),
        ("event", notice.event),
        ("urgency", "Unknown"),
        ("severity", notice.level.cap_severity if notice.level else "Unknown"),
        ("certainty", "Unknown"),
        ("effective", _time(notice.effective)),
        ("onset", _time(notice.onset) if notice.onset else ""),
        ("expires", _time(notice.expires) if notice.expires else ""),
        ("senderName", notice.issuer or ""),
        ("headline", notice.headline or ""),
        ("description", plain_from(notice.text)),
        ("instruction", plain_from(notice.instruction)),
    ]
    yield from _elements([(name, words) for name, words in fields if words], indent)
    for name, words in _parameters(notice, is_known=is_known):
        yield f"{indent}<parameter>"
        yield from _elements([("valueName", name), ("value", words)], indent + "  ")
        yield f"{indent}</parameter>"
    if notice.area:
        yield f"{indent}<area>"
        yield from _elements([("areaDesc", notice.area)], indent + "  ")
        yield f"{indent}</area>"


def _parameters(notice: Notice, *, is_known: bool) -> Iterator[tuple[str, str]]:
    """Yield what a notice has and CAP has not, and what CAP wants and the notice has not."""
    missing = [*_ALWAYS_UNKNOWN]
    missing += ["severity"] if notice.level is None else []
    missing += ["sent"] if notice.issued is None else []
    missing += ["sender"] if notice.issuer is None else []
    missing += [] if is_known else ["references"]
    yield NOT_GIVEN, " ".join(missing)
    if notice.expires is None:
        yield EXPIRES, UNTIL_LIFTED
    if notice.column:
        yield COLUMN, notice.column
    if notice.cancels and notice.supersedes:
        yield SUPERSEDES, " ".join(notice.supersedes)
        yield CANCELS, " ".join(notice.cancels)
    for name, body in ((TEXT, notice.text), (INSTRUCTION, notice.instruction)):
        if body_from(plain_from(body).strip()) != body:
            yield name, json.dumps(body, ensure_ascii=False)


def _references(ended: Iterable[str], notice: Notice, edition: Edition) -> tuple[str, bool]:
    """Return the triples of the messages a notice ends, and whether all of them are in this edition.

    When a notice of another edition was sent is not known here; its triple gets the time of this one, for
    a reader that looks for three fields takes no two.
    """
    by_id = {each.id: each for each in edition.notices}
    triples = []
    for notice_id in ended:
        meant = by_id.get(notice_id, notice)
        triples.append(f"{_sender(edition)},{identifier_of(notice_id)},{_time(_sent(meant))}")
    return " ".join(triples), all(notice_id in by_id for notice_id in ended)


def _sender(edition: Edition) -> str:
    """Return who sends the alerts: the paper, for which the ids of notices are unique."""
    return _NOT_IN_SENDERS.sub("-", edition.paper).strip("-") or "-"


def _sent(notice: Notice) -> dt.datetime:
    return notice.issued or notice.effective


def _time(moment: dt.datetime) -> str:
    """Return a time as CAP 1.2 §3.3.2 has it: no fractions, never ``Z``, and UTC as ``-00:00``."""
    words = moment.replace(microsecond=0).isoformat()
    return words.removesuffix("+00:00") + "-00:00" if words.endswith("+00:00") else words


def _atom_time(moment: dt.datetime) -> str:
    return moment.replace(microsecond=0).isoformat()


def _name(words: str) -> str:
    """Return a name for good (RFC 4122 §4.3) made of these words."""
    import uuid

    return uuid.uuid5(uuid.NAMESPACE_URL, f"tag:paper-reader,2025:{words}").urn


def _elements(fields: Iterable[tuple[str, str]], indent: str) -> Iterator[str]:
    yield from (f"{indent}<{name}>{_text(words)}</{name}>" for name, words in fields)


def _text(words: str) -> str:
    return escape(printable(words))
