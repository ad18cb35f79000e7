"""Keys: from the key to the settled screen, and the bytes each writes."""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks import papers, stage
from benchmarks.table import Figure, ms, percentile, print_table
from tests.terminal import Settled, Terminal

TURNS = 60
LONG = 1_000_000
RESIZES = 20
RESIZED = 0.05
"""Seconds until the last byte after a resize: what the first frame of a long article may take."""
RIGHT, LEFT, DOWN, ESCAPE = "\x1b[C", "\x1b[D", "\x1b[B", "\x1b"


class Key(NamedTuple):
    """A key to be pressed many times: what first, which keys in turn, and the goals for it."""

    name: str
    before: tuple[str, ...]
    keys: tuple[str, ...]
    measured: tuple[str, ...]
    """Of the keys, those that count; the others put things back."""
    most_bytes: float
    times: int = TURNS


PAGE = Key("page turn (space)", (), (" ",), (" ",), 9_000)
KEYS = (
    Key("next article (→)", (), (RIGHT,) * 8 + (LEFT,) * 8, (RIGHT,), 9_000, 48),
    Key("cursor in contents (j)", ("\t",), ("j", "k"), ("j", "k"), 350),
    Key("search opened (/)", (), ("/", ESCAPE), ("/",), 1_000),
)


def main() -> None:
    """Measure and print."""
    with stage.stage() as folder:
        for size in (stage.SMALL, stage.SIZE, stage.LARGE):
            _measure(folder, size)


def _measure(folder: Path, size: tuple[int, int]) -> None:
    goal = 0.026 if size == stage.LARGE else 0.016
    rows = []
    long, text = papers.long_article(folder, LONG, first=True), papers.long_plain_text(folder, LONG)
    pages = turns(folder, stage.ours(long), PAGE, size)
    pager = stage.less(text)
    if pager is None:
        rows.append(Figure("less", stage.not_installed("less")))
        reference: list[Settled] = []
    else:
        reference = turns(folder, pager, PAGE, size)
    rows += key_figures(PAGE, pages, goal, reference, size)
    for key in KEYS:
        rows += key_figures(
            key, turns(folder, stage.ours(papers.newest_edition()), key, size), goal, (), size
        )
    rows.append(_resizing(folder, long, size))
    rows += _newsboat(folder, size)
    print_table(f"Key to settled screen, {size[0]}x{size[1]}; space: an article of 1 MB", rows)


def turns(folder: Path, reader: stage.Reader, key: Key, size: tuple[int, int]) -> list[Settled]:
    """Press a key as often as it says, in a reader of this size; return what each press that counts took."""
    # A new home each time, so that reading begins at the first article.
    with (
        TemporaryDirectory(dir=folder) as home,
        stage.shown(reader, Path(home), size=size) as (terminal, _),
    ):
        terminal.settle(quiet=0.6)
        for press in key.before:
            terminal.press_and_settle(press)
        presses = islice(cycle(key.keys), key.times)
        return [settled for press, settled in _pressed(terminal, presses) if press in key.measured]


def _pressed(terminal: Terminal, presses: Iterable[str]) -> Iterable[tuple[str, Settled]]:
    for press in presses:
        yield press, terminal.press_and_settle(press, quiet=0.15)


def key_figures(
    key: Key, turns: list[Settled], goal: float, reference: Iterable[Settled], size: tuple[int, int]
) -> list[Figure]:
    """Return the rows of a table for a key: its time and its bytes beside their goals."""
    answered = [turn for turn in turns if turn.data]
    if not answered:
        return [Figure(key.name, "no key was answered", met=False)]
    seconds = [turn.seconds for turn in answered]
    p95, written = percentile(seconds, 0.95), statistics.median(len(turn.data) for turn in answered)
    peers = [turn for turn in reference if turn.data]
    peer = [turn.seconds for turn in peers]
    peer_bytes = statistics.median(len(turn.data) for turn in peers) if peers else 0.0
    small = size == stage.SIZE
    return [
        Figure(
            key.name,
            f"p50 {ms(statistics.median(seconds))}, p95 {ms(p95)}",
            f"less p50 {ms(statistics.median(peer))}, p95 {ms(percentile(peer, 0.95))}" if peer else "",
            statistics.median(seconds) / statistics.median(peer) if peer else None,
            f"p95 < {goal * 1000:.0f} ms",
            p95 < goal,
        ),
        Figure(
            "  bytes",
            f"{written:.0f}",
            f"less {peer_bytes:.0f}" if peer else "",
            written / peer_bytes if peer else None,
            f"≤ {key.most_bytes:.0f}" if small else "",
            written <= key.most_bytes if small else None,
        ),
    ]


def _resizing(folder: Path, paper: Path, size: tuple[int, int]) -> Figure:
    """Draw the window a little smaller and larger again, with a long article in it."""
    seconds = []
    with (
        TemporaryDirectory(dir=folder) as home,
        stage.shown(stage.ours(paper), Path(home), size=size) as (terminal, _),
    ):
        terminal.settle(quiet=0.6)
        for turn in range(RESIZES):
            painted, first = terminal.text, len(terminal.output)
            assert painted  # the emulator's own work, which is not to be measured
            began = time.perf_counter()
            terminal.resize(size[0] - 1 - turn % 2, size[1])
            terminal.read(2.0)
            terminal.settle(quiet=0.3)
            if len(terminal.output) > first:
                seconds.append(terminal.arrivals[-1][0] - began)
    p95 = percentile(seconds, 0.95)
    return Figure(
        "resize",
        f"p50 {ms(statistics.median(seconds))}, p95 {ms(p95)}",
        "",
        None,
        f"p95 < {RESIZED * 1000:.0f} ms",
        p95 < RESIZED,
    )


def _newsboat(folder: Path, size: tuple[int, int]) -> list[Figure]:
    reader = stage.newsboat(papers.newest_edition(), folder) if shutil.which("newsboat") else None
    if reader is None:
        return [Figure("newsboat", stage.not_installed("newsboat"))]
    cursor = Key("newsboat: cursor in its list", ("\r",), ("j", "k"), ("j", "k"), 0, 24)
    answered = [turn for turn in turns(folder, reader, cursor, size) if turn.data]
    if not answered:
        return [Figure(cursor.name, "no key was answered")]
    seconds = statistics.median(turn.seconds for turn in answered)
    written = statistics.median(len(turn.data) for turn in answered)
    return [Figure(cursor.name, f"p50 {ms(seconds)}, {written:.0f} bytes")]


if __name__ == "__main__":
    main()
