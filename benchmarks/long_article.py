"""A long article: from the key that opens it to its first frame, and how that grows with its length."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import papers, stage
from benchmarks.table import Figure, interleaved, ms, print_table, ratio

RUNS = 7
SIZES = {"100 KB": 100_000, "1 MB": 1_000_000, "10 MB": 10_000_000}


def main() -> None:
    """Measure and print."""
    with stage.stage() as folder:
        readers = {name: _reader(folder, size) for name, size in SIZES.items()}
        for reader in readers.values():
            with stage.shown(reader, folder) as (terminal, _):
                terminal.settle(quiet=0.6)
        taken = interleaved(RUNS, {name: _opening(reader, folder) for name, reader in readers.items()})
        least = taken["100 KB"]
        rows = []
        for name, seconds in taken.items():
            growth = ratio(seconds, least)
            middle = sorted(seconds)[RUNS // 2]
            rows.append(Figure(name, ms(seconds), f"100 KB {ms(least)}", growth, "≤ 50 ms", middle <= 0.05))
        rows.append(Figure("growth to 10 MB", f"{growth:.2f}", "100 KB", growth, "≤ 1.2x", growth <= 1.2))
        print_table(f"Key to the first frame of a long article, 120x40, {RUNS} interleaved runs", rows)


def _reader(folder: Path, size: int) -> stage.Reader:
    return stage.ours(papers.long_article(folder, size))


def _opening(reader: stage.Reader, folder: Path) -> Callable[[], float]:
    """Measure → from the short article before the long one, in a reader started for it."""
    homes = (folder / f"opening-{number}" for number in range(1_000_000))

    def measure() -> float:
        home = next(homes)  # a new one, so that it opens at the first article
        home.mkdir(exist_ok=True)
        with stage.shown(reader, home) as (terminal, _):
            terminal.settle(quiet=0.6)
            written, pressed = len(terminal.output), time.perf_counter()
            terminal.press("\x1b[C")
            return stage.seen(terminal, papers.LONG_HEADLINE, since=written) - pressed

    return measure


if __name__ == "__main__":
    main()
