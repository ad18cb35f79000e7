"""Ten thousand random keys, clicks and resizes: exceptions, cut frames, and the slowest key.

``python -m benchmarks.fuzz [STEPS] [SEED]``; a seed takes the same steps every time.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import traceback
from pathlib import Path

from benchmarks import papers
from benchmarks.table import Figure, percentile, print_table
from reader.tui import collecting
from tests.tui.papers import many_articles, put
from tests.tui.random_reader import LARGEST, SMALLEST, Record, read_at_random

STEPS, SEED = 10_000, 20260314
SLOW = 0.1
"""Seconds; a key that takes longer is felt."""


def main() -> None:
    """Read both papers at random and print what came of it."""
    steps, seed = [int(word) for word in sys.argv[1:3]] + [STEPS, SEED][len(sys.argv[1:3]) :]
    with tempfile.TemporaryDirectory(prefix="paper-reader-fuzz-") as folder:
        real = papers.SEED if papers.SEED.exists() else papers.newest_edition()
        for name, path in (
            (real.name, real),
            ("500 articles", put(Path(folder), many_articles(500))),
        ):
            record = Record()
            error = _read(path, steps, seed, record)
            _print(name, seed, record, error)


def _read(path: Path, steps: int, seed: int, record: Record) -> str:
    collecting.hold()
    try:
        asyncio.run(read_at_random(path, steps, seed, record=record))
    except Exception:  # whatever it is, that is what is looked for here
        return traceback.format_exc()
    finally:
        collecting.release()
    return ""


def _print(name: str, seed: int, record: Record, error: str) -> None:
    keys = [seconds for what, times in record.seconds.items() if what.startswith("key") for seconds in times]
    slow = sum(1 for seconds in keys if seconds > SLOW)
    slowest = max((one for one in record.slowest if one[1].startswith("key")), default=(0.0, "none"))
    window = f"{SMALLEST[0]}x{SMALLEST[1]} to {LARGEST[0]}x{LARGEST[1]}"
    print_table(
        f"{record.steps} random steps on {name}, seed {seed}, {window}",
        (
            Figure("exceptions", "1" if error else "0", goal="0", met=not error),
            Figure("cut frames", str(len(record.cut_frames)), goal="0", met=not record.cut_frames),
            Figure("keys", str(len(keys)), f"p50 {_ms(keys, 0.5)}, p95 {_ms(keys, 0.95)}"),
            Figure("slowest key", f"{slowest[0] * 1000:.0f} ms", slowest[1].removeprefix("key ")),
            Figure(f"keys over {SLOW * 1000:.0f} ms", str(slow), goal="0", met=slow == 0),
            *(
                Figure(f"  {what}", f"{seconds * 1000:.0f} ms", f"of {len(record.seconds[what])}")
                for seconds, what in record.slowest[:6]
            ),
        ),
    )
    for line in (*record.cut_frames[:5], error):
        if line:
            print(f"  {line}")


def _ms(seconds: list[float], share: float) -> str:
    return f"{percentile(seconds, share) * 1000:.1f} ms" if seconds else "none"


if __name__ == "__main__":
    main()
