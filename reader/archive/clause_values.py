"""What stands after ``日期:`` and ``类型:``: days and kinds as people type them."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from reader.edition.article import Kind

_DAY = re.compile(r"(\d{4})(?:[-/年](\d{1,2}))?(?:[-/月](\d{1,2}))?[-/年月日]?", re.ASCII)
_NOTICE_NAMES = ("notice", "public notice", "公告", "预警")


def day_range(typed: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of ``2024-12-23``, ``2024-12``, ``2024``, ``A..B``, ``A..`` or ``..B``.

    A part of a date is all of its days, so ``2024-11..2024-12`` ends with 31 December. None: it is no date,
    or the range ends before it begins.
    """
    begin, dots, end = typed.partition("..")
    if not dots:
        return _days(begin)
    end = end.lstrip(".")
    first = _days(begin) if begin else (dt.date.min, dt.date.min)
    last = _days(end) if end else (dt.date.max, dt.date.max)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _days(typed: str) -> tuple[dt.date, dt.date] | None:
    match = _DAY.fullmatch(typed)
    if match is None:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    assert year is not None
    try:
        first = dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first
    last_month = month or 12
    return first, dt.date(year, last_month, calendar.monthrange(year, last_month)[1])


def kinds_named(typed: str) -> frozenset[Kind | None]:
    """Return the kinds with this name in either language, else those whose name begins so; maybe none.

    `typed` is folded. None among them stands for a public notice.
    """
    names: list[tuple[str, Kind | None]] = [(name, None) for name in _NOTICE_NAMES]
    for kind in Kind:
        names += [(name.casefold(), kind) for name in (kind.value, *kind.wording)]
    exact = frozenset(kind for name, kind in names if name == typed)
    return exact or frozenset(kind for name, kind in names if name.startswith(typed))


def kind_names() -> tuple[str, str]:
    """Return the names that can be typed, in Chinese and in English, for a message."""
    return (
        "、".join([*(kind.wording.zh for kind in Kind), _NOTICE_NAMES[2]]),
        ", ".join([*(kind.value for kind in Kind), _NOTICE_NAMES[0]]),
    )
