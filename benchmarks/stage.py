"""Where a reader is watched: on a pseudo-terminal, with a home of its own, timed byte by byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks import papers
from benchmarks.book import book
from tests.terminal import CONTROL_SEQUENCE, Terminal, clean_environment, reader_command

SIZE = (120, 40)
LARGE = (250, 70)
SMALL = (80, 24)


class Reader(NamedTuple):
    """A program to be watched: its command and the text by which one sees that it shows something."""

    command: list[str]
    marker: str


@contextmanager
def stage() -> Iterator[Path]:
    """Give a folder for homes and papers that is gone afterwards."""
    with TemporaryDirectory(prefix="paper-reader-bench-") as folder:
        yield Path(folder)


def ours(path: Path, *options: str) -> Reader:
    """Return our reader on this edition."""
    return Reader(reader_command(*options, path), papers.first_headline(path))


def textual_app(name: str, text: Path) -> Reader:
    """Return one of the Textual programs beside this file on a plain text."""
    first = next(line for line in text.read_text(encoding="utf-8").splitlines() if line.strip())
    return Reader([sys.executable, "-m", f"benchmarks.{name}", str(text)], first.strip()[:5])


def less(text: Path) -> Reader | None:
    """Return `less` on a plain text, or None where it is not installed."""
    first = next(line for line in text.read_text(encoding="utf-8").splitlines() if line.strip())
    return Reader(["less", str(text)], first.strip()[:5]) if shutil.which("less") else None


def newsboat(path: Path, folder: Path) -> Reader | None:
    """Return newsboat with the edition as a feed already fetched, or None where it is not installed."""
    if not shutil.which("newsboat"):
        return None
    urls, cache, config = folder / "urls", folder / "newsboat.db", folder / "newsboat.conf"
    urls.write_text(f"file://{papers.feed(path, folder)}\n", encoding="utf-8")
    config.write_text("auto-reload no\nconfirm-exit no\n", encoding="utf-8")
    command = ["newsboat", "-u", str(urls), "-c", str(cache), "-C", str(config)]
    subprocess.run(
        [*command, "-x", "reload"], env=clean_environment(folder), check=True, capture_output=True, timeout=60
    )
    return Reader(command, papers.read(path).paper[:4])


def book_reader(name: str, path: Path, folder: Path) -> Reader | None:
    """Return a reader of EPUBs on the edition as one, or None where it is not installed."""
    if not shutil.which(name):
        return None
    return Reader([name, str(book(path, folder))], papers.first_headline(path))


def not_installed(name: str) -> str:
    """Return what a table says of a reference that is not there."""
    return f"{name}: not installed here, so not compared"


@contextmanager
def shown(
    reader: Reader, home: Path, *, size: tuple[int, int] = SIZE, more: Mapping[str, str] | None = None
) -> Iterator[tuple[Terminal, float]]:
    """Start a reader and give its terminal and the seconds from exec to its marker being written."""
    with Terminal(reader.command, size=size, environment=clean_environment(home, **(more or {}))) as terminal:
        yield terminal, seen(terminal, reader.marker) - terminal.started


def seen(terminal: Terminal, marker: str, *, since: int = 0, timeout: float = 60.0) -> float:
    """Read until the marker has been written after byte `since`; return when, by `time.perf_counter`.

    Raises:
        RuntimeError: it is not written in time.
    """
    wanted = marker.encode()
    deadline = time.perf_counter() + timeout
    while time.perf_counter() < deadline and not terminal.has_ended:
        if terminal.read(0.5) and wanted in CONTROL_SEQUENCE.sub(b"", bytes(terminal.output[since:])):
            return terminal.arrivals[-1][0]
    raise RuntimeError(f"{marker!r} was not shown:\n{terminal.text}")


def peak_memory(terminal: Terminal) -> float:
    """Return the most memory (MiB resident) the program has held, or 0 where /proc does not say."""
    status = Path("/proc") / str(terminal.pid) / "status"
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def code_time(code: str, home: Path) -> float:
    """Return the seconds this code takes in an interpreter of its own, whose start and end do not count."""
    timed = f"import time\nbegan = time.perf_counter()\n{code}\nprint(time.perf_counter() - began)"
    run = subprocess.run(
        [sys.executable, "-c", timed],
        env=clean_environment(home),
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    return float(run.stdout)


def cores() -> int:
    """Return how many processors there are; figures without them mean little."""
    return os.cpu_count() or 1
