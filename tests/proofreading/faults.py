"""Faults put into clean editions, one of every kind that has a repair."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.loading.scalars import read_scalars
from reader.loading.splice import Edit, splice


class Fault(NamedTuple):
    """A fault put in: the rule that should see it, and what was changed."""

    rule: str
    edit: Edit


class _Kind(NamedTuple):
    rule: str
    where: re.Pattern[str]
    spoil: Callable[[re.Match[str], random.Random], str]


_HALF = dict(zip("，：；！？", ",:;!?", strict=True))
_HAN = "[\u4e00-\u9fff]"

_KINDS = (
    _Kind("T-WIDTH", re.compile(f"(?<={_HAN})[，：；！？](?={_HAN})"), lambda found, _: _HALF[found.group()]),
    _Kind("T-WIDTH", re.compile(rf"（({_HAN}+)）"), lambda found, _: f"({found[1]})"),
    _Kind("T-ELLIPSIS", re.compile("……"), lambda _, chance: chance.choice(["...", "。。。", "…"])),
    _Kind("T-DASH", re.compile(f"(?<={_HAN})——(?={_HAN})"), lambda _, chance: chance.choice(["—", "--"])),
    _Kind(
        "T-DUPMARK", re.compile(f"(?<={_HAN})，(?={_HAN})"), lambda _, chance: chance.choice(["，，", "、，"])
    ),
    _Kind("T-QUOTE-ASCII", re.compile('“([^“”‘’"\n]+)”'), lambda found, _: f'"{found[1]}"'),
    _Kind(
        "T-FWDIGIT",
        re.compile(r"(?<![\d.,年月日:])\d{2,4}(?![\d.,年月日:])"),
        lambda found, _: _wide(found.group()),
    ),
    _Kind(
        "T-CONTROL",
        re.compile(f"(?<={_HAN})(?={_HAN})"),
        lambda _, chance: chance.choice("\u200b\u00ad\ufeff"),
    ),
    _Kind("S-BLANKRUN", re.compile("(?<=。)\n\n(?=\\S)"), lambda _, chance: "\n" * chance.randint(5, 8)),
    _Kind("S-SEAM", re.compile(f"(?<={_HAN}{{6}})(?={_HAN}{{6}})"), lambda *_: "\n\n"),
    _Kind("N-MIXDATE", re.compile(r"(?<!\d)1月(?=\d{1,2}日)"), lambda *_: "一月"),
)


def _wide(digits: str) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in digits)


def spoiled(text: str, chance: random.Random, most: int = 12) -> tuple[str, list[Fault]]:
    """Return an edition's YAML with up to `most` faults in its texts, no two near each other, and the faults.

    The faults are written as the style of each text asks for; what it cannot hold is left out.
    """
    texts = read_scalars(text).texts
    chosen: list[Fault] = []
    places = list(_places(texts))
    chance.shuffle(places)
    for kind, path, match in places:
        if len(chosen) == most:
            break
        near = (match.start() - 40, match.end() + 40)
        taken = any(
            one.edit.path == path and one.edit.start < near[1] and near[0] < one.edit.end for one in chosen
        )
        if not taken:
            edit = Edit(path, match.start(), match.end(), kind.spoil(match, chance))
            done = splice(text, [edit], texts)
            if done.made:
                chosen.append(Fault(kind.rule, edit))
    done = splice(text, [fault.edit for fault in chosen], texts)
    made = set(done.made)
    return done.text, [fault for fault in chosen if fault.edit in made]


def _places(texts: object) -> Iterator[tuple[_Kind, str, re.Match[str]]]:
    assert isinstance(texts, dict)
    for path, scalar in texts.items():
        if path.endswith((".body", ".text", ".caption", ".summary", ".instruction")):
            for kind in _KINDS:
                found = list(kind.where.finditer(scalar.value))
                for match in found[:: max(1, len(found) // 3)]:  # a few of each kind a text
                    yield kind, path, match
