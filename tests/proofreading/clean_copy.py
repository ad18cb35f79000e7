"""Templates of clean copy and how their gaps are filled: names, places, figures that add up, right days."""

from __future__ import annotations

import datetime as dt
import random
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_GAP = re.compile(r"\{([a-z]+)(\d*)([+-]\d+)?(?::(\d+)(?:-(\d+))?)?\}")
_WEEKDAYS = "一二三四五六日"
_FRESH = frozenset("cefghjkmnoqtuvwx") | {"total"}
"""Names of numbers that are other ones each time."""
_POOLS = {
    "county": "counties",
    "town": "towns",
    "village": "villages",
    "street": "streets",
    "community": "communities",
    "school": "schools",
    "firm": "firms",
    "book": "books",
}


class Manuscript(NamedTuple):
    """One block of the templates: keys with their texts, in order."""

    lines: tuple[tuple[str, str], ...]

    def words(self, *keys: str) -> list[str]:
        """Return the texts under these keys, in order."""
        return [text for key, text in self.lines if key in keys]

    def word(self, key: str) -> str:
        """Return the one text under a key."""
        return self.words(key)[0]


@cache
def read_manuscripts(name: str) -> dict[str, list[Manuscript]]:
    """Return the templates of a language, `zh` or `en`, by kind."""
    text = (Path(__file__).parent / f"clean_{name}.txt").read_text(encoding="utf-8")
    found: dict[str, list[Manuscript]] = {}
    for block in text.strip().split("\n\n"):
        kind, *lines = block.split("\n")
        pairs = [tuple(line.split(": ", 1)) for line in lines]
        found.setdefault(kind.strip("[]"), []).append(Manuscript(tuple((key, text) for key, text in pairs)))
    return found


class Copy:
    """Fills the gaps of one edition's templates; within an article the same gap has the same words.

    Gaps are ``{county}`` and other places, ``{villages:3}`` a list of three, ``{p1}`` a person, ``{s1}`` to
    ``{s3}`` shares that make 100, ``{a:20-90}`` and ``{b:…}`` numbers that stay the same in an article, other
    letters any number, ``{f:20-90}`` one with a decimal, ``{d-1}`` a day seen from the edition's, ``{w-1}``
    its weekday, ``{wd-1}`` the same in English, ``{y+1}`` a year.
    """

    def __init__(self, chance: random.Random, date: dt.date, names: Manuscript, language: str) -> None:
        self._chance = chance
        self._date = date
        self._chinese = language.startswith("zh")
        self._pools = {key: _split(text) for key, text in names.lines}
        self._persons = self._names()
        self._known: dict[str, str] = {}
        self._taken: set[str] = set()

    def begin(self) -> None:
        """Forget what the last article's gaps were filled with."""
        self._known = {}
        self._taken = set()

    def person(self) -> str:
        """Return a name that nobody else has in this edition."""
        return self._persons.pop()

    def set(self, template: str) -> str:
        """Return a template with its gaps filled."""
        return _GAP.sub(self._filled, template)

    def _names(self) -> list[str]:
        surnames, given = list(self._pools["surnames"]), list(self._pools["given"])
        self._chance.shuffle(surnames)
        self._chance.shuffle(given)
        pairs = zip(surnames, given, strict=False)
        return [f"{one}{two}" if self._chinese else f"{two} {one}" for one, two in pairs]

    def _filled(self, gap: re.Match[str]) -> str:
        name, number, shift, low, high = gap.groups()
        if name in ("d", "w", "wd", "y", "month"):
            return self._time(name, int(shift or 0))
        if name in self._pools:
            return "、".join(self._apart(name, int(low)))
        key = name + number
        if key not in self._known or key == "s1" or name in _FRESH:
            self._fill(name, key, low, high)
        return self._known[key]

    def _fill(self, name: str, key: str, low: str | None, high: str | None) -> None:
        if name in _POOLS:
            self._known[key] = self._apart(_POOLS[name], 1)[0]
        elif name == "p":
            self._known[key] = self.person()
        elif name == "s":
            first, second = self._chance.randint(405, 595), self._chance.randint(205, 345)
            for number, share in enumerate((first, second, 1000 - first - second), 1):
                self._known[f"s{number}"] = f"{share / 10:.1f}"
        else:
            assert low, key
            assert high, key
            whole = self._chance.randint(int(low), int(high))
            self._known[key] = f"{whole}.{self._chance.randint(1, 9)}" if name == "f" else str(whole)

    def _apart(self, pool: str, number: int) -> list[str]:
        """Return that many of a pool, none of them named in this article before."""
        free = [one for one in self._pools[pool] if one not in self._taken]
        chosen = self._chance.sample(free, number)
        self._taken.update(chosen)
        return chosen

    def _time(self, name: str, shift: int) -> str:
        if name == "y":
            return str(self._date.year + shift)
        if name == "month":
            return str(self._date.month - 1 if self._date.month > 3 else 11)
        day = self._date + dt.timedelta(days=shift)
        if name == "w":
            return f"星期{_WEEKDAYS[day.weekday()]}"
        if name == "wd":
            return f"{day:%A}"
        return f"{day.month}月{day.day}日" if self._chinese else f"{day.day} {day:%B}"


def _split(text: str) -> list[str]:
    return text.split(", ") if ", " in text else text.split(" ")
