"""The lines above a text: which is kicker, headline, deck, column, byline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.edition.article import Jump, Kind
from reader.edition.wording import Wording
from reader.importing.page_text.elements import Element
from reader.importing.page_text.names import are_names
from reader.importing.page_text.shapes import (
    is_byline,
    is_dateline,
    is_deck,
    is_label,
    is_like_label,
    jump_of,
    label_kind,
    source_of,
)
from reader.importing.page_text.telling import Telling

_UNMARKED = 9
"""The level of a line in a head that is not marked as a heading."""

_TWO = Wording(
    "两行标题同级，第一行当作主题，“{text}”当作副题",
    "two headings are of one level: the first is taken as headline, “{text}” as deck",
)
_MOVE = Wording("第一行若是引题，改到 kicker", "if the first is a kicker, move it there")
_AS_BYLINE = Wording("“{text}”当作署名", "“{text}” is taken as byline")
_AS_COLUMN = Wording("“{text}”当作栏目", "“{text}” is taken as the column's label")
_CORRECT = Wording("不是就改", "correct it if it is not")


class Head(NamedTuple):
    """What stands above a text, each as printed."""

    column: str | None = None
    kicker: str | None = None
    headline: str | None = None
    deck: str | None = None
    byline: str | None = None
    dateline: str | None = None
    source: str | None = None
    jump_from: Jump | None = None
    kind: Kind | None = None


def head_of(lines: Iterable[Element], tell: Telling) -> Head:
    """Return the fields of the lines above a text.

    The heading of the highest level is the headline, what stands above it the kicker, below it the deck; a
    line that begins with a dash is a deck. What is told by its shape alone is told as guessed.
    """
    found = list(lines)
    columns: list[str] = []
    bylines: list[str] = []
    titles: list[Element] = []
    rest: dict[str, str] = {}
    jump: Jump | None = None
    for element in found:
        text = element.text
        if is_label(text) and (not element.level or _has_other(found, element)):
            columns.append(text)
        elif element.level:
            titles.append(element)
        elif is_byline(text):
            bylines.append(text)
        elif landed := jump_of(text):
            jump = landed[1]
        elif source := source_of(text):
            rest["source"] = source if "source" not in rest else f"{rest['source']} {source}"
        elif is_dateline(text):
            rest["dateline"] = text if "dateline" not in rest else f"{rest['dateline']} {text}"
        elif titles and not is_deck(text) and _is_by_names(element, tell):
            bylines.append(text)
        elif is_like_label(text) and not is_deck(text):
            tell.guessed(element.place, _AS_COLUMN.filled(text=text), _CORRECT, "column")
            columns.append(text)
        else:
            titles.append(element)
    kicker, headline, deck = _titled(titles, tell)
    labels = [*columns, headline or ""]
    kinds = [kind for column in labels if (kind := label_kind(column)) is not None]
    return Head(
        " ".join(columns) or None,
        kicker,
        headline,
        deck,
        " ".join(bylines) or None,
        rest.get("dateline"),
        rest.get("source"),
        jump,
        kinds[0] if kinds else None,
    )


def _has_other(found: list[Element], label: Element) -> bool:
    return any(each.level and not is_label(each.text) for each in found if each is not label)


def _is_by_names(element: Element, tell: Telling) -> bool:
    """Is a line below the headline nothing but names? Then it is told as the byline."""
    if len(element.text) > 24 or not are_names(element.text, is_strict=True):
        return False
    tell.guessed(element.place, _AS_BYLINE.filled(text=element.text), _CORRECT, "byline")
    return True


def _titled(titles: list[Element], tell: Telling) -> tuple[str | None, str | None, str | None]:
    if not titles:
        return None, None, None
    levels = [each.level or _UNMARKED for each in titles]
    dash = next((place for place in range(1, len(titles)) if is_deck(titles[place].text)), len(titles))
    plain = levels[:dash]
    lead = plain.index(min(plain))
    if plain.count(min(plain)) > 1 and _is_motto(titles[lead].text) and not _is_motto(titles[lead + 1].text):
        lead += 1
    elif plain.count(min(plain)) > 1:
        second = titles[lead + 1]
        tell.undecided(second.place, _TWO.filled(text=second.text[:20]), _MOVE)
    return _line(titles[:lead]), titles[lead].text, _line(titles[lead + 1 :])


def _is_motto(text: str) -> bool:
    """Is this a row of short phrases of one length, as kickers are: 说民情 看变化 问冷暖?"""
    lengths = {len(phrase) for phrase in text.split()}
    return len(text.split()) > 1 and len(lengths) == 1 and max(lengths) <= 4


def _line(titles: list[Element]) -> str | None:
    return " ".join(each.text for each in titles) or None
