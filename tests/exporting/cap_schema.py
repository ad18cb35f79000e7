"""What the schema of CAP 1.2 asks of an alert (OASIS, CAP 1.2 §3.4), as far as elements and values go."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
_TIME = re.compile(r"\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[-,+]\d\d:\d\d\Z")


class _Slot(NamedTuple):
    name: str
    least: int
    most: int
    values: str = ""
    """Words that are allowed; ``time`` for a time; none: any text."""


_MANY = 10**6
_PAIR = (_Slot("valueName", 1, 1), _Slot("value", 1, 1))
_SEQUENCES = {
    "alert": (
        _Slot("identifier", 1, 1),
        _Slot("sender", 1, 1),
        _Slot("sent", 1, 1, "time"),
        _Slot("status", 1, 1, "Actual Exercise System Test Draft"),
        _Slot("msgType", 1, 1, "Alert Update Cancel Ack Error"),
        _Slot("source", 0, 1),
        _Slot("scope", 1, 1, "Public Restricted Private"),
        _Slot("restriction", 0, 1),
        _Slot("addresses", 0, 1),
        _Slot("code", 0, _MANY),
        _Slot("note", 0, 1),
        _Slot("references", 0, 1),
        _Slot("incidents", 0, 1),
        _Slot("info", 0, _MANY),
    ),
    "info": (
        _Slot("language", 0, 1),
        _Slot(
            "category", 1, _MANY, "Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other"
        ),
        _Slot("event", 1, 1),
        _Slot(
            "responseType",
            0,
            _MANY,
            "Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None",
        ),
        _Slot("urgency", 1, 1, "Immediate Expected Future Past Unknown"),
        _Slot("severity", 1, 1, "Extreme Severe Moderate Minor Unknown"),
        _Slot("certainty", 1, 1, "Observed Likely Possible Unlikely Unknown"),
        _Slot("audience", 0, 1),
        _Slot("eventCode", 0, _MANY),
        _Slot("effective", 0, 1, "time"),
        _Slot("onset", 0, 1, "time"),
        _Slot("expires", 0, 1, "time"),
        _Slot("senderName", 0, 1),
        _Slot("headline", 0, 1),
        _Slot("description", 0, 1),
        _Slot("instruction", 0, 1),
        _Slot("web", 0, 1),
        _Slot("contact", 0, 1),
        _Slot("parameter", 0, _MANY),
        _Slot("resource", 0, _MANY),
        _Slot("area", 0, _MANY),
    ),
    "parameter": _PAIR,
    "eventCode": _PAIR,
    "geocode": _PAIR,
    "area": (
        _Slot("areaDesc", 1, 1),
        _Slot("polygon", 0, _MANY),
        _Slot("circle", 0, _MANY),
        _Slot("geocode", 0, _MANY),
        _Slot("altitude", 0, 1),
        _Slot("ceiling", 0, 1),
    ),
}


def faults(alert: Element) -> list[str]:
    """Return what the schema has against an alert, besides what §3.2 asks of identifiers."""
    found = list(_faults(alert, "alert"))
    for name in ("identifier", "sender"):
        text = alert.findtext(CAP + name) or ""
        found += [f"{name} {text!r}"] if re.search(r"[\s,<&]", text) or not text else []
    for triple in (alert.findtext(f"{CAP}references") or "").split():
        parts = triple.split(",")
        found += [f"reference {triple!r}"] if len(parts) != 3 or not _TIME.match(parts[2]) else []
    return found


def _faults(element: Element, name: str) -> list[str]:
    slots = {slot.name: (at, slot) for at, slot in enumerate(_SEQUENCES[name])}
    found: list[str] = []
    order: list[int] = []
    counts = dict.fromkeys(slots, 0)
    for child in element:
        own = child.tag.removeprefix(CAP)
        if own not in slots or not child.tag.startswith(CAP):
            found.append(f"{child.tag} in {name}")
            continue
        at, slot = slots[own]
        order.append(at)
        counts[own] += 1
        text = child.text or ""
        if own in _SEQUENCES:
            found += _faults(child, own)
        elif slot.values == "time":
            found += [] if _TIME.match(text) else [f"{own} {text!r}"]
        elif slot.values and text not in slot.values.split():
            found.append(f"{own} {text!r}")
    found += [f"order in {name}"] if order != sorted(order) else []
    for own, (_, slot) in slots.items():
        if not slot.least <= counts[own] <= slot.most:
            found.append(f"{counts[own]} times {own}")
    return found
