"""Memory: the most that is held while the front page, a huge article and a huge edition are open."""

from __future__ import annotations

from pathlib import Path

from benchmarks import papers, stage
from benchmarks.table import Figure, ms, print_table

HUGE = 10_000_000
LIMIT = ("--max-size", "64M")
"""The option with which the reader takes files over 16 MB."""


def main() -> None:
    """Measure and print."""
    with stage.stage() as folder:
        _print_pages(folder)
        _print_huge(folder)


def _print_pages(folder: Path) -> None:
    paper = papers.SEED if papers.SEED.exists() else papers.newest_edition()
    text = papers.plain_text(paper, folder)
    bare, _ = _held(stage.textual_app("bare_app", text), folder)
    rows = []
    for path in dict.fromkeys((papers.newest_edition(), paper)):
        held, _ = _held(stage.ours(path), folder)
        rows.append(
            Figure(
                path.name,
                f"{held:.1f} MiB",
                f"bare Textual {bare:.1f} MiB",
                held / bare,
                "≤ 45 MiB",
                held <= 45,
            )
        )
    newsboat = stage.newsboat(paper, folder)
    if newsboat is None:
        rows.append(Figure("newsboat", stage.not_installed("newsboat")))
    else:
        held, _ = _held(newsboat, folder)
        rows.append(Figure("newsboat", f"{held:.1f} MiB", f"bare Textual {bare:.1f} MiB", held / bare))
    print_table("Most memory held, first page open, 120x40", rows)


def _print_huge(folder: Path) -> None:
    small, _ = _held(stage.ours(papers.long_article(folder, 1_000, first=True)), folder)
    article = papers.long_article(folder, HUGE, first=True)
    _held(stage.ours(article), folder)
    held, _ = _held(stage.ours(article), folder)
    above = held - small
    name = "article of 10 MB, above a small one"
    rows = [
        Figure(name, f"{above:.1f} MiB", f"small {small:.1f} MiB", held / small, "≤ 25 MiB", above <= 25),
    ]
    page = papers.SEED if papers.SEED.exists() else papers.newest_edition()
    thousand = stage.ours(papers.thousandfold(page, folder), *LIMIT)
    for name, goal in (("first time", 0.5), ("again", 0.3)):
        held, seconds = _held(thousand, folder)
        title = f"{page.name} x 1000, {name}"
        rows.append(Figure(f"{title}: start", ms(seconds), "", None, f"≤ {goal} s", seconds <= goal))
        rows.append(Figure(f"{title}: memory", f"{held:.1f} MiB", "", None, "≤ 120 MiB", held <= 120))
    print_table("Huge papers", rows)


def _held(reader: stage.Reader, home: Path) -> tuple[float, float]:
    """Return the most memory held until the output is quiet (MiB), and the seconds to the marker."""
    with stage.shown(reader, home) as (terminal, seconds):
        terminal.settle(quiet=0.6)
        return stage.peak_memory(terminal), seconds


if __name__ == "__main__":
    main()
