"""Start-up: from exec to the first headline on the terminal, and what it costs in bytes and frames."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks import papers, stage
from benchmarks.table import Figure, interleaved, ms, print_table, ratio

RUNS = 9
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
