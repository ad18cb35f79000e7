"""What a browser may say over its WebSocket, in the protocol of textual-serve: few words, all checked."""

from __future__ import annotations

import json
from typing import NamedTuple

LONGEST = 128 * 1024
"""Bytes of a message; a longer one ends the connection before it is looked at."""

_LONGEST_PING = 64


class Keys(NamedTuple):
    """What was typed, or done with the mouse, as a terminal sends it."""

    data: bytes


class Size(NamedTuple):
    """The size of the browser's terminal, as it says: in cells, and not yet believed."""

    columns: int
    rows: int


class Ping(NamedTuple):
    """A word to be sent back."""

    word: str


class Nothing(NamedTuple):
    """Something that is allowed and means nothing here: the terminal tells of focus by itself."""


class NotAMessage(ValueError):
    """What no page of ours sends."""


def browser_message(text: str) -> Keys | Size | Ping | Nothing:
    """Return what a text message says.

    Raises:
        NotAMessage: it is none of the few that there are, or says more than they do.
    """
    try:
        message = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAMessage("not JSON") from error
    match message:
        case ["stdin", str(data)]:
            return Keys(data.encode("utf-8", "replace"))
        case ["resize", {"width": int(columns), "height": int(rows), **rest}] if not rest:
            if isinstance(columns, bool) or isinstance(rows, bool):
                raise NotAMessage("a size that is no number")
            return Size(columns, rows)
        case ["ping", str(word)] if len(word) <= _LONGEST_PING:
            return Ping(word)
        case ["focus" | "blur"]:
            return Nothing()
        case _:
            raise NotAMessage("unknown")
