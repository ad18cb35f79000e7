"""The page view: how long a page takes to make up, and its keys from press to settled screen."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks import papers, stage
from benchmarks.page_turn import DOWN, RIGHT, Key, key_figures, turns
from benchmarks.table import Figure, ms, percentile, print_table
from reader.edition.article import Article, Kind
from reader.edition.edition import Edition, Section
from reader.edition.pages import printed_pages
from reader.typesetting.copy import article_copy
from reader.typesetting.galley import Galley, Setting
from reader.typesetting.make_up import make_up

STORIES = 70
RUNS = 9
SIZES = ((80, 24), (120, 40), (200, 60), (250, 80))
OPENED = Key("page view opened (v)", (), ("v", "v"), ("v",), 30_000, 24)
KEYS = (
    OPENED,
    Key("story to story (→ ↓)", ("v",), (RIGHT, DOWN), (RIGHT, DOWN), 9_000, 40),
    Key("page turned (])", ("v",), ("]", "]", "]", "[", "[", "["), ("]", "["), 30_000, 36),
    Key("back to reading (v)", ("v",), ("v", "v"), ("v",), 30_000, 24),
)


def main() -> None:
    """Measure and print."""
    print_table(
        f"A day of {STORIES} stories made up, {RUNS} runs each (reference: all its text set as one column)",
        _made_up(),
    )
    with stage.stage() as folder:
        for size in (stage.SIZE, stage.LARGE):
            goal = 0.016 if size == stage.SIZE else 0.026
            rows = [
                figure
                for key in KEYS
                for figure in key_figures(
                    key, turns(folder, stage.ours(papers.newest_edition()), key, size), goal, (), size
                )
            ]
            print_table(f"Page view, key to settled screen, {size[0]}x{size[1]}", rows)


def a_day(pages: int) -> Edition:
    """Return an edition of `STORIES` stories on so many pages, made from the shipped ones."""
    source = [
        article
        for path in sorted((papers.CHECKOUT / "editions" / "terminal-daily").rglob("*.yaml"))
        for article in papers.read(path).articles()
        if article.kind is not Kind.PHOTO
    ]
    articles = [_copied(source[at % len(source)], at) for at in range(STORIES)]
    size = -(-STORIES // pages)
    sections = tuple(
        Section(name=f"第{page + 1}版", page=str(page + 1), articles=tuple(articles[page * size :][:size]))
        for page in range(pages)
    )
    return Edition(paper="试纸", date=papers.read(papers.newest_edition()).date, sections=sections)


def _copied(article: Article, at: int) -> Article:
    return Article(
        id=f"a{at}",
        kind=article.kind,
        kicker=article.kicker,
        headline=article.title,
        deck=article.deck,
        byline=article.byline,
        body=article.body,
    )


def _made_up() -> list[Figure]:
    rows = []
    for pages in (8, 1):
        edition = a_day(pages)
        reference = [_timed(partial(_set_all, edition)) for _ in range(RUNS)]
        for width, height in SIZES:
            seconds = [_timed(partial(_make_up_all, edition, width, height)) for _ in range(RUNS)]
            whole = f"{pages} page{'s' if pages > 1 else ''} at {width}x{height}"
            rows.append(_row(whole, seconds, reference))
    return rows


def _row(name: str, seconds: Sequence[float], reference: Sequence[float]) -> Figure:
    middle = statistics.median(seconds)
    return Figure(
        name,
        f"p50 {ms(middle)}, worst {ms(percentile(seconds, 1))}",
        f"one column {ms(statistics.median(reference))}",
        middle / statistics.median(reference),
        "< 100 ms",
        middle < 0.1,
    )


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _make_up_all(edition: Edition, width: int, height: int) -> None:
    for page in printed_pages(edition):
        make_up(edition, page, (), width, height, Setting(measure=60, gutter=True))


def _set_all(edition: Edition) -> None:
    for article in edition.articles():
        for _ in Galley(article_copy(edition, article), Setting(measure=26, gutter=True)).all_lines():
            pass


if __name__ == "__main__":
    main()
