"""Alerts as tests need them: a builder that supplies what a test does not speak of."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.importing.cap.kind import CAP
from reader.importing.imported import Wishes
from reader.importing.observation import Observation
from tests.importing.checked import WISHES, imports

CAP_12 = "urn:oasis:names:tc:emergency:cap:1.2"
CAP_11 = "urn:oasis:names:tc:emergency:cap:1.1"
CAP_10 = "http://www.incident.com/cap/1.0"
VERSIONS = (CAP_10, CAP_11, CAP_12)

_HEAD: dict[str, str | None] = {
    "identifier": "hw-1",
    "sender": "met@hewan.example",
    "sent": "2025-03-01T08:00:00+08:00",
    "status": "Actual",
    "msgType": "Alert",
    "scope": "Public",
}
_INFO: dict[str, str | None] = {
    "language": "zh-CN",
    "category": "Met",
    "event": "暴雨",
    "urgency": "Expected",
    "severity": "Severe",
    "certainty": "Likely",
    "expires": "2025-03-01T20:00:00+08:00",
    "senderName": "河湾市气象台",
    "headline": "河湾市气象台发布暴雨橙色预警",
    "description": "预计今天有大到暴雨。",
}


def info(area: str = "<area><areaDesc>河湾市</areaDesc></area>", **fields: str | None) -> str:
    """Return an `info` block; None leaves a field out, `extra` is markup."""
    return info_of(fields, area)


def info_of(fields: dict[str, str | None], area: str = "") -> str:
    """Return an `info` block with these fields."""
    extra = fields.pop("extra", "") or ""
    return f"<info>{_elements(_INFO | fields)}{extra}{area}</info>"


def alert(*infos: str, namespace: str | None = CAP_12, extra: str = "", **fields: str | None) -> str:
    """Return an alert; without infos it has the usual one."""
    return alert_of(fields, *(infos or (info(),)), namespace=namespace, extra=extra)


def alert_of(
    fields: dict[str, str | None], *infos: str, namespace: str | None = CAP_12, extra: str = ""
) -> str:
    """Return an alert with these fields and infos."""
    declared = f' xmlns="{namespace}"' if namespace else ""
    return f"<alert{declared}>{_elements(_HEAD | fields)}{extra}{''.join(infos)}</alert>"


def bare(**fields: str | None) -> str:
    """Return an alert without any `info`."""
    return alert_of(fields)


def _elements(fields: dict[str, str | None]) -> str:
    return "".join(f"<{name}>{escape(words)}</{name}>" for name, words in fields.items() if words is not None)


def read(document: str | bytes, wishes: Wishes = WISHES) -> tuple[list[Edition], list[Observation]]:
    """Return the checked editions of a document, and what was told."""
    return imports(CAP, document.encode() if isinstance(document, str) else document, wishes)


def notices(document: str, wishes: Wishes = WISHES) -> tuple[Notice, ...]:
    """Return the notices of a document that makes one edition."""
    (edition,), _ = read(document, wishes)
    return edition.notices


def notice(document: str, wishes: Wishes = WISHES) -> Notice:
    """Return the one notice of a document."""
    (found,) = notices(document, wishes)
    return found


def said(told: list[Observation]) -> str:
    """Return all that was told, in English, a line each."""
    return "\n".join(f"{each.grade}: {each.render('en')}" for each in told)
