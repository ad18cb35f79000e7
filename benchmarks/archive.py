"""The archive: index size and speed, queries as they are typed, an edition added, readers beside a writer.

``python -m benchmarks archive`` takes 100,000 articles, ``python -m benchmarks.archive 1000000`` a million
(a quarter of an hour, 12 GB of disk), and a folder named after it is used and kept: ``… 1000000 FOLDER``.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing.synchronize import Event
from pathlib import Path

from benchmarks.back_issues import Press, days, make_library
from benchmarks.table import Figure, ms, percentile, print_table
from reader.archive.archive_search import COUNTED
from reader.archive.back_issues import BackIssues
from reader.archive.file_index import FileIndex
from reader.archive.library import Library
from reader.archive.query import parse_query
from reader.loading.load import load_edition

AN_EDITION = 40
HITS = 50
A_CLASS = 60
"""Queries of each sort."""


def issues_in(place: Path) -> BackIssues:
    """Return the back issues of the library in this folder."""
    root = place / "library"
    return BackIssues(root, FileIndex(place / "cache", root), load_edition)


def sorts(texts: list[str], seed: int = 5) -> Iterator[tuple[str, list[str], float]]:
    """Yield sorts of queries, drawn from texts, with the p95 to reach in milliseconds."""
    rnd = random.Random(seed)

    def draw(length: int) -> str:
        while True:
            text = rnd.choice(texts)
            start = rnd.randrange(max(1, len(text) - length))
            drawn = text[start : start + length]
            if len(drawn) == length and all("\u4e00" <= character <= "\u9fff" for character in drawn):
                return drawn

    yield "1 character", [draw(1) for _ in range(A_CLASS)], 50
    for length in (2, 3, 4, 8):
        yield f"{length} characters", [draw(length) for _ in range(A_CLASS)], 20
    yield "two words", [f"{draw(2)} {draw(2)}" for _ in range(A_CLASS)], 20
    yield "one word without another", [f"{draw(2)} -{draw(2)}" for _ in range(A_CLASS)], 20
    yield "in a month", [f"{draw(2)} 日期:1924-03" for _ in range(A_CLASS)], 20
    yield "as typed, 2 to 8", [word[:end] for word in (draw(8) for _ in range(15)) for end in range(2, 9)], 20


def fifty(issues: BackIssues, words: str) -> tuple[float, int]:
    """Return how long the first fifty hits with their snippets take, and how many there are."""
    began = time.perf_counter()
    hits = list(islice(issues.find(parse_query(words)), HITS))
    for hit in hits:
        _ = hit.hit.snippet
    return time.perf_counter() - began, len(hits)


def query_figures(issues: BackIssues) -> list[Figure]:
    """Measure every sort of query, warm."""
    texts = ["".join(hit.hit.copy.text) for hit in islice(issues.find(parse_query("日期:..1925-12")), 3000)]
    figures = []
    for name, queries, goal in sorts(texts):
        for words in queries[:5]:
            fifty(issues, words)
        taken, counting = [], []
        for words in queries:
            taken.append(fifty(issues, words)[0])
            began = time.perf_counter()
            issues.count(parse_query(words))
            counting.append(time.perf_counter() - began)
        p95 = percentile(taken, 0.95) * 1000
        figures.append(
            Figure(
                f"{name}: first {HITS}, p50 · p95 · max",
                f"{statistics.median(taken) * 1000:.1f} · {p95:.1f} · {max(taken) * 1000:.1f} ms",
                f"counted to {COUNTED}: p95 {percentile(counting, 0.95) * 1000:.0f} ms",
                None,
                f"p95 < {goal:.0f} ms",
                p95 < goal,
            )
        )
    return figures


def size_figures(place: Path, articles: int, seconds: float | None) -> list[Figure]:
    """Say how large the index is, and how fast it was built."""
    reader = FileIndex(place / "cache", place / "library").reader()
    ask = reader._connection.execute
    text = ask("SELECT sum(length(words)) FROM text").fetchone()[0]
    terms = ask(
        "SELECT sum(pgsize) FROM dbstat WHERE name GLOB 'terms*' OR name GLOB 'sounds*' OR name GLOB 'word*'"
    ).fetchone()[0]
    whole = sum(path.stat().st_size for path in (place / "cache").iterdir())
    reader.close()
    figures = [
        Figure(
            "terms over text", f"{terms / 1e6:.0f} MB", f"text {text / 1e6:.0f} MB", terms / text, "<= 1.0x",
            terms <= text,
        ),
        Figure("whole file", f"{whole / 1e6:.0f} MB"),
    ]  # fmt: skip
    if seconds is not None:
        rate = articles / seconds
        figures.append(
            Figure(
                "built from YAML",
                f"{rate:.0f} articles/s",
                f"{seconds:.0f} s",
                None,
                ">= 2000/s",
                rate >= 2000,
            )
        )
    return figures


def adding_figures(place: Path) -> list[Figure]:
    """Add editions to the library one by one, and index each."""
    issues, press = issues_in(place), Press(7)
    taken, looking = [], []
    for number in range(12):
        path = issues.root / f"added-{number}.yaml"
        path.write_text(press.edition(dt.date(2031, 1, 1) + dt.timedelta(days=number), AN_EDITION), "utf-8")
        began = time.perf_counter()
        issues.compare()
        looking.append(time.perf_counter() - began)
        began = time.perf_counter()
        assert issues.take_stock().written == 1
        taken.append(time.perf_counter() - began - looking[-1])
    for number in range(12):
        (issues.root / f"added-{number}.yaml").unlink()
    issues.take_stock()
    issues.close()
    added = statistics.median(taken)
    return [
        Figure(
            "an edition of 40 added, median",
            ms(added),
            "without looking at every file",
            None,
            "< 50 ms",
            added < 0.05,
        ),
        Figure("looking at every file first", ms(statistics.median(looking))),
    ]


def _ask(place: Path, seconds: float, begin: Event, answers: multiprocessing.Queue[list[float]]) -> None:
    issues = issues_in(place)
    words = ["居民", "公司", "工作", "编辑", "目录", "时间"]
    taken: list[float] = []
    begin.wait()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for word in words:
            taken.append(fifty(issues, word)[0])
            time.sleep(0.01)
    issues.close()
    answers.put(taken)


def reading_figures(place: Path, seconds: float = 4.0) -> list[Figure]:
    """Let a reader ask while nobody writes, then while another process adds edition after edition."""

    def asked(beside: Callable[[], None]) -> list[float]:
        fork = multiprocessing.get_context("fork")
        begin, answers = fork.Event(), fork.Queue()
        reader = fork.Process(target=_ask, args=(place, seconds, begin, answers))
        reader.start()
        begin.set()
        beside()
        taken: list[float] = answers.get()
        reader.join()
        return taken

    def write() -> None:
        issues, press = issues_in(place), Press(9)
        until = time.monotonic() + seconds
        number = 0
        while time.monotonic() < until:
            path = issues.root / f"meanwhile-{number}.yaml"
            path.write_text(
                press.edition(dt.date(2032, 1, 1) + dt.timedelta(days=number), AN_EDITION), "utf-8"
            )
            issues.take_stock()
            number += 1
        for path in issues.root.glob("meanwhile-*.yaml"):
            path.unlink()
        issues.take_stock()

    quiet, busy = asked(lambda: None), asked(write)
    p95, idle = percentile(busy, 0.95), percentile(quiet, 0.95)
    return [
        Figure(
            "a reader beside a writer, p95", ms(p95), f"idle {ms(idle)}", p95 / idle, "<= 2x", p95 <= 2 * idle
        )
    ]


def opening_figures(place: Path, counts: tuple[int, ...] = (365, 36_500)) -> list[Figure]:
    """Find the newest of a few and of very many editions, whose files are only named."""
    taken: dict[int, float] = {}
    head = "format: 1\npaper: 终端日报\ndate: {day}\nsections: []\n"
    for count in counts:
        root = place / f"newest-of-{count}"
        for day in days(count):
            folder = root / f"{day:%Y}" / f"{day:%m}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{day}.yaml").write_text(head.format(day=day), encoding="utf-8")
        times = []
        for _ in range(30):
            began = time.perf_counter()
            assert Library(root).newest() is not None
            times.append(time.perf_counter() - began)
        taken[count] = statistics.median(times)
    few, many = (taken[count] for count in counts)
    return [
        Figure(
            f"newest of {counts[1]}",
            ms(many),
            f"of {counts[0]}: {ms(few)}",
            many / few,
            "< 1 ms",
            many < 0.001,
        )
    ]


def main(articles: int = 100_000, kept: Path | None = None) -> None:
    """Build a library of so many articles and its index, and measure; what is `kept` is not built again."""
    with tempfile.TemporaryDirectory(prefix="archive-") as temporary:
        place = kept or Path(temporary)
        root = place / "library"
        if not root.is_dir():
            make_library(root, articles // AN_EDITION, AN_EDITION)
        issues = issues_in(place)
        began = time.perf_counter()
        written = issues.take_stock().written
        seconds = time.perf_counter() - began if written == articles // AN_EDITION else None
        title = f"The archive: {articles} articles of 800 characters, {os.cpu_count()} processors"
        print_table(title, [*size_figures(place, articles, seconds), *query_figures(issues)])
        issues.close()
        print_table("Writing and reading", [*adding_figures(place), *reading_figures(place)])
        print_table("Opening", opening_figures(Path(temporary)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
