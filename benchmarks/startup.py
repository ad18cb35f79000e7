"""Start-up: from exec to the first headline on the terminal, and what it costs in bytes and frames."""

from __future__ import annotations

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
    modules = ("sys", "textual.app", "reader.tui.app")
    taken = interleaved(RUNS, {module: _import_time(module, home) for module in modules})
    start = taken["sys"]
    net = {
        name: [max(s - b, 1e-6) for s, b in zip(seconds, start, strict=True)]
        for name, seconds in taken.items()
    }
    weight = ratio(net["reader.tui.app"], net["textual.app"])
    print_table(
        "Import, interpreter's own start taken off",
        [
            Figure(
                "reader.tui.app",
                ms(net["reader.tui.app"]),
                f"textual.app {ms(net['textual.app'])}",
                weight,
                "≤ 1.15x",
                weight <= 1.15,
            )
        ],
    )


def _import_time(module: str, home: Path) -> Callable[[], float]:
    return lambda: stage.run_time(["-c", f"import {module}"], home)


if __name__ == "__main__":
    main()
