"""A real page of a city daily as editions made by machine, and where on the page each finding stands.

The page is typed in with a heading mark for every heading, line by line; it is not part of this repository.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from reader.loading.inner_map import inner_map
from reader.loading.scalars import read_scalars
from reader.proofreading.finding import Spot

PAGE = Path(__file__).parents[3] / "shared/data/seed-page.txt"
READINGS = ("flat", "plain", "read")
"""How much the machine understands: every heading begins an article of its own; headings that follow each
other are kicker, headline and deck; boxes are taken out of the articles they stand in, too."""


class Element(NamedTuple):
    """A line of the page that is not blank; `level` 0 is text, 1 to 3 a heading."""

    line: int
    level: int
    text: str


class SeedEdition:
    """An edition made of the page in one of the `READINGS`."""

    def __init__(self, page: str, reading: str) -> None:
        self._written: list[tuple[str, int]] = []
        self._elements = list(_elements(page))
        self._blank_before = _blank_runs(page)
        self._write("format: 1")
        self._write("paper: 某报", 1)
        self._write("date: 2024-12-23")
        self._write("inferred: [paper, date]")
        box = self._box() if reading == "read" else []
        self._notice(box)
        self._write("sections:")
        self._write("  - name: 要闻")
        self._write("    articles:")
        taken = {element.line for element in box}
        self._articles([one for one in self._elements if one.line not in taken], reading)
        self.text = "\n".join(line for line, _ in self._written) + "\n...\n"
        self._scalars = read_scalars(self.text)
        self._openings = {opening.path: opening.line for opening in self._scalars.openings}

    def page_line(self, spot: Spot) -> int:
        """Return the line of the page a spot is on; 0 for what the page does not have."""
        scalar = self._scalars.texts.get(spot.field)
        if scalar is None:
            line = self._openings[spot.field]
        else:
            starts = inner_map(self.text, scalar).starts
            line = self.text.count("\n", 0, starts[min(spot.start, len(starts) - 1)])
        return self._written[line][1]

    def _write(self, line: str, page_line: int = 0) -> None:
        self._written.append((line, page_line))

    def _articles(self, elements: list[Element], reading: str) -> None:
        groups = [(is_head, list(group)) for is_head, group in groupby(elements, lambda one: one.level > 0)]
        head: list[Element] = []
        body: list[Element] = []
        for is_heading, group in groups:
            if is_heading and min(element.level for element in group) < 3:
                self._article(head, body, reading)
                head, body = (group[:1], group[1:]) if reading == "flat" else (group, [])
                while reading == "flat" and body and body[0].level < 3:
                    self._article(head, [], reading)
                    head, body = body[:1], body[1:]
            else:
                body += group
        self._article(head, body, reading)

    def _article(self, head: list[Element], body: list[Element], reading: str) -> None:
        if not head:
            return
        lead = next((number for number, one in enumerate(head) if one.level == 1), 0)
        keys = ["kicker"] * lead + ["headline"] + ["deck"] * (len(head) - lead - 1)
        dash = "- "
        for key, element in zip(keys, head, strict=True):
            self._write(f"      {dash}{key}: {element.text}", element.line)
            dash = "  "
        if body and body[0].text.startswith("□"):
            self._write(f"        byline: {body[0].text}", body[0].line)
            body = body[1:]
        cut = self._lost_headline(body) if reading == "read" else len(body)
        self._body(body[:cut])
        if cut < len(body):
            self._caption_and_rest(body[cut:])

    def _lost_headline(self, body: list[Element]) -> int:
        """Where, behind a signed paragraph and a run of blank lines, does something else begin?"""
        for number in range(1, len(body)):
            is_apart = self._blank_before[body[number].line] >= 3
            if is_apart and body[number].level == 0 and body[number - 1].text.endswith(")"):
                return number
        return len(body)

    def _caption_and_rest(self, elements: list[Element]) -> None:
        caption, *rest = elements
        self._write("      - kind: photo")
        self._write("        slug: 图片")
        self._write("        photos:")
        self._write(f"          - caption: {caption.text}", caption.line)
        if rest:
            self._write("      - slug: 无题")
            self._write("        jump_from: unknown")
            self._body(rest)

    def _body(self, elements: list[Element], key: str = "body", indent: int = 8) -> None:
        if not elements:
            return
        self._write(f"{' ' * indent}{key}: |")
        for number, element in enumerate(elements):
            blank = self._blank_before[element.line] if number else 0
            for line in range(element.line - blank, element.line):
                self._write("", line)
            mark = "#" * element.level + " " if element.level else ""
            self._write(f"{' ' * indent}  {mark}{element.text}", element.line)

    def _box(self) -> list[Element]:
        """The last box of the page: level-3 headings behind a run of blank lines, and their text."""
        for number, element in enumerate(self._elements):
            if element.level == 3 and self._blank_before[element.line] >= 3:
                return self._elements[number:]
        return []

    def _notice(self, box: list[Element]) -> None:
        if not box:
            return
        titles, texts = [one for one in box if one.level], [one for one in box if not one.level]
        day = re.search(r"自(\d{4})年(\d+)月(\d+)日0时", texts[0].text)
        assert day
        self._write("notices:")
        self._write(f"  - id: air-{day[1]}{day[2]}{day[3]}", texts[0].line)
        self._write(f"    column: {' '.join(one.text for one in titles)}", titles[0].line)
        self._write("    event: 重污染天气", texts[0].line)
        self._write("    level: yellow", texts[0].line)
        self._write(f"    effective: {day[1]}-{day[2]}-{day[3]}T00:00", texts[0].line)
        self._write("    expires: until-lifted", texts[0].line)
        self._body(texts[:1], "text", 4)
        self._body(texts[1:], "instruction", 4)


def _elements(page: str) -> Iterator[Element]:
    for number, line in enumerate(page.split("\n"), 1):
        if match := re.match(r"(#{1,3}) (.*)", line):
            yield Element(number, len(match[1]), match[2].strip())
        elif line.strip():
            yield Element(number, 0, line.strip())


def _blank_runs(page: str) -> dict[int, int]:
    """How many blank lines stand above each line."""
    found, run = {}, 0
    for number, line in enumerate(page.split("\n"), 1):
        found[number] = run
        run = 0 if line.strip() else run + 1
    return found
