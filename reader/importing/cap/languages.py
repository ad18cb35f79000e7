"""Of the languages of an alert the one that a paper prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.importing.cap.elements import Part
from reader.importing.cap.message import language

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


class Chosen(NamedTuple):
    """The `info` blocks of one language, and which other languages there are."""

    infos: tuple[Part, ...]
    language: str
    others: tuple[str, ...]


def chosen(infos: Sequence[Part], wanted: str | None) -> Chosen:
    """Return the blocks of the language wanted, or of the nearest one there is; unless wanted, of the first.

    There must be at least one. Nearest is the same language in the same script, then the same language.
    """
    by_tag: dict[str, list[Part]] = {}
    written: dict[str, str] = {}
    for info in infos:
        tag = language(info)
        written.setdefault(tag.lower(), tag)
        by_tag.setdefault(tag.lower(), []).append(info)
    best = max(by_tag, key=lambda tag: _nearness(tag, wanted.lower())) if wanted else next(iter(by_tag))
    others = tuple(written[tag] for tag in by_tag if tag != best)
    return Chosen(tuple(by_tag[best]), written[best], others)


def _nearness(tag: str, wanted: str) -> int:
    if tag == wanted:
        return 3
    have, want = tag.split("-"), wanted.split("-")
    if have[0] != want[0]:
        return 0
    return 1 + (_TRADITIONAL.isdisjoint(have) == _TRADITIONAL.isdisjoint(want))
