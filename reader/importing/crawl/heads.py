"""The lines above an article's text, told apart: kicker, headline, deck, byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from reader.edition.article import Kind
from reader.importing.crawl.bylines import is_byline

LONGEST = 60
"""Characters of a line that looks like a head; a longer one is text."""
LONGEST_ABOVE = 160
"""Characters of a line that stands where the head does, above the first indented one."""

_DASHES = ("——", "—", "--", "──", "―")
_FINAL = "。；"
_OPENING_MARKS = ("【", "[", "〔", "〖", "［")
_KINDS = {
    "社论": Kind.OPINION,
    "评论": Kind.OPINION,
    "短评": Kind.OPINION,
    "时评": Kind.OPINION,
    "评论员文章": Kind.OPINION,
    "本报评论员": Kind.OPINION,
    "本报特约评论员": Kind.OPINION,
    "通讯": Kind.FEATURE,
    "特写": Kind.FEATURE,
    "简讯": Kind.BRIEF,
    "短讯": Kind.BRIEF,
    "要闻速览": Kind.BRIEF,
    "图片新闻": Kind.PHOTO,
    "图片报道": Kind.PHOTO,
    "访谈": Kind.INTERVIEW,
    "对话": Kind.INTERVIEW,
    "读者来信": Kind.LETTER,
    "来信": Kind.LETTER,
    "广告": Kind.AD,
    "公益广告": Kind.AD,
    "更正": Kind.CORRECTION,
}
_LABEL = re.compile(r"[【\[〔〖［（(]?([^】\]〕〗］）)]+)[】\]〕〗］）)]?\Z")
_SHORT_LABEL = 6


class Habit(Enum):
    """How a saver writes a kicker or deck that is not there."""

    UNKNOWN = auto()
    EMPTY_LINE = auto()
    """As an empty line: kicker, headline and deck always stand on the first three."""
    LEFT_OUT = auto()
    """Not at all; an empty line parts the head from the text."""


class Head(NamedTuple):
    """What stands above the text; None: nothing."""

    kicker: str | None = None
    headline: str | None = None
    deck: str | None = None
    byline: str | None = None
    is_undecided: bool = False
    """Could the lines also be meant otherwise?"""


def is_head_line(line: str, longest: int = LONGEST) -> bool:
    """Could this line stand above the text: short, and not ending as a sentence does?"""
    return len(line) <= longest and not line.endswith(tuple(_FINAL))


def is_deck(line: str) -> bool:
    """Does this line say by its marks that it is a deck: a dash in front, or all of it in brackets?"""
    return line.startswith(_DASHES) or (line[:1] in "（(" and line[-1:] in "）)")


def head_of(lines: Sequence[str], habit: Habit = Habit.UNKNOWN) -> Head:
    """Return the parts of a head; empty lines count, for some savers write one for a part that is missing.

    No line is left out: several decks or bylines stand beside each other in one field.
    """
    stripped = [line.strip() for line in lines]
    while stripped and not stripped[-1] and len(stripped) > 3:
        stripped.pop()
    bylines = [line for at, line in enumerate(stripped) if line and any(stripped[:at]) and is_byline(line)]
    rest = [line for line in stripped if line not in bylines]
    byline = " ".join(bylines) or None
    if len(rest) >= 3 and not rest[0] and rest[1] and not is_deck(rest[1]):
        return Head(None, rest[1], " ".join(filter(None, rest[2:])) or None, byline)
    if _is_by_place(rest, habit):
        kicker, headline, deck = (line or None for line in rest)
        return Head(kicker, headline, deck, byline)
    return _by_shape([line for line in rest if line])._replace(byline=byline)


def _is_by_place(lines: Sequence[str], habit: Habit) -> bool:
    """Do these lines stand where they are because each place has its meaning?"""
    if len(lines) != 3 or not lines[1] or is_deck(lines[1]):
        return False
    if lines[0] and lines[2]:
        return True
    return habit is not Habit.LEFT_OUT  # kicker, headline and an empty deck, as most savers write


def _by_shape(lines: Sequence[str]) -> Head:
    match lines:
        case []:
            return Head()
        case [headline]:
            return Head(headline=headline)
        case [first, second]:
            if is_deck(second):
                return Head(headline=first, deck=second)
            if _is_kicker(first, second):
                return Head(kicker=first, headline=second)
            return Head(headline=first, deck=second, is_undecided=True)
        case [first, second, *decks] if is_deck(second):
            return Head(headline=first, deck=" ".join([second, *decks]))
        case [kicker, headline, *decks]:
            return Head(
                kicker, headline, " ".join(decks), is_undecided=len(decks) > 1 and not is_deck(decks[0])
            )
    return Head()


def _is_kicker(line: str, below: str) -> bool:
    is_label = len(line) <= _SHORT_LABEL and len(below) >= 2 * len(line)
    return (
        line in _KINDS or is_label or line.endswith(("：", ":", *_DASHES)) or line.startswith(_OPENING_MARKS)
    )


def kind_of(head: Head) -> Kind:
    """Return what the head says the article is; news where it says nothing."""
    for words in (head.kicker, head.headline):
        match = _LABEL.match(words or "")
        if match and (kind := _KINDS.get(match[1].strip(" 　·"))):
            return kind
    return Kind.OPINION if "评论员" in (head.byline or "") else Kind.NEWS
