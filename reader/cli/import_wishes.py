"""What the command line says about an import: which kind it is, and what outweighs the source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import cast

from reader.cli.call import Call
from reader.cli.import_kinds import KINDS
from reader.cli.wrong_use import WrongUse
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.importing.imported import Wishes
from reader.importing.importer import Importer
from reader.loading.nearest import did_you_mean, nearest
from reader.loading.shapes import PATTERNS, Shape
from reader.loading.times import NoSuchTime, date_from, zone_from, zone_meant


def importer_named(call: Call) -> Importer | None:
    """Return the importer that ``--from`` names, or None.

    Raises:
        WrongUse: there is none of that name.
    """
    kind = call.request.options.get("from")
    if kind is None:
        return None
    found = next((importer for importer in KINDS if importer.kind == kind), None)
    if found is None:
        kinds = [importer.kind for importer in KINDS]
        listed = ", ".join(kinds)
        advice = Wording(f"可写 {listed}", f"write one of {listed}")
        raise _refused("--from", str(kind), did_you_mean(nearest(str(kind), kinds), advice))
    return found


def wishes_of(call: Call, now: dt.datetime, step: Callable[[int, int], None]) -> Wishes:
    """Return what the options say.

    Raises:
        WrongUse: a date, a language or a time zone that is none.
    """
    options = call.request.options
    return Wishes(
        now=now,
        paper=_text(call, "paper"),
        date=_date(call),
        language=_language(call),
        timezone=_zone(call),
        section=_text(call, "section"),
        is_repairing="repair" in options,
        step=step,
    )


def _text(call: Call, option: str) -> str | None:
    given = cast("str | None", call.request.options.get(option))
    return given.strip() or None if given is not None else None


def _date(call: Call) -> dt.date | None:
    words = _text(call, "date")
    if words is None:
        return None
    try:
        return date_from(words)
    except NoSuchTime as error:
        advice = Wording("写日期，如 2024-12-23", "write a date, as 2024-12-23")
        raise _refused("--date", words, advice) from error


def _language(call: Call) -> str | None:
    tag = _text(call, "language")
    if tag is not None and not re.match(PATTERNS[Shape.LANGUAGE], tag):
        advice = Wording("写语言标签，如 zh-CN、en", "write a language tag, as zh-CN or en")
        raise _refused("--language", tag, advice)
    return tag


def _zone(call: Call) -> str | None:
    name = _text(call, "timezone")
    if name is None:
        return None
    try:
        return zone_from(name).key
    except NoSuchTime as error:
        advice = Wording("写时区名，如 Asia/Shanghai", "write a zone's name, as Asia/Shanghai")
        raise _refused("--timezone", name, did_you_mean(zone_meant(name[:60]), advice)) from error


def _refused(option: str, value: str, advice: Wording) -> WrongUse:
    shown = printable_line(value)
    return WrongUse(Wording(f"{option} 不能是 {shown}", f"{option} cannot be {shown}"), advice)
