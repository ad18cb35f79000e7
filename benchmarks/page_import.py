"""How long ten thousand articles of page text take to become editions, beside only reading their lines."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Iterable

from benchmarks.table import Figure, print_table
from reader.exporting.edition_yaml import edition_yaml
from reader.importing.imported import Imported, Wishes
from reader.importing.page_text.importer import PAGE_TEXT
from reader.importing.source import Source

ARTICLES = 10_000
GOAL = 60.0
"""Seconds."""
_A_FILE = 10
_WISHES = Wishes(now=dt.datetime(2025, 3, 1, tzinfo=dt.UTC), paper="河湾日报", date=dt.date(2025, 2, 3))
_WORDS = (
    "河湾市今天开放了新的渡口",
    "过河的人比往年多",
    "管渡口的人说船稳",
    "灯笼巷换了路灯",
    "水管员每周碰一次头",
    "井水抽上了坡",
)


def main() -> None:
    """Print the figures."""
    articles = [_article(number) for number in range(ARTICLES)]
    one = ["\n\n".join(articles).encode()]
    many = ["\n\n".join(articles[at : at + _A_FILE]).encode() for at in range(0, ARTICLES, _A_FILE)]
    size = len(one[0]) / 1e6
    figures = []
    for name, pages in (("one file", one), (f"{len(many)} files", many)):
        plain = _timed(_read_lines, pages)
        took = _timed(_import, pages)
        figures.append(
            Figure(
                f"{ARTICLES:,} articles, {size:.1f} MB, {name}",
                f"{took:.1f} s",
                f"lines read: {plain:.2f} s",
                took / plain,
                f"{GOAL:.0f} s",
                took <= GOAL,
            )
        )
    print_table("Page text imported and written as YAML", figures)


def _timed(work: object, pages: list[bytes]) -> float:
    assert callable(work)
    begins = time.perf_counter()
    found = work(pages)
    took = time.perf_counter() - begins
    assert found >= ARTICLES, f"only {found} came of it"
    return took


def _import(pages: Iterable[bytes]) -> int:
    """Import and write every page; return how many articles there were."""
    articles = 0
    for page in pages:
        for result in PAGE_TEXT.read(Source(path=None, given=page), _WISHES):
            assert isinstance(result, Imported)
            edition_yaml(result.edition)
            articles += sum(1 for _ in result.edition.articles())
    return articles


def _read_lines(pages: Iterable[bytes]) -> int:
    return sum(1 for page in pages for line in page.decode().splitlines() if line.strip())


def _article(number: int) -> str:
    """Return an article as a page prints it: headings, a byline or an opening, a seam, a signature."""
    chance = random.Random(number)
    head = f"## 渡口见闻（之{number}）"
    if number % 3 == 0:
        head = f"## 走基层 看变化\n\n# 渡口见闻（之{number}）\n\n## ——河湾市的一天\n\n□ 本报记者 林一舟"
    opening = "本报讯 记者林一舟 见习记者何川报道:" if number % 3 == 1 else ""
    paragraphs = [_paragraph(chance) for _ in range(6)]
    broken = paragraphs[3][: len(paragraphs[3]) // 2] + "\n\n" + paragraphs[3][len(paragraphs[3]) // 2 :]
    paragraphs[3] = broken
    signature = "(林一舟 何川)" if number % 3 == 2 else ""
    return f"{head}\n\n{opening}" + "\n\n".join(paragraphs) + signature


def _paragraph(chance: random.Random) -> str:
    return ",".join(chance.choices(_WORDS, k=12)) + "。"


if __name__ == "__main__":
    main()
