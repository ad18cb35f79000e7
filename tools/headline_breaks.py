"""Counts how often headlines are broken inside a word, as BudouX sees words.

`python -m tools.headline_breaks [--show MEASURE] [EDITION …]`: headlines, kickers and
decks of the shipped editions and of those named, at measures of 10 to 40 cells, by the plain breaker and at
sense. BudouX is asked for this count only and is no dependency of the project.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader.edition.article import Article
from reader.loading.load import load_edition
from reader.typesetting.paragraph import Room, Slice, set_paragraph
from reader.typesetting.sense import Cohesion, cohesion_of, set_at_sense

MEASURES = range(10, 41)
SHIPPED = Path(__file__).parents[1] / "editions"

Words = Callable[[str], list[str]]


class Head(NamedTuple):
    """A line above an article, and the texts that tell its words."""

    text: str
    others: tuple[str, ...]


class Count(NamedTuple):
    """What one way of breaking did."""

    ends: int
    inside: int
    lines: int
    uneven: float
    """Cells by which the shortest and the longest line of a head differ, on average."""


def heads(article: Article) -> Iterator[Head]:
    """Yield the headline, kicker and deck of an article."""
    lines = [line for line in (article.kicker, article.title, article.deck) if line]
    for line in lines:
        yield Head(line, (*(other for other in lines if other != line), article.body))


def count(found: list[Head], words: Words, at_sense: bool) -> Count:
    """Count over all measures the line ends, those inside a word, the lines and how they differ."""
    ends = inside = lines = broken = uneven = 0
    for head in found:
        bounds = {0}
        for word in words(head.text):
            bounds.add(max(bounds) + len(word))
        bounds.update(place + 1 for place, letter in enumerate(head.text) if letter == " ")
        cohesion = cohesion_of(*head.others)
        for measure in MEASURES:
            made = _set(head.text, Room(measure, measure), at_sense, cohesion)
            lines += len(made)
            ends += len(made) - 1
            inside += sum(line.start not in bounds for line in made[1:])
            if len(made) > 1:
                broken += 1
                uneven += max(line.width for line in made) - min(line.width for line in made)
    return Count(ends, inside, lines, uneven / max(1, broken))


def _set(text: str, room: Room, at_sense: bool, cohesion: Cohesion) -> list[Slice]:
    return set_at_sense(text, room, cohesion) if at_sense else list(set_paragraph(text, room))


def main() -> None:
    """Print the counts for Chinese and Latin heads, or that BudouX is not there."""
    try:
        budoux = importlib.import_module("budoux")
    except ImportError:
        print("skipped: BudouX is not installed (it is needed for this count only)")
        return
    arguments = sys.argv[1:]
    shown = int(arguments.pop(1)) if arguments[:1] == ["--show"] else 0
    del arguments[: 1 if shown else 0]
    paths = sorted(SHIPPED.rglob("*.yaml")) + [Path(name) for name in arguments]
    chinese = budoux.load_default_simplified_chinese_parser().parse
    articles = [a for path in paths for a in load_edition(path).edition.articles()]
    found = [head for article in articles for head in heads(article) if not head.text.isascii()]
    print(f"{len(found)} heads with Chinese, measures {MEASURES.start} to {MEASURES.stop - 1}")
    for name, at_sense in (("plain", False), ("at sense", True)):
        ends, inside, lines, uneven = count(found, chinese, at_sense)
        print(
            f"{name:9} {ends:5} ends, {inside:4} inside a word ({inside / max(1, ends):.1%}), "
            f"{lines} lines, longest and shortest differ by {uneven:.1f} cells"
        )
    if shown:
        for head in found:
            made = set_at_sense(head.text, Room(shown, shown), cohesion_of(*head.others))
            print(" | ".join(head.text[a:b] for a, b, _ in made), "    ", "·".join(chinese(head.text)))


if __name__ == "__main__":
    main()
