"""Plain values written as YAML, their texts in the style asked for."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import Union


class Word(str):
    """A word that is no text but means something: a date, a kind, an id. It is always written plain."""


Value = Union[str, "Mapping[str, Value]", "Sequence[Value]"]

_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`~\s])[^\n]*[^\s:]\Z")


def written(value: Mapping[str, Value], style: str, chance: random.Random) -> str:
    """Return a document; in style ``mixed`` each text is written in one taken by chance."""
    return "\n".join([*_mapping(value, 0, style, chance), "...", ""])


def _mapping(value: Mapping[str, Value], indent: int, style: str, chance: random.Random) -> list[str]:
    lines: list[str] = []
    for key, under in value.items():
        head = f"{' ' * indent}{key}:"
        if isinstance(under, str):
            lines += _text(head, under, indent, style, chance)
        elif isinstance(under, Mapping):
            lines += [head, *_mapping(under, indent + 2, style, chance)]
        else:
            lines += [head, *_listing(under, indent + 2, style, chance)]
    return lines


def _listing(value: Sequence[Value], indent: int, style: str, chance: random.Random) -> list[str]:
    lines: list[str] = []
    for one in value:
        head = f"{' ' * indent}-"
        if isinstance(one, str):
            lines += _text(head, one, indent, style, chance)
        else:
            assert isinstance(one, Mapping)
            inner = _mapping(one, indent + 2, style, chance)
            lines += [f"{head} {inner[0].lstrip()}", *inner[1:]]
    return lines


def _text(head: str, text: str, indent: int, style: str, chance: random.Random) -> list[str]:
    if isinstance(text, Word):
        return [f"{head} {text}"]
    if style == "mixed":
        style = chance.choice(["literal", "plain", "single", "double"])
    lines = text.split("\n")
    margin = " " * (indent + 2)
    if style == "double":
        inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return [f'{head} "{inner}"']
    if style == "single":
        # A line end alone is folded into a space, so that one more has to be written than is meant.
        inner = re.sub("\n+", lambda ends: ends.group() + "\n" + margin, text.replace("'", "''"))
        return [f"{head} '{inner}'"]
    if style == "plain" and _PLAIN.match(text) and ": " not in text and " #" not in text:
        return [f"{head} {text}"]
    return [f"{head} |", *(margin + line if line else "" for line in lines)]
