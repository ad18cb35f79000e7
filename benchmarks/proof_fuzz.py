"""Editions made up, spoiled and repaired: does a repair change anything else, or leave work undone?

``python -m benchmarks.proof_fuzz [EDITIONS] [SEED]``; all styles of text, line ends and byte order marks.
"""

from __future__ import annotations

import codecs
import random
import sys
from collections import Counter
from pathlib import Path

from benchmarks.table import Figure, print_table
from reader.copydesk.manuscript import Manuscript
from tests.copydesk.repairs import repaired
from tests.proofreading.clean import clean_edition
from tests.proofreading.faults import spoiled

EDITIONS, SEED = 1_000, 20241223
STYLES = ("literal", "plain", "single", "double", "mixed")


def main() -> None:
    """Repair so many editions and print what came of it."""
    numbers = [int(word) for word in sys.argv[1:3] if word.isdigit()]
    editions, seed = numbers + [EDITIONS, SEED][len(numbers) :]
    faults = made = refused = 0
    wrong: list[str] = []
    left: Counter[str] = Counter()
    for number in range(editions):
        chance = random.Random(seed + number)
        style = STYLES[number % len(STYLES)]
        text, put_in = spoiled(clean_edition(seed + number, style=style), chance)
        if chance.random() < 0.3:
            text = text.replace("\n", "\r\n")
        data = (codecs.BOM_UTF8 if chance.random() < 0.2 else b"") + text.encode()
        faults += len(put_in)
        try:
            done = repaired(Manuscript(Path("edition.yaml"), data))
        except AssertionError as error:
            wrong.append(f"{number} ({style}): {error}")
            continue
        made += done.made
        refused += done.refused
        left.update(done.left)
    print_table(
        f"{editions} editions, seed {seed}",
        [
            Figure("faults put in", str(faults)),
            Figure("repairs made", str(made)),
            Figure("declared not to be made", str(refused)),
            Figure("editions in which anything else changed", str(len(wrong)), goal="0", met=not wrong),
            Figure("repairs a second run would make", str(sum(left.values())), goal="0", met=not left),
        ],
    )
    for line in (*wrong[:10], *(f"left: {rule} {count}" for rule, count in left.most_common())):
        print(line)


if __name__ == "__main__":
    main()
