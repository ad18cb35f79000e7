"""What comes first among the hits, and what is marked in a copy by itself."""

from __future__ import annotations

from reader.archive.edition_search import matches_in
from reader.archive.query import parse_query
from reader.typesetting.copy import article_copy
from tests.archive.papers import PAPER, an_article, an_edition, found, names


def test_as_written_comes_before_heard_then_title_before_byline_before_text_then_the_order_of_the_paper() -> (
    None
):
    edition = an_edition(
        an_article("今年长治雪早。", name="heard"),
        an_article("车牌以 cz 开头。", name="text"),
        an_article("没有别的。", name="byline", byline="cz"),
        an_article("又一句 cz。", name="later"),
        an_article("没有别的。", name="title", headline="CZ 是什么"),
        an_article("没有别的。", name="heard-title", headline="长治的雪"),
    )
    assert names("cz", edition) == ["title", "byline", "text", "later", "heard-title", "heard"]


def test_of_two_words_the_one_in_the_lesser_place_decides() -> None:
    edition = an_edition(
        an_article("霜。", name="one-in-title", headline="雪"),
        an_article("无。", name="both-in-title", headline="雪和霜"),
    )
    assert names("雪 霜", edition) == ["both-in-title", "one-in-title"]


def test_the_words_of_a_query_are_marked_in_any_copy() -> None:
    (article, *_) = PAPER.articles()
    query = parse_query("扫雪 guanjia -心 类型:feature 无此词")
    spans = matches_in(query, article_copy(PAPER, article))
    copy = article_copy(PAPER, article)
    texts = [copy.all()[span.block].text[span.start : span.end] for span in spans]
    assert texts == ["扫雪", "管家", "管家", "扫雪"]
    assert matches_in(parse_query("类型:feature -雪"), article_copy(PAPER, article)) == []


def test_marks_in_one_copy_are_those_of_the_search() -> None:
    for words in ("雪", "管家 扫", "gj", "/扫./", "“暖的是心”"):
        for hit in found(words, PAPER):
            article = PAPER.article(hit.reference.piece)
            assert article is not None
            assert matches_in(parse_query(words), article_copy(PAPER, article)) == list(hit.spans)
