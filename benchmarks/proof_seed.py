"""The seed page: each item found by hand that a program can decide, and is it reported at its line?"""

from __future__ import annotations

import sys

from benchmarks.table import Figure, print_table
from tests.proofreading.seed_page import PAGE, READINGS
from tests.proofreading.test_seed import FOUND, found


def main() -> None:
    """Print the items with their lines, for the readings of the page that show them."""
    if not PAGE.is_file():
        print("proof_seed: the seed page is not here", file=sys.stderr)
        return
    figures = []
    for row in sorted(FOUND, key=lambda one: int(one.item[1:])):
        hits = min(
            len(set(row.lines) & {line for rule, line in found(reading) if rule == row.rule})
            for reading in row.readings
        )
        lines = ", ".join(map(str, row.lines))
        readings = "" if row.readings == READINGS else f" (read: {', '.join(row.readings)})"
        name = f"{row.item} {row.rule}{readings}"
        figures.append(
            Figure(name, f"{hits} of {len(row.lines)}", f"line {lines}", met=hits == len(row.lines))
        )
    widths = min(sum(rule == "T-WIDTH" for rule, _ in found(reading)) for reading in READINGS)
    figures.append(Figure("half-width marks", str(widths), goal="268", met=widths == 268))
    print_table("the seed page, items found by hand", figures)


if __name__ == "__main__":
    main()
