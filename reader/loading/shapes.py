"""The shapes a value of the format may have, and what the words of each look like."""

from __future__ import annotations

from enum import Enum

FORMAT = "1"
"""The version of the format that is read and written."""

UNTIL_LIFTED = "until-lifted"
"""What stands for the end of a notice that has none yet (解除时间另行通知)."""

UNKNOWN = "unknown"
"""What stands for the other half of an article when the page does not say where it is."""


class Shape(Enum):
    """What may stand under a key."""

    LINE = "one line of text"
    PROSE = "text that keeps its lines"
    ID = "an id"
    FILE = "a relative path"
    REFERENCE = "a reference to an article"
    CHOICE = "one of some words"
    FORMAT = "the version of the format"
    DATE = "a date"
    LANGUAGE = "a BCP 47 language tag"
    ZONE = "an IANA time zone"
    INSTANT = "a time"
    END = "a time or until-lifted"
    LINES = "a list of texts"
    IDS = "a list of ids"
    RECORD = "a mapping"
    RECORDS = "a list of mappings"
    JUMP = "a mapping or unknown"


PATTERNS = {
    Shape.ID: r"^[^\s/\[\]]+$",
    Shape.FILE: r"^(?![/~\s])(?![A-Za-z][A-Za-z0-9+.-]*:)(?!(.*/)?\.\.(/|$))[^\\\x00-\x1f]+$",
    Shape.REFERENCE: r"^(1[6-9]|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/[^\s/\[\]]+$",
    Shape.DATE: r"^(1[6-9]|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    # RFC 5646 §2.1 without grandfathered tags and without the long languages nobody has registered.
    Shape.LANGUAGE: (
        r"^[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
        r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*"
        r"(-[Xx](-[A-Za-z0-9]{1,8})+)?$"
    ),
    Shape.ZONE: r"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$",
    Shape.INSTANT: (
        r"^(1[6-9]|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
        r"T(([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?|24:00(:00(\.0{1,6})?)?)"
        r"(Z|[+-](0[0-9]|1[0-4])(:?[0-5][0-9])?)?$"
    ),
}
"""What the words of a shape look like, as ECMA 262 and Python regular expressions alike."""
