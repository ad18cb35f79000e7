"""The words of the Common Alerting Protocol, and what an edition has for them."""

from __future__ import annotations

from reader.edition.notice import Level, Status

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
"""The namespace of CAP 1.2 (§3.1), in which alerts are written."""

NAMESPACES = ("urn:oasis:names:tc:emergency:cap:", "http://www.incident.com/cap/")
"""How the namespaces of all versions begin."""

DEFAULT_LANGUAGE = "en-US"
"""The language of an `info` that names none (CAP 1.2 §3.2.2)."""

STATUSES = {
    "actual": Status.ACTUAL,
    "exercise": Status.EXERCISE,
    "system": Status.TEST,
    "test": Status.TEST,
    "draft": Status.DRAFT,
}
"""`status` in small letters. System is meant for the network that carries alerts, never for the public."""

LEVELS = {
    "extreme": Level.RED,
    "severe": Level.ORANGE,
    "moderate": Level.YELLOW,
    "minor": Level.BLUE,
    "red": Level.RED,
    "orange": Level.ORANGE,
    "yellow": Level.YELLOW,
    "blue": Level.BLUE,
    "unknown": None,
}
"""`severity` in small letters; the national platform of China writes the colours themselves."""

OWN = "paper-reader:"
"""How the names of `parameter` begin that hold what a notice has and CAP has no element for."""

TEXT, INSTRUCTION, COLUMN = OWN + "text", OWN + "instruction", OWN + "column"
SUPERSEDES, CANCELS = OWN + "supersedes", OWN + "cancels"
"""Ids, parted by blanks, of a message that does both: CAP has one type for all that it refers to."""
EXPIRES = OWN + "expires"
"""`until-lifted`: that there is no end is said, and not to be assumed."""
NOT_GIVEN = OWN + "not-given"
"""Names of elements, parted by blanks, that CAP wants and the notice does not say."""

UNTIL_LIFTED = "until-lifted"
