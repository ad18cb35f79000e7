"""Figures side by side with what they are held against."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """One row: what was measured, what it is held against, and the goal with whether it is met."""

    name: str
    value: str
    reference: str = ""
    ratio: float | None = None
    goal: str = ""
    met: bool | None = None


def print_table(title: str, figures: Iterable[Figure]) -> None:
    """Print the figures as an aligned table under its title."""
    head = ("figure", "measured", "reference", "ratio", "goal", "met")
    rows = [head, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    print(f"\n{title}")
    for row in rows:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        figure.value,
        figure.reference,
        "" if figure.ratio is None else f"{figure.ratio:.2f}x",
        figure.goal,
        {None: "", True: "yes", False: "NO"}[figure.met],
    )


def timed(action: Callable[[], object]) -> Callable[[], float]:
    """Return a measure of the action; what it made is thrown away after the clock has stopped."""

    def measure() -> float:
        gc.collect()
        start = time.perf_counter()
        made = action()
        taken = time.perf_counter() - start
        del made
        return taken

    return measure


def interleaved(runs: int, measures: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Run each measure so many times, A B C A B C, so that a slow minute of the machine falls on all."""
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(runs):
        for name, measure in measures.items():
            taken[name].append(measure())
    return taken


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which this share (0 to 1) of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def ms(seconds: Sequence[float] | float) -> str:
    """Return the time, or the median of several with the smallest and largest, in milliseconds."""
    if isinstance(seconds, float):
        return f"{seconds * 1000:.1f} ms"
    middle, least, most = statistics.median(seconds), min(seconds), max(seconds)
    return f"{middle * 1000:.1f} ms [{least * 1000:.0f}..{most * 1000:.0f}]"


def ratio(values: Sequence[float], reference: Sequence[float]) -> float:
    """Return the ratio of the two medians."""
    return statistics.median(values) / statistics.median(reference)
