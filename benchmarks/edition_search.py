"""Search in an edition as one types: each sort of query beside a plain ``in`` over the same words."""

from __future__ import annotations

import datetime as dt
import random
import statistics
import time
from collections.abc import Callable

from reader.archive.edition_search import EditionSearch
from reader.archive.query import QueryError, parse_query
from reader.edition.article import Article
from reader.edition.edition import Edition, Section
from reader.edition.notice import Notice
from reader.typesetting.copy import Copy, article_copy

_SYLLABLES = (
    "长治县城小区物业换新天气预警解除居民报修农机合作社冬日饺子学校操场图书馆长开门上山下乡看雪听风读书写信"
)
_MARKS = "，，，。。；：“”、"
QUERIES = {
    "one character": "的",
    "two characters": "长治",
    "no match": "魑魅",
    "a phrase": "“长治 县城”",
    "two words, one excluded": "长治 预警 -魑魅",
    "headline only": "标题:物业",
    "pinyin initials": "czyj",
    "pinyin syllables": "changzhi",
    "pinyin, two letters": "zh",
    "Latin word": "AQI",
    "regular expression": "/[0-9]+(台|个)/",
}


def made_edition(articles: int, characters: int, seed: int = 7) -> Edition:
    """Return an edition of random articles, each this long; the same for the same seed."""
    chance = random.Random(seed)

    def sentence() -> str:
        words = "".join(chance.choices(_SYLLABLES + "的", k=chance.randint(5, 18)))
        extra = chance.choice(["", "", "", f"{chance.randint(2, 900)}台", "AQI", "ＷＴＯ"])
        return words + extra + chance.choice(_MARKS)

    def body() -> str:
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < characters:
            paragraphs.append("".join(sentence() for _ in range(12)))
        return "\n\n".join(paragraphs)

    made = tuple(
        Article(id=f"a{number}", headline=sentence(), byline="本报编写", body=body())
        for number in range(articles)
    )
    return Edition(
        paper="终端日报", date=dt.date(2024, 12, 23), sections=(Section(name="要闻", articles=made),)
    )


def _timed(action: Callable[[], object], rounds: int) -> float:
    """Return the median of some rounds, in milliseconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def measure(articles: int, characters: int, rounds: int) -> None:
    """Print one table: an edition of this many articles of this many characters."""
    edition = made_edition(articles, characters)

    def copies(piece: Article | Notice) -> Copy:
        assert isinstance(piece, Article)
        return article_copy(edition, piece)

    texts = ["\n".join(piece.text for piece in copies(article).all()) for article in edition.articles()]
    search = EditionSearch(edition, copies)
    first = _timed(search.prepare, 1)
    size = sum(map(len, texts))
    print(f"\n{articles} articles, {size / 1000:,.0f} thousand characters; prepared once in {first:.1f} ms")
    print(f"{'':26}{'parse ms':>9}{'find ms':>9}{'in ms':>9}{'hits':>7}{'marks':>9}")
    for name, words in QUERIES.items():
        query = parse_query(words)
        parsing = _timed(lambda words=words: parse_query(words), rounds)  # type: ignore[misc]
        try:
            hits = search.find(query)
        except QueryError as fault:
            print(f"{name:26}{parsing:>9.2f}  {fault.what.en}")
            continue
        finding = _timed(lambda query=query: search.find(query), rounds)  # type: ignore[misc]
        plain = words.strip("“”/")
        scanning = _timed(lambda plain=plain: [text for text in texts if plain in text], rounds)  # type: ignore[misc]
        marks = sum(len(hit.spans) for hit in hits)
        print(f"{name:26}{parsing:>9.2f}{finding:>9.2f}{scanning:>9.2f}{len(hits):>7}{marks:>9}")


def main() -> None:
    """Measure a daily edition, a large one, and one of 16 MB."""
    measure(40, 1600, 21)
    measure(500, 2000, 7)
    measure(8000, 700, 3)


if __name__ == "__main__":
    main()
