"""Importing what a crawler has saved: 10,000 articles at once, a whole year, and the most memory held.

Held against reading the same files and writing them out again as plain text, in the same run. Two sizes of
folder tell whether memory grows with the days: ``python -m benchmarks crawl_import``.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.back_issues import Press, days
from benchmarks.table import Figure, print_table

A_DAY = 30
A_PAGE = 4
IN_A_MINUTE = 10_000
A_YEAR = 365

_PLAIN = """
import sys
from pathlib import Path
root, out = map(Path, sys.argv[1:])
out.mkdir()
for folder in sorted(root.iterdir()):
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())]
    (out / f"{folder.name}.txt").write_text("\\n".join(texts), encoding="utf-8")
"""
"""The reference: every file read, every day written, nothing looked at."""


class Run(NamedTuple):
    """What a program took."""

    seconds: float
    peak: float
    """MiB."""


def saved_days(root: Path, count: int, articles: int) -> int:
    """Write so many days as crawlers save them, a folder a day; returns the bytes written."""
    press = Press()
    written = 0
    for day in days(count):
        folder = root / f"{day:%Y%m%d}"
        folder.mkdir(parents=True)
        for number in range(articles):
            name = f"{day:%Y%m%d}-{number // A_PAGE + 1:02d}-{number % A_PAGE + 1:02d}.txt"
            text = article(press, number)
            written += len(text.encode())
            (folder / name).write_text(text, encoding="utf-8")
    return written


def article(press: Press, number: int) -> str:
    """Return the file of one article: every third with a kicker, every fourth with a deck."""
    kicker = press.sentence()[:9] if number % 3 == 0 else ""
    deck = f"——{press.sentence()[:9]}" if number % 4 == 0 else ""
    paragraphs = (f"　　{paragraph}" for paragraph in press.body().split("\n\n"))
    return "\n".join([kicker, press.sentence()[:14].strip("，。"), deck, *paragraphs, ""])


def run(*arguments: str) -> Run:
    """Run a Python program to its end, quietly.

    Raises:
        RuntimeError: it failed.
    """
    start = time.perf_counter()
    process = os.posix_spawn(
        sys.executable,
        [sys.executable, *arguments],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{arguments[:4]} ended with {os.waitstatus_to_exitcode(status)}")
    kilobytes = used.ru_maxrss / 1024 if sys.platform == "darwin" else used.ru_maxrss
    return Run(seconds, kilobytes / 1024)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = _rows(folder, IN_A_MINUTE // A_DAY + 1, "a minute", 60.0)
        rows += _rows(folder, A_YEAR, "a year", None)
        small, large = (_peak(folder, count) for count in (10, 100))
        rows.append(
            Figure(
                "most memory, 100 days",
                f"{large:.1f} MiB",
                f"10 days {small:.1f} MiB",
                large / small,
                "≤ 1.20x",
                large <= 1.2 * small,
            )
        )
    print_table(f"Importing folders of daily files, {A_DAY} articles of 800 characters a day", rows)


def _rows(folder: Path, count: int, name: str, goal: float | None) -> list[Figure]:
    root = folder / f"saved-{count}"
    size = saved_days(root, count, A_DAY)
    plain = run("-c", _PLAIN, str(root), str(folder / f"plain-{count}"))
    ours = _import(root, folder / f"library-{count}")
    articles = count * A_DAY
    return [
        Figure(
            f"{articles:,} articles, {size / 1e6:.0f} MB ({name})",
            f"{ours.seconds:.1f} s, {articles / ours.seconds:,.0f}/s, {ours.peak:.0f} MiB",
            f"read and write as text {plain.seconds:.2f} s",
            ours.seconds / plain.seconds,
            "" if goal is None else f"< {goal:.0f} s",
            None if goal is None else ours.seconds < goal,
        )
    ]


def _peak(folder: Path, count: int) -> float:
    root = folder / f"memory-{count}"
    saved_days(root, count, A_DAY)
    return _import(root, folder / f"memory-library-{count}").peak


def _import(root: Path, library: Path) -> Run:
    arguments = ("--from", "crawl", "--paper", "终端日报", "-o", f"{library}/")
    return run("-m", "reader", "import", str(root), *arguments)


if __name__ == "__main__":
    main()
