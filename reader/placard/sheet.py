"""A placard as bytes: what it shows, until when, and which files it was made from, under a checksum."""

from __future__ import annotations

import os
import zlib

TYPE_CHECKING = False  # `typing` itself takes a third of the time there is
if TYPE_CHECKING:
    from collections.abc import Sequence

_MAGIC = b"paper-reader placard 1\n"
_CHECKSUM = 33
"""Bytes of a checksum with its line end."""
_ABSENT = "-"
MOST_BYTES = 1024 * 1024
"""What a placard may have; more is none of ours."""


class Sheet:
    """What hangs on a placard."""

    __slots__ = ("circumstances", "frame", "since", "until", "witnesses")

    def __init__(
        self,
        circumstances: str,
        since: int,
        until: int,
        witnesses: Sequence[tuple[str, str]],
        frame: bytes,
    ) -> None:
        """`since` and `until` are seconds of the system's clock, between which it holds.

        `witnesses` are the files and folders it was made from, each with the mark it had then; `frame` is
        what the terminal is sent.
        """
        self.circumstances = circumstances
        self.since = since
        self.until = until
        self.witnesses = tuple(witnesses)
        self.frame = frame

    def holds(self, circumstances: str, now: float) -> bool:
        """Is it what a start in these circumstances at this moment would show?"""
        return (
            self.circumstances == circumstances
            and self.since <= now < self.until
            and all(mark_of(path) == mark for path, mark in self.witnesses)
        )


def mark_of(path: str) -> str:
    """Return what changes with every change of a file or of a folder's list, as a word; `-` where none is."""
    try:
        found = os.stat(path)  # noqa: PTH116 - `pathlib` takes longer to import than there is time
    except (OSError, ValueError):
        return _ABSENT
    return f"{found.st_mtime_ns}/{found.st_ctime_ns}/{found.st_size}/{found.st_ino}/{found.st_mode}"


def written(sheet: Sheet) -> bytes:
    """Return a placard as it is kept."""
    lines = [sheet.circumstances, str(sheet.since), str(sheet.until)]
    lines += [f"{mark} {path}" for path, mark in sheet.witnesses]
    head = "\n".join(line.replace("\\", "\\\\").replace("\n", "\\n") for line in lines)
    body = head.encode("utf-8", "surrogateescape") + b"\n\n" + sheet.frame
    return _MAGIC + _checksum(body) + body


def parsed(data: bytes) -> Sheet | None:
    """Return the placard in these bytes; None for what is not, to the last bit, as it was written."""
    start = len(_MAGIC)
    body = data[start + _CHECKSUM :]
    if not data.startswith(_MAGIC) or data[start : start + _CHECKSUM] != _checksum(body):
        return None
    head, _, frame = body.partition(b"\n\n")
    lines = head.decode("utf-8", "surrogateescape").split("\n")
    if len(lines) < 3 or not (lines[1].isdecimal() and lines[2].isdecimal()):
        return None
    witnesses = []
    for line in lines[3:]:
        mark, _, path = line.partition(" ")
        witnesses.append((_unescaped(path), mark))
    return Sheet(_unescaped(lines[0]), int(lines[1]), int(lines[2]), witnesses, frame)


def name_of(circumstances: str) -> str:
    """Return the name of the file in which a placard for these circumstances is kept."""
    return _sum(circumstances.encode("utf-8", "surrogateescape")).decode() + ".placard"


def _unescaped(line: str) -> str:
    if "\\" not in line:
        return line
    return "\\".join(part.replace("\\n", "\n") for part in line.split("\\\\"))


def _sum(data: bytes) -> bytes:
    # Two sums of 32 bits, against disks and writes that were cut off. Against an enemy they are nothing, but
    # who can write this file can change the program; a cryptographic sum takes longer to import than all of
    # this.
    return b"%08x%08x" % (zlib.crc32(data), zlib.adler32(data))


def _checksum(body: bytes) -> bytes:
    return b"%s%016x\n" % (_sum(body), len(body))
