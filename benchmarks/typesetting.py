"""How fast lines are set, beside Rich's wrapping and the least that can be done; and how long articles open.

python -m benchmarks.typesetting
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
import time
import tracemalloc
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from reader.edition.article import Article
from reader.edition.edition import Edition, Section
from reader.typesetting.copy import article_copy
from reader.typesetting.galley import Galley, Setting, Spot
from reader.typesetting.paragraph import Room, set_paragraph

MEASURE = 60
FRAME = 40
SYLLABLES = "今年以来全县新添农机粮食产量比去年增长老李说往后日子会更好大伙笑着又去地里忙活到天黑才回家"
MARKS = "，，，，。。、：；"
INSERTS = ("2325台", "81.5%", "12月18日", "“新农具”", "——", "AQI>150", "（第2版）", "GDP")


class Opening(NamedTuple):
    """What it takes to open an article: its first frame, the way to its end, and memory."""

    first_frame: float
    """Seconds, the median of several."""
    to_the_end: float
    """Seconds from the first frame to the last line."""
    peak: int
    """Bytes above the article itself while the first frame is set."""


def chinese(characters: int, seed: int = 17) -> str:
    """Return this many characters of Chinese prose, numbers and marks among them; the same every time."""
    chance = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < characters:
        clause = "".join(chance.choices(SYLLABLES, k=chance.randint(4, 14))) + chance.choice(MARKS)
        if chance.random() < 0.15:
            clause += chance.choice(INSERTS)
        parts.append(clause)
        length += len(clause)
    return "".join(parts)[:characters]


def article_of(body: str) -> tuple[Edition, Article]:
    """Return an article with this body and an edition that holds it."""
    article = Article(id="p01-a01", headline="一篇长文", body=body)
    section = Section(name="要闻", page="1", articles=(article,))
    return Edition(paper="终端日报", date=dt.date(2024, 12, 23), sections=(section,)), article


def many_paragraphs(megabytes: float) -> str:
    """Return a body of paragraphs of 300 characters."""
    paragraphs = int(megabytes * 1e6 / 3 / 300)
    pool = [chinese(300, seed) for seed in range(50)]
    return "\n\n".join(pool[index % 50] for index in range(paragraphs))


def one_paragraph(megabytes: float) -> str:
    """Return a body that is one paragraph."""
    once = chinese(30_000)
    return (once * (int(megabytes * 1e6 / 3 / 30_000) + 1))[: int(megabytes * 1e6 / 3)]


def rate(work: Callable[[list[str]], object], texts: list[str]) -> float:
    """Return megabytes of UTF-8 a second, the best of three."""
    size = sum(len(text.encode()) for text in texts)
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        work(texts)
        times.append(time.perf_counter() - begun)
    return size / min(times) / 1e6


def set_by_rich(texts: list[str]) -> None:
    """Wrap as Rich, and so every plain Textual widget, does: with wrong lines."""
    console = Console(width=MEASURE, color_system=None)
    for text in texts:
        Text(text).wrap(console, MEASURE)


def set_barely(texts: list[str]) -> None:
    """Fill lines by their widths alone: no rule at all, the bound that Python sets."""
    widths = {character: 1 if character.isascii() else 2 for text in texts for character in text}
    for text in texts:
        edges = [0, *accumulate(map(widths.__getitem__, text))]
        start = 0
        while start < len(text):
            start = max(start + 1, bisect_right(edges, edges[start] + MEASURE) - 1)


def set_by_us(texts: list[str]) -> None:
    """Set paragraphs as slices."""
    room = Room(MEASURE - 4, MEASURE, gutter=True)
    for text in texts:
        for _ in set_paragraph(text, room):
            pass


def set_in_galley(texts: list[str]) -> None:
    """Set an article with these paragraphs, every line made."""
    copy = article_copy(*article_of("\n\n".join(texts)))
    for _ in Galley(copy, Setting(measure=MEASURE, gutter=True)).all_lines():
        pass


def raggedness(texts: list[str], gutter: bool) -> float:
    """Return the cells that a full line falls short of the measure, on average; last lines do not count."""
    short = lines = 0
    for text in texts:
        widths = [line.width for line in set_paragraph(text, Room(MEASURE - 4, MEASURE, gutter=gutter))]
        short += sum(max(0, MEASURE - width) for width in widths[1:-1])
        lines += max(0, len(widths) - 2)
    return short / max(1, lines)


def opening(body: str) -> Opening:
    """Measure the opening of an article with this body."""
    edition, article = article_of(body)
    setting = Setting(measure=MEASURE, gutter=True)
    times = []
    for _ in range(7):
        begun = time.perf_counter()
        galley = Galley(article_copy(edition, article), setting)
        galley.lines(galley.first(), FRAME)
        times.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    galley.lines(galley.move(galley.last(), 1 - FRAME), FRAME)
    to_the_end = time.perf_counter() - begun
    tracemalloc.start()
    galley = Galley(article_copy(edition, article), setting)
    galley.lines(Spot(0, 0), FRAME)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Opening(statistics.median(times), to_the_end, peak)


def main() -> None:
    """Print the figures, each beside its references of the same run."""
    texts = [chinese(300, seed) for seed in range(1000)]
    print(f"Chinese paragraphs of 300 characters at {MEASURE} cells, megabytes (UTF-8) a second")
    for name, work, share in (
        ("Rich's wrapping (wrong lines)", set_by_rich, 8),
        ("widths only, no rules", set_barely, 1),
        ("set_paragraph", set_by_us, 1),
        ("galley, every line made", set_in_galley, 1),
    ):
        print(f"  {name:32} {rate(work, texts[::share]):6.2f}")
    print("raggedness, cells a line (to reach: 0.6 with the gutter)")
    print(f"  without gutter {raggedness(texts, False):.2f}   with it {raggedness(texts, True):.2f}")
    for name, shape in (
        ("paragraphs of 300 characters", many_paragraphs),
        ("one single paragraph", one_paragraph),
    ):
        small, large = opening(shape(0.1)), opening(shape(10))
        print(f"an article of 10 MB, {name} (100 KB beside it)")
        print(
            f"  first frame {large.first_frame * 1e3:.2f} ms ({small.first_frame * 1e3:.2f}), "
            f"growth {large.first_frame / small.first_frame:.2f}x (to reach: 1.2x, 50 ms)"
        )
        print(
            f"  memory above the article {large.peak / 1e6:.1f} MB ({small.peak / 1e6:.1f}; to reach: 25 MB)"
        )
        print(f"  from there to the end {large.to_the_end * 1e3:.0f} ms ({small.to_the_end * 1e3:.0f})")


if __name__ == "__main__":
    main()
