"""Searches over whole editions, held against looking at every stretch of every piece."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reader.archive.edition_search import EditionSearch, matches_in
from reader.archive.folding import Folding
from reader.archive.pinyin import Pinyin
from reader.archive.query import Query, TooSlow, parse_query
from reader.archive.searchable import Span
from reader.edition.article import Article
from reader.typesetting.copy import article_copy
from reader.typesetting.galley import Galley, Setting
from tests.archive.papers import (
    PAPER,
    a_search,
    an_article,
    an_edition,
    copies_of,
    every_match,
    found,
    marked,
    names,
    under,
)

WORDS = [
    "长治",
    "城区",
    "物业",
    "管家",
    "换了",
    "居民",
    "说",
    "预警",
    "Ⅲ级",
    "AQI",
    "ＡＱＩ",
    "150",
    "，",
    "。",
    "“",
    "”",
    "——",
    "Terminal ",
    "Daily ",
    "　",
    "㎡",
]
BODY = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)
ARTICLES = st.lists(st.tuples(st.sampled_from(WORDS[:8]), BODY), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("雪", ["snow", "terminal"]),
        ("冬天", ["snow", "winter"]),
        ("早晨", ["winter"]),
        ("雪 冬天", ["snow"]),
        ("雪 -冬天", ["terminal"]),
        ("-雪", ["winter", "notice:fog-1"]),
        ("作者:李小满", ["snow"]),
        ("李小满", ["snow", "winter"]),
        ("作者:周远", ["snow"]),
        ("作者:lxm", ["snow"]),
        ("作者:气象台", ["notice:fog-1"]),
        ("标题:管家", ["snow"]),
        ("标题:走基层", ["snow"]),
        ("标题:雪 雪", ["snow"]),
        ("-标题:雪 雪", ["terminal"]),
        ("“扫的是路，暖的是心”", ["snow"]),
        ("“雪落无声 春来路上”", ["snow"]),
        ("长虹里", ["snow"]),
        ("ＴＥＲＭＩＮＡＬ", ["terminal"]),
        ("changzhi", ["winter"]),
        ("zhangzhi", ["winter"]),
        ("cz", ["winter"]),
        ("大雾", ["notice:fog-1"]),
        ("dw 减速", ["notice:fog-1"]),
        ("/[0-9]{3}/ 雪", ["snow"]),
        ("/雪/ -/扫/", ["terminal"]),
        ("魑魅", []),
        ("雪 魑魅", []),
        ("", []),
    ],
)
def test_words_find(words: str, expected: list[str]) -> None:
    assert names(words, PAPER) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“扫的是路，暖的是心”", ["扫的是路，暖的是心"]),
        ("扫雪 管家", ["扫雪", "管家", "管家", "扫雪"]),
        ("“雪落无声 春来路上”", ["雪落无声\n春来路上"]),
        ("标题:管家", ["管家"]),
        ("长虹里 325", ["长虹里", "325"]),
        ("terminal", ["TERMINAL", "terminal"]),
        ("cz", ["长治"]),
        ("/雪落(?=无声)/ 走基层", ["走基层", "雪落"]),
    ],
)
def test_every_word_is_marked_where_it_stands(words: str, expected: list[str]) -> None:
    assert marked(words, PAPER) == expected


@settings(max_examples=120, deadline=None)
@given(ARTICLES, st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map("".join), st.booleans())
def test_a_search_finds_what_looking_everywhere_finds(
    articles: list[tuple[str, str]], needle: str, cut: bool
) -> None:
    needle = (needle[1:] if cut else needle).strip().strip('"“”＂').strip()
    assume(needle and not needle.startswith("-"))
    edition = an_edition(
        *(an_article(body, name=f"a{n}", headline=head) for n, (head, body) in enumerate(articles))
    )
    copies = copies_of(edition)
    expected = {article.id: every_match(needle, copies(article)) for article in edition.articles()}
    hits = found(f"“{needle}”", edition)
    assert {hit.reference.piece for hit in hits} == {name for name, spans in expected.items() if spans}
    for hit in hits:
        every = expected[hit.reference.piece]
        assert set(hit.spans) <= every  # no mark but on a match
        for match in every:  # and no match but under a mark, or overlapping one that came first
            assert any(
                span.block == match.block and span.start < match.end and match.start < span.end
                for span in hit.spans
            )


@settings(max_examples=100, deadline=None)
@given(
    ARTICLES,
    st.lists(
        st.sampled_from(["czyj", "changzhi", "wy", "guanjia", "cq", "jm", "sh", "aqi", "te"]), max_size=2
    ),
    st.sampled_from(["", "说", "-居民"]),
)
def test_the_mark_lies_exactly_on_the_match(
    articles: list[tuple[str, str]], letters: list[str], more: str
) -> None:
    words = " ".join([*letters, more])
    edition = an_edition(
        *(an_article(body, name=f"a{n}", headline=head) for n, (head, body) in enumerate(articles))
    )
    folding, pinyin = Folding(), Pinyin()
    for hit in found(words, edition):
        for text in under(hit.spans, hit, edition):
            written = folding.fold(text) in {folding.fold(word) for word in [*letters, more]}
            assert written or all(pinyin.readings(character) for character in text)
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.snippet_spans)


@settings(max_examples=60, deadline=None)
@given(st.integers(20, 90), st.integers(0, 40), st.integers(1, 30))
def test_a_match_is_the_same_characters_at_every_measure(measure: int, start: int, length: int) -> None:
    body = "社区的管家每天清早扫雪，「扫的是路，暖的是心」——他说，今年下了325毫米，是AQI最好的一年。" * 3
    phrase = body[start : start + length]
    edition = an_edition(an_article(body))
    (article,) = edition.articles()
    (hit,) = found(f"“{phrase}”", edition)
    galley = Galley(article_copy(edition, article), Setting(measure=measure, is_cjk=True))
    for span in hit.spans:
        painted = "".join(
            run.text[max(span.start - run.start, 0) : max(span.end - run.start, 0)]
            for line in galley.all_lines()
            if line.block == span.block
            for run in line.runs
            if run.start is not None
        )
        # A line may end where a blank of the text stands; nothing else may be missing under the mark.
        assert painted.replace(" ", "") == phrase.replace(" ", "")


def test_a_phrase_broken_in_the_file_is_found_whole() -> None:
    edition = an_edition(an_article("住户说，换了管家\n以后院子\n变了样。\n\nIt is read\nin terminals."))
    assert marked("“换了管家以后院子变了样”", edition) == ["换了管家以后院子变了样"]
    assert marked("“read in terminals”", edition) == ["read in terminals"]


def test_a_cancelled_search_ends_with_nothing_and_the_next_goes_on() -> None:
    asked = 0

    def after_two() -> bool:
        nonlocal asked
        asked += 1
        return asked > 2

    search = a_search(PAPER)
    assert search.find(parse_query("雪"), after_two) == []
    assert asked == 3
    assert not search.prepare(lambda: True)
    assert search.prepare()
    assert len(search.find(parse_query("雪"))) == 2
    asked = 0
    assert search.find(parse_query("雪"), after_two) == []


def test_copies_are_asked_for_once_and_not_before_they_are_needed() -> None:
    asked: list[str] = []
    copies = copies_of(PAPER)

    def counted(piece: Article | object) -> object:
        asked.append(getattr(piece, "id", ""))
        return copies(piece)  # type: ignore[arg-type]

    search = EditionSearch(PAPER, counted)  # type: ignore[arg-type]
    assert asked == []
    search.find(Query())
    assert asked == []
    for words in ("雪", "霜", "cz"):
        search.find(parse_query(words))
    assert asked == ["snow", "winter", "terminal", "fog-1"]


def test_many_threads_search_one_edition() -> None:
    edition = an_edition(*(an_article("今年长治雪早，" * n, name=f"a{n}") for n in range(1, 40)))
    search = a_search(edition)
    expected = {words: found(words, edition) for words in ("雪", "cz", "changzhi", "早 -霜", "/雪./")}
    wrong: list[str] = []

    def look(words: str) -> None:
        hits = search.find(parse_query(words))
        if [(hit.reference, hit.spans) for hit in hits] != [
            (hit.reference, hit.spans) for hit in expected[words]
        ]:
            wrong.append(words)

    threads = [threading.Thread(target=look, args=(words,)) for words in [*expected] * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_pattern_that_runs_away_ends_the_search_with_a_message() -> None:
    edition = an_edition(*(an_article("a" * 3000 + "b", name=f"a{n}") for n in range(9)))
    search = a_search(edition)
    with pytest.raises(TooSlow) as raised:
        search.find(parse_query("标题:无题 /(a+)+$/"), patience=0.1)
    assert raised.value.position == 6
    assert "stopped" in raised.value.what.en
    assert search.find(parse_query("/a+b/"))


def test_an_empty_edition_has_no_hits() -> None:
    assert found("雪", an_edition()) == []
    assert matches_in(parse_query("雪"), article_copy(PAPER, Article(id="a", headline="无"))) == []
    assert Span(0, 1, 2) == (0, 1, 2)


SEED = Path(__file__).parents[2].parent / "shared" / "data" / "seed-edition.yaml"


@pytest.mark.skipif(not SEED.exists(), reason="the seed edition is not beside this checkout")
@pytest.mark.parametrize(
    "words", ["预警", "黄色 预警", "长治", "czyj", "changzhi", "2325台", "AQI", "标题:农机"]
)
def test_in_a_real_page_every_mark_lies_on_a_match(words: str) -> None:
    from reader.loading.load import load_edition

    edition = load_edition(SEED).edition
    folding, pinyin = Folding(), Pinyin()
    terms = {folding.fold(word.removeprefix("标题:")) for word in words.split()}
    for hit in found(words, edition):
        assert hit.spans
        for text in under(hit.spans, hit, edition):
            assert folding.fold(text) in terms or all(pinyin.readings(character) for character in text)


@pytest.mark.skipif(not SEED.exists(), reason="the seed edition is not beside this checkout")
def test_in_a_real_page_no_stretch_of_four_characters_is_missed() -> None:
    from reader.loading.load import load_edition

    edition = load_edition(SEED).edition
    search, copies = a_search(edition), copies_of(edition)
    for article in edition.articles():
        for piece in copies(article).all():
            for start in range(0, len(piece.text) - 4, 97):
                words = piece.text[start : start + 4]
                if set(words) & set(' 　"“”\t\n'):
                    continue
                hits = search.find(parse_query(f"“{words}”"))
                assert article.id in {hit.reference.piece for hit in hits}, words
