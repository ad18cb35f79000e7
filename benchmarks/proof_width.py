"""Half-width marks put right: clean copy is made half-width and repaired by T-WIDTH, which must restore it.

``python -m benchmarks.proof_width [FILE...]``: beside copy made by chance, any file of plain text, one
paragraph a line. A mark of the file that was half-width already and is widened counts among the other edits.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.table import Figure, ms, print_table
from reader.edition.edition import Edition
from reader.proofreading.body_passages import body_passages
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rules import width
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.mixed_copy import KEPT, halved, mixed_paragraph

PARAGRAPHS = 5000
SHOWN = 10
GOAL = 0.999


class RoundTrip(NamedTuple):
    """What became of a text whose marks were made half-width."""

    marks: int
    lost: list[str]
    """Words around each mark that stayed half-width."""
    others: list[str]
    """Words around each edit that restored nothing."""
    seconds: float


def round_trip(paragraphs: Sequence[str], spoiled: Sequence[str]) -> RoundTrip:
    """Repair the spoiled paragraphs by the rule's own changes, and compare with what they were."""
    texts = {f"body{number}": text for number, text in enumerate(spoiled)}
    passages = tuple(passage for field, text in texts.items() for passage in body_passages(field, text))
    proof = Proof(Edition(paper="河湾晨报", date=dt.date(2024, 12, 23)), texts, (), (), passages)
    began = time.perf_counter()
    remarks = list(width.check(proof, Stylebook()))
    seconds = time.perf_counter() - began
    repaired = _repaired(texts, remarks)
    marks = 0
    lost: list[str] = []
    others: list[str] = []
    for number, before in enumerate(paragraphs):
        half, after = texts[f"body{number}"], repaired[f"body{number}"]
        for at, (wanted, found) in enumerate(zip(before, after, strict=True)):
            marks += wanted != half[at]
            if wanted != found:
                (lost if found == half[at] else others).append(before[max(0, at - 12) : at + 13])
    return RoundTrip(marks, lost, others, seconds)


def _repaired(texts: dict[str, str], remarks: Sequence[Remark]) -> dict[str, str]:
    characters = {field: list(text) for field, text in texts.items()}
    for remark in remarks:
        for change in remark.changes:
            assert change.end - change.start == len(change.text) == 1
            characters[change.field][change.start] = change.text
    return {field: "".join(written) for field, written in characters.items()}


def _show(name: str, paragraphs: Sequence[str], spoiled: Sequence[str]) -> None:
    size = sum(map(len, paragraphs))
    found = round_trip(paragraphs, spoiled)
    restored = 1 - len(found.lost) / found.marks if found.marks else 1.0
    print_table(
        f"{name}: {size:,} characters, {found.marks:,} marks made half-width",
        (
            Figure("restored", f"{restored:.4%}", goal=f">= {GOAL:.1%}", met=restored >= GOAL),
            Figure("other edits", str(len(found.others)), goal="0", met=not found.others),
            Figure("time", ms(found.seconds)),
        ),
    )
    for what, where in (("not restored", found.lost), ("other edit", found.others)):
        for words in where[:SHOWN]:
            print(f"  {what}: …{words}…")
        if len(where) > SHOWN:
            print(f"  {what}: {len(where) - SHOWN} more")


def main(files: Sequence[str] = ()) -> None:
    """Measure copy made by chance, copy that must be left alone, and the files named."""
    chance = random.Random(20241223)
    made = [mixed_paragraph(chance) for _ in range(PARAGRAPHS)]
    _show("Made by chance", made, [halved(text) for text in made])
    _show("To be left alone", KEPT, KEPT)
    for file in files:
        lines = [line for line in Path(file).read_text(encoding="utf-8").split("\n") if line.strip()]
        _show(Path(file).name, lines, [halved(line) for line in lines])


if __name__ == "__main__":
    main(sys.argv[1:])
