"""Statements of rights, which no newspaper prints and whoever prints the item must know."""

from __future__ import annotations

from collections.abc import Iterable

from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation

_RIGHTS = Wording("权利声明没有收入：{words}", "a statement of rights was left out: {words}")
_HEED = Wording("见报要守这些条款", "heed it when you print the item")


def rights_told(statements: Iterable[str | None], source: str, place: str) -> list[Observation]:
    """Return what is told of the rights in an item, each statement once with its words."""
    return [
        Observation(Grade.DROPPED, source, place, _RIGHTS.filled(words=words), _HEED)
        for words in dict.fromkeys(statements)
        if words
    ]
