"""What a file claims to be, told from its first lines: the whole of a library is looked at this way."""

from __future__ import annotations

import datetime as dt
import os
import stat
from pathlib import Path
from typing import NamedTuple

from reader.edition.printable import printable_line

_FIRST_BYTES = 8192


class Front(NamedTuple):
    """What a file says of itself before it is read; only loading it tells whether that is true."""

    paper: str
    date: dt.date | None
    edition: str | None


def peek(path: Path) -> Front | None:
    """Return what the first 8 KB of a file claim, or None when it does not look like an edition.

    An edition has ``format`` and ``paper`` at its top level. Never raises, never blocks.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            start = file.read(_FIRST_BYTES) or b""
    except (OSError, ValueError):
        return None
    return front_of(start)


def front_of(start: bytes) -> Front | None:
    """Return what the first bytes of a file claim, or None when they do not look like an edition's."""
    # The last character may be cut in two; what is not UTF-8 is told by the loader, with its place.
    found = _top_level(start.decode("utf-8", "replace").removeprefix("\ufeff"))
    if "format" not in found or not found.get("paper"):
        return None
    return Front(found["paper"], _date(found.get("date", "")), found.get("edition") or None)


def _top_level(text: str) -> dict[str, str]:
    """Return the one-line values of the keys at the left margin, or of a document written as ``{…}``."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if line[:1] == "{":
            return _flow(text)
        if line[:1] in {" ", "\t", "#", "-", ""}:
            continue
        key, colon, value = line.partition(":")
        if colon and value[:1] in {" ", "\t", ""}:
            found.setdefault(key.strip().strip("\"'"), _unquoted(value))
    return found


def _flow(text: str) -> dict[str, str]:
    import re

    pair = re.compile(
        r"""[{,]\s*["']?(format|paper|date|edition)["']?\s*:\s*("[^"\n]*"|'[^'\n]*'|[^,}\n]*)"""
    )
    found: dict[str, str] = {}
    for match in pair.finditer(text):
        found.setdefault(match[1], _unquoted(match[2]))
    return found


def _unquoted(value: str) -> str:
    words = value.strip()
    if words[:1] in {'"', "'"}:
        end = words.find(words[0], 1)
        words = words[1:end] if end > 0 else words[1:]
    elif words[:1] in {"#", "|", ">", "[", "{", "&", "*", "!"}:
        words = ""
    else:
        words = words.split(" #", 1)[0].split("\t#", 1)[0].rstrip()
    return printable_line(words)


def _date(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words) if len(words) == len("2024-12-23") else None
    except ValueError:
        return None
