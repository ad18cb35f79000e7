"""Keys over a slow line: the reader on a terminal from which ten kilobytes a second are taken.

Bytes are latency here: a page turn cannot be there sooner than its bytes are. ``less`` turns the same page
in the same run. What is written while nobody waits (a foot, a preview that is typed over) shows in the times.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import papers, stage
from benchmarks.stage import Reader
from benchmarks.table import Figure, ms, print_table
from tests.terminal import Terminal, clean_environment

RATE = 10_240
"""Bytes a second."""
PIECE = 0.02
"""Seconds from one look at the line to the next."""
RIGHT = "\x1b[C"
KEYS = (
    ("line down (j)", ("j",) * 4),
    ("page turn (space)", (" ",) * 4),
    ("next article (→)", (RIGHT,) * 3),
    ("search opened (/)", ("/",)),
    ("a letter of the query", ("的",)),
)
FRAME = 0.15
"""Seconds more than its bytes take that a key may need: two pieces of the line, and the key itself."""


class SlowLine(Terminal):
    """A terminal that takes no more than so many bytes a second, as a modem or a bad network does."""

    # One piece of the line at a time: the rest waits in the terminal, and its writer with it.
    PIECE = int(RATE * PIECE)

    def read(self, timeout: float) -> bytes:
        """Take what the line carries meanwhile."""
        data = super().read(timeout)
        if data:
            time.sleep(len(data) / RATE)
            self.arrivals[-1] = (time.perf_counter(), len(self.output))
        return data


def main() -> None:
    """Measure and print."""
    with stage.stage() as folder:
        paper = papers.newest_edition()
        text = papers.plain_text(paper, folder)
        for size in (stage.SMALL, stage.SIZE):
            rows = _rows(stage.ours(paper), folder, size, KEYS)
            if (pager := stage.less(text)) is not None:
                rows += _rows(pager, folder, size, (("less: page turn", (" ",) * 4),))
            print_table(f"Keys over a line of {RATE} bytes a second, {size[0]}x{size[1]}", rows)


def _rows(
    reader: Reader, folder: Path, size: tuple[int, int], keys: Sequence[tuple[str, Sequence[str]]]
) -> list[Figure]:
    rows = []
    with (
        TemporaryDirectory(dir=folder) as home,
        SlowLine(reader.command, size=size, environment=clean_environment(Path(home))) as terminal,
    ):
        terminal.wait_for(reader.marker)
        terminal.settle(quiet=1.0)
        for name, presses in keys:
            turns = [terminal.press_and_settle(press, quiet=0.5) for press in presses]
            seconds = statistics.median(turn.seconds for turn in turns)
            written = statistics.median(len(turn.data) for turn in turns)
            line = written / RATE
            rows.append(
                Figure(
                    name,
                    f"{ms(seconds)}, {written:.0f} bytes",
                    f"its bytes alone {ms(line)}",
                    seconds / line if line else None,
                    f"≤ + {FRAME * 1000:.0f} ms" if reader.marker != "less" else "",
                    seconds <= line + FRAME,
                )
            )
    return rows


if __name__ == "__main__":
    main()
