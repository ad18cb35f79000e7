"""The visitors' book: what happens in the reading room, one line of JSON an event."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Protocol

from reader.edition.printable import printable_line

_LONGEST = 2000
"""Characters of a fact; more is cut off."""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Pages(Protocol):
    """What a book is written on."""

    def write(self, words: str, /) -> object:
        """Write at the end."""

    def flush(self) -> None:
        """Hand it to the system."""


class VisitorsBook:
    """Writes events to a stream; what visitors send can neither break a line nor steer a terminal."""

    def __init__(self, stream: Pages, worker: int = 0, clock: Callable[[], dt.datetime] = _now) -> None:
        self._stream = stream
        self._worker = worker
        self._clock = clock

    def note(self, event: str, **facts: object) -> None:
        """Write an event with its facts; numbers stay numbers, all else becomes a printable text."""
        at = self._clock().isoformat(timespec="milliseconds")
        line: dict[str, object] = {"at": at, "worker": self._worker, "event": event}
        for name, fact in facts.items():
            if fact is not None:
                line[name] = fact if isinstance(fact, int | float) else printable_line(str(fact))[:_LONGEST]
        try:
            self._stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._stream.flush()
        except (OSError, ValueError):
            pass  # a full disk or a closed pipe must not end anybody's visit
