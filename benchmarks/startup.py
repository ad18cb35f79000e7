"""Start-up: from exec to the first headline on the terminal, and what it costs in bytes and frames."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import papers, stage
from benchmarks.panes_app import REACTED
from benchmarks.table import Figure, interleaved, ms, print_table, ratio

RUNS = 9
STARTS = 20
"""Of those that come within milliseconds."""
SAYING, SAID = "n", "No search is open"
"""The key that is pressed as soon as there is something to read, and what the reader says to it."""
TEXTUAL, COMMAND, APP = "textual.app", "all the command imports", "reader.tui.app alone"
IMPORTS = {
    TEXTUAL: "import textual.app",
    COMMAND: """
import gc; gc.disable()
import reader.__main__
from reader.cli.read import read
from reader.cli.lean import leaner_imports
with leaner_imports():
    from reader.tui.open_reader import open_reader
""",
    APP: "import reader.tui.app",
}
"""What is imported: Textual alone, all the command does before its first page, the app by itself."""
LEAVING, CONTROL_Q = "q", "\x11"
RESTING = 1.5
"""Seconds of quiet after which a reader is taken to have done all it does by itself."""
BARE, PANES, OURS, FIRST_TIME = (
    "bare Textual app",
    "three plain Textual panes",
    "paper-reader",
    "first time ever",
)


def main() -> None:
    """Measure and print."""
    with stage.stage() as folder:
        paper = papers.newest_edition()
        text = papers.plain_text(paper, folder)
        readers = {
            BARE: stage.textual_app("bare_app", text),
            PANES: stage.textual_app("panes_app", text),
            OURS: stage.ours(paper),
            "less": stage.less(text),
            "newsboat": stage.newsboat(paper, folder),
            **{name: stage.book_reader(name, paper, folder) for name in ("epy", "baca")},
        }
        present = {name: reader for name, reader in readers.items() if reader is not None}
        for reader in present.values():  # once unmeasured: bytecode, caches
            with stage.shown(reader, folder) as (terminal, _):
                terminal.settle(quiet=1.0)  # the plate of the edition is kept after the first page
        measures = {name: _to_headline(reader, folder) for name, reader in present.items()}
        measures[FIRST_TIME] = _first_time(present[OURS], folder)
        taken = interleaved(RUNS, measures)
        _print(taken, [name for name, reader in readers.items() if reader is None])
        _leave(present[OURS], folder)
        _print_placard(present, folder)
        _print_reaction(present, folder)
        _forget_placard(folder)
        _print_bytes(present[OURS], folder)
        _print_imports(folder)
        _print_leaving(present, folder)


def _to_headline(reader: stage.Reader, home: Path) -> Callable[[], float]:
    def measure() -> float:
        with stage.shown(reader, home) as (_, seconds):
            return seconds

    return measure


def _first_time(reader: stage.Reader, folder: Path) -> Callable[[], float]:
    """Measure with a new home each time: no plate, no state."""
    homes = (folder / f"home-{number}" for number in range(1_000_000))

    def measure() -> float:
        home = next(homes)
        home.mkdir()
        return _to_headline(reader, home)()

    return measure


def _print(taken: dict[str, list[float]], absent: list[str]) -> None:
    bare = taken[BARE]
    rows = []
    for name, seconds in taken.items():
        against = ratio(seconds, bare)
        goal = ("≤ 1.15x", against <= 1.15) if name == OURS else ("", None)
        rows.append(Figure(name, ms(seconds), f"bare {ms(bare)}", against, *goal))
    rows += [Figure(name, stage.not_installed(name)) for name in absent]
    print_table(f"Start to the first headline, 120x40, {RUNS} interleaved runs, {stage.cores()} cores", rows)


def _leave(reader: stage.Reader, home: Path) -> None:
    """Read and leave once, so that a placard hangs for the next start."""
    with stage.shown(reader, home) as (terminal, _):
        terminal.settle(quiet=0.6)
        terminal.press("q")
        terminal.wait()


def _forget_placard(home: Path) -> None:
    for file in home.rglob("*.placard"):
        file.unlink()


def _print_placard(present: dict[str, stage.Reader], folder: Path) -> None:
    names = [name for name in (OURS, "newsboat", "less") if name in present]
    taken = interleaved(STARTS, {name: _to_headline(present[name], folder) for name in names})
    rows = []
    for name, seconds in taken.items():
        if name == OURS and "newsboat" in taken:
            against = ratio(seconds, taken["newsboat"])
            words = f"newsboat {ms(taken['newsboat'])}"
            rows.append(Figure(name, ms(seconds), words, against, "≤ 1.0x", against <= 1.0))
        else:
            rows.append(Figure(name, ms(seconds)))
    if "newsboat" not in taken:
        rows.append(Figure("newsboat", stage.not_installed("newsboat")))
    print_table(
        f"First readable frame, once the paper has been read before, {STARTS} interleaved starts", rows
    )


def _print_reaction(present: dict[str, stage.Reader], folder: Path) -> None:
    measures = {
        OURS: _to_reaction(present[OURS], folder, SAID),
        PANES: _to_reaction(present[PANES], folder, REACTED),
    }
    taken = interleaved(STARTS, measures)
    against = ratio(taken[OURS], taken[PANES])
    words = f"{PANES} {ms(taken[PANES])}"
    print_table(
        f"Reaction to a key pressed at the first readable frame, {STARTS} interleaved starts",
        [Figure("from exec to its effect", ms(taken[OURS]), words, against, "≤ 0.85x", against <= 0.85)],
    )


def _to_reaction(reader: stage.Reader, home: Path, marker: str) -> Callable[[], float]:
    def measure() -> float:
        with stage.shown(reader, home) as (terminal, _):
            terminal.press(SAYING)
            reacted = stage.seen(terminal, marker)
            # Not by the key that leaves: the next start is to find everything as this one did.
            return reacted - terminal.started

    return measure


def _print_bytes(reader: stage.Reader, home: Path) -> None:
    with stage.shown(reader, home) as (terminal, _):
        terminal.settle(quiet=0.6)
        # The first frame comes before the terminal has said that it can synchronise them.
        frames = [len(frame) for frame in bytes(terminal.output).split(b"\x1b[?2026h")]
        written, largest = len(terminal.output), max(frames, default=1)
    worth = written / largest
    print_table(
        "Bytes before idle at start, 120x40",
        [
            Figure(
                "bytes",
                f"{written / 1000:.1f} KB in {len(frames)} frames",
                f"largest {largest / 1000:.1f} KB",
            ),
            Figure("in frames' worth", f"{worth:.2f}", "largest frame", worth, "≤ 2.5x", worth <= 2.5),
        ],
    )


def _print_imports(home: Path) -> None:
    taken = interleaved(STARTS, {name: _import_time(code, home) for name, code in IMPORTS.items()})
    words = f"{TEXTUAL} {ms(taken[TEXTUAL])}"
    weight = ratio(taken[COMMAND], taken[TEXTUAL])
    print_table(
        f"Import, in a running interpreter, {STARTS} interleaved runs",
        [
            Figure(COMMAND, ms(taken[COMMAND]), words, weight, "≤ 1.15x", weight <= 1.15),
            Figure(APP, ms(taken[APP]), words, ratio(taken[APP], taken[TEXTUAL])),
        ],
    )


def _import_time(code: str, home: Path) -> Callable[[], float]:
    return lambda: stage.code_time(code, home)


def _print_leaving(present: dict[str, stage.Reader], home: Path) -> None:
    """Tell how long after the key that leaves the shell has its terminal back."""
    readers = {name: present[name] for name in (BARE, OURS, "less") if name in present}
    keys = {BARE: CONTROL_Q}
    taken = interleaved(
        STARTS, {name: _to_end(reader, keys.get(name, LEAVING), home) for name, reader in readers.items()}
    )
    bare = taken[BARE]
    print_table(
        f"From the key that leaves to the end of the process, {STARTS} interleaved runs",
        [
            Figure(name, ms(seconds), f"bare {ms(bare)}", ratio(seconds, bare))
            for name, seconds in taken.items()
        ],
    )


def _to_end(reader: stage.Reader, key: str, home: Path) -> Callable[[], float]:
    def measure() -> float:
        with stage.shown(reader, home) as (terminal, _):
            terminal.settle(quiet=RESTING)
            pressed = time.perf_counter()
            terminal.press(key)
            terminal.wait()
            return time.perf_counter() - pressed

    return measure


if __name__ == "__main__":
    main()
